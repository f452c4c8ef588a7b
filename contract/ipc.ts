import { z } from 'zod'
import { commandNames } from '../domain/commands.ts'
import { REFUSAL_CODES } from '../domain/decision.ts'
import { BigCount, Id, InstantText, ShortText } from '../domain/shapes.ts'
import {
  ArrivalRow,
  DataCheckRow,
  DeskState,
  DocumentRow,
  ExchangePage,
  ExchangeQuery,
  OfferingRow,
  PaymentRow,
  QuarantineRow,
  RequestFile,
  RequestRow,
  ReviewRow,
  SittingRow,
  TROUBLE_CODES,
} from './desk.ts'
import { RESCUE_REFUSALS } from './rescue.ts'

/** Every call the window may make, and nothing else. Values are JSON. */

const call = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({ input, output })
const Nothing = z.object({})
const OfSession = z.object({ sessionId: Id })
const Detail = z.record(z.string(), z.union([z.string(), z.number()]))
const trouble = <V extends z.ZodType>(value: V) =>
  z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value }),
    z.object({ ok: z.literal(false), code: z.enum(TROUBLE_CODES), detail: Detail.optional() }),
  ])

/**
 * What the window asks for: the command's name and what only the person knows. Ids, numbers and instants are drawn by main.
 * `after`: indexes in the same click of the drafts this one depends on.
 */
export const Draft = z.object({
  name: z.enum(commandNames),
  args: z.record(z.string(), z.json()),
  after: z.array(z.int().min(0)).max(100).default([]),
})
export type Draft = z.input<typeof Draft>

/** What a click may be answered: the rules' refusals, and `not-kept` when this PC could not write it down (`detail.cause`: why). */
export const CLICK_REFUSALS = [...REFUSAL_CODES, 'not-kept'] as const

export const DraftResult = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    commandId: Id,
    /** Id of the row that a fact created (payment, receipt…), null for decisions. */
    createdId: Id.nullable(),
  }),
  z.object({ ok: z.literal(false), code: z.enum(CLICK_REFUSALS), detail: Detail.optional() }),
])
export type DraftResult = z.infer<typeof DraftResult>

export const RunAnswer = z.object({
  /** One per draft, in order. A draft whose `after` was refused is refused `depends-on-refused`. */
  results: z.array(DraftResult),
  /** One undo for the whole click; null when nothing in it can be undone. */
  undo: z.object({ clickId: Id, until: InstantText }).nullable(),
})
export type RunAnswer = z.infer<typeof RunAnswer>

export const DocumentRequest = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('receipt'), receiptId: Id }),
  z.object({ kind: z.literal('credit-note'), creditNoteId: Id }),
  z.object({ kind: z.literal('attendance-sheet'), sittingId: Id }),
  /** A stored document, as it was made. */
  z.object({ kind: z.literal('stored'), documentId: Id }),
])
export const DocumentAnswer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: DocumentRow, opened: z.boolean() }),
  z.object({ ok: z.literal(false), code: z.enum(['not-found', 'not-made', 'not-stored']), detail: Detail.optional() }),
])
export type DocumentAnswer = z.infer<typeof DocumentAnswer>

export const RescueWritten = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), path: z.string().max(4000), number: BigCount, commands: BigCount }),
  z.object({ ok: z.literal(false), code: z.enum(['cancelled', 'not-enrolled', 'not-written']) }),
])
export type RescueWritten = z.infer<typeof RescueWritten>

export const RescueRead = z.discriminatedUnion('ok', [
  /**
   * `news`: rows that were not here yet, answers aside; `settled`: actions that HQ answered. Both 0 when the file had been read already
   * or the network was faster.
   */
  z.object({ ok: z.literal(true), news: BigCount, settled: BigCount }),
  z.object({ ok: z.literal(false), code: z.enum(['cancelled', ...RESCUE_REFUSALS]), detail: Detail.optional() }),
])
export type RescueRead = z.infer<typeof RescueRead>

export const calls = {
  'desk.state': call(Nothing, DeskState),
  'desk.enrol': call(
    z.object({ hqUrl: z.url().max(200), code: z.string().min(6).max(64), deviceName: ShortText.min(1) }),
    trouble(Nothing),
  ),
  'operator.choose': call(z.object({ operatorId: Id }), z.object({ ok: z.boolean() })),
  'operator.leave': call(Nothing, Nothing),
  'request.list': call(OfSession, z.array(RequestRow)),
  'request.file': call(z.object({ requestId: Id }), RequestFile.nullable()),
  'offering.list': call(OfSession, z.array(OfferingRow)),
  /** What was asked of the session's candidates, the latest first. */
  'data-check.list': call(OfSession, z.array(DataCheckRow)),
  'sitting.list': call(OfSession, z.array(SittingRow)),
  'payment.list': call(OfSession, z.array(PaymentRow)),
  'review.list': call(Nothing, z.array(ReviewRow)),
  'quarantine.list': call(Nothing, z.array(QuarantineRow)),
  'document.list': call(OfSession, z.array(DocumentRow)),
  'document.open': call(DocumentRequest, DocumentAnswer),
  'command.run': call(z.object({ drafts: z.array(Draft).min(1).max(500) }), RunAnswer),
  'command.undo': call(z.object({ clickId: Id }), z.object({ undone: z.boolean() })),
  'exchange.list': call(ExchangeQuery, ExchangePage),
  /** The latest arrivals from HQ, newest first. */
  'arrival.list': call(z.object({ before: Id.nullable() }), z.array(ArrivalRow)),
  'notice.acknowledge': call(z.object({ noticeId: Id }), Nothing),
  /** Asks where, then writes the rescue file that carries what is to transmit. */
  'rescue.write': call(Nothing, RescueWritten),
  /** Asks which, then reads HQ's answer from a file. */
  'rescue.read': call(Nothing, RescueRead),
  /** Exchanges with HQ now, and answers when the exchange is over. */
  'sync.now': call(Nothing, trouble(Nothing)),
} as const

export const signals = {
  /** Rows, freshness or phase have changed: what is shown must be read again. */
  'desk.changed': z.object({ what: z.enum(['rows', 'freshness', 'phase']) }),
} as const

export type CallName = keyof typeof calls
export type Input<N extends CallName> = z.input<(typeof calls)[N]['input']>
export type Parsed<N extends CallName> = z.output<(typeof calls)[N]['input']>
export type Output<N extends CallName> = z.output<(typeof calls)[N]['output']>
export type SignalName = keyof typeof signals
export type SignalPayload<N extends SignalName> = z.output<(typeof signals)[N]>

/** Main's side: one function a call. */
export type Handlers = { [N in CallName]: (input: Parsed<N>) => Promise<Output<N>> | Output<N> }

/** The window's side: `window.api`, frozen. */
export type Api = {
  call<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>>
  on<N extends SignalName>(name: N, listener: (payload: SignalPayload<N>) => void): () => void
}
