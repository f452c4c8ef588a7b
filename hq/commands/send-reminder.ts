import { lockCandidate } from '../candidates/lock-candidate.ts'
import type { Tx } from '../db/open.ts'
import { toValue } from '../db/rows.ts'
import type { Loader } from './loader.ts'

/**
 * What is still to be paid is looked at as the mail is queued (`hq/mail/announce-reminder.ts`) and as it leaves, not here: the reminder was
 * sent, that is a fact. A candidate who is leaving at this moment takes it along.
 */
export const loadSendReminder: Loader<'reminder.sent'> = async (tx, centreId, { requestId, entryIds }) => {
  const asked = await readRequest(tx, centreId, requestId)
  if (asked) await lockCandidate(tx, asked.candidateId)
  const request = asked && (await readRequest(tx, centreId, requestId))
  return {
    facts: { request, seen: null },
    subject: { requestId: request ? requestId : null, entryIds: request ? entryIds : [], paymentId: null },
  }
}

async function readRequest(tx: Tx, centreId: string, id: string) {
  const row = await tx
    .selectFrom('request')
    .selectAll()
    .where('centreId', '=', centreId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? toValue('request', row) : null
}
