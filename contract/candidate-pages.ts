import { z } from 'zod'
import { Centre, Exam, ExamSession } from '../domain/catalogue.ts'
import { ENTRY_STATUSES, REFUSAL_REASONS } from '../domain/entry.ts'
import { Choices, EmailAddress, Password, Registration } from '../domain/registration.ts'
import {
  CurrencyCode,
  Id,
  InstantText,
  LocalDateText,
  LocalTimeText,
  LongText,
  MinorUnits,
  ShortText,
} from '../domain/shapes.ts'

/**
 * What crosses the wall between HQ and a candidate's browser, under `/api/`. Errors are codes, as for desks; sentences are the page's.
 * Nothing here says whether an address or a person is known: what must be said goes to the registered address by mail.
 */

export const PAGE_ERROR_CODES = [
  'bad-request',
  'not-found',
  'not-signed-in',
  'wrong-login',
  'link-expired',
  'link-used',
  'window-not-open',
  'window-closed',
  'not-run-there',
  'already-asked',
  'live-elsewhere',
  'not-withdrawable',
  'too-many-tries',
  'too-large',
  'internal',
] as const
/** `detail`: the field or exam that it is about, as a path or an id; never a value that somebody typed. */
export const PageError = z.object({ code: z.enum(PAGE_ERROR_CODES), detail: z.string().max(500).optional() })
export type PageError = z.infer<typeof PageError>
export type PageErrorCode = PageError['code']

/** What can be asked for, without an account: sessions with an exam that is open or will open, and their exams. */
export const CatalogueAnswer = z.object({
  sessions: z.array(ExamSession.extend({ exams: z.array(Exam.omit({ sessionId: true })) })),
  /** Département numbers where an accredited centre is. */
  departments: z.array(ShortText),
  now: InstantText,
})
export type CatalogueAnswer = z.infer<typeof CatalogueAnswer>

/** `exams`: ids, separated by commas. */
export const CentresQuery = z.object({
  session: Id,
  exams: z.string().min(1).max(1400),
  department: z.string().trim().min(1).max(3),
})
/** One way of sitting an exam at a centre. Seats are an idea of the moment: the centre decides. */
export const OfferedExam = z.object({
  examId: Id,
  offeringId: Id,
  softwareNames: z.array(ShortText),
  seat: z.enum(['free', 'queue']),
})
export type OfferedExam = z.infer<typeof OfferedExam>
export const FoundCentre = Centre.pick({ id: true, name: true, town: true, department: true, timeZone: true }).extend({
  currency: CurrencyCode,
  offered: z.array(OfferedExam),
})
export type FoundCentre = z.infer<typeof FoundCentre>
/** Centres that run all of the exams in the département; when there is none, those of neighbouring ones. */
export const CentresAnswer = z.object({ centres: z.array(FoundCentre), neighbours: z.array(FoundCentre) })
export type CentresAnswer = z.infer<typeof CentresAnswer>

/** Nobody runs what is sought there: HQ's staff are told. */
export const NoCentreRequest = z.object({
  sessionId: Id,
  examIds: z.array(Id).min(1).max(20),
  department: z.string().trim().min(1).max(3),
  email: EmailAddress.nullable(),
  message: LongText,
})

/** Communes by the beginning or a word of their name, or by postcode; arrondissements of Paris, Lyon and Marseille included. */
export const CommunesQuery = z.object({ q: z.string().trim().min(2).max(80) })
export const CommunesAnswer = z.object({
  communes: z.array(z.object({ code: ShortText, name: ShortText, department: ShortText })).max(20),
})
export type CommunesAnswer = z.infer<typeof CommunesAnswer>

/**
 * Kept until the address is confirmed. Answered alike whether or not the address has an account: the mail tells its owner.
 * `attempt`: drawn by the page once a form, so that a form sent twice is one request.
 */
export const RegisterBody = Registration.extend({ attempt: z.uuid() })
export type RegisterBody = z.infer<typeof RegisterBody>
export const RegisterAnswer = z.object({ confirmBefore: InstantText })
export type RegisterAnswer = z.infer<typeof RegisterAnswer>

/**
 * The link in a mail, and the password chosen in the form that it is for: another person's form at one's address is not confirmed unawares.
 * `wrong-login`: it is not that password, and the link still works. Used twice: `link-used`, and nothing happens twice.
 */
export const ConfirmRequest = z.object({ token: z.string().min(20).max(200), password: z.string().min(1).max(1000) })
/** `blocked`: the request was not sent on, for the reason given; the account exists. */
export const ConfirmAnswer = z.object({ blocked: z.enum(['live-elsewhere', 'already-asked']).nullable() })
export type ConfirmAnswer = z.infer<typeof ConfirmAnswer>

/** `login`: the NUC, or the confirmed address. The session is a cookie. */
export const SignInRequest = z.object({
  login: z.string().trim().min(1).max(200),
  password: z.string().min(1).max(1000),
})
/** Answered alike whoever asks; the mail goes to the registered address only. `what`: the NUC itself, or a link for a new password. */
export const RecoverRequest = z.object({ what: z.enum(['nuc', 'password']), email: EmailAddress })
export const ResetPasswordRequest = z.object({ token: z.string().min(20).max(200), password: Password })
export const ChangePasswordRequest = z.object({ current: z.string().min(1).max(1000), password: Password })

/** Another request for the session, by somebody signed in: exams already asked are refused by HQ, and greyed by the page. */
export const AskMoreBody = Choices.extend({ attempt: z.uuid() })

/** One line of what happened, in order. */
export const TimelineEvent = z.object({
  at: InstantText,
  what: z.enum(['requested', 'prevalidated', 'refused', 'confirmed', 'withdrawn', 'lapsed']),
})
export type TimelineEvent = z.infer<typeof TimelineEvent>

export const MyEntry = z.object({
  id: Id,
  examId: Id,
  examCode: ShortText,
  examLabel: ShortText,
  softwareNames: z.array(ShortText),
  status: z.enum(ENTRY_STATUSES),
  feeAmount: MinorUnits,
  currency: CurrencyCode,
  paidAmount: MinorUnits,
  refusal: z.object({ reason: z.enum(REFUSAL_REASONS), text: LongText.nullable() }).nullable(),
  deadlineOn: LocalDateText.nullable(),
  deadlineAt: InstantText.nullable(),
  /** When and where, once the centre has said so. */
  sittings: z.array(z.object({ heldOn: LocalDateText, startsAtLocal: LocalTimeText, room: ShortText })),
  withdrawable: z.boolean(),
  /** Another software that the centre proposes, for the candidate to accept; the entry waits meanwhile. */
  proposed: z.object({ offeringId: Id, softwareNames: z.array(ShortText) }).nullable(),
  events: z.array(TimelineEvent),
})
export type MyEntry = z.infer<typeof MyEntry>

export const MyRequest = z.object({
  id: Id,
  sessionId: Id,
  sessionLabel: ShortText,
  receivedAt: InstantText,
  centre: Centre.pick({ id: true, name: true, town: true, department: true, timeZone: true }).extend({
    addressLines: z.array(ShortText),
    paymentTerms: LongText,
  }),
  entries: z.array(MyEntry),
})
export type MyRequest = z.infer<typeof MyRequest>

export const MeAnswer = z.object({
  login: ShortText,
  email: ShortText,
  nuc: ShortText.nullable(),
  identity: z.object({
    birthName: ShortText,
    usageName: ShortText.nullable(),
    firstNames: ShortText,
    sex: z.enum(['F', 'M']),
    bornOn: LocalDateText,
    birthPlace: ShortText,
    birthCountry: ShortText,
  }),
  requests: z.array(MyRequest),
  /** Exams that are asked for and alive, of any session: they cannot be asked again. */
  askedExamIds: z.array(Id).max(1000),
  now: InstantText,
})
export type MeAnswer = z.infer<typeof MeAnswer>

export const WithdrawRequest = z.object({ entryId: Id })
/** `offeringId`: the proposal that the page showed; refused `not-run-there` when it no longer stands. */
export const AcceptOfferingRequest = z.object({ entryId: Id, offeringId: Id })
/** Nothing to say but that it was done. */
export const DoneAnswer = z.object({ done: z.literal(true) })
export type DoneAnswer = z.infer<typeof DoneAnswer>
