import type { Request } from '../../domain/candidate.ts'
import { decideAcceptOffering } from '../../domain/commands/propose-offering.ts'
import type { RefusalCode } from '../../domain/decision.ts'
import { withChanges } from '../../domain/modification.ts'
import { inTransaction } from '../db/transaction.ts'
import { publish } from '../feed.ts'
import type { Hq } from '../hq.ts'
import { changesOfVersion } from './changes-of-version.ts'
import { lockRequest } from './lock-request.ts'
import { mailModified } from './mail-modified.ts'
import { keepVersion } from './request-versions.ts'

/**
 * A candidate accepts the software that the centre proposed for one of their entries: the next version of the request, since its paper
 * says otherwise from now on; they are mailed what changed.
 * @param offeringId the one that they were shown: another proposal made meanwhile is not accepted unread
 * @returns `accepted`, or why not: not-found (no such entry of theirs, or its session is over), wrong-status, no-offering, offering-closed
 */
export async function acceptOffering(
  hq: Pick<Hq, 'db' | 'clock' | 'random'>,
  { candidateId, entryId, offeringId }: { candidateId: string; entryId: string; offeringId: string },
): Promise<'accepted' | RefusalCode> {
  return inTransaction(hq.db, async (tx) => {
    const theirs = await tx
      .selectFrom('entry')
      .select('requestId')
      .where('id', '=', entryId)
      .where('candidateId', '=', candidateId)
      .executeTakeFirst()
    if (!theirs) return 'not-found'
    const asked = { candidateId, requestId: theirs.requestId, offeringIds: [offeringId], at: hq.clock.now() }
    const found = await lockRequest(tx, asked)
    const entry = found?.entries.find(({ id }) => id === entryId)
    if (!found || !entry) return 'not-found'
    const { centreId, candidate, offerings } = found
    const at = hq.clock.now()
    const decision = decideAcceptOffering(entry, offerings[0] ?? null, offeringId, at)
    if (!decision.ok) return decision.refusal.code
    const version = found.request.version + 1
    const { examId, offeringId: before } = entry
    const changed = [{ what: 'software' as const, examId, before, after: offeringId }]
    const made = await changesOfVersion(tx, { centreId, version, at, changed })
    const request: Request = { ...found.request, version, changes: withChanges(found.request.changes, made) }
    const moved = decision.writes.flatMap((write) => (write.entity === 'entry' ? [write.value] : []))
    const entries = found.entries.map((one) => moved.find(({ id }) => id === one.id) ?? one)
    await keepVersion(tx, { centreId, candidate, request, entries, at })
    await mailModified(tx, hq, { centreId, candidate, request, entries, at })
    const writes = [{ entity: 'request' as const, value: request }, ...decision.writes]
    await publish(tx, { centreId, commandId: null, at, writes })
    return 'accepted'
  })
}
