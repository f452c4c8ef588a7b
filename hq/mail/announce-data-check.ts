import { sql } from 'kysely'
import { type Candidate, type DataCheck, identityOf } from '../../domain/candidate.ts'
import { isSessionOver } from '../../domain/data-check.ts'
import type { Instant } from '../../domain/time.ts'
import type { MailData } from '../../text/mails/mail-data.ts'
import { centreOfMail } from '../candidates/exams-of-mail.ts'
import { personOfMail } from '../candidates/person-of-mail.ts'
import { toUncheckedCandidates } from '../candidates/unchecked-candidates.ts'
import type { Tx } from '../db/open.ts'
import { toValue } from '../db/rows.ts'
import type { Hq } from '../hq.ts'
import { PAGES } from './page-paths.ts'
import { queueMails } from './queue-mail.ts'

type Asked = { centreId: string; sessionId: string }

/** Queues the mail of a « Vérifiez vos données » to each person that it concerns: one, however many requests they have. */
export async function announceDataCheck(
  tx: Tx,
  hq: Pick<Hq, 'clock' | 'random'>,
  centreId: string,
  { sessionId }: DataCheck,
): Promise<void> {
  const rows = await tx
    .selectFrom('candidate')
    .selectAll()
    .where('id', 'in', toUncheckedCandidates(tx, { centreId, sessionId }))
    .orderBy('id')
    .execute()
  const { common } = await commonOf(tx, { centreId, sessionId })
  await dropWaiting(tx, { centreId, sessionId })
  await queueMails(
    tx,
    hq,
    rows.map((row) => {
      const candidate = toValue('candidate', row)
      const data = { ...common, ...ofCandidate(candidate) }
      return { name: 'data-check', data, recipient: candidate.email, centreId, candidateId: candidate.id }
    }),
  )
}

/** One that has not left by now, as after a long outage, would reach the same people together with this one. */
async function dropWaiting(tx: Tx, { centreId, sessionId }: Asked): Promise<void> {
  await tx
    .updateTable('mail')
    .set({ status: 'dropped', claimedUntil: null })
    .where('name', '=', 'data-check')
    .where('centreId', '=', centreId)
    .where('status', '=', 'waiting')
    .where(sql<string>`data ->> 'sessionId'`, '=', sessionId)
    .execute()
}

/**
 * What the mail says as it leaves: the identity as it is by now.
 * @returns null when the candidate has found it right meanwhile, has no seat any more, or the session is over
 */
export async function fitDataCheck(
  tx: Tx,
  now: Instant,
  { centreId, sessionId, candidateId }: Asked & { candidateId: string },
): Promise<MailData['data-check'] | null> {
  const row = await tx
    .selectFrom('candidate')
    .selectAll()
    .where('id', '=', candidateId)
    .where('id', 'in', toUncheckedCandidates(tx, { centreId, sessionId }))
    .executeTakeFirst()
  const { common, endsOn } = await commonOf(tx, { centreId, sessionId })
  if (!row || isSessionOver({ endsOn }, now, common.centre.timeZone)) return null
  return { ...common, ...ofCandidate(toValue('candidate', row)) }
}

function ofCandidate(candidate: Candidate): Pick<MailData['data-check'], 'person' | 'identity'> {
  return { person: personOfMail(candidate), identity: identityOf(candidate) }
}

async function commonOf(tx: Tx, { centreId, sessionId }: Asked) {
  const { label, endsOn } = await tx
    .selectFrom('examSession')
    .select(['label', 'endsOn'])
    .where('id', '=', sessionId)
    .executeTakeFirstOrThrow()
  const contact = await tx
    .selectFrom('centre')
    .select(['phone', 'email'])
    .where('id', '=', centreId)
    .executeTakeFirstOrThrow()
  const centre = await centreOfMail(tx, centreId)
  return { common: { centre, contact, sessionId, sessionLabel: label, spaceLink: PAGES.space }, endsOn }
}
