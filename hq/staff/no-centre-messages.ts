import type { MessagesAnswer, NoCentreMessage } from '../../contract/staff-pages.ts'
import { inTransaction } from '../db/transaction.ts'
import type { Hq } from '../hq.ts'
import type { PageRefusal } from '../page-error.ts'
import { noteAct } from './note-act.ts'
import type { StaffMember } from './staff-sessions.ts'

const MOST_OPEN = 200
const MOST_HANDLED = 50

/** What was looked for in vain: to be answered, and the last that were. */
export async function readMessages({ db, clock }: Pick<Hq, 'db' | 'clock'>): Promise<MessagesAnswer> {
  const messages = db
    .selectFrom('noCentreRequest')
    .innerJoin('examSession', 'examSession.id', 'noCentreRequest.sessionId')
    .leftJoin('staffAccount', 'staffAccount.id', 'noCentreRequest.handledBy')
    .select(['noCentreRequest.id', 'examIds', 'department', 'message', 'noCentreRequest.email', 'receivedAt'])
    .select(['examSession.label as sessionLabel', 'handledAt', 'staffAccount.name as handledBy'])
  const open = await messages
    .where('handledAt', 'is', null)
    .orderBy('receivedAt')
    .orderBy('noCentreRequest.id')
    .limit(MOST_OPEN)
    .execute()
  const handled = await messages
    .where('handledAt', 'is not', null)
    .orderBy('handledAt', 'desc')
    .orderBy('noCentreRequest.id')
    .limit(MOST_HANDLED)
    .execute()
  const exams = await db.selectFrom('exam').select(['id', 'code']).execute()
  const codes = new Map(exams.map(({ id, code }) => [id, code]))
  const shown = ({ examIds, handledAt, handledBy, ...message }: (typeof open)[number]): NoCentreMessage => ({
    ...message,
    examCodes: examIds.map((id) => codes.get(id) ?? id),
    handled: handledAt === null ? null : { at: handledAt, by: handledBy ?? '' },
  })
  return { open: open.map(shown), handled: handled.map(shown), now: clock.now() }
}

/** Somebody of the staff has answered it. Refuses: not-found; changed-meanwhile, when a colleague has. */
export async function handleMessage(
  hq: Pick<Hq, 'db' | 'clock' | 'random'>,
  { staffId }: StaffMember,
  messageId: string,
): Promise<object | PageRefusal> {
  return inTransaction(hq.db, async (tx) => {
    const found = await tx
      .selectFrom('noCentreRequest')
      .select('handledAt')
      .where('id', '=', messageId)
      .forUpdate()
      .executeTakeFirst()
    if (!found) return { refused: 'not-found' }
    if (found.handledAt !== null) return { refused: 'changed-meanwhile' }
    await tx
      .updateTable('noCentreRequest')
      .set({ handledAt: hq.clock.now(), handledBy: staffId })
      .where('id', '=', messageId)
      .execute()
    await noteAct(tx, hq, { staffId, act: 'message.handle', about: messageId })
    return {}
  })
}
