import type { EntryRow, OfferingRow, PaymentRow, RequestRow, ReviewRow } from '../../contract/desk.ts'
import { ruleOf } from '../../domain/commands.ts'
import { judge } from '../../domain/decision.ts'
import type { SettlementChoice } from '../../domain/review.ts'
import { sayRefusal } from '../../text/fr.ts'
import { circumstancesOf, type ReadyDesk } from '../frame/office.tsx'
import { whyNotAllowed } from '../frame/why-not-allowed.ts'
import type { Receipted } from '../payments/correct-receipt-dialog.tsx'
import { judgePrevalidation, type Seats, softwareName } from '../requests/feasibility.ts'
import { sayPending } from '../requests/say-pending.ts'

/** What an item is about, as this PC knows it now; null where it is not here. */
export type Subject = { request: RequestRow | null; payment: PaymentRow | null; seats: Seats }

/** `reason`: why it cannot be done just now. */
type OfEntries<K> = { kind: K; reason: string | null; request: RequestRow; entryIds: string[] }
/** Something that can be done about an item. */
export type ReviewAction =
  /** `confirmIds`: those that are paid already, and validated with it. */
  | (OfEntries<'prevalidate'> & { confirmIds: string[] })
  | OfEntries<'confirm'>
  | OfEntries<'refuse'>
  | { kind: 'raise-seats'; reason: string | null; offering: OfferingRow | null }
  /** Shows the screen where it is looked at, and done again. */
  | { kind: 'see'; reason: null; screen: 'seats' | 'session' }
  | { kind: 'void'; reason: string | null; payment: PaymentRow }
  | { kind: 'correct-receipt'; reason: string | null; payment: Receipted }

type Item = Pick<ReviewRow, 'kind' | 'name' | 'code' | 'detail'> & {
  entryIds: readonly string[]
  dependents: readonly Pick<ReviewRow['dependents'][number], 'name'>[]
}

/** What can be done now about an item, the likeliest first: judged by the very rules that the click would meet. */
export function actionsFor(item: Item, subject: Subject, desk: ReadyDesk): ReviewAction[] {
  if (item.kind === 'refused' && item.name === 'entry.prevalidate') return aboutSeat(item, subject, desk)
  if (item.kind === 'refused' && item.name === 'entry.confirm') return aboutConfirmation(item, subject, desk)
  if (item.kind === 'refused' && item.name === 'entry.refuse') return refusing(waitingFor(item, subject), subject, desk)
  if (item.kind === 'refused' && item.name === 'offering.set-seats')
    return [{ kind: 'raise-seats', offering: null, reason: whyNotAllowed(desk, 'offering.set-seats') }]
  if (item.kind === 'refused' && item.name.startsWith('offering.'))
    return [{ kind: 'see', screen: 'seats', reason: null }]
  if (item.kind === 'refused' && item.name.startsWith('sitting.'))
    return [{ kind: 'see', screen: 'session', reason: null }]
  if (item.kind === 'misfit' && item.name === 'payment.record') return aboutMoney(subject, desk)
  if (item.kind === 'misfit' && item.name === 'receipt.issue') return aboutReceipt(subject, desk)
  return []
}

/** What « C’est traité » keeps: when seats were what was missing and there are more of them since, that. */
export function choiceWhenHandled({ code, detail }: Pick<Item, 'code' | 'detail'>, seats: Seats): SettlementChoice {
  const offering = seats.offerings.get(String(detail?.offeringId))
  const then = detail?.seats
  const raised = code === 'no-seat-left' && offering !== undefined && typeof then === 'number' && offering.seats > then
  return raised ? 'seats-raised' : 'handled'
}

function aboutSeat(item: Item, subject: Subject, desk: ReadyDesk): ReviewAction[] {
  const { request, seats } = subject
  const entries = waitingFor(item, subject)
  const confirmFell = item.dependents.some(({ name }) => name === 'entry.confirm')
  // Pre-validated again from its file: the point is not over while the validation that fell with it is not done.
  if (entries.length === 0) return confirmFell ? aboutConfirmation(item, subject, desk) : []
  if (!request) return []
  const judged = judgePrevalidation(desk, seats, entries)
  const full = !judged.ok && judged.refusal.code === 'no-seat-left' ? judged.offering : null
  const whyNot = judged.ok
    ? null
    : sayRefusal(judged.refusal, { offering: judged.offering ? softwareName(judged.offering) : undefined })
  const again: ReviewAction = {
    kind: 'prevalidate',
    request,
    entryIds: idsOf(entries),
    confirmIds: idsOf(confirmFell ? entries.filter((one) => judgeConfirmation(desk, request, [one], true).ok) : []),
    reason: whyNotAllowed(desk, 'entry.prevalidate') ?? sayFirstPending(entries) ?? whyNot,
  }
  const more: ReviewAction[] = full
    ? [{ kind: 'raise-seats', offering: full, reason: whyNotAllowed(desk, 'offering.set-seats') }]
    : []
  return [again, ...more, ...refusing(entries, subject, desk)]
}

function refusing(entries: readonly EntryRow[], { request }: Subject, desk: ReadyDesk): ReviewAction[] {
  if (!request || entries.length === 0) return []
  const reason = whyNotAllowed(desk, 'entry.refuse') ?? sayFirstPending(entries)
  return [{ kind: 'refuse', request, entryIds: idsOf(entries), reason }]
}

function aboutConfirmation(item: Item, { request }: Subject, desk: ReadyDesk): ReviewAction[] {
  const entries = request?.entries.filter(({ id, status }) => item.entryIds.includes(id) && status === 'prevalidated')
  if (!request || !entries || entries.length === 0) return []
  const decision = judgeConfirmation(desk, request, entries, false)
  const reason =
    whyNotAllowed(desk, 'entry.confirm') ??
    // As in its file: one may build on what was decided here, not on what HQ may well refuse.
    sayFirstPending(entries.filter(({ doubtful }) => doubtful)) ??
    (decision.ok ? null : sayRefusal(decision.refusal))
  return [{ kind: 'confirm', request, entryIds: idsOf(entries), reason }]
}

/** @param once judges it as if they were pre-validated first */
function judgeConfirmation(
  desk: ReadyDesk,
  { organisation }: RequestRow,
  entries: readonly EntryRow[],
  once: boolean,
): ReturnType<typeof judge> {
  return judge(
    ruleOf('entry.confirm'),
    { entryIds: idsOf(entries) },
    {
      entries: once ? entries.map((entry) => ({ ...entry, status: 'prevalidated' as const })) : entries,
      allocated: new Map(entries.map(({ id, paid }) => [id, paid])),
      onAccount: new Set(organisation?.onAccount ? idsOf(entries) : []),
    },
    circumstancesOf(desk),
    'desk',
  )
}

/** Money is taken back with its payment; where a receipt was given, that one is cancelled first. */
function aboutMoney(subject: Subject, desk: ReadyDesk): ReviewAction[] {
  const { payment } = subject
  if (!payment || payment.voided) return []
  const decision = judge(
    ruleOf('payment.void'),
    // The reason is asked for later, in the dialog: any stands for it here.
    { voidId: payment.id, paymentId: payment.id, reason: '—', voidedAt: desk.now },
    {
      ...{ payment, voided: false, receiptNumber: payment.receipt?.number ?? null },
      returned: payment.returns.reduce((sum, { amount }) => sum + amount, 0),
    },
    circumstancesOf(desk),
    'desk',
  )
  const reason = whyNotAllowed(desk, 'payment.void') ?? (decision.ok ? null : sayRefusal(decision.refusal))
  return [{ kind: 'void', payment, reason }, ...aboutReceipt(subject, desk)]
}

/** A receipt that clashes with another was given all the same: a credit note cancels it, as nothing given is edited. */
function aboutReceipt({ payment }: Subject, desk: ReadyDesk): ReviewAction[] {
  if (!payment?.receipt) return []
  const { receipt } = payment
  const awaited = desk.freshness.seriesAwaited ? sayRefusal({ code: 'series-awaited' }) : null
  const reason = whyNotAllowed(desk, 'credit-note.issue') ?? awaited
  return [{ kind: 'correct-receipt', payment: { ...payment, receipt }, reason }]
}

function waitingFor({ entryIds }: Pick<Item, 'entryIds'>, { request }: Subject): EntryRow[] {
  return request?.entries.filter(({ id, status }) => entryIds.includes(id) && status === 'requested') ?? []
}

function sayFirstPending(entries: readonly EntryRow[]): string | null {
  const pending = entries.find((entry) => entry.pending)
  return pending ? sayPending(pending) : null
}

function idsOf(entries: readonly EntryRow[]): string[] {
  return entries.map(({ id }) => id)
}
