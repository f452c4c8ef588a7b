import { randomBytes } from 'node:crypto'
import { copyFileSync } from 'node:fs'
import type { ChangesAnswer } from '../../contract/hq.ts'
import type { WireRow } from '../../contract/rows.ts'
import { listPending } from '../../db/commands.ts'
import { openDatabase } from '../../db/open.ts'
import { getRow, listRows } from '../../db/rows.ts'
import type { Db } from '../../db/schema.ts'
import { readSyncState, saveSyncState } from '../../db/sync-state.ts'
import type { Entry } from '../../domain/entry.ts'
import { uuidV7 } from '../../domain/ids.ts'
import { runClick } from '../../main/commands/run-click.ts'
import { cursorOf, pullChanges } from '../../main/sync/pull.ts'
import { MONDAY } from '../helpers/rows.ts'
import { median, timed } from './medians.ts'
import { clientOf } from './recording.ts'

const SESSION_ID = '2027-01'
const ROWS_PER_CHANGE = 4
/** One row in ten of HQ's page is one on which this PC has a decision pending. */
const DISPUTED = 10
/** One decision in five refuses; the others pre-validate. */
const REFUSED = 5

const chance = { clock: { now: () => MONDAY }, random: (bytes: number) => randomBytes(bytes) }
const operator = { id: 'rennes-maelle', name: 'Maëlle CORVAISIER', role: 'manager' as const, active: true }

/** Medians in milliseconds: of one click; of the page with everything pending, and with nothing. */
export type PendingRebase = { click: number; page: number; pageAlone: number; doubtful: number }

/**
 * An outage of `pending` decisions on a first-synced database, then one page of `changes` rows: read, applied, everything replayed, kept.
 * @param file a database after its first sync; it is changed
 */
export async function pendingRebase(
  file: string,
  { pending, changes, repeats }: { pending: number; changes: number; repeats: number },
): Promise<PendingRebase> {
  const before = `${file}.before`
  copyFileSync(file, before)
  const db = await openDatabase(file)
  const entries = await decidable(db, pending)
  const answer = JSON.stringify(await pageOf(db, entries, changes))
  await saveSyncState(db, { deviceId: 'bench', series: 'Z' })
  const clicks: number[] = []
  for (const [index, entry] of entries.entries()) clicks.push(await timed(() => decide(db, index, entry)))
  await db.destroy()

  const withPending: number[] = []
  const alone: number[] = []
  let doubtful = 0
  for (let repeat = 0; repeat < repeats; repeat++) {
    const after = await pull(file, answer, pending)
    withPending.push(after.ms)
    doubtful = after.doubtful
    alone.push((await pull(before, answer, 0)).ms)
  }
  return { click: median(clicks), page: median(withPending), pageAlone: median(alone), doubtful }
}

async function decidable(db: Db, count: number): Promise<Entry[]> {
  const byRequest = new Map<string, Entry>()
  for (const entry of await listRows(db, 'entry'))
    if (entry.sessionId === SESSION_ID && entry.status === 'requested' && entry.offeringId !== null)
      byRequest.set(entry.requestId, entry)
  if (byRequest.size < count) throw new Error(`only ${byRequest.size} requests to decide`)
  return [...byRequest.values()].slice(0, count)
}

async function decide(db: Db, index: number, { id, requestId }: Entry): Promise<void> {
  const args = { requestId, entryIds: [id] }
  const draft =
    index % REFUSED === 0
      ? { name: 'entry.refuse' as const, args: { ...args, reason: 'full', text: null } }
      : { name: 'entry.prevalidate' as const, args }
  const { results } = await runClick(db, [{ ...draft, after: [] }], { ...chance, operator })
  if (!results[0]?.ok) throw new Error(`not decided: ${JSON.stringify(results)}`)
}

/** On a copy of the file, as it was. */
async function pull(file: string, answer: string, pending: number): Promise<{ ms: number; doubtful: number }> {
  const copy = `${file}.copy`
  copyFileSync(file, copy)
  const db = await openDatabase(copy)
  const client = clientOf(
    (async (input: URL) => new Response(input.pathname === '/v1/changes' ? answer : SIGNED_IN)) as typeof fetch,
  )
  let pulled: unknown
  const ms = await timed(async () => {
    pulled = await pullChanges(db, client, { ...chance, appVersion: '0.1.0', onProgress: () => {} })
  })
  const left = await listPending(db)
  if ((pulled as { trouble: unknown }).trouble !== null || left.length !== pending)
    throw new Error(`not pulled: ${JSON.stringify(pulled)}, ${left.length} pending`)
  await db.destroy()
  return { ms, doubtful: left.filter((command) => command.doubtful).length }
}

const SIGNED_IN = JSON.stringify({ challenge: 'bench', token: 'bench', expiresAt: MONDAY, now: MONDAY })

/** Half of it new requests, half rows that are here already, in transactions of a few rows. */
async function pageOf(db: Db, disputed: readonly Entry[], count: number): Promise<ChangesAnswer> {
  const known = await listRows(db, 'entry')
  const rows: WireRow[] = []
  const add = <T extends { id: string }>(entity: string, value: T, revision = 1) =>
    rows.push({ entity, id: value.id, revision, value: { ...value } as WireRow['value'] })
  for (const { candidateId, requestId, ...entry } of known) {
    if (rows.length >= count / 2) break
    const candidate = await getRow(db, 'candidate', candidateId)
    const request = await getRow(db, 'request', requestId)
    if (!candidate || !request) continue
    const ids = { candidateId: newId(), requestId: newId() }
    add('candidate', { ...candidate, id: ids.candidateId, nuc: null })
    add('request', { ...request, id: ids.requestId, candidateId: ids.candidateId })
    add('entry', { ...entry, ...ids, id: newId() })
  }
  for (const entry of disputed.slice(0, Math.floor(count / DISPUTED)))
    add('entry', { ...entry, status: 'withdrawn' } as Entry, 9)
  for (const entry of known.slice(-count)) {
    if (rows.length === count) break
    add('entry', { ...entry, confirmedAt: MONDAY } as Entry, 9)
  }
  const cursor = cursorOf(await readSyncState(db))
  const changes = Array.from({ length: Math.ceil(rows.length / ROWS_PER_CHANGE) }, (_, index) => ({
    stream: 'centre' as const,
    position: cursor.centre + index + 1,
    commandId: null,
    rows: rows.slice(index * ROWS_PER_CHANGE, (index + 1) * ROWS_PER_CHANGE),
  }))
  const reached = { ...cursor, centre: cursor.centre + changes.length }
  return { changes, cursor: reached, more: false, digest: null, now: MONDAY }
}

function newId(): string {
  return uuidV7(MONDAY, randomBytes(16))
}
