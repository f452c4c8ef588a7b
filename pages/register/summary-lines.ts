import type { FoundCentre } from '../../contract/candidate-pages.ts'
import { formatDate, formatMoney } from '../../text/format.ts'
import {
  CATEGORY_WORDS,
  STEP_CONTACT,
  STEP_IDENTITY,
  STEP_PLACE,
  STEP_SITUATION,
  SUMMARY,
} from '../../text/pages/register.ts'
import type { Draft } from './draft.ts'
import type { CatalogueSession } from './known.ts'
import { isoDate, offeringChosen } from './step-faults.ts'
import type { Step } from './steps.ts'
import { totalFee } from './total-fee.ts'
import { nirMasked } from './typed-nir.ts'

/** A line of the summary: what it is, what was typed, and the fields it comes from. */
export type SummaryLine = { term: string; words: string[]; fields: string[] }

/** What was typed, step by step, as it will be sent; only for a draft without faults. `nir`: as typed, null where it is not asked. */
export function summaryOf(
  draft: Draft,
  session: CatalogueSession,
  centre: FoundCentre,
  nir: string | null,
): Record<Exclude<Step, 'recapitulatif'>, SummaryLine[]> {
  const exams = session.exams.filter(({ id }) => draft.examIds.includes(id))
  const total = formatMoney(totalFee(exams, centre.currency), centre.currency)
  return {
    epreuves: [
      line(SUMMARY.session, [session.label]),
      line(
        SUMMARY.exams,
        exams.map(({ code, label }) => `${code}, ${label}`),
      ),
    ],
    lieu: [
      line(SUMMARY.centre, [`${centre.name}, ${centre.town}`]),
      line(
        STEP_PLACE.software,
        exams.map(({ id, code }) => `${code}, ${softwareOf(draft, centre, id)}`),
      ),
      line(SUMMARY.total, [total]),
    ],
    identite: [...identityLines(draft), ...nirLines(nir)],
    coordonnees: [
      line(STEP_CONTACT.email, [draft.email.trim()], ['email']),
      line(STEP_CONTACT.phone, [draft.phone.trim()], ['phone']),
      line(
        SUMMARY.address,
        [draft.address1, draft.address2, `${draft.postcode.trim()} ${draft.town.trim()}`],
        ['address1', 'postcode', 'town'],
      ),
    ],
    situation: situationLines(draft),
    compte: [line(SUMMARY.account, [draft.email.trim()]), line(SUMMARY.password, [SUMMARY.passwordChosen])],
  }
}

function identityLines(draft: Draft): SummaryLine[] {
  const place =
    draft.bornIn === 'france' ? draft.communeText : `${draft.birthTown.trim()} (${draft.birthCountry.trim()})`
  const usage =
    draft.usageName.trim() === ''
      ? []
      : [line(STEP_IDENTITY.usageName.replace(/\s\(.*/, ''), [draft.usageName], ['usageName'])]
  return [
    line(SUMMARY.names, [`${draft.birthName.trim()} ${draft.firstNames.trim()}`], ['birthName', 'firstNames']),
    ...usage,
    line(STEP_IDENTITY.sex, draft.sex === '' ? [] : [STEP_IDENTITY.sexes[draft.sex]], ['sex']),
    line(SUMMARY.born, [SUMMARY.bornAt(formatDate(isoDate(draft.bornOn) ?? ''), place)], ['bornOn', 'bornIn']),
    line(STEP_IDENTITY.nationality, [draft.nationality.trim()], ['nationality']),
  ]
}

/** Never the number itself: a summary is read over one's shoulder, and printed. */
function nirLines(nir: string | null): SummaryLine[] {
  return nir === null ? [] : [line(SUMMARY.nir, [nirMasked(nir) ?? SUMMARY.nirNone], ['nir'])]
}

function situationLines(draft: Draft): SummaryLine[] {
  const { category, funding } = draft
  const payer = funding === '' ? '' : STEP_SITUATION.fundings[funding]
  const funder = funding === 'own' ? [] : [draft.funderName.trim(), draft.funderContact.trim()]
  const previous = draft.passedBefore === 'yes' ? draft.previousExams.trim() : SUMMARY.previousNone
  return [
    line(STEP_SITUATION.category, category === '' ? [] : [CATEGORY_WORDS[category]], ['category']),
    line(SUMMARY.previous, [previous], ['previousExams']),
    line(SUMMARY.payer, [payer, ...funder], ['funderName', 'funderContact']),
  ]
}

function softwareOf(draft: Draft, centre: FoundCentre, examId: string): string {
  const chosen = offeringChosen(draft, centre, examId)
  const names = centre.offered.find(({ offeringId }) => offeringId === chosen)?.softwareNames ?? []
  return names.length > 0 ? names.join(' + ') : STEP_PLACE.noSoftware
}

function line(term: string, words: readonly string[], fields: string[] = []): SummaryLine {
  return { term, words: words.filter((word) => word.trim() !== ''), fields }
}
