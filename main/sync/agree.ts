import type { Cursor, Digest, StreamName } from '../../contract/hq.ts'
import type { TroubleCode } from '../../contract/refusals.ts'
import { type KnownRow, tombstone } from '../../contract/rows.ts'
import type { Agreement } from '../../contract/states.ts'
import { addAudit } from '../../db/audit.ts'
import { addNotice } from '../../db/notices.ts'
import type { Db, Tx } from '../../db/schema.ts'
import { bucketOf, type ConfirmedRow, confirmedRows, hashOfRow, readSums, recount, type Sums } from '../../db/sums.ts'
import { readSyncState, saveSyncState } from '../../db/sync-state.ts'
import { addSums, BUCKETS, DIGEST_VERSION, placeText } from '../../domain/digest.ts'
import { type ClickContext, newId } from '../commands/context.ts'
import type { HqClient } from './hq-client.ts'
import { cursorOf, isSame, noteArrival } from './pull.ts'
import { readRows } from './read-rows.ts'
import { rebase } from './rebase.ts'

type Tools = Pick<ClickContext, 'clock' | 'random'>
type Asked = { digest: Digest; cursor: Cursor }
/** HQ has moved on: the next exchange brings more, and compares. */
const NOT_NOW = { repaired: false, trouble: null }
const STREAMS: readonly StreamName[] = ['common', 'centre']

/**
 * Compares what this PC holds with what HQ says its rows add up to, at the same cursor, and keeps what came out. When they differ, the
 * buckets that disagree are fetched whole and put right; pending work is kept, the repair is noted and told. Two requests to HQ may be
 * under way: once the other has brought more, there is nothing left to say here.
 */
export async function agreeWith(db: Db, client: HqClient, asked: Asked, tools: Tools): Promise<TroubleCode | null> {
  const sums = await db.transaction().execute((tx) => compare(tx, asked, readSums))
  if (!sums) return null
  for (const stream of STREAMS) {
    if (String(sums[stream]) === asked.digest[stream]) continue
    const { trouble, repaired } = await repair(db, client, stream, asked.cursor, tools)
    if (!repaired) return trouble
  }
  await db.transaction().execute((tx) => compare(tx, asked, async () => null))
  return null
}

/**
 * In one transaction: nothing may move between looking and saying so.
 * @returns what the rows here add up to when it is not what HQ says; null when there is nothing to repair
 */
async function compare(
  tx: Tx,
  { digest, cursor }: Asked,
  kept: (tx: Tx) => Promise<Sums | null>,
): Promise<Sums | null> {
  if (!isSame(cursorOf(await readSyncState(tx)), cursor)) return null
  const sums = digest.version === DIGEST_VERSION ? ((await kept(tx)) ?? (await recount(tx))) : null
  const agreement: Agreement = !sums ? 'unverifiable' : isEqual(sums, digest) ? 'agrees' : 'differs'
  await saveSyncState(tx, { agreement })
  return agreement === 'differs' ? sums : null
}

function isEqual(sums: Sums, digest: Digest): boolean {
  return STREAMS.every((stream) => String(sums[stream]) === digest[stream])
}

async function repair(
  db: Db,
  client: HqClient,
  stream: StreamName,
  cursor: Cursor,
  tools: Tools,
): Promise<{ repaired: boolean; trouble: TroubleCode | null }> {
  const announced = await client.buckets(stream)
  if (!announced.ok) return { repaired: false, trouble: announced.trouble }
  if (announced.value.position !== cursor[stream]) return NOT_NOW
  const ours = await sumBuckets(db, stream)
  const rows: KnownRow[] = []
  const buckets = new Set<number>()
  for (const [bucket, sum] of announced.value.sums.entries()) {
    if (String(ours[bucket]) === sum) continue
    const reply = await client.bucket(stream, bucket)
    if (!reply.ok) return { repaired: false, trouble: reply.trouble }
    if (reply.value.position !== cursor[stream]) return NOT_NOW
    const read = readRows(reply.value.rows)
    // Rows are removed on the strength of this answer alone: it must add up to what HQ announced before.
    if ('invalid' in read || read.unknown > 0 || sumOf(read.known, bucket) !== sum)
      return { repaired: false, trouble: 'hq-garbage' }
    rows.push(...read.known)
    buckets.add(bucket)
  }
  return await db.transaction().execute(async (tx) => {
    if (!isSame(cursorOf(await readSyncState(tx)), cursor)) return NOT_NOW
    await putRight(tx, stream, { rows, buckets }, tools)
    return { repaired: true, trouble: null }
  })
}

/** What HQ's rows of one bucket add up to; null when one of them does not belong there or is no row. */
function sumOf(rows: readonly KnownRow[], bucket: number): string | null {
  let sum = 0n
  for (const row of rows) {
    if (row.value === null || bucketOf(row.entity, row.id) !== bucket) return null
    sum = addSums(sum, hashOfRow(row.entity, row.id, { value: row.value, revision: row.revision }))
  }
  return String(sum)
}

async function sumBuckets(db: Db, stream: StreamName): Promise<bigint[]> {
  const sums = new Array<bigint>(BUCKETS).fill(0n)
  for await (const { entity, id, hash } of confirmedRows(db, stream)) {
    const bucket = bucketOf(entity, id)
    sums[bucket] = addSums(sums[bucket] ?? 0n, hash)
  }
  return sums
}

type Truth = { rows: readonly KnownRow[]; buckets: ReadonlySet<number> }

/** Rows that are wrong or missing here are replaced, rows that HQ does not have are taken away as by a tombstone. */
async function putRight(tx: Tx, stream: StreamName, { rows, buckets }: Truth, tools: Tools): Promise<void> {
  const ours = new Map<string, ConfirmedRow>()
  for await (const row of confirmedRows(tx, stream))
    if (buckets.has(bucketOf(row.entity, row.id))) ours.set(placeText(row.entity, row.id), row)
  const wrong: KnownRow[] = []
  for (const row of rows) {
    const place = placeText(row.entity, row.id)
    const hash = hashOfRow(row.entity, row.id, { value: row.value as never, revision: row.revision })
    if (ours.get(place)?.hash !== hash) wrong.push(row)
    ours.delete(place)
  }
  const gone = [...ours.values()].map(({ entity, id, revision }) => tombstone(entity, id, revision + 1))
  const { counts } = await rebase(tx, [...wrong, ...gone], { overwrite: true })
  await noteArrival(tx, 'repair', { counts }, tools)
  // Sums alone may have been wrong: nothing that a person saw has changed then.
  if (wrong.length + gone.length === 0) return
  const at = tools.clock.now()
  const detail = { rows: wrong.length, removed: gone.length }
  await addAudit(tx, { id: newId(tools), at, operatorName: null, kind: 'rows-repaired', detail: { stream, ...detail } })
  await addNotice(tx, { id: newId(tools), at, kind: 'repaired', detail })
}
