import { spokenName } from '../../domain/candidate.ts'
import { ADDRESS_CHANGE_SECONDS, ADDRESS_PROOF_SECONDS } from '../../domain/commands/change-address.ts'
import { addSeconds } from '../../domain/time.ts'
import { centreOfMail } from '../candidates/exams-of-mail.ts'
import { isUsedByAnother } from '../candidates/lock-address.ts'
import { drawSecret } from '../candidates/secret-text.ts'
import { PAGES } from '../mail/page-paths.ts'
import { queueMail } from '../mail/queue-mail.ts'
import type { Loader } from './loader.ts'
import { lockOwnCandidate } from './lock-own-candidate.ts'

/**
 * Locks the candidate, when this centre has the request named of theirs; keeps who asked, on what proof, and tells both addresses.
 * Whether another account has the address is looked at without a lock of it: it is looked at again when the change takes effect.
 */
export const loadChangeAddress: Loader<'candidate.change-address'> = async (tx, centreId, args) => {
  const { requestId, candidateId, email } = args
  const candidate = await lockOwnCandidate(tx, centreId, args)
  return {
    facts: { candidate, usedByAnother: await isUsedByAnother(tx, email, candidateId) },
    subject: { requestId, entryIds: [], paymentId: null },
    alongside: async ({ at, command, hq }) => {
      if (!candidate) throw new Error('Accepted for nobody')
      const { proof, proofText } = args
      const validBefore = addSeconds(at, ADDRESS_PROOF_SECONDS)
      const links = { prove: drawSecret(hq), stop: drawSecret(hq) }
      await tx
        .updateTable('addressChange')
        .set({ status: 'replaced', settledAt: at })
        .where('candidateId', '=', candidateId)
        .where('madeBy', '=', 'centre')
        .where('status', '=', 'waiting')
        .execute()
      await tx
        .insertInto('addressChange')
        .values({
          ...{ id: command.id, candidateId, madeBy: 'centre', centreId, person: command.operator.name, proof },
          ...{ proofText: proofText?.trim() || null, fromEmail: candidate.email, toEmail: email, askedAt: at },
          ...{ validUntil: validBefore, linkHash: links.prove.hash, stopHash: links.stop.hash },
          ...{ status: 'waiting', settledAt: null },
        })
        .execute()
      const told = { name: spokenName(candidate), centre: await centreOfMail(tx, centreId), changeId: command.id }
      const changesAt = addSeconds(at, ADDRESS_CHANGE_SECONDS)
      if (candidate.email !== '')
        await queueMail(tx, hq, {
          name: 'address-changing',
          data: { ...told, email, changesAt, link: PAGES.stopNewAddress(links.stop.secret) },
          recipient: candidate.email,
        })
      await queueMail(tx, hq, {
        name: 'address-coming',
        data: { ...told, link: PAGES.newAddress(links.prove.secret), validBefore },
        recipient: email,
      })
      return []
    },
  }
}
