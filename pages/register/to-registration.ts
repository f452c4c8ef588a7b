import type { z } from 'zod'
import type { FoundCentre, RegisterBody } from '../../contract/candidate-pages.ts'
import type { ModifiedContact } from '../../domain/modification.ts'
import type { Choices, Registration } from '../../domain/registration.ts'
import type { ChoicesDraft, Draft } from './draft.ts'
import { isoDate, offeringChosen } from './step-faults.ts'
import { nirTyped } from './typed-nir.ts'

/** What is sent for the exams and the centre; only called on steps without a fault. */
export function toChoices(draft: ChoicesDraft, centre: FoundCentre): z.infer<typeof Choices> {
  const choices = draft.examIds.flatMap((examId) => {
    const offeringId = offeringChosen(draft, centre, examId)
    return offeringId === null ? [] : [{ examId, offeringId }]
  })
  return { sessionId: draft.sessionId, centreId: centre.id, choices, softwareAccepted: true }
}

/** What was typed and is kept nowhere. `nir`: null where it is not asked. */
export type Secrets = { password: string; nir: string | null }

/** The whole request as HQ takes it; only called when no step has a fault. */
export function toRegistration(draft: Draft, centre: FoundCentre, { password, nir }: Secrets): RegisterBody {
  return {
    attempt: draft.attempt,
    ...toChoices(draft, centre),
    identity: {
      birthName: draft.birthName.trim(),
      firstNames: draft.firstNames.trim(),
      usageName: draft.usageName.trim() || null,
      sex: draft.sex === 'F' ? 'F' : 'M',
      bornOn: isoDate(draft.bornOn) ?? '',
      birthPlace:
        draft.bornIn === 'france'
          ? { kind: 'france', communeCode: draft.communeCode, town: draft.communeText.trim() }
          : { kind: 'abroad', country: draft.birthCountry.trim(), town: draft.birthTown.trim() },
      nationality: draft.nationality.trim(),
    },
    contact: { email: draft.email.trim(), ...toReach(draft) },
    ...toSituation(draft),
    informed: true,
    password,
    nir: nirTyped(nir),
  }
}

/** Telephone and postal address, as they are sent. */
export function toReach(draft: Draft): ModifiedContact {
  return {
    phone: draft.phone.trim(),
    addressLines: [draft.address1.trim(), draft.address2.trim()].filter(Boolean),
    postcode: draft.postcode.trim(),
    town: draft.town.trim(),
  }
}

/** What the candidate does, has sat before, and who pays, as it is sent. */
export function toSituation(draft: Draft): Pick<Registration, 'situation' | 'funding'> {
  return {
    situation: {
      category: draft.category || 'other',
      previousExams: draft.passedBefore === 'yes' ? draft.previousExams.trim() : null,
    },
    funding:
      draft.funding === 'training-centre' || draft.funding === 'employer'
        ? { kind: draft.funding, name: draft.funderName.trim(), contact: draft.funderContact.trim() }
        : { kind: 'own' },
  }
}

const FIELDS_OF_PATHS: readonly [path: string, field: string][] = [
  ['identity/birthName', 'birthName'],
  ['identity/firstNames', 'firstNames'],
  ['identity/usageName', 'usageName'],
  ['identity/sex', 'sex'],
  ['identity/bornOn', 'bornOn'],
  ['identity/birthPlace', 'bornIn'],
  ['identity/nationality', 'nationality'],
  ['nir', 'nir'],
  ['contact/email', 'email'],
  ['contact/phone', 'phone'],
  ['contact/addressLines', 'address1'],
  ['contact/postcode', 'postcode'],
  ['contact/town', 'town'],
  ['situation/category', 'category'],
  ['situation/previousExams', 'previousExams'],
  ['funding/name', 'funderName'],
  ['funding/contact', 'funderContact'],
]

/** The fields that HQ's `bad-request` is about, from its detail: paths of the body, separated by spaces. */
export function fieldsRefused(detail: string | undefined): string[] {
  const paths = (detail ?? '').split(/\s+/).map((path) => path.replace(/^\/?(body\/)?/, '').replaceAll('.', '/'))
  return FIELDS_OF_PATHS.filter(([path]) => paths.some((one) => one.startsWith(path))).map(([, field]) => field)
}
