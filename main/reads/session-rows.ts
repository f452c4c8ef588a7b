import { listPendingMarks } from '../../db/commands.ts'
import { listRows, listRowsOfSession } from '../../db/rows.ts'
import type { Db, Tx } from '../../db/schema.ts'
import { isCommandName, isDecision } from '../../domain/commands.ts'
import type { EntityName, EntityValue } from '../../domain/entities.ts'
import { allocatedByEntry, creditByPayment } from '../../domain/payment.ts'

type ById<E extends EntityName> = ReadonlyMap<string, EntityValue<E>>

/** The rows of one session that its screens join. Read once a screen; a centre has a few thousand. */
export type SessionRows = {
  requests: ById<'request'>
  entries: ById<'entry'>
  candidates: ById<'candidate'>
  organisations: ById<'organisation'>
  exams: ById<'exam'>
  software: ById<'software'>
  offerings: ById<'offering'>
  sittings: ById<'sitting'>
  payments: ById<'payment'>
  voids: ReadonlyMap<string, EntityValue<'paymentVoid'>>
  /** The receipt of each payment that stands, by payment: one that a credit note has corrected no longer counts. */
  receipts: ReadonlyMap<string, EntityValue<'receipt'>>
  creditNotes: ReadonlyMap<string, readonly EntityValue<'creditNote'>[]>
  /** Minor units allocated to each entry by payments that stand. */
  allocated: ReadonlyMap<string, number>
  /** Minor units of each payment that pay for nothing. */
  credits: ReadonlyMap<string, number>
}

export async function readSession(db: Db, sessionId: string): Promise<SessionRows> {
  const byId = <V extends { id: string }>(rows: readonly V[]) => new Map(rows.map((row) => [row.id, row]))
  const payments = await listRowsOfSession(db, 'payment', sessionId)
  const entries = byId(await listRowsOfSession(db, 'entry', sessionId))
  const voids = new Map((await listRows(db, 'paymentVoid')).map((row) => [row.paymentId, row]))
  const creditNotes = await listRows(db, 'creditNote')
  return {
    requests: byId(await listRowsOfSession(db, 'request', sessionId)),
    entries,
    candidates: byId(await listRows(db, 'candidate')),
    organisations: byId(await listRows(db, 'organisation')),
    exams: byId(await listRows(db, 'exam')),
    software: byId(await listRows(db, 'software')),
    offerings: byId(await listRowsOfSession(db, 'offering', sessionId)),
    // Called off, a sitting counts for nothing.
    sittings: byId((await listRowsOfSession(db, 'sitting', sessionId)).filter(({ cancelled }) => !cancelled)),
    payments: byId(payments),
    voids,
    receipts: standingReceipts(await listRows(db, 'receipt'), creditNotes),
    creditNotes: Map.groupBy(creditNotes, ({ paymentId }) => paymentId),
    allocated: allocatedByEntry(payments, new Set(voids.keys())),
    credits: creditByPayment(payments, new Set(voids.keys()), entries),
  }
}

/** The first issued of each payment, when two PCs each issued one. */
export function standingReceipts(
  receipts: readonly EntityValue<'receipt'>[],
  creditNotes: readonly EntityValue<'creditNote'>[],
): Map<string, EntityValue<'receipt'>> {
  const corrected = new Set(creditNotes.map(({ receiptId }) => receiptId))
  const latestFirst = receipts.filter(({ id }) => !corrected.has(id)).sort((a, b) => (a.issuedAt < b.issuedAt ? 1 : -1))
  return new Map(latestFirst.map((receipt) => [receipt.paymentId, receipt]))
}

/** `entity/id` of the rows that pending commands concern: decisions, those of them that no longer hold here, and all. */
export type PendingTouches = {
  decisions: ReadonlySet<string>
  doubtful: ReadonlySet<string>
  all: ReadonlySet<string>
}

export async function readPendingTouches(db: Db | Tx): Promise<PendingTouches> {
  const pending = await listPendingMarks(db)
  const decisions = pending.filter(({ name }) => isCommandName(name) && isDecision(name))
  return {
    decisions: new Set(decisions.flatMap(({ touches }) => touches)),
    doubtful: new Set(decisions.filter((one) => one.doubtful).flatMap(({ touches }) => touches)),
    all: new Set(pending.flatMap(({ touches }) => touches)),
  }
}

export function softwareNames(
  offering: { softwareIds: readonly string[] } | undefined,
  software: ById<'software'>,
): string[] {
  return (offering?.softwareIds ?? []).map((id) => software.get(id)?.name ?? id)
}
