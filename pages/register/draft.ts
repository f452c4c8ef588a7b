import type { CANDIDATE_CATEGORIES } from '../../domain/registration.ts'
import type { TypedDate } from '../../kit/date-field.tsx'
import { drawAttempt } from '../form/draw-attempt.ts'

/** Exams, where, and with which software: what a first request and one more have in common. */
export type ChoicesDraft = {
  sessionId: string
  examIds: string[]
  department: string
  centreId: string
  /** The offering chosen for each exam, by exam id, where the centre has several. */
  offerings: Record<string, string>
  softwareAccepted: boolean
}

/** A request as it is being typed, not yet judged. No password in it: it is kept on the device. */
export type Draft = ChoicesDraft & {
  /** Drawn once: the same form sent twice is one request. */
  attempt: string
  birthName: string
  birthNameAgain: string
  firstNames: string
  usageName: string
  sex: '' | 'F' | 'M'
  bornOn: TypedDate
  bornOnAgain: TypedDate
  bornIn: '' | 'france' | 'abroad'
  communeCode: string
  /** What stands in the search field; the commune's name once it is chosen. */
  communeText: string
  birthCountry: string
  birthTown: string
  nationality: string
  email: string
  emailAgain: string
  phone: string
  address1: string
  address2: string
  postcode: string
  town: string
  category: '' | (typeof CANDIDATE_CATEGORIES)[number]
  passedBefore: '' | 'yes' | 'no'
  previousExams: string
  funding: '' | 'own' | 'training-centre' | 'employer'
  funderName: string
  funderContact: string
  informed: boolean
}
export type Change<D> = (change: Partial<D>) => void

const NO_DATE: TypedDate = { day: '', month: '', year: '' }

export const NO_CHOICES: ChoicesDraft = {
  sessionId: '',
  examIds: [],
  department: '',
  centreId: '',
  offerings: {},
  softwareAccepted: false,
}

export function emptyDraft(): Draft {
  return {
    ...NO_CHOICES,
    attempt: drawAttempt(),
    birthName: '',
    birthNameAgain: '',
    firstNames: '',
    usageName: '',
    sex: '',
    bornOn: NO_DATE,
    bornOnAgain: NO_DATE,
    bornIn: '',
    communeCode: '',
    communeText: '',
    birthCountry: '',
    birthTown: '',
    nationality: '',
    email: '',
    emailAgain: '',
    phone: '',
    address1: '',
    address2: '',
    postcode: '',
    town: '',
    category: '',
    passedBefore: '',
    previousExams: '',
    funding: '',
    funderName: '',
    funderContact: '',
    informed: false,
  }
}
