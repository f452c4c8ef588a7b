import { z } from 'zod'
import { commandNames } from '../domain/commands.ts'
import { BigCount, Id, InstantText, LocalDateText, ShortText } from '../domain/shapes/basic.ts'
import { LogoImage } from '../domain/shapes/logo.ts'
import {
  ArrivalRow,
  DataCheckRow,
  DataCheckSum,
  DeskState,
  DocumentRow,
  ExchangePage,
  ExchangeQuery,
  OfferingRow,
  Payable,
  PaymentRow,
  QuarantineRow,
  RequestFile,
  RequestRow,
  ReviewRow,
  SittingRow,
} from './desk.ts'
import { AttendanceRow, AttestationPrint } from './desk-attendance.ts'
import { CandidateFile, CandidateFileQuery, RecentList } from './desk-candidate.ts'
import { RequestIds, RequestPage, RequestPageQuery, RequestQuery, SearchAnswer, SearchQuery } from './desk-lists.ts'
import { CashDay, ChequeList, CreditTargets, PaymentsToSave, SessionTotals, UnpaidWithout } from './desk-money.ts'
import { ConvocationList, ConvocationPrint, ConvocationRow, PapersPrinted } from './desk-papers.ts'
import { PrintAnswer, PrintAsked, PrinterList } from './desk-printing.ts'
import { ReceiptCheck } from './desk-receipts.ts'
import { OfferingChange, QueueRow, SavedFile, SessionSum, SoftwareRow } from './desk-session.ts'
import { SessionCheck } from './desk-session-check.ts'
import { StatementFound, StatementOpened, StatementQuery, StatementRead, StatementSearch } from './desk-statement.ts'
import { AwaitedMoney, DeskCounts, Today, TodayIdentity } from './desk-today.ts'
import { LogoChosen, PaperPreview } from './desk-wordings.ts'
import { KeptValues } from './kept.ts'
import { MOST_CREDITS, MOST_RECENT, MOST_ROWS } from './limits.ts'
import { OtherCentres } from './other-centres.ts'
import { CLICK_REFUSALS, RESCUE_REFUSALS, TROUBLE_CODES } from './refusals.ts'
import { AttendanceOptions, RollCallOptions } from './sheet-options.ts'
import { ThisDesk, WindowLook } from './this-desk.ts'

/** Every call the window may make, and nothing else. Values are JSON. */

const call = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({ input, output })
const Nothing = z.object({})
const OfSession = z.object({ sessionId: Id })
const OfOffering = z.object({ offeringId: Id })
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
  /** The paper that this PC holds, as it was made; made now where it holds none. `copy`: a DUPLICATA is printed, whatever it holds. */
  z.object({ kind: z.literal('receipt'), receiptId: Id, copy: z.boolean().optional() }),
  z.object({ kind: z.literal('credit-note'), creditNoteId: Id, copy: z.boolean().optional() }),
  /** Lists of one sitting, laid out as usual when not said. */
  z.object({ kind: z.literal('attendance-sheet'), sittingId: Id, options: AttendanceOptions.optional() }),
  z.object({ kind: z.literal('roll-call'), sittingId: Id, options: RollCallOptions.optional() }),
  /** What a candidate asked for in a request, and where it stands. */
  z.object({ kind: z.literal('confirmation'), requestId: Id }),
  /** What a payment that has a receipt paid for one candidate; null: for each of those it paid for, in one file. */
  z.object({ kind: z.literal('payment-attestation'), receiptId: Id, candidateId: Id.nullable() }),
  /** By post, in the words of the mails: what is still to be paid, what was refused. */
  z.object({ kind: z.literal('reminder-letter'), requestId: Id }),
  z.object({ kind: z.literal('refusal-letter'), requestId: Id }),
  /** One DL envelope for the candidate of each. */
  z.object({ kind: z.literal('envelope'), requestIds: z.array(Id).min(1).max(500) }),
  /** What goes to the bank with cheques; and the cash of a day, kept among the papers of a session. */
  z.object({ kind: z.literal('cheque-slip'), depositId: Id }),
  z.object({ kind: z.literal('cash-sheet'), on: LocalDateText, sessionId: Id }),
  /** A stored document, as it was made. */
  z.object({ kind: z.literal('stored'), documentId: Id }),
])
export const DocumentAnswer = z.discriminatedUnion('ok', [
  /** `opened`: whether a program could show it; `file`: where it is, for whoever must find it by hand. */
  z.object({ ok: z.literal(true), value: DocumentRow, opened: z.boolean(), file: z.string().max(4000) }),
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
  'desk.about': call(Nothing, ThisDesk),
  /** Shows the folder of the data, or that of the papers in it, in the system's own window. */
  'desk.open-folder': call(z.object({ which: z.enum(['data', 'papers']) }), z.object({ opened: z.boolean() })),
  /** Dresses the window itself as the person who sits here wants it. */
  'desk.dress': call(WindowLook, Nothing),
  /** What the person who sits here kept. */
  'kept.list': call(Nothing, KeptValues),
  /** Keeps values for a person, on this PC alone; null forgets one. */
  'kept.set': call(z.object({ operatorId: Id, values: KeptValues }), Nothing),
  /** What waits for somebody; null when HQ has taken the session back. */
  'today.read': call(OfSession, Today.nullable()),
  /** All the files to correct of which it shows the first. */
  'identity.list': call(OfSession, z.array(TodayIdentity)),
  /** The same in two numbers, for the rail. */
  'desk.counts': call(OfSession, DeskCounts),
  /** Some rows of a list, by their position in it, with what the chips above it count. */
  'request.page': call(RequestPageQuery, RequestPage),
  /** « Tout sélectionner » : the first requests of a list. */
  'request.ids': call(RequestQuery, RequestIds),
  /** Where a request stands in a list, from 0; null when it is not in it. */
  'request.position': call(
    z.object({ query: RequestQuery, requestId: Id }),
    z.object({ position: BigCount.nullable() }),
  ),
  /** These requests, in this order; those that are no longer here are left out. */
  'request.rows': call(z.object({ requestIds: z.array(Id).max(MOST_ROWS) }), z.array(RequestRow)),
  /** People, payers and receipts by whatever a person knows of them. */
  'search.find': call(SearchQuery, SearchAnswer),
  /** Those that one payment may be about: of the same candidate, or paid by the same organisation; this one first. */
  'request.payable': call(z.object({ requestId: Id }), Payable),
  'request.file': call(z.object({ requestId: Id }), RequestFile.nullable()),
  /** Everything about one candidate: what a telephone call asks about. */
  'candidate.file': call(CandidateFileQuery, CandidateFile.nullable()),
  /** Whom to find again without typing: those opened lately, those in touch today. */
  'recent.list': call(z.object({ candidateIds: z.array(Id).max(MOST_RECENT) }), RecentList),
  'offering.list': call(OfSession, z.array(OfferingRow)),
  /** Who waits for an answer about an offering, the first received first. */
  'offering.queue': call(OfOffering, z.array(QueueRow)),
  /** Who changed an offering or its sittings, the latest first. */
  'offering.history': call(OfOffering, z.array(OfferingChange)),
  /** The whole catalogue of software, what the centre offers most first. */
  'software.list': call(Nothing, z.array(SoftwareRow)),
  /** How far a session has come: requests, people, money. */
  'session.sum': call(OfSession, SessionSum),
  /** Asks where, then writes the session's dates as a calendar (.ics). */
  /** Reads all of a session's money and papers: asked for by a person. */
  'session.check': call(OfSession, SessionCheck),
  'session.agenda': call(OfSession, SavedFile),
  /** The centres nearby that still have seats, as HQ last said; null before it was ever asked. */
  'other-centre.list': call(OfSession, OtherCentres.nullable()),
  /** What was asked of the session's candidates, the latest first. */
  'data-check.list': call(OfSession, z.array(DataCheckRow)),
  /** How far its candidates are in finding their data right. */
  'data-check.sum': call(OfSession, DataCheckSum),
  'sitting.list': call(OfSession, z.array(SittingRow)),
  'payment.list': call(OfSession, z.array(PaymentRow)),
  /** What is still awaited, beside what was received. */
  'payment.sum': call(OfSession, AwaitedMoney),
  /** Reads every numbered paper of the centre, of all years: asked for by a person. */
  'receipt.check': call(Nothing, ReceiptCheck),
  /** One of them, of whatever session. */
  'payment.read': call(z.object({ paymentId: Id }), PaymentRow.nullable()),
  /** Told before it is taken back. */
  'payment.unpaid-without': call(z.object({ paymentId: Id }), UnpaidWithout),
  /** The requests that what is left of each of these payments may still pay for. */
  'credit.targets': call(z.object({ paymentIds: z.array(Id).min(1).max(MOST_CREDITS) }), CreditTargets),
  /** The cheques of all sessions, and the slips with which they went to the bank. */
  'cheque.list': call(Nothing, ChequeList),
  /** The cash of a day, of all sessions. */
  'cash.sum': call(z.object({ on: LocalDateText }), CashDay),
  /** The money of a session, by method and by exam. */
  'money.sum': call(OfSession, SessionTotals),
  /** Asks where, then writes payments as a table. */
  'payment.save': call(PaymentsToSave, SavedFile),
  /** Opens such a table, or the folder in which it lies: one that was written since the application started, and no other file. */
  'payment.open-saved': call(
    z.object({ path: z.string().max(4000), which: z.enum(['file', 'folder']) }),
    z.object({ opened: z.boolean() }),
  ),
  /** Asks which file is the bank's, and reads it; nothing is recorded by that. */
  'statement.open': call(Nothing, StatementOpened),
  /** Some lines of the statement that is open, with who may have paid them; null while none is. */
  'statement.read': call(StatementQuery, StatementRead.nullable()),
  /** Who one of its lines may be from, by name. */
  'statement.search': call(StatementSearch, StatementFound),
  'review.list': call(Nothing, z.array(ReviewRow)),
  'quarantine.list': call(Nothing, z.array(QuarantineRow)),
  'document.list': call(OfSession, z.array(DocumentRow)),
  'document.open': call(DocumentRequest, DocumentAnswer),
  /** The printers of this PC, and which one the kind of this stored paper last went to. */
  'printer.list': call(z.object({ documentId: Id }), PrinterList),
  /** Sends a stored paper to a printer; answers once the system has taken it. */
  'document.print': call(PrintAsked, PrintAnswer),
  /** Asks where, then writes a copy of a stored paper there. */
  'document.save': call(z.object({ documentId: Id }), SavedFile),
  /** The convocations of a session: how many stand where, whom to convene again. */
  'convocation.list': call(OfSession, ConvocationList),
  /** One candidate's; null when they neither hold a seat in the session nor were convened to it. */
  'convocation.of': call(z.object({ sessionId: Id, candidateId: Id }), ConvocationRow.nullable()),
  /** Prints, keeps and issues; answers when all is done, or when it was stopped. */
  'convocation.print': call(ConvocationPrint, PapersPrinted),
  /** Who sat in a sitting, by name, and what was noted of each; null when it is no longer here, or was called off. */
  'attendance.list': call(z.object({ sittingId: Id }), z.array(AttendanceRow).nullable()),
  /** One candidate's in a session, in the order of time. */
  'attendance.of': call(z.object({ sessionId: Id, candidateId: Id }), z.array(AttendanceRow)),
  /** As convocations: one job at a time for both. */
  'attestation.print': call(AttestationPrint, PapersPrinted),
  /** « Annuler » : what is being printed ends with the batch before. */
  'printing.stop': call(Nothing, Nothing),
  /** A paper of the centre, made out to somebody invented, with these in place of what is saved: offered in a frame under its token. */
  'paper.preview': call(PaperPreview, z.object({ token: Id })),
  'logo.read': call(Nothing, LogoImage.nullable()),
  /** Asks for a file and reads it: nothing is changed yet. Null when the person gives up. */
  'logo.choose': call(Nothing, LogoChosen.nullable()),
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
  /** How far the printing of papers that are issued is, in papers; null when it is over. */
  'printing.progress': z.object({ progress: z.object({ done: BigCount, total: BigCount }).nullable() }),
  /** Somebody started the application a second time: this window came to the front instead. */
  'desk.opened-again': Nothing,
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
