import type { StaffMeAnswer } from '../../contract/staff-pages.ts'
import { addSeconds } from '../../domain/time.ts'
import type { Hq } from '../hq.ts'
import type { StaffMember } from './staff-sessions.ts'

/** A mail that failed longer ago has been seen. */
const NEWS_SECONDS = 14 * 24 * 3600

/** Who is signed in, and what is left to do in each section. */
export async function readStaffMe(
  { db, clock }: Pick<Hq, 'db' | 'clock'>,
  { name }: StaffMember,
): Promise<StaffMeAnswer> {
  const now = clock.now()
  const { duplicates, mails, messages } = await db
    .selectNoFrom((eb) => [
      eb
        .selectFrom('duplicateCase')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('settledAt', 'is', null)
        .as('duplicates'),
      eb
        .selectFrom('mail')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where((eb) =>
          eb.or([
            eb.and([eb('status', '=', 'waiting'), eb('trouble', 'is not', null)]),
            eb.and([eb('status', '=', 'failed'), eb('queuedAt', '>', addSeconds(now, -NEWS_SECONDS))]),
          ]),
        )
        .as('mails'),
      eb
        .selectFrom('noCentreRequest')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('handledAt', 'is', null)
        .as('messages'),
    ])
    .executeTakeFirstOrThrow()
  const waiting = { duplicates: Number(duplicates), mails: Number(mails), messages: Number(messages) }
  return { name, waiting, now }
}
