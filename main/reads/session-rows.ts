import { listPending } from '../../db/commands.ts'
import { listRows, listRowsOfSession } from '../../db/rows.ts'
import type { Db } from '../../db/schema.ts'
import { isCommandName, isDecision } from '../../domain/commands.ts'
import type { EntityName, EntityValue } from '../../domain/entities.ts'
import { allocatedByEntry } from '../../domain/payment.ts'

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
  receipts: ReadonlyMap<string, EntityValue<'receipt'>>
  /** Minor units allocated to each entry by payments that stand. */
  allocated: ReadonlyMap<string, number>
}

export async function readSession(db: Db, sessionId: string): Promise<SessionRows> {
  const byId = <V extends { id: string }>(rows: readonly V[]) => new Map(rows.map((row) => [row.id, row]))
  const payments = await listRowsOfSession(db, 'payment', sessionId)
  const voids = new Map((await listRows(db, 'paymentVoid')).map((row) => [row.paymentId, row]))
  return {
    requests: byId(await listRowsOfSession(db, 'request', sessionId)),
    entries: byId(await listRowsOfSession(db, 'entry', sessionId)),
    candidates: byId(await listRows(db, 'candidate')),
    organisations: byId(await listRows(db, 'organisation')),
    exams: byId(await listRows(db, 'exam')),
    software: byId(await listRows(db, 'software')),
    offerings: byId(await listRowsOfSession(db, 'offering', sessionId)),
    sittings: byId(await listRowsOfSession(db, 'sitting', sessionId)),
    payments: byId(payments),
    voids,
    receipts: new Map((await listRows(db, 'receipt')).map((row) => [row.paymentId, row])),
    allocated: allocatedByEntry(payments, new Set(voids.keys())),
  }
}

/** `entity/id` of the rows that a pending decision, or any pending command, concerns. */
export async function readPendingTouches(
  db: Db,
): Promise<{ decisions: ReadonlySet<string>; all: ReadonlySet<string> }> {
  const pending = await listPending(db)
  const decisions = pending.filter(({ name }) => isCommandName(name) && isDecision(name))
  return {
    decisions: new Set(decisions.flatMap(({ touches }) => touches)),
    all: new Set(pending.flatMap(({ touches }) => touches)),
  }
}

export function softwareNames(
  offering: { softwareIds: readonly string[] } | undefined,
  software: ById<'software'>,
): string[] {
  return (offering?.softwareIds ?? []).map((id) => software.get(id)?.name ?? id)
}
