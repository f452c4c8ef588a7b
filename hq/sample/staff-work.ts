import type { Candidate } from '../../domain/candidate.ts'
import { uuidV7 } from '../../domain/ids.ts'
import { addressKey } from '../../domain/registration.ts'
import { addSeconds, type Instant } from '../../domain/time.ts'
import { centreOfMail, examsOfMail } from '../candidates/exams-of-mail.ts'
import { personOfMail } from '../candidates/person-of-mail.ts'
import { sessionLabelOf } from '../candidates/session-label.ts'
import type { Tx } from '../db/open.ts'
import { putRows, toValue } from '../db/rows.ts'
import { PAGES } from '../mail/page-paths.ts'
import { SAMPLE_ADDRESSES, SAMPLE_OTHER_ADDRESS, SAMPLE_PASSWORD_HASH } from './accounts.ts'
import { chanceOf } from './chance.ts'

const SEED = 20_261_124
const HOUR = 3600

type IdOf = (at: Instant) => string

/** What waits for HQ's staff, so that their pages can be tried: two records alike, a message, a mail that was given up. */
export async function leaveStaffWork(tx: Tx, now: Instant): Promise<void> {
  const chance = chanceOf(SEED)
  const idOf: IdOf = (at) => uuidV7(at, chance.bytes(16))
  await stopTwice(tx, idOf, addSeconds(now, -20 * HOUR))
  await missCentre(tx, idOf, addSeconds(now, -44 * HOUR))
  await loseMail(tx, idOf)
}

/** Somebody who has a seat registered again under another address, without NIR, and that request was stopped. */
async function stopTwice(tx: Tx, idOf: IdOf, at: Instant): Promise<void> {
  const row = await tx
    .selectFrom('candidate')
    .selectAll()
    .where('email', '=', SAMPLE_ADDRESSES.confirmed)
    .executeTakeFirstOrThrow()
  const known = toValue('candidate', row)
  const email = SAMPLE_OTHER_ADDRESS
  const again: Candidate = { ...known, id: idOf(at), nuc: null, email, nirCheck: 'none' }
  await putRows(tx, null, [{ entity: 'candidate', value: again }])
  const accountId = idOf(at)
  await tx
    .insertInto('account')
    .values({
      ...{ id: accountId, candidateId: again.id, email, emailKey: addressKey(email) },
      ...{ passwordHash: SAMPLE_PASSWORD_HASH, confirmedAt: at, createdAt: at },
    })
    .execute()
  await tx
    .insertInto('candidateFile')
    .values({
      ...{ candidateId: again.id, nationality: 'française', informedAt: at },
      birthPlace: JSON.stringify({ kind: 'abroad', country: again.birthCountry, town: again.birthPlace }),
      situation: JSON.stringify({ category: 'employee', previousExams: null }),
      funding: JSON.stringify({ kind: 'own' }),
    })
    .execute()
  await tx
    .insertInto('submission')
    .values({
      ...{ id: idOf(at), accountId, form: null, passwordHash: null, receivedAt: at },
      ...{ status: 'blocked', blockedFor: 'live-elsewhere', requestId: null },
    })
    .execute()
  const [candidateId = '', otherId = ''] = [known.id, again.id].sort()
  const caseId = idOf(at)
  await tx
    .insertInto('duplicateCase')
    .values({
      ...{ id: caseId, candidateId, otherId, noticedAt: at, blockedAt: at },
      ...{ settledAt: null, settledAs: null, settledBy: null },
    })
    .execute()
  const asked = await tx
    .selectFrom('entry')
    .innerJoin('exam', 'exam.id', 'entry.examId')
    .select(['entry.sessionId', 'entry.centreId', 'exam.code'])
    .where('entry.candidateId', '=', known.id)
    .where('entry.status', '=', 'confirmed')
    .orderBy('exam.code')
    .executeTakeFirstOrThrow()
  const { sessionId, centreId, code } = asked
  await tx
    .insertInto('duplicateBlock')
    .values({
      ...{ caseId, candidateId: again.id, blockedAt: at },
      ...{ sessionId, centreId, examCodes: JSON.stringify([code]) },
    })
    .execute()
}

/** Somebody found no centre near them. */
async function missCentre(tx: Tx, idOf: IdOf, receivedAt: Instant): Promise<void> {
  const exams = await tx
    .selectFrom('exam')
    .innerJoin('examSession', 'examSession.id', 'exam.sessionId')
    .select(['exam.id', 'exam.sessionId'])
    .where('exam.code', 'in', ['ASCA-E1', 'ASCA-E2'])
    .orderBy('examSession.startsOn')
    .orderBy('exam.code')
    .limit(2)
    .execute()
  await tx
    .insertInto('noCentreRequest')
    .values({
      ...{ id: idOf(receivedAt), sessionId: exams[0]?.sessionId ?? '' },
      ...{ examIds: JSON.stringify(exams.map(({ id }) => id)), department: '48', receivedAt },
      ...{
        email: 'lozere@example.org',
        message: 'J’habite près de Mende : un centre ouvrira-t-il plus près que Rennes ?',
      },
    })
    .execute()
}

/** The address of somebody who asked for a seat takes no mail. Given up: it is not sent again unless the staff say so. */
async function loseMail(tx: Tx, idOf: IdOf): Promise<void> {
  const request = await tx
    .selectFrom('request')
    .innerJoin('candidate', 'candidate.id', 'request.candidateId')
    .select(['request.id', 'request.centreId', 'request.sessionId', 'request.candidateId', 'request.receivedAt'])
    .select(['birthName', 'usageName', 'firstNames', 'nuc', 'email'])
    .where('email', 'not in', Object.values(SAMPLE_ADDRESSES))
    .where('request.centreId', '=', 'rennes')
    .orderBy('request.receivedAt', 'desc')
    .orderBy('request.id')
    .executeTakeFirstOrThrow()
  const { centreId, candidateId, receivedAt: at } = request
  const entries = await tx
    .selectFrom('entry')
    .select(['id', 'examId', 'offeringId', 'feeAmount', 'currency'])
    .where('centreId', '=', centreId)
    .where('requestId', '=', request.id)
    .execute()
  const data = {
    person: personOfMail(request),
    centre: await centreOfMail(tx, centreId),
    sessionLabel: await sessionLabelOf(tx, request.sessionId),
    exams: await examsOfMail(tx, centreId, entries),
    spaceLink: PAGES.space,
  }
  const id = idOf(at)
  await tx
    .insertInto('mail')
    .values({
      ...{ id, name: 'request-received', data: JSON.stringify(data), recipient: request.email, centreId, candidateId },
      ...{ entryIds: JSON.stringify(entries.map((entry) => entry.id)), messageId: `<${id}@pupitre>` },
      ...{ status: 'failed', attempts: 1, queuedAt: at, dueAt: at, trouble: '550 5.1.1 user unknown' },
    })
    .execute()
}
