import { type CorrectCandidateArgs, corrected } from '../../domain/commands/correct-candidate.ts'
import { personKey } from '../../domain/registration.ts'
import { forgetDataChecks } from '../candidates/forget-data-checks.ts'
import { fileAfter, keepBirthPlace } from '../candidates/kept-nir.ts'
import { lockPersons, noteDuplicates, othersLike } from '../candidates/same-person.ts'
import type { Tx } from '../db/open.ts'
import { toValue } from '../db/rows.ts'
import { ChangedMeanwhile } from '../db/transaction.ts'
import type { Loader } from './loader.ts'
import { lockOwnCandidate } from './lock-own-candidate.ts'

/** Locks the candidate, when this centre has the request named of theirs; keeps who corrected what, on what proof; what they found right is to be looked at again. */
export const loadCorrectCandidate: Loader<'candidate.correct'> = async (tx, centreId, args, _deviceId, { nirKey }) => {
  const { requestId, candidateId } = args
  const seen = await lockPersonsOf(tx, args)
  const candidate = await lockOwnCandidate(tx, centreId, args)
  if (candidate && personKey(candidate) !== seen) throw new ChangedMeanwhile()
  const file = candidate && (await fileAfter(tx, nirKey, candidate, corrected(candidate, args.changes)))
  return {
    // Judged with what the NIR says of the identity as corrected: a desk, which has no NIR, leaves that as it was.
    facts: { candidate: candidate && file && { ...candidate, nirCheck: file.nirCheck } },
    subject: { requestId, entryIds: [], paymentId: null },
    alongside: async ({ at, command, hq }) => {
      const { changes, proof, proofText } = args
      await tx
        .insertInto('candidateCorrection')
        .values({
          id: command.id,
          candidateId,
          centreId,
          correctedAt: at,
          correctedBy: command.operator.name,
          changes: JSON.stringify(changes),
          proof,
          proofText: proofText?.trim() || null,
        })
        .execute()
      if (candidate) {
        const others = await othersLike(tx, corrected(candidate, changes))
        await noteDuplicates(tx, hq, candidateId, { others, stopped: null })
      }
      if (file?.birthPlace) await keepBirthPlace(tx, candidateId, file.birthPlace)
      return (await forgetDataChecks(tx, { candidateId, centreId, at })).here
    },
    elsewhere: async ({ at }) => (await forgetDataChecks(tx, { candidateId, centreId, at })).elsewhere,
  }
}

/**
 * Locks who the candidate is and who they become: somebody of that name may be registering at this moment, or be corrected to it.
 * @returns who the candidate was when it was read, before anything was locked
 */
async function lockPersonsOf(tx: Tx, { candidateId, changes }: CorrectCandidateArgs): Promise<string | null> {
  const row = await tx.selectFrom('candidate').selectAll().where('id', '=', candidateId).executeTakeFirst()
  if (!row) return null
  const candidate = toValue('candidate', row)
  await lockPersons(tx, [candidate, corrected(candidate, changes)])
  return personKey(candidate)
}
