import type { FoundCentre } from '../../contract/candidate-pages.ts'
import type { Exam } from '../../domain/catalogue.ts'
import { EARLIEST_BIRTH, registrationState } from '../../domain/registration.ts'
import { Contact, EmailAddress, Funding, Identity, Situation } from '../../domain/shapes/registration.ts'
import { type Instant, isLocalDate, toLocalDate } from '../../domain/time.ts'
import type { TypedDate } from '../../kit/date-field.tsx'
import { FAULTS } from '../../text/pages/faults.ts'
import type { SaidFault } from '../form/error-summary.tsx'
import type { ChoicesDraft, Draft } from './draft.ts'

/** What the steps are judged with besides the draft: HQ's exams and present, and the centre chosen as HQ last told of it. */
export type Known = {
  exams: readonly Pick<Exam, 'id' | 'code' | 'registrationOpensAt' | 'registrationClosesAt'>[]
  now: Instant
  centre: FoundCentre | null
}

const MOST_EXAMS = 20

type Rule = readonly [field: string, wrong: boolean, sentence: string]

/** One fault a field at most: the first of its rules that is broken. */
function broken(rules: readonly Rule[]): SaidFault[] {
  const faults = new Map<string, SaidFault>()
  for (const [field, wrong, sentence] of rules) {
    if (wrong && !faults.has(field)) faults.set(field, { field, sentence })
  }
  return [...faults.values()]
}

export function examFaults({ examIds }: ChoicesDraft, { exams, now }: Known): SaidFault[] {
  const chosen = exams.filter(({ id }) => examIds.includes(id))
  const shut = chosen.filter((exam) => registrationState(exam, now) !== 'open')
  return broken([
    ['examIds', examIds.length > 0 && chosen.length === 0, FAULTS.sessionGone],
    ['examIds', chosen.length === 0, FAULTS.noExam],
    ['examIds', chosen.length > MOST_EXAMS, FAULTS.tooManyExams],
    ['examIds', shut.length > 0, FAULTS.notOpen(shut.map(({ code }) => code).join(', '))],
  ])
}

export function placeFaults(draft: ChoicesDraft, { exams, centre }: Known): SaidFault[] {
  const unchosen = centre === null ? [] : draft.examIds.filter((id) => offeringChosen(draft, centre, id) === null)
  return broken([
    ['department', draft.department === '', FAULTS.noDepartment],
    ['centreId', draft.department !== '' && centre === null, FAULTS.noCentre],
    ...unchosen.map(
      (id): Rule => [`offering-${id}`, true, FAULTS.noOffering(exams.find((exam) => exam.id === id)?.code ?? id)],
    ),
    ['softwareAccepted', centre !== null && !draft.softwareAccepted, FAULTS.notAccepted],
  ])
}

/** The offering for an exam: the one chosen when the centre still has it, or the only one that there is. */
export function offeringChosen({ offerings }: ChoicesDraft, centre: FoundCentre, examId: string): string | null {
  const there = centre.offered.filter((one) => one.examId === examId)
  if (there.length === 1) return there[0]?.offeringId ?? null
  return there.find(({ offeringId }) => offeringId === offerings[examId])?.offeringId ?? null
}

export function identityFaults(draft: Draft, now: Instant): SaidFault[] {
  const bornOn = isoDate(draft.bornOn)
  const { birthName, firstNames, usageName, nationality } = Identity.shape
  return broken([
    ['birthName', blank(draft.birthName), FAULTS.birthNameMissing],
    ['birthName', !birthName.safeParse(draft.birthName).success, FAULTS.nameLetters],
    ['birthNameAgain', !sameName(draft.birthName, draft.birthNameAgain), FAULTS.birthNameDiffers],
    ['firstNames', blank(draft.firstNames), FAULTS.firstNamesMissing],
    ['firstNames', !firstNames.safeParse(draft.firstNames).success, FAULTS.nameLetters],
    ['usageName', !blank(draft.usageName) && !usageName.safeParse(draft.usageName).success, FAULTS.nameLetters],
    ['sex', draft.sex === '', FAULTS.sexMissing],
    ['bornOn', Object.values(draft.bornOn).every(blank), FAULTS.bornOnMissing],
    ['bornOn', bornOn === null, FAULTS.bornOnNoDate],
    ['bornOn', bornOn !== null && !isPossibleBirth(bornOn, now), FAULTS.bornOnImpossible],
    ['bornOnAgain', bornOn !== isoDate(draft.bornOnAgain), FAULTS.bornOnDiffers],
    ['bornIn', draft.bornIn === '', FAULTS.bornInMissing],
    ['communeCode', draft.bornIn === 'france' && draft.communeCode === '', FAULTS.communeMissing],
    ['birthCountry', draft.bornIn === 'abroad' && blank(draft.birthCountry), FAULTS.birthCountryMissing],
    ['birthTown', draft.bornIn === 'abroad' && blank(draft.birthTown), FAULTS.birthTownMissing],
    ['nationality', !nationality.safeParse(draft.nationality.trim()).success, FAULTS.nationalityMissing],
  ])
}

export function contactFaults(draft: Draft): SaidFault[] {
  const address = broken([
    ['email', blank(draft.email), FAULTS.emailMissing],
    ['email', !EmailAddress.safeParse(draft.email).success, FAULTS.emailInvalid],
    ['emailAgain', draft.email.trim() !== draft.emailAgain.trim(), FAULTS.emailDiffers],
  ])
  return [...address, ...reachFaults(draft)]
}

/** Of telephone and postal address. */
export function reachFaults(draft: Draft): SaidFault[] {
  const { phone, postcode, town } = Contact.shape
  return broken([
    ['phone', blank(draft.phone), FAULTS.phoneMissing],
    ['phone', !phone.safeParse(draft.phone).success, FAULTS.phoneInvalid],
    ['address1', blank(draft.address1), FAULTS.addressMissing],
    ['address1', draft.address1.trim().length > 100, FAULTS.addressLong],
    ['address2', draft.address2.trim().length > 100, FAULTS.addressLong],
    ['postcode', blank(draft.postcode), FAULTS.postcodeMissing],
    ['postcode', !postcode.safeParse(draft.postcode).success, FAULTS.postcodeInvalid],
    ['town', !town.safeParse(draft.town.trim()).success, FAULTS.townMissing],
  ])
}

export function situationFaults(draft: Draft): SaidFault[] {
  const paidByOther = draft.funding !== '' && draft.funding !== 'own'
  const funder = { kind: 'employer', name: draft.funderName.trim(), contact: draft.funderContact.trim() }
  const wrong = paidByOther ? (Funding.safeParse(funder).error?.issues.map(({ path }) => path[0]) ?? []) : []
  const previous = Situation.shape.previousExams.safeParse(draft.previousExams)
  return broken([
    ['category', !Situation.shape.category.safeParse(draft.category).success, FAULTS.categoryMissing],
    ['passedBefore', draft.passedBefore === '', FAULTS.passedBeforeMissing],
    [
      'previousExams',
      draft.passedBefore === 'yes' && (blank(draft.previousExams) || !previous.success),
      FAULTS.previousExamsMissing,
    ],
    ['funding', draft.funding === '', FAULTS.fundingMissing],
    ['funderName', wrong.includes('name'), FAULTS.funderNameMissing],
    ['funderContact', wrong.includes('contact'), FAULTS.funderContactMissing],
  ])
}

/** `1998-05-03` from what was typed part by part; null when no such day exists. */
export function isoDate({ day, month, year }: TypedDate): string | null {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return year.length === 4 && isLocalDate(text) ? text : null
}

/** Whoever registers was born before today, and is no older than anybody is. */
function isPossibleBirth(bornOn: string, now: Instant): boolean {
  return bornOn < toLocalDate(now, 'Europe/Paris') && bornOn >= EARLIEST_BIRTH
}

/** Typed twice, a name may differ by its capitals: a second typing is there to catch a wrong letter. */
function sameName(one: string, other: string): boolean {
  const plain = (name: string) => name.trim().replace(/\s+/g, ' ').normalize('NFC').toLocaleUpperCase('fr')
  return plain(one) === plain(other)
}

function blank(text: string): boolean {
  return text.trim() === ''
}
