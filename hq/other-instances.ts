import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Client } from 'pg'
import { newClient } from './db/open.ts'
import type { Hq } from './hq.ts'
import { onPublished } from './published.ts'

const CHANNEL = 'pupitre_feed'
/** PostgreSQL takes payloads below 8 000 bytes; an id has at most 64 characters. */
const STREAMS_PER_NOTE = 80
const AGAIN_AFTER_MS = 1000

export type OtherInstances = {
  /** Begins to hear; does nothing when it hears already, or where there is no other instance (PGlite). */
  listen: () => void
  /** Tells the others what this one has committed. Outside of any transaction: a NOTIFY within one makes commits wait for each other. */
  tell: (streams: readonly string[]) => Promise<void>
  close: () => Promise<void>
}

type Heard = {
  streams: (streams: readonly string[]) => void
  /** Notes may have been missed until now: look for yourself. */
  deafUntilNow: () => void
}

/** What instances of HQ on one PostgreSQL tell each other. A note that is lost only makes somebody wait for the net. */
export function otherInstances(
  { db, engine, reportBug }: Pick<Hq, 'db' | 'engine' | 'reportBug'>,
  heard: Heard,
): OtherInstances {
  const self = randomUUID()
  let client: Client | null = null
  let again: NodeJS.Timeout | undefined
  let closed = false

  function listen(): void {
    if (client !== null || closed) return
    const mine = newClient(db)
    if (mine === null) return
    client = mine
    clearTimeout(again)
    mine.on('notification', ({ payload = '' }) => {
      const [from, ...streams] = payload.split('\n')
      if (from !== self) heard.streams(streams)
    })
    mine.on('error', () => lost(mine))
    mine.on('end', () => lost(mine))
    mine
      .connect()
      .then(() => mine.query(`listen ${CHANNEL}`))
      .then(heard.deafUntilNow, () => lost(mine))
  }

  function lost(mine: Client): void {
    if (client !== mine) return
    client = null
    void mine.end().catch(() => {})
    if (!closed) again = setTimeout(listen, AGAIN_AFTER_MS).unref()
  }

  async function tell(streams: readonly string[]): Promise<void> {
    if (engine === 'pglite') return
    try {
      for (let start = 0; start < streams.length; start += STREAMS_PER_NOTE) {
        const payload = [self, ...streams.slice(start, start + STREAMS_PER_NOTE)].join('\n')
        await sql`select pg_notify(${CHANNEL}, ${payload})`.execute(db)
      }
    } catch (error) {
      // What was committed stays committed: the others find it with their net.
      reportBug(error, 'telling other instances')
    }
  }

  return {
    listen,
    tell,
    async close() {
      closed = true
      clearTimeout(again)
      const mine = client
      client = null
      await mine?.end().catch(() => {})
    },
  }
}

/** Runs the work of a tool, which serves nobody itself, and tells the instances that do what it has published. */
export async function tellingOthers<T>(
  hq: Pick<Hq, 'db' | 'engine' | 'reportBug'>,
  work: () => Promise<T>,
): Promise<T> {
  const published = new Set<string>()
  const stop = onPublished(hq.db, (streams) => {
    for (const stream of streams) published.add(stream)
  })
  try {
    return await work()
  } finally {
    stop()
    await otherInstances(hq, { streams: () => {}, deafUntilNow: () => {} }).tell([...published])
  }
}
