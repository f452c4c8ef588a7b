import type { TroubleCode } from '../../contract/desk.ts'
import type { ChangeSet, Cursor } from '../../contract/hq.ts'
import type { Db } from '../../db/schema.ts'
import { readSyncState, type SyncState, saveSyncState } from '../../db/sync-state.ts'
import type { HqClient } from './hq-client.ts'
import { readRows } from './read-rows.ts'
import { rebase } from './rebase.ts'

type Pulled = { trouble: TroubleCode | null; changed: boolean }

export type PullOptions = { appVersion: string; onProgress: () => void }

/** Brings every row of the centre for the first time, page by page; cut anywhere, it goes on from the last page kept. */
export async function pullSnapshot(db: Db, client: HqClient, { appVersion, onProgress }: PullOptions): Promise<Pulled> {
  for (let changed = false; ; changed = true) {
    const state = await readSyncState(db)
    if (state.snapshotComplete && !state.refetching) return { trouble: null, changed }
    const reply = await client.snapshot(state.snapshotPage ?? null)
    if (!reply.ok) return { trouble: reply.trouble, changed }
    const { cursor, rows, next, done, total } = reply.value
    const read = readRows(rows)
    // A page that is not the last and brings nothing would be asked for without end.
    if ('invalid' in read || (next !== null && (rows.length === 0 || next === state.snapshotPage)))
      return { trouble: 'hq-garbage', changed }
    await db.transaction().execute(async (tx) => {
      await rebase(tx, read.known)
      await saveSyncState(tx, {
        snapshotPage: next,
        snapshotDone: String(done),
        snapshotTotal: String(total),
        ...(read.unknown > 0 ? { unknownEntitiesSince: appVersion } : {}),
        ...(next === null ? { snapshotComplete: '1', refetching: null } : {}),
        // A cursor that is there already stays: what was removed since then is told by the changes only.
        ...(next === null && state.cursorCentre === undefined
          ? { cursorCommon: String(cursor.common), cursorCentre: String(cursor.centre) }
          : {}),
      })
    })
    onProgress()
  }
}

/** Brings what changed since the cursor. Each page is one SQLite transaction, the cursor in it: a crash repeats a page, never skips one. */
export async function pullChanges(db: Db, client: HqClient, { appVersion, onProgress }: PullOptions): Promise<Pulled> {
  for (let changed = false; ; ) {
    const after = cursorOf(await readSyncState(db))
    const reply = await client.changes(after)
    if (!reply.ok) return { trouble: reply.trouble, changed }
    const { changes, cursor, more } = reply.value
    const read = readRows(changes.flatMap(({ rows }) => rows))
    const moved = changes.length > 0
    if ('invalid' in read || !followsOn(after, changes, cursor) || (more && !moved))
      return { trouble: 'hq-garbage', changed }
    if (moved) {
      await db.transaction().execute(async (tx) => {
        await rebase(tx, read.known)
        await saveSyncState(tx, {
          cursorCommon: String(cursor.common),
          cursorCentre: String(cursor.centre),
          ...(read.unknown > 0 ? { unknownEntitiesSince: appVersion } : {}),
        })
      })
      changed = true
      onProgress()
    }
    if (!more) return { trouble: null, changed }
  }
}

/**
 * HQ gives each of its transactions the next position of the stream: a page that skips one, repeats one, or moves the cursor past what it
 * brings would hide a change for good.
 */
function followsOn(after: Cursor, changes: readonly ChangeSet[], cursor: Cursor): boolean {
  const reached = { ...after }
  for (const { stream, position } of changes) {
    if (position !== reached[stream] + 1) return false
    reached[stream] = position
  }
  return reached.common === cursor.common && reached.centre === cursor.centre
}

function cursorOf({ cursorCommon, cursorCentre }: SyncState): Cursor {
  return { common: Number(cursorCommon ?? 0), centre: Number(cursorCentre ?? 0) }
}

/** After an update of the app, kinds of rows that the older version had to leave out are fetched, with all the others; work goes on meanwhile. */
export async function refetchAfterUpdate(db: Db, appVersion: string): Promise<void> {
  const { unknownEntitiesSince, snapshotComplete } = await readSyncState(db)
  if (unknownEntitiesSince === undefined || unknownEntitiesSince === appVersion || !snapshotComplete) return
  await saveSyncState(db, { unknownEntitiesSince: null, refetching: '1', snapshotPage: null })
}
