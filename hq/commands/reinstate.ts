import { liveTrouble, lockPerson } from '../candidates/same-person.ts'
import type { Tx } from '../db/open.ts'
import { toValue } from '../db/rows.ts'
import type { Loader } from './loader.ts'
import { loadPrevalidate } from './prevalidate.ts'

/**
 * A seat is given as by a pre-validation: the same rows, the same locks. Before them the person is locked: since the seat was released
 * they may ask elsewhere, or for the same exam again, and an entry that comes back to life must not be their second.
 */
export const loadReinstate: Loader<'entry.reinstate'> = async (tx, centreId, args, deviceId, hq) => {
  const liveOtherwise = await lockLive(tx, centreId, args)
  const loaded = await loadPrevalidate(tx, centreId, args, deviceId, hq)
  return { ...loaded, facts: { ...loaded.facts, liveOtherwise } }
}

/** The entries named of this request that something else of the same person stands against. */
async function lockLive(
  tx: Tx,
  centreId: string,
  { requestId, entryIds }: { requestId: string; entryIds: readonly string[] },
): Promise<Set<string>> {
  const row = await tx
    .selectFrom('request')
    .innerJoin('candidate', 'candidate.id', 'request.candidateId')
    .selectAll('candidate')
    .where('request.centreId', '=', centreId)
    .where('request.id', '=', requestId)
    .executeTakeFirst()
  if (!row) return new Set()
  const person = toValue('candidate', row)
  await lockPerson(tx, person)
  const entries = await tx
    .selectFrom('entry')
    .select(['id', 'sessionId', 'examId'])
    .where('centreId', '=', centreId)
    .where('requestId', '=', requestId)
    .where('id', 'in', entryIds)
    // Only those stand for a new seat: one that is alive would stand against itself.
    .where('status', '=', 'lapsed')
    .execute()
  const live = new Set<string>()
  for (const { id, sessionId, examId } of entries)
    if (await liveTrouble(tx, person, { sessionId, centreId, choices: [{ examId, offeringId: '' }] })) live.add(id)
  return live
}
