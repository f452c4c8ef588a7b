import { spokenName } from '../../domain/candidate.ts'
import type { Command } from '../../domain/commands.ts'
import type { Refusal } from '../../domain/decision.ts'
import type { Write } from '../../domain/entities.ts'
import type { Instant } from '../../domain/time.ts'
import { askForReview } from '../commands/review.ts'
import type { Tx } from '../db/open.ts'
import { inTransaction } from '../db/transaction.ts'
import { publish } from '../feed.ts'
import type { Hq } from '../hq.ts'
import { PAGES } from '../mail/page-paths.ts'
import { queueMail } from '../mail/queue-mail.ts'
import type { PageRefusal } from '../page-error.ts'
import { lockCandidate } from './lock-candidate.ts'
import { hashSecret } from './secret-text.ts'
import { mailOfChange } from './told-of-change.ts'

type Needed = Pick<Hq, 'db' | 'clock' | 'random'>

/**
 * « Ce n'est pas moi » : the link at the old address. The address stays as it is; of a change that a centre asked, the centre is told
 * under « À revoir », and so is the new address, if it had been told.
 * Refuses: link-expired, link-used (stopped already), address-changed (too late).
 */
export async function stopAddressChange(hq: Needed, secret: string): Promise<object | PageRefusal> {
  const stopHash = hashSecret(secret)
  return inTransaction(hq.db, async (tx) => {
    const read = tx.selectFrom('addressChange').selectAll().where('stopHash', '=', stopHash)
    const seen = await read.executeTakeFirst()
    const candidate = seen && (await lockCandidate(tx, seen.candidateId))
    if (!candidate) return { refused: 'link-expired' }
    const { id, status, madeBy, centreId, toEmail, validUntil } = await read.executeTakeFirstOrThrow()
    const at = hq.clock.now()
    if (status === 'done') return { refused: 'address-changed' }
    if (status === 'stopped') return { refused: 'link-used' }
    // What a centre asked can be stopped as long as it has not been done: its instant may have passed a moment ago.
    if (status !== 'waiting' || (madeBy === 'candidate' && validUntil <= at)) return { refused: 'link-expired' }
    await tx.updateTable('addressChange').set({ status: 'stopped', settledAt: at }).where('id', '=', id).execute()
    if (centreId === null) return {}
    if (await hasHeard(tx, id))
      await queueMail(tx, hq, {
        name: 'address-kept',
        data: { name: spokenName(candidate), why: 'stopped', spaceLink: PAGES.space },
        recipient: toEmail,
      })
    const value = { ...candidate, emailNext: null, emailChangesAt: null }
    const review = await reviewOfChange(tx, hq, { id, centreId, at, refusal: { code: 'address-change-stopped' } })
    await publish(tx, { centreId, commandId: null, at, writes: [{ entity: 'candidate', value }, ...review] })
    return {}
  })
}

/** Whether the new address was written to: its mail left, or is leaving. One that still waits will not leave any more. */
async function hasHeard(tx: Tx, changeId: string): Promise<boolean> {
  const mail = await mailOfChange(tx, changeId, 'address-coming')
  return mail?.status === 'sent' || mail?.status === 'sending'
}

type Fallen = { id: string; centreId: string; at: Instant; refusal: Refusal }

/** The line in « À revoir » of a centre whose change of address, accepted at first, was not done in the end. */
export async function reviewOfChange(tx: Tx, hq: Needed, { id, centreId, at, refusal }: Fallen): Promise<Write[]> {
  const logged = await tx.selectFrom('commandLog').select('command').where('id', '=', id).executeTakeFirst()
  if (!logged) return []
  const command = logged.command as Command
  const requestId = String(command.args.requestId)
  const given = { command: { ...command, dependsOn: [] }, centreId, at, random: hq.random }
  const subject = { requestId, entryIds: [], paymentId: null }
  return [await askForReview(tx, given, { kind: 'refused', refusal, subject })]
}
