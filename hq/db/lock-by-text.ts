import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from './open.ts'

/** The first half of every advisory lock of HQ's: any numbers, the same for all instances, each for one kind of thing. */
export const LOCK_SPACES = {
  /** The database itself, while it is brought to this version. */
  migration: 727_001,
  /** A person, by name and birth date or by the mark of their NIR. */
  person: 727_002,
  /** A mail address. */
  address: 727_003,
  /** What a centre asks about a session. */
  dataCheck: 727_004,
  /** What a centre offers of an exam. */
  offering: 727_005,
  /** A line of a bank statement. */
  bankLine: 727_006,
} as const

type LockedByText = Exclude<keyof typeof LOCK_SPACES, 'migration'>

/**
 * Until the transaction ends, nobody else has a lock on one of these texts in this space. All that a transaction needs of a space are asked
 * for at once, in one order, so that none wait in a circle. Two texts of one hash only wait for each other.
 */
export async function lockByText(tx: Tx, space: LockedByText, texts: readonly string[]): Promise<void> {
  const hashes = new Set(texts.map((text) => createHash('sha256').update(text).digest().readInt32BE()))
  for (const hash of [...hashes].sort((a, b) => a - b))
    await sql`select pg_advisory_xact_lock(${sql.lit(LOCK_SPACES[space])}, ${sql.lit(hash)})`.execute(tx)
}
