import { readFileSync, statSync } from 'node:fs'
import type { Cursor } from '../../contract/hq.ts'
import type { RescueRead } from '../../contract/ipc.ts'
import type { RescueRefusal } from '../../contract/refusals.ts'
import type { Return } from '../../contract/rescue.ts'
import type { WireRow } from '../../contract/rows.ts'
import { addAudit } from '../../db/audit.ts'
import type { Db } from '../../db/schema.ts'
import { readSyncState, type SyncState, saveSyncState } from '../../db/sync-state.ts'
import { entities, isEntityName } from '../../domain/entities.ts'
import { addressOf, openReturn } from '../../rescue/open.ts'
import { type ClickContext, newId } from '../commands/context.ts'
import { readArrivalEvents } from '../sync/arrival-events.ts'
import { cursorOf, followsOn, noteArrival } from '../sync/pull.ts'
import { readTransactions } from '../sync/read-rows.ts'
import { rebase } from '../sync/rebase.ts'

export type ReturnOptions = Pick<ClickContext, 'clock' | 'random'> & {
  appVersion: string
  operatorName: string
  /** Which file; null when the person gave up. */
  chooseFile: () => Promise<string | null>
}

/** No return of HQ's is near this: read whole, it must not take the memory of the PC. */
const MOST_BYTES = 256 * 1024 * 1024

/**
 * Reads HQ's answer from a file: what it tells is taken in as a page of the network would be. Twice, late or after the network came back,
 * it changes nothing twice; one that follows a file that never came is refused, and says which.
 */
export async function readReturn(db: Db, options: ReturnOptions): Promise<RescueRead> {
  const state = await readSyncState(db)
  if (!state.deviceId || !state.ageIdentity || !state.hqPublicKey) return { ok: false, code: 'not-enrolled' }
  const path = await options.chooseFile()
  if (path === null) return { ok: false, code: 'cancelled' }
  const file = readSmall(path)
  if (!file) return { ok: false, code: 'not-a-rescue-file' }
  const misaddressed = wrongAddress(file, state)
  if (misaddressed) return { ok: false, code: misaddressed }
  const opened = await openReturn(file, { identity: state.ageIdentity, publicKey: state.hqPublicKey })
  if (!opened.ok) return { ok: false, code: opened.refusal }
  return await takeIn(db, opened.payload, options)
}

function wrongAddress(file: Uint8Array, { centreId, deviceId }: SyncState): RescueRefusal | null {
  const read = addressOf(file)
  if (!read.ok) return read.refusal
  if (read.header.kind !== 'return') return 'wrong-direction'
  if (read.header.centreId !== centreId) return 'other-centre'
  return read.header.deviceId === deviceId ? null : 'other-device'
}

function readSmall(path: string): Uint8Array | null {
  try {
    return statSync(path).size > MOST_BYTES ? null : readFileSync(path)
  } catch (error) {
    console.error('rescue file not read', error)
    return null
  }
}

async function takeIn(
  db: Db,
  answer: Return,
  { clock, random, appVersion, operatorName }: ReturnOptions,
): Promise<RescueRead> {
  const { number, madeAt, from, to } = answer
  if (answer.rows === null && !followsOn(from, answer.changes, to)) return { ok: false, code: 'altered' }
  return await db.transaction().execute(async (tx): Promise<RescueRead> => {
    const state = await readSyncState(tx)
    const cursor = cursorOf(state)
    if (answer.rows === null && (!state.snapshotComplete || isAhead(from, cursor)))
      return { ok: false, code: 'missing-before', detail: { number, last: Number(state.returnNumber ?? 0), madeAt } }
    const read = readTransactions(newsOf(answer, cursor))
    if ('invalid' in read) return { ok: false, code: 'altered' }
    const events = answer.rows === null ? await readArrivalEvents(tx, read.transactions) : []
    const { counts, settled } = await rebase(tx, read.transactions.flat())
    await noteArrival(tx, 'file', { counts, events }, { clock, random })
    await saveSyncState(tx, {
      cursorCommon: String(Math.max(to.common, cursor.common)),
      cursorCentre: String(Math.max(to.centre, cursor.centre)),
      returnNumber: String(Math.max(number, Number(state.returnNumber ?? 0))),
      agreement: null,
      ...(answer.rows === null ? {} : { snapshotComplete: '1', snapshotPage: null, refetching: null }),
      ...(read.unknown > 0 ? { unknownEntitiesSince: appVersion } : {}),
    })
    const id = newId({ clock, random })
    await addAudit(tx, { id, at: clock.now(), operatorName, kind: 'return-read', detail: { number } })
    // HQ's answers to this PC's actions are told apart, as `settled`.
    const { outcome: _, ...others } = counts
    return { ok: true, news: Object.values(others).reduce((sum, count) => sum + count, 0), settled }
  })
}

/** Further on in either stream. */
function isAhead(one: Cursor, other: Cursor): boolean {
  return one.common > other.common || one.centre > other.centre
}

/**
 * The rows beyond our cursor. What lies before it may have been removed since: applied again, it would come back to life.
 */
function newsOf({ changes, rows, to }: Return, cursor: Cursor): { rows: WireRow[] }[] {
  if (rows === null) return changes.filter(({ stream, position }) => position > cursor[stream])
  const news = rows.filter(
    ({ entity }) => !isEntityName(entity) || to[entities[entity].stream] > cursor[entities[entity].stream],
  )
  return [{ rows: news }]
}
