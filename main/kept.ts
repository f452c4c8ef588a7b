import { DRAFT_DAYS, DRAFT_PREFIX, type KeptValue } from '../contract/kept.ts'
import { forgetKeptBefore, listKept, saveKept } from '../db/kept.ts'
import { getRow } from '../db/rows.ts'
import type { Db } from '../db/schema.ts'
import { readSyncState } from '../db/sync-state.ts'
import { addSeconds, type Clock } from '../domain/time.ts'

const DRAFT_SECONDS = DRAFT_DAYS * 86_400

/** What the person who sits here kept; empty when nobody does. Forms left half-typed too long ago are forgotten on the way. */
export async function readKept(db: Db, clock: Clock): Promise<KeptValue[]> {
  const { operatorId } = await readSyncState(db)
  if (!operatorId) return []
  await forgetKeptBefore(db, DRAFT_PREFIX, addSeconds(clock.now(), -DRAFT_SECONDS))
  const rows = await listKept(db, operatorId)
  return rows.map(({ key, value }) => ({ key, value: JSON.parse(value) as KeptValue['value'] }))
}

/**
 * Keeps values for a person of the centre, whatever their role: no command, it concerns nobody else and never leaves this PC. Not
 * only for who sits here: what was typed just before they left may arrive just after.
 */
export async function writeKept(
  db: Db,
  clock: Clock,
  { operatorId, values }: { operatorId: string; values: readonly KeptValue[] },
): Promise<void> {
  if (!(await getRow(db, 'operator', operatorId))) return
  const texts = values.map(({ key, value }) => ({ key, value: value === null ? null : JSON.stringify(value) }))
  await db.transaction().execute((tx) => saveKept(tx, operatorId, clock.now(), texts))
}
