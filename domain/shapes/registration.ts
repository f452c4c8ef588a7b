import { z } from 'zod'
import { isNir } from '../nir.ts'
import { passwordFaults } from '../password.ts'
import { CANDIDATE_CATEGORIES, EARLIEST_BIRTH, EMAIL_ADDRESS, PERSON_NAME } from '../registration.ts'
import { Id, LocalDateText, LongText, ShortText } from './basic.ts'

/** What a candidate fills in on HQ's pages. */

/** Fifteen characters, key included (`domain/nir.ts`). */
export const Nir = z.string().refine(isNir)

export const PersonName = z.string().trim().min(1).max(PERSON_NAME.longest).regex(PERSON_NAME.pattern)

/** Kept as it was typed, spaces around it aside: only its owner knows its capitals. Compared by `addressKey`. */
export const EmailAddress = z
  .string()
  .trim()
  .max(EMAIL_ADDRESS.longest)
  .pipe(z.email({ pattern: EMAIL_ADDRESS.pattern }))

const Phone = z
  .string()
  .trim()
  .max(40)
  .regex(/^\+?[\d .()-]{6,}$/)

/** Born in France: a commune of the official geographic code. Abroad: a country and a town, as on the document. */
export const BirthPlace = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('france'),
    communeCode: z.string().regex(/^(\d{2}|2[AB])\d{3}$/),
    town: ShortText.min(1),
  }),
  z.object({ kind: z.literal('abroad'), country: ShortText.min(1), town: ShortText.min(1) }),
])
export type BirthPlace = z.infer<typeof BirthPlace>

export const Identity = z.object({
  birthName: PersonName,
  firstNames: PersonName,
  usageName: PersonName.nullable(),
  sex: z.enum(['F', 'M']),
  bornOn: LocalDateText.refine((date) => date >= EARLIEST_BIRTH),
  birthPlace: BirthPlace,
  nationality: ShortText.min(1),
})
export type Identity = z.infer<typeof Identity>

export const Contact = z.object({
  email: EmailAddress,
  phone: Phone,
  addressLines: z.array(z.string().trim().min(1).max(100)).min(1).max(4),
  postcode: z
    .string()
    .trim()
    .regex(/^[\dA-Za-z -]{2,12}$/),
  town: ShortText.min(1),
})
export type Contact = z.infer<typeof Contact>

export const Situation = z.object({
  category: z.enum(CANDIDATE_CATEGORIES),
  /** « A déjà passé une ou plusieurs épreuves » : which, in the candidate's words; null when none. */
  previousExams: LongText.nullable(),
})
export type Situation = z.infer<typeof Situation>

/** Who pays: the candidate, or somebody named whom the centre can call. */
export const Funding = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('own') }),
  z.object({
    kind: z.enum(['training-centre', 'employer']),
    name: ShortText.min(1),
    contact: ShortText.min(1),
  }),
])
export type Funding = z.infer<typeof Funding>

/** An exam with the offering, hence the software, that the candidate commits to. */
export const Choice = z.object({ examId: Id, offeringId: Id })
export type Choice = z.infer<typeof Choice>

export const Choices = z.object({
  sessionId: Id,
  centreId: Id,
  choices: z.array(Choice).min(1).max(20),
  softwareAccepted: z.literal(true),
})
export type Choices = z.infer<typeof Choices>

export const Password = z
  .string()
  .max(1000)
  .refine((text) => passwordFaults(text).length === 0)

/** A first request, with all that an account and a candidate's record begin with. */
export const Registration = z.object({
  ...Choices.shape,
  identity: Identity,
  contact: Contact,
  situation: Situation,
  funding: Funding,
  /** Consent to the processing that the registration needs (GDPR art. 6 1 b says so without it; the candidate has read it). */
  informed: z.literal(true),
  password: Password,
  /** Null when it is not given, or not asked for. */
  nir: Nir.nullable().default(null),
})
export type Registration = z.infer<typeof Registration>
