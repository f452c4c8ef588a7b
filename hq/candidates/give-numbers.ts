import { sql } from 'kysely'
import type { Candidate } from '../../domain/candidate.ts'
import type { Write } from '../../domain/entities.ts'
import type { Tx } from '../db/open.ts'

/** Gives each of these candidates, locked and without one, their « numéro unique de candidat » for life. Numbers grow and may skip. */
export async function giveNumbers(tx: Tx, candidates: readonly Candidate[]): Promise<Write[]> {
  const writes: Write[] = []
  for (const candidate of candidates) {
    const drawn = await sql<{ number: number }>`select nextval('nuc_number') as number`.execute(tx)
    writes.push({ entity: 'candidate', value: { ...candidate, nuc: `CA${drawn.rows[0]?.number}` } })
  }
  return writes
}
