import type { HqDatabase, Tx } from './db/open.ts'

type Listener = (streams: readonly string[]) => void

const inTransaction = new WeakMap<Tx, Set<string>>()
const listeners = new WeakMap<HqDatabase, Set<Listener>>()

/** Remembers that a transaction published in these streams; nobody is told before its commit. */
export function notePublished(tx: Tx, streams: readonly string[]): void {
  const noted = inTransaction.get(tx) ?? new Set()
  for (const stream of streams) noted.add(stream)
  inTransaction.set(tx, noted)
}

/** To be called once the transaction is committed: whoever waits for what it published is told. */
export function tellPublished(db: HqDatabase, tx: Tx): void {
  const noted = inTransaction.get(tx)
  if (noted) for (const listener of listeners.get(db) ?? []) listener([...noted])
}

/**
 * Told of the streams of each transaction that this process commits with this database by `inTransaction`; what other processes
 * commit is heard of otherwise.
 * @returns what ends it
 */
export function onPublished(db: HqDatabase, listener: Listener): () => void {
  const all = listeners.get(db) ?? new Set()
  listeners.set(db, all.add(listener))
  return () => void all.delete(listener)
}
