import type { DoneAnswer } from '../../contract/candidate-pages.ts'
import type { Candidate, NirCheck } from '../../domain/candidate.ts'
import { isLive } from '../../domain/entry.ts'
import { personKey } from '../../domain/registration.ts'
import type { Instant } from '../../domain/time.ts'
import type { Tx } from '../db/open.ts'
import { toValue } from '../db/rows.ts'
import { ChangedMeanwhile, inTransaction } from '../db/transaction.ts'
import { publish } from '../feed.ts'
import type { Hq } from '../hq.ts'
import { mustBeKeyOf } from '../nir-key.ts'
import type { PageRefusal } from '../page-error.ts'
import type { SignedIn } from './account-sessions.ts'
import { askPassword, lockWithPassword } from './ask-password.ts'
import { nirCheckOf, nirForFile } from './kept-nir.ts'
import { lockCandidate } from './lock-candidate.ts'
import { lockPersons, noteDuplicates, othersLike } from './same-person.ts'
import { hasSomethingAhead } from './something-ahead.ts'
import { unlessNirKeyDiffers } from './unless-nir-key-differs.ts'

type Needed = Pick<Hq, 'db' | 'clock' | 'random' | 'nirKey' | 'reportBug'>

/**
 * A candidate gives HQ their NIR, gives another one, or takes it back (null); centres are told whether it agrees. Answered alike whether or
 * not another record has that number: HQ's staff are told.
 * Refuses: wrong-login, too-many-tries; bad-request (`/nir`: HQ does not ask for it), not-found (HQ has no form of theirs), not-modifiable
 * (all that is alive of theirs is of sessions that are over: results go with who they were), nir-unavailable (`unlessNirKeyDiffers`).
 */
export async function changeNir(
  hq: Needed,
  { accountId, candidateId }: SignedIn,
  { password, nir }: { password: string; nir: string | null },
): Promise<DoneAnswer | PageRefusal> {
  const asked = await askPassword(hq, { accountId }, password)
  if ('refused' in asked) return asked
  if (nir !== null && !hq.nirKey) return { refused: 'bad-request', detail: '/nir' }
  return unlessNirKeyDiffers(hq, () =>
    inTransaction(hq.db, async (tx): Promise<DoneAnswer | PageRefusal> => {
      if (!(await lockWithPassword(tx, accountId, asked.passwordHash))) return { refused: 'wrong-login' }
      return keepNir(tx, hq, candidateId, nir)
    }),
  )
}

async function keepNir(tx: Tx, hq: Needed, candidateId: string, nir: string | null): Promise<DoneAnswer | PageRefusal> {
  const { nirKey } = hq
  if (nirKey && nir !== null) await mustBeKeyOf(tx, nirKey)
  const kept = nirForFile(nirKey, nir, candidateId)
  const candidate = await lockBothPersons(tx, candidateId, kept.nirMark)
  const at = hq.clock.now()
  if (await isFinal(tx, candidateId, at)) return { refused: 'not-modifiable' }
  const file = await tx
    .updateTable('candidateFile')
    .set(kept)
    .where('candidateId', '=', candidateId)
    .returning('birthPlace')
    .executeTakeFirst()
  if (!file) return { refused: 'not-found' }
  const others = await othersLike(tx, { ...candidate, nirMark: kept.nirMark })
  await noteDuplicates(tx, hq, candidateId, { others, stopped: null })
  const nirCheck: NirCheck = nir === null ? 'none' : nirCheckOf(nir, candidate, file.birthPlace)
  if (nirCheck === candidate.nirCheck) return { done: true }
  const writes = [{ entity: 'candidate' as const, value: { ...candidate, nirCheck } }]
  await publish(tx, { centreId: null, commandId: null, at, writes })
  return { done: true }
}

/** Who they are by the number that they had, and by the one that they give; then their record. */
async function lockBothPersons(tx: Tx, candidateId: string, nirMark: string | null): Promise<Candidate> {
  const row = await tx.selectFrom('candidate').selectAll().where('id', '=', candidateId).executeTakeFirstOrThrow()
  const seen = toValue('candidate', row)
  await lockPersons(tx, [seen, { ...seen, nirMark }])
  const candidate = await lockCandidate(tx, candidateId)
  if (!candidate || personKey(candidate) !== personKey(seen)) throw new ChangedMeanwhile()
  return candidate
}

/** Once all that is alive of theirs is of sessions that are over; somebody without anything may still say who they are. */
async function isFinal(tx: Tx, candidateId: string, at: Instant): Promise<boolean> {
  const ahead = await hasSomethingAhead(tx, candidateId, at)
  if (ahead) return false
  const entries = await tx.selectFrom('entry').select('status').where('candidateId', '=', candidateId).execute()
  return entries.some(({ status }) => isLive(status))
}
