import type { ChangeSet, Cursor, Digest, SnapshotAnswer } from '../../contract/hq.ts'
import type { TroubleCode } from '../../contract/refusals.ts'
import type { KnownRow } from '../../contract/rows.ts'
import { type ArrivalEvent, addArrival } from '../../db/arrivals.ts'
import type { ArrivalTable, Db, Tx } from '../../db/schema.ts'
import { saveSums } from '../../db/sums.ts'
import { readSyncState, type SyncState, saveSyncState } from '../../db/sync-state.ts'
import { type ClickContext, newId } from '../commands/context.ts'
import { readArrivalEvents } from './arrival-events.ts'
import type { HqClient } from './hq-client.ts'
import type { HqReply } from './hq-request.ts'
import { readRows, readTransactions } from './read-rows.ts'
import { type Rebased, rebase } from './rebase.ts'

/** `sums`: what HQ's rows add up to, at which cursor; null when HQ did not say. */
export type Pulled = { trouble: TroubleCode | null; sums: { digest: Digest; cursor: Cursor } | null }

export type PullOptions = Pick<ClickContext, 'clock' | 'random'> & {
  appVersion: string
  onProgress: () => void
  /** Seconds for which HQ may hold the first request while it has nothing new. */
  wait?: number
}

/**
 * Brings every row of the centre for the first time, some pages at a time, each time in one transaction; cut anywhere, it goes on from
 * the last page kept.
 */
export async function pullSnapshot(db: Db, client: HqClient, options: PullOptions): Promise<TroubleCode | null> {
  for (;;) {
    const state = await readSyncState(db)
    if (state.snapshotComplete && !state.refetching) return null
    const read = await readPages(client, state.snapshotPage ?? null, state.snapshotComplete ? 1 : PAGES_TOGETHER)
    if (!read.ok) return read.trouble
    const { cursor, rows, unknown, next, done, total, currentSessionDone } = read.value
    const last = next === null
    await db.transaction().execute(async (tx) => {
      // What was removed meanwhile may still be in these pages: they are asked for again.
      if (!isSame(cursorOf(await readSyncState(tx)), cursorOf(state))) return
      // The very first page finds nothing here: sums begin at nothing, and need not be counted at the end.
      if (isVeryFirst(state)) await saveSums(tx, { common: 0n, centre: 0n })
      const { counts } = await rebase(tx, rows)
      if (!last) await noteSnapshotPage(tx, counts)
      else await noteArrival(tx, 'first-sync', { counts: await wholeSnapshot(tx, counts) }, options)
      await saveSyncState(tx, {
        snapshotPage: next,
        snapshotDone: String(done),
        snapshotTotal: String(total),
        agreement: null,
        ...(currentSessionDone ? { currentSessionComplete: '1' } : {}),
        ...(unknown > 0 ? { unknownEntitiesSince: options.appVersion } : {}),
        ...(last ? { snapshotComplete: '1', refetching: null, snapshotCounts: null } : {}),
        // A cursor that is there already stays, unless HQ no longer tells what came after it: what was removed since then is told by the
        // changes only, or found when both sides are compared.
        ...(last && (state.cursorCentre === undefined || state.refetching === CURSOR_TOO_OLD)
          ? { cursorCommon: String(cursor.common), cursorCentre: String(cursor.centre) }
          : {}),
      })
    })
    options.onProgress()
  }
}

/**
 * Of a first sync, kept in one transaction: on a slow disk each costs more than the rows in it. After a cut no more than these are asked
 * for again. A PC that reads everything anew is in use: it keeps each page at once, so that no click waits for three.
 */
const PAGES_TOGETHER = 3

type Pages = Omit<SnapshotAnswer, 'rows' | 'now'> & { rows: KnownRow[]; unknown: number }

/** The next pages, checked; those that came before one that fails are not lost. */
async function readPages(client: HqClient, from: string | null, atMost: number): Promise<HqReply<Pages>> {
  const rows: KnownRow[] = []
  let unknown = 0
  let pages: HqReply<Pages> | null = null
  for (let page = from, left = atMost; ; left--) {
    const reply = await client.snapshot(page)
    const read = reply.ok ? readPage(reply.value, page) : reply
    if (!read.ok) return pages ?? read
    rows.push(...read.value.rows)
    unknown += read.value.unknown
    pages = { ok: true, value: { ...read.value, rows, unknown } }
    page = read.value.next
    if (page === null || left === 1) return pages
  }
}

function readPage({ rows, ...page }: SnapshotAnswer, asked: string | null): HqReply<Pages> {
  const read = readRows(rows)
  // A page that is not the last and brings nothing would be asked for without end.
  if ('invalid' in read || (page.next !== null && (rows.length === 0 || page.next === asked)))
    return { ok: false, trouble: 'hq-garbage' }
  return { ok: true, value: { ...page, rows: read.known, unknown: read.unknown } }
}

function isVeryFirst({ snapshotComplete, snapshotPage, cursorCentre, sumCentre }: SyncState): boolean {
  return [snapshotComplete, snapshotPage, cursorCentre, sumCentre].every((known) => known === undefined)
}

/** Why all rows are fetched again: HQ has forgotten what came after our cursor. */
const CURSOR_TOO_OLD = 'cursor-too-old'

/** Brings what changed since the cursor. Each page is one SQLite transaction, the cursor in it: a crash repeats a page, never skips one. */
export async function pullChanges(db: Db, client: HqClient, options: PullOptions): Promise<Pulled> {
  for (let wait = options.wait ?? 0; ; wait = 0) {
    const after = cursorOf(await readSyncState(db))
    const reply = await client.changes(after, wait)
    if (!reply.ok) {
      if (reply.code === CURSOR_TOO_OLD) await saveSyncState(db, { refetching: CURSOR_TOO_OLD, snapshotPage: null })
      return { trouble: reply.trouble, sums: null }
    }
    const { changes, cursor, more, digest } = reply.value
    const read = readTransactions(changes)
    const moved = changes.length > 0
    if ('invalid' in read || !followsOn(after, changes, cursor) || (more && !moved))
      return { trouble: 'hq-garbage', sums: null }
    if (moved) {
      const kept = await db.transaction().execute(async (tx) => {
        // A request that HQ held may be answered after another has brought the same: what is here already is not applied twice.
        if (!isSame(cursorOf(await readSyncState(tx)), after)) return false
        const events = await readArrivalEvents(tx, read.transactions)
        const { counts } = await rebase(tx, read.transactions.flat())
        await noteArrival(tx, 'network', { counts, events }, options)
        await saveSyncState(tx, {
          cursorCommon: String(cursor.common),
          cursorCentre: String(cursor.centre),
          agreement: null,
          ...(read.unknown > 0 ? { unknownEntitiesSince: options.appVersion } : {}),
        })
        return true
      })
      if (kept) options.onProgress()
    }
    if (!more) return { trouble: null, sums: digest && { digest, cursor } }
  }
}

/**
 * HQ gives each of its transactions the next position of the stream: a page that skips one, repeats one, or moves the cursor past what it
 * brings would hide a change for good.
 */
export function followsOn(after: Cursor, changes: readonly ChangeSet[], cursor: Cursor): boolean {
  const reached = { ...after }
  for (const { stream, position } of changes) {
    if (position !== reached[stream] + 1) return false
    reached[stream] = position
  }
  return isSame(reached, cursor)
}

export function cursorOf({ cursorCommon, cursorCentre }: SyncState): Cursor {
  return { common: Number(cursorCommon ?? 0), centre: Number(cursorCentre ?? 0) }
}

export function isSame(one: Cursor, other: Cursor): boolean {
  return one.common === other.common && one.centre === other.centre
}

/** What came at once, for the register of arrivals. Outcomes are answers to what was sent: they are not counted. */
export async function noteArrival(
  tx: Tx,
  source: ArrivalTable['source'],
  { counts: { outcome: _, ...counts }, events = [] }: { counts: Rebased['counts']; events?: readonly ArrivalEvent[] },
  { clock, random }: Pick<PullOptions, 'clock' | 'random'>,
): Promise<void> {
  await addArrival(tx, { id: newId({ clock, random }), at: clock.now(), source, counts, events })
}

/** A first sync is one arrival, however many pages it took. */
async function noteSnapshotPage(tx: Tx, counts: Rebased['counts']): Promise<void> {
  await saveSyncState(tx, { snapshotCounts: JSON.stringify(await wholeSnapshot(tx, counts)) })
}

async function wholeSnapshot(tx: Tx, counts: Rebased['counts']): Promise<Rebased['counts']> {
  const { snapshotCounts } = await readSyncState(tx)
  const before = snapshotCounts === undefined ? {} : (JSON.parse(snapshotCounts) as Rebased['counts'])
  const whole = { ...before }
  for (const [kind, count] of Object.entries(counts)) whole[kind] = (whole[kind] ?? 0) + count
  return whole
}

/** After an update of the app, kinds of rows that the older version had to leave out are fetched, with all the others; work goes on meanwhile. */
export async function refetchAfterUpdate(db: Db, appVersion: string): Promise<void> {
  const { unknownEntitiesSince, snapshotComplete } = await readSyncState(db)
  if (unknownEntitiesSince === undefined || unknownEntitiesSince === appVersion || !snapshotComplete) return
  await saveSyncState(db, { unknownEntitiesSince: null, refetching: '1', snapshotPage: null })
}
