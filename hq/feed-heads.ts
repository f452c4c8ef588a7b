import type { HqDatabase, Tx } from './db/open.ts'
import { COMMON_STREAM, centreStream } from './stream-names.ts'

/** How far a stream goes, what its rows add up to there, and the last position that is no longer told. */
export type FeedHead = { head: number; digest: string; floor: number }
export type Heads = { common: FeedHead; centre: FeedHead }

const NOTHING: FeedHead = { head: 0, digest: '0', floor: 0 }

/** By stream, in one statement, so that each head goes with its own sum; a stream that nothing was published in is absent. */
export async function readHeads(db: HqDatabase | Tx, streams: readonly string[]): Promise<Map<string, FeedHead>> {
  const feeds = await db
    .selectFrom('feed')
    .select(['stream', 'head', 'floor', (eb) => eb.cast<string>('digest', 'text').as('digest')])
    .where('stream', 'in', streams)
    .execute()
  return new Map(feeds.map(({ stream, ...feed }) => [stream, feed]))
}

/** The two streams that a desk reads. */
export async function headsOf(db: HqDatabase | Tx, centreId: string): Promise<Heads> {
  const heads = await readHeads(db, [COMMON_STREAM, centreStream(centreId)])
  return { common: heads.get(COMMON_STREAM) ?? NOTHING, centre: heads.get(centreStream(centreId)) ?? NOTHING }
}
