import { sql } from 'kysely'
import type { Db, Tx } from './schema.ts'

/** What this PC knows of itself and of its exchanges. One text value a key. */
export type SyncStateKey =
  | 'hqUrl'
  | 'deviceId'
  | 'deviceName'
  | 'series'
  | 'centreId'
  | 'privateKey'
  | 'ageIdentity'
  | 'hqPublicKey'
  | 'hqAgePublicKey'
  | 'contact'
  | 'nextContact'
  | 'nextPrivateKey'
  | 'nextAgeIdentity'
  | 'restoredAt'
  | 'copyTakenAt'
  | 'cursorCommon'
  | 'cursorCentre'
  | 'snapshotPage'
  | 'snapshotDone'
  | 'snapshotTotal'
  | 'snapshotCounts'
  | 'snapshotComplete'
  | 'currentSessionComplete'
  | 'refetching'
  | 'sumCommon'
  | 'sumCentre'
  | 'agreement'
  | 'clockAhead'
  | 'departureNumber'
  | 'fileNumber'
  | 'fileWrittenAt'
  | 'fileLastSequence'
  | 'returnNumber'
  | 'lastSyncedAt'
  | 'trouble'
  | 'troubleSince'
  | 'operatorId'
  | 'lastSequence'
  | 'unknownEntitiesSince'

export type SyncState = Partial<Record<SyncStateKey, string>>

export async function readSyncState(db: Db | Tx): Promise<SyncState> {
  const rows = await (db as Db).selectFrom('syncState').selectAll().execute()
  return Object.fromEntries(rows.map(({ key, value }) => [key, value]))
}

/** Writes the keys given; null removes one. */
export async function saveSyncState(tx: Db | Tx, changes: Partial<Record<SyncStateKey, string | null>>): Promise<void> {
  const removed: string[] = []
  const kept: { key: string; value: string }[] = []
  for (const [key, value] of Object.entries(changes)) {
    if (value === null) removed.push(key)
    else kept.push({ key, value })
  }
  if (removed.length > 0) await (tx as Db).deleteFrom('syncState').where('key', 'in', removed).execute()
  if (kept.length > 0)
    await (tx as Db)
      .insertInto('syncState')
      .values(kept)
      .onConflict((conflict) => conflict.column('key').doUpdateSet(({ ref }) => ({ value: ref('excluded.value') })))
      .execute()
}

/** The next number of this PC's commands, drawn in the transaction that keeps the command. */
export async function nextSequence(tx: Tx): Promise<number> {
  const { rows } = await sql<{ value: string }>`
    insert into sync_state (key, value) values ('lastSequence', '1')
    on conflict (key) do update set value = cast(cast(value as integer) + 1 as text) returning value`.execute(tx)
  return Number(rows[0]?.value)
}
