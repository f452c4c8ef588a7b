import type { Candidate, Request } from '../../domain/candidate.ts'
import type { Entry } from '../../domain/entry.ts'
import { uuidV7 } from '../../domain/ids.ts'
import type { Choices } from '../../domain/registration.ts'
import type { Instant } from '../../domain/time.ts'
import type { Tx } from '../db/open.ts'
import { publish } from '../feed.ts'
import type { Hq } from '../hq.ts'
import { PAGES } from '../mail/page-paths.ts'
import { queueMail } from '../mail/queue-mail.ts'
import { centreOfMail, examsOfMail } from './exams-of-mail.ts'
import { personOfMail } from './person-of-mail.ts'
import { keepVersion } from './request-versions.ts'
import { sessionLabelOf } from './session-label.ts'

export type Sending = {
  requestId: string
  /** Kept at HQ already; it comes to the centre with its first request there. */
  candidate: Candidate
  asked: Choices
  note: string | null
  receivedAt: Instant
  emailConfirmedAt: Instant
}

/**
 * The request reaches the centre, and the candidate is told by mail. Must be the last thing that its transaction does (`publish`). Fees
 * are those of the session, in the centre's currency.
 */
export async function sendRequest(
  tx: Tx,
  hq: Pick<Hq, 'clock' | 'random'>,
  { requestId, candidate, asked, note, receivedAt, emailConfirmedAt }: Sending,
): Promise<void> {
  const { sessionId, centreId } = asked
  const at = hq.clock.now()
  const request: Request = {
    ...{ id: requestId, sessionId, candidateId: candidate.id, version: 1, receivedAt },
    ...{ emailConfirmedAt, organisationId: null, note, changes: [], dataCheckedAt: null },
  }
  const entries = await entriesOf(tx, hq, request, asked)
  await queueMail(tx, hq, {
    name: 'request-received',
    data: {
      person: personOfMail(candidate),
      centre: await centreOfMail(tx, centreId),
      sessionLabel: await sessionLabelOf(tx, sessionId),
      exams: await examsOfMail(tx, centreId, entries),
      spaceLink: PAGES.space,
    },
    recipient: candidate.email,
    ...{ centreId, candidateId: candidate.id, entryIds: entries.map(({ id }) => id) },
  })
  await keepVersion(tx, { centreId, candidate, request, entries, at: receivedAt })
  const writes = [
    { entity: 'request' as const, value: request },
    ...entries.map((value) => ({ entity: 'entry' as const, value })),
  ]
  await publish(tx, { centreId, commandId: null, at, writes })
}

async function entriesOf(
  tx: Tx,
  { clock, random }: Pick<Hq, 'clock' | 'random'>,
  { id: requestId, candidateId, sessionId }: Request,
  { centreId, choices }: Choices,
): Promise<Entry[]> {
  const { currency } = await tx
    .selectFrom('centre')
    .select('currency')
    .where('id', '=', centreId)
    .executeTakeFirstOrThrow()
  const examIds = choices.map(({ examId }) => examId)
  const exams = await tx.selectFrom('exam').select(['id', 'fee']).where('id', 'in', examIds).orderBy('code').execute()
  // An offering may have been taken away since the form was sent: the centre then places the candidate.
  const offerings = await tx.selectFrom('offering').select('id').where('centreId', '=', centreId).execute()
  const offered = new Set(offerings.map(({ id }) => id))
  return exams.map(({ id: examId, fee }) => {
    const offeringId = choices.find((choice) => choice.examId === examId)?.offeringId ?? null
    return {
      ...{ id: uuidV7(clock.now(), random(16)), requestId, candidateId, sessionId, examId },
      offeringId: offeringId !== null && offered.has(offeringId) ? offeringId : null,
      ...{ status: 'requested', feeAmount: fee[currency], currency, refusal: null, prevalidatedAt: null },
      ...{ deadlineOn: null, deadlineAt: null, confirmedAt: null, carriedFrom: null },
      proposedOfferingId: null,
      agreement: null,
      chequeAnnouncedAt: null,
    }
  })
}
