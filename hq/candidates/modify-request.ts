import type { DoneAnswer, ModifyBody } from '../../contract/candidate-pages.ts'
import type { Candidate, Request } from '../../domain/candidate.ts'
import type { Write } from '../../domain/entities.ts'
import type { Entry } from '../../domain/entry.ts'
import {
  type ChangedPart,
  contactOf,
  judgeModification,
  MODIFICATIONS,
  type Modification,
  withChanges,
} from '../../domain/modification.ts'
import { addSeconds, type Instant } from '../../domain/time.ts'
import { noteOfRequest } from '../../text/note-of-request.ts'
import type { Tx } from '../db/open.ts'
import { ChangedMeanwhile, inTransaction } from '../db/transaction.ts'
import { type CentreWrites, publish } from '../feed.ts'
import type { Hq } from '../hq.ts'
import type { PageRefusal } from '../page-error.ts'
import { lockAccount } from './account-links.ts'
import type { SignedIn } from './account-sessions.ts'
import { changesOfVersion } from './changes-of-version.ts'
import { lockModifiable, type ToModify } from './lock-modifiable.ts'
import { mailModified } from './mail-modified.ts'
import { keepVersion } from './request-versions.ts'

const DONE: DoneAnswer = { done: true }

/**
 * The next version of a request, as its candidate wants it, for the centre at once: what may change and while is `judgeModification`'s.
 * The window is judged by HQ's clock once all is locked. One `attempt` is one version, answered alike when it comes again.
 * What belongs to the person, phone and address, is changed for every centre that has a request of theirs.
 * Refuses what `judgeModification` does; not-found (no such request of theirs, or HQ has no form of it); other-version when the form
 * was filled in from another version; too-many-changes, with when it can be changed again.
 */
export async function modifyRequest(
  hq: Pick<Hq, 'db' | 'clock' | 'random'>,
  { accountId, candidateId }: SignedIn,
  { attempt, requestId, version, ...to }: ModifyBody,
): Promise<DoneAnswer | PageRefusal> {
  return inTransaction(hq.db, async (tx) => {
    await lockAccount(tx, accountId)
    const before = await tx
      .selectFrom('submission')
      .select(['accountId', 'requestId', 'status'])
      .where('id', '=', attempt)
      .executeTakeFirst()
    if (before)
      return before.accountId === accountId && before.requestId === requestId && before.status === 'modified'
        ? DONE
        : { refused: 'bad-request', detail: '/attempt' }
    const chosen = to.software.map(({ offeringId }) => offeringId)
    const found = await lockModifiable(tx, { candidateId, requestId, offeringIds: chosen, at: hq.clock.now() })
    if (!found) return { refused: 'not-found' }
    const at = hq.clock.now()
    if (found.request.version !== version) return { refused: 'other-version', detail: '/version' }
    const judged = judgeModification({ ...found, contact: contactOf(found.candidate) }, to, at)
    if ('refused' in judged) return judged
    const again = await modifiableAgain(tx, { accountId, requestId, at })
    if (again !== null) return { refused: 'too-many-changes', detail: again }
    const made = await nextVersion(tx, found, { to, at, changed: judged.changed })
    const kept = await tx
      .insertInto('submission')
      .values({ id: attempt, accountId, form: null, status: 'modified', blockedFor: null, requestId, receivedAt: at })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    // Sent at this very moment by another account.
    if (!kept) throw new ChangedMeanwhile()
    const { centreId } = found
    await tx
      .updateTable('candidateFile')
      .set({ situation: JSON.stringify(to.situation), funding: JSON.stringify(to.funding) })
      .where('candidateId', '=', candidateId)
      .execute()
    await keepVersion(tx, { centreId, ...made, at })
    await mailModified(tx, hq, { centreId, ...made, at })
    const { writes, elsewhere } = made
    await publish(tx, { centreId, commandId: null, at, writes, elsewhere })
    return DONE
  })
}

/** When this account may change this request again; null when it may now. The account must be locked. */
async function modifiableAgain(
  tx: Tx,
  { accountId, requestId, at }: { accountId: string; requestId: string; at: Instant },
): Promise<Instant | null> {
  const { most, seconds } = MODIFICATIONS
  const lately = await tx
    .selectFrom('submission')
    .select('receivedAt')
    .where('accountId', '=', accountId)
    .where('requestId', '=', requestId)
    .where('status', '=', 'modified')
    .where('receivedAt', '>', addSeconds(at, -seconds))
    .orderBy('receivedAt', 'desc')
    .limit(most)
    .execute()
  const first = lately[most - 1]
  return first ? addSeconds(first.receivedAt, seconds) : null
}

type Asked = { to: Modification; at: string; changed: readonly ChangedPart[] }
/** The rows as they are to be; `writes` are those of them that change. */
type Made = { candidate: Candidate; request: Request; entries: Entry[]; writes: Write[]; elsewhere: CentreWrites[] }

async function nextVersion(tx: Tx, found: ToModify, { to, at, changed }: Asked): Promise<Made> {
  const version = found.request.version + 1
  const made = await changesOfVersion(tx, { centreId: found.centreId, version, at, changed })
  const note = noteOfRequest(to.situation, to.funding)
  const noted = changed.some(({ what }) => what === 'category' || what === 'previous-exams' || what === 'funding')
  const request: Request = {
    ...found.request,
    ...{ version, changes: withChanges(found.request.changes, made), note: noted ? note : found.request.note },
  }
  const chosen = new Map(to.software.map(({ entryId, offeringId }) => [entryId, offeringId]))
  const moved = found.entries.filter(({ id, offeringId }) => (chosen.get(id) ?? offeringId) !== offeringId)
  const entries = found.entries.map((entry) =>
    // Another software than the one that was asked for: a proposal made for that one no longer stands.
    moved.includes(entry) ? { ...entry, offeringId: chosen.get(entry.id) ?? null, proposedOfferingId: null } : entry,
  )
  const candidate = { ...found.candidate, ...to.contact }
  const reached = changed.some(({ what }) => what === 'phone' || what === 'address')
  const writes: Write[] = [
    ...(reached ? [{ entity: 'candidate' as const, value: candidate }] : []),
    { entity: 'request', value: request },
    ...entries.filter((entry) => !found.entries.includes(entry)).map((value) => ({ entity: 'entry' as const, value })),
  ]
  // The person is one: what is read beside their other requests must not go on saying otherwise.
  const elsewhere = (noted ? found.beside : []).map(({ centreId, request: other }) => ({
    centreId,
    writes: [{ entity: 'request' as const, value: { ...other, note } }],
  }))
  return { candidate, request, entries, writes, elsewhere }
}
