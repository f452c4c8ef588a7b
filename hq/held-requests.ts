import type { Cursor } from '../contract/hq.ts'
import { type FeedHead, type Heads, readHeads } from './feed-heads.ts'
import type { Hq } from './hq.ts'
import { otherInstances } from './other-instances.ts'
import { onPublished } from './published.ts'
import { isAtHeads } from './read-changes.ts'
import { COMMON_STREAM, centreStream } from './stream-names.ts'

/** Commits within this long wake those who wait once. */
const COALESCE_MS = 50
/** How long a stream is kept in mind after the last one who waited for it: a PC asks again as soon as it is answered. */
const KEPT_MS = 120_000

type Known = { feed: FeedHead | null; version: number; holders: number; leftAt: number }

/** One request that may wait. */
export type Hold = {
  /** Both heads with their sums, from memory; null when something may have happened since they were read. */
  heads: () => Heads | null
  /** Reads, and remembers the heads that were read unless something happened meanwhile. */
  remembering: <T extends { heads: Heads }>(read: () => Promise<T>) => Promise<T>
  /** Resolves when something may have happened after this cursor, or when it is time to answer. */
  untilNews: (cursor: Cursor, milliseconds: number, gone: AbortSignal) => Promise<'news' | 'over'>
  leave: () => void
}

export type HeldRequests = {
  enter: (centreId: string) => Hold
  /** Everyone is answered, and nobody waits any more. */
  release: () => void
  close: () => Promise<void>
}

/**
 * Requests that wait for something to be published in `common` or in their centre, without asking the database: it is heard of
 * from this process (`onPublished`), from other instances, and by one query every few seconds for all that are waited for. What is
 * kept in mind may be late, and then somebody waits until that query (`netMs`); it hides nothing for longer.
 */
export function heldRequests(hq: Pick<Hq, 'db' | 'engine' | 'reportBug' | 'netMs'>): HeldRequests {
  const known = new Map<string, Known>()
  const waiting = new Set<{ streams: readonly string[]; wake: () => void }>()
  const committed = new Set<string>()
  const others = otherInstances(hq, { streams: happened, deafUntilNow: () => void castNet() })
  let released = false
  let announced: Promise<void> = Promise.resolve()
  let soon: NodeJS.Timeout | undefined
  let net: NodeJS.Timeout | undefined
  const forgetPublished = onPublished(hq.db, (streams) => {
    for (const stream of streams) forget(stream)
    if (hq.engine === 'pglite' && waiting.size === 0) return
    for (const stream of streams) committed.add(stream)
    soon ??= setTimeout(announce, COALESCE_MS).unref()
  })

  function announce(): void {
    clearTimeout(soon)
    soon = undefined
    const streams = [...committed]
    committed.clear()
    wake(streams)
    announced = announced.then(() => others.tell(streams))
  }

  function happened(streams: readonly string[]): void {
    for (const stream of streams) forget(stream)
    wake(streams)
  }

  function forget(stream: string): void {
    const entry = known.get(stream)
    if (!entry) return
    entry.feed = null
    entry.version += 1
  }

  function wake(streams: readonly string[]): void {
    for (const waiter of waiting) if (waiter.streams.some((stream) => streams.includes(stream))) waiter.wake()
  }

  /** Finds what nobody told us of, and lets go of what nobody waits for any more. */
  async function castNet(): Promise<void> {
    clearTimeout(net)
    net = undefined
    for (const [stream, { holders, leftAt }] of known)
      if (holders === 0 && performance.now() - leftAt > KEPT_MS) known.delete(stream)
    if (known.size === 0 || released) return
    try {
      const heads = await readHeads(hq.db, [...known.keys()])
      happened([...known].flatMap(([stream, { feed }]) => (isBehind(feed, heads.get(stream)) ? [stream] : [])))
    } catch (error) {
      if (!released) hq.reportBug(error, 'net of held requests')
    }
    castNetLater()
  }

  function castNetLater(): void {
    if (!released) net ??= setTimeout(() => void castNet(), hq.netMs).unref()
  }

  function enter(centreId: string): Hold {
    const names = { common: COMMON_STREAM, centre: centreStream(centreId) }
    const streams = [names.common, names.centre]
    for (const stream of streams) {
      const entry = known.get(stream) ?? { feed: null, version: 0, holders: 0, leftAt: 0 }
      entry.holders += 1
      known.set(stream, entry)
    }
    others.listen()
    castNetLater()
    const versions = () => streams.map((stream) => known.get(stream)?.version).join()
    const heads = (): Heads | null => {
      const [common, centre] = [known.get(names.common)?.feed, known.get(names.centre)?.feed]
      return common && centre ? { common, centre } : null
    }
    return {
      heads,
      async remembering(read) {
        const before = versions()
        const answer = await read()
        if (versions() === before)
          for (const name of ['common', 'centre'] as const) {
            const entry = known.get(names[name])
            if (entry) entry.feed = answer.heads[name]
          }
        return answer
      },
      untilNews: (cursor, milliseconds, gone) =>
        new Promise((resolve) => {
          if (released || gone.aborted || milliseconds <= 0) return resolve('over')
          const current = heads()
          // It happened between the reading and now.
          if (current === null || !isAtHeads(cursor, current)) return resolve('news')
          const end = (how: 'news' | 'over') => {
            clearTimeout(timer)
            gone.removeEventListener('abort', over)
            waiting.delete(waiter)
            resolve(how)
          }
          const over = () => end('over')
          const waiter = { streams, wake: () => end(released ? 'over' : 'news') }
          const timer = setTimeout(over, milliseconds).unref()
          gone.addEventListener('abort', over)
          waiting.add(waiter)
        }),
      leave() {
        for (const stream of streams) {
          const entry = known.get(stream)
          if (!entry) continue
          entry.holders -= 1
          entry.leftAt = performance.now()
        }
      },
    }
  }

  return {
    enter,
    release() {
      released = true
      for (const waiter of waiting) waiter.wake()
    },
    async close() {
      forgetPublished()
      clearTimeout(net)
      announce()
      await announced
      await others.close()
    },
  }
}

function isBehind(kept: FeedHead | null, found: FeedHead | undefined): boolean {
  return kept !== null && found !== undefined && found.head > kept.head
}
