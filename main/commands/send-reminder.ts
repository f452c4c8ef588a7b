import { listOnAccount } from '../../db/entries.ts'
import { sumAllocated } from '../../db/payments.ts'
import { getRow, getRows } from '../../db/rows.ts'
import { ownCentre } from '../own-centre.ts'
import { newId } from './context.ts'
import type { DeskHandler } from './handler.ts'

export const sendReminder: DeskHandler<'reminder.sent'> = {
  complete: async (_tx, draft, context) => ({ ...draft, reminderId: newId(context), sentAt: context.clock.now() }),
  load: async (tx, { requestId, entryIds }) => {
    const request = await getRow(tx, 'request', requestId)
    const candidate = request && (await getRow(tx, 'candidate', request.candidateId))
    const mailed = await tx
      .selectFrom('reminder')
      .select('sentAt')
      .where('requestId', '=', requestId)
      .where('means', '=', 'mail')
      .orderBy('sentAt', 'desc')
      .execute()
    return {
      request,
      seen: {
        entries: await getRows(tx, 'entry', entryIds),
        allocated: await sumAllocated(tx, entryIds),
        onAccount: (await listOnAccount(tx, entryIds)).size > 0,
        hasMail: candidate !== null && candidate.email !== '',
        mailed,
        timeZone: (await ownCentre(tx)).centre.timeZone,
      },
    }
  },
}
