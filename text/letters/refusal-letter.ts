import type { OfferingRow, RequestRow } from '../../contract/desk.ts'
import { spokenName } from '../../domain/candidate.ts'
import { isLive, type RefusalReason } from '../../domain/entry.ts'
import { offersInstead } from '../../domain/other-offerings.ts'
import { registrationState } from '../../domain/registration.ts'
import { type LaidOut, layOut } from '../mails/letter.ts'
import type { CentreOfMail, ExamOfMail } from '../mails/mail-data.ts'
import { refused } from '../mails/refused.ts'
import { refusalWords, type Spoken } from '../papers/wording-values.ts'
import type { LetterDesk } from './letter-desk.ts'

/** Links are HQ's to make: here they only have to stand where they will. */
export const SOMEWHERE = '/'
export const HQ = 'https://siege.invalid'

type Refusal = {
  request: RequestRow
  /** Those refused. */
  entryIds: readonly string[]
  /** Those of the same candidate that the same click refuses, these among them. */
  refusedToo: readonly string[]
  /** Other requests of the same candidate for the session. */
  others: readonly RequestRow[]
  offerings: readonly OfferingRow[]
  reason: RefusalReason
  text: string | null
  /** Centres near there that offer the same, as HQ last told; HQ names them itself when the mail leaves. */
  centres: readonly { name: string; town: string }[]
  /** A letter closes with the centre's own words by itself. */
  byPost?: true
}

/** The mail that HQ will send, as far as this PC knows: the words are HQ's own (`text/mails/refused.ts`). */
export function refusalLetter(desk: LetterDesk, refusal: Refusal): LaidOut {
  const { request, entryIds, refusedToo, others, offerings, reason, text, centres, byPost } = refusal
  const exam = examOfMail(desk, offerings)
  const mine = request.entries.filter(({ id }) => entryIds.includes(id))
  const alive = [request, ...others.filter(({ id }) => id !== request.id)]
    .flatMap(({ entries }) => entries)
    .filter((entry) => isLive(entry.status) && !refusedToo.includes(entry.id))
  const centre = centreOfMail(desk)
  const asked = mine.filter(({ examId }) => takesRequests(desk, examId) && !alive.some((one) => one.examId === examId))
  const freeHere = asked.flatMap(({ examId, examCode: code, offeringId }) =>
    offersInstead(offerings, { examId, offeringId, refusal: { reason, text } }, ({ used }) => used).map(
      ({ offering }) => ({ code, softwareNames: offering.software }),
    ),
  )
  const sessionLabel = desk.sessions.find(({ id }) => id === request.sessionId)?.label ?? ''
  const said = spokenTo(request.candidate, centre, sessionLabel)
  const codes = mine.map(({ examCode }) => examCode)
  const letter = refused({
    person: { name: spokenName(request.candidate), nuc: request.candidate.nuc },
    centre,
    sessionLabel,
    exams: mine.map(exam),
    reason,
    text,
    stillAlive: alive.map(exam),
    otherCentres: alive.length > 0 ? [] : centres.map(({ name, town }) => ({ name, town, link: SOMEWHERE })),
    freeHere,
    ownWords: byPost ? undefined : refusalWords(desk.settings, said, codes),
    askAgainLink: SOMEWHERE,
    spaceLink: SOMEWHERE,
  })
  return layOut(letter, HQ, centre)
}

/** Whom the centre's own words speak to, and of what. */
export function spokenTo(
  candidate: RequestRow['candidate'],
  { name, town }: CentreOfMail,
  sessionLabel: string,
): Spoken {
  return { ...candidate, sessionLabel, centreName: name, centreTown: town }
}

/** Whether requests for the exam are taken: only then is anything else proposed to who was refused. */
export function takesRequests({ exams, now }: Pick<LetterDesk, 'exams' | 'now'>, examId: string): boolean {
  const exam = exams.find(({ id }) => id === examId)
  return exam !== undefined && registrationState(exam, now) === 'open'
}

export function centreOfMail({ centre, settings }: LetterDesk): CentreOfMail {
  const { name, town, timeZone, phone, email } = centre
  return { name, town, timeZone, addressLines: settings.addressLines, phone, email }
}

export function examOfMail({ exams }: LetterDesk, offerings: readonly OfferingRow[]) {
  return ({ examId, examCode, offeringId, feeAmount, currency }: RequestRow['entries'][number]): ExamOfMail => ({
    code: examCode,
    label: exams.find(({ id }) => id === examId)?.label ?? '',
    softwareNames: offerings.find(({ id }) => id === offeringId)?.software ?? [],
    feeAmount,
    currency,
  })
}
