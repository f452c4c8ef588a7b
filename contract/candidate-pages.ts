import { z } from 'zod'
import { REQUEST_CHANGES } from '../domain/candidate.ts'
import { ENTRY_STATUSES, REFUSAL_REASONS } from '../domain/entry.ts'
import {
  CurrencyCode,
  Id,
  InstantText,
  LocalDateText,
  LocalTimeText,
  LongText,
  MinorUnits,
  ShortText,
} from '../domain/shapes/basic.ts'
import { Identity } from '../domain/shapes/candidate.ts'
import { Centre, Exam, ExamSession } from '../domain/shapes/catalogue.ts'
import { Modification, ModifiedContact } from '../domain/shapes/modification.ts'
import {
  Choices,
  EmailAddress,
  Funding,
  Nir,
  Password,
  Registration,
  Situation,
} from '../domain/shapes/registration.ts'

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
  'link-stopped',
  'address-taken',
  'address-changed',
  'window-not-open',
  'window-closed',
  'not-run-there',
  'already-asked',
  'live-elsewhere',
  'not-withdrawable',
  'not-modifiable',
  'other-version',
  'nothing-changed',
  'changed-meanwhile',
  'too-many-tries',
  'too-many-changes',
  'nir-unavailable',
  'too-large',
  'internal',
] as const
/**
 * `detail`: the field or exam that it is about, as a path or an id; of `too-many-tries` where that is known, and of `too-many-changes`,
 * when it can be done again. Never a value that somebody typed.
 */
export const PageError = z.object({ code: z.enum(PAGE_ERROR_CODES), detail: z.string().max(500).optional() })
export type PageError = z.infer<typeof PageError>
export type PageErrorCode = PageError['code']

/** What can be asked for, without an account: sessions with an exam that is open or will open, and their exams. */
export const CatalogueAnswer = z.object({
  sessions: z.array(ExamSession.extend({ exams: z.array(Exam.omit({ sessionId: true })) })),
  /** Département numbers where an accredited centre is. */
  departments: z.array(ShortText),
  /** Whether HQ takes the NIR: a form that gives one to an HQ that does not is refused. */
  nirAsked: z.boolean(),
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

/**
 * Another mail address, by somebody signed in: a link goes there, and nothing changes until it is followed. Answered alike whether or not
 * the address has an account: its owner is told.
 */
export const AskAddressRequest = z.object({ password: z.string().min(1).max(1000), email: EmailAddress })
/** The link at the new address: `link-stopped` when the old one stopped it, `address-taken` when another account has it by now. */
export const ChangeAddressRequest = z.object({ token: z.string().min(20).max(200) })
/** `changed`: it serves from now on; one that a centre gave is proved, and serves once the old one had its time to object. */
export const ChangeAddressAnswer = z.object({ changed: z.boolean() })
export type ChangeAddressAnswer = z.infer<typeof ChangeAddressAnswer>
/** The link at the old address: `link-used` when it is stopped already, `address-changed` when it is too late. */
export const StopAddressChangeRequest = z.object({ token: z.string().min(20).max(200) })

/** `nir`: null takes it back. Answered alike whether or not another record has it. */
export const ChangeNirRequest = z.object({ nir: Nir.nullable(), password: z.string().min(1).max(1000) })

/** Another request for the session, by somebody signed in: exams already asked are refused by HQ, and greyed by the page. */
export const AskMoreBody = Choices.extend({ attempt: z.uuid() })

/** One line of what happened, in order. */
export const TimelineEvent = z.object({
  at: InstantText,
  what: z.enum(['requested', 'modified', 'prevalidated', 'refused', 'confirmed', 'withdrawn', 'lapsed']),
  /** Of `modified`, what of it concerns this exam: its own software (also one that the centre proposed), or the request as a whole. */
  changed: z.array(z.enum(REQUEST_CHANGES)).optional(),
})
export type TimelineEvent = z.infer<typeof TimelineEvent>

/** Another centre that runs an exam with the same software. */
export const OtherCentre = Centre.pick({ id: true, name: true, town: true, department: true })
export type OtherCentre = z.infer<typeof OtherCentre>

export const MyEntry = z.object({
  id: Id,
  examId: Id,
  examCode: ShortText,
  examLabel: ShortText,
  softwareNames: z.array(ShortText),
  /** Null: the centre places the candidate. */
  offeringId: Id.nullable(),
  /** What its software may be changed to here and now, the present one among them; none while it cannot be. */
  choices: z.array(OfferedExam),
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
  /** Where it can be asked for instead, when it was refused and nothing else of the session is alive. */
  otherCentres: z.array(OtherCentre).max(8),
  events: z.array(TimelineEvent),
})
export type MyEntry = z.infer<typeof MyEntry>

/** « Vérifiez vos données » of a session at a centre. */
export const MyDataCheck = z.object({
  /** When the centre last asked; null when it has not. */
  askedAt: InstantText.nullable(),
  /** When the candidate last found their data right; null while not, and again after a correction. */
  checkedAt: InstantText.nullable(),
  /** Whether they may say so: the session is ahead, and something asked for is alive. */
  open: z.boolean(),
})
export type MyDataCheck = z.infer<typeof MyDataCheck>

export const MyRequest = z.object({
  id: Id,
  sessionId: Id,
  sessionLabel: ShortText,
  receivedAt: InstantText,
  version: z.int().min(1),
  /** When that version was made, above the first; null for the first. */
  modifiedAt: InstantText.nullable(),
  /** Until when (excluded) the candidate may change it; null when they may not. */
  modifiableUntil: InstantText.nullable(),
  centre: Centre.pick({ id: true, name: true, town: true, department: true, timeZone: true }).extend({
    addressLines: z.array(ShortText),
    paymentTerms: LongText,
    phone: ShortText.nullable(),
    email: ShortText.nullable(),
  }),
  dataCheck: MyDataCheck,
  entries: z.array(MyEntry),
})
export type MyRequest = z.infer<typeof MyRequest>

/** A paper that is there to be opened, under `/api/me/documents/`. */
export const MyDocument = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('confirmation'),
    requestId: Id,
    version: z.int().min(1),
    /** When that version was made; null when what it said was not kept, and the paper says what the request says now. */
    madeAt: InstantText.nullable(),
    sessionLabel: ShortText,
    centreName: ShortText,
  }),
])
export type MyDocument = z.infer<typeof MyDocument>

/**
 * A request that did not leave because HQ's staff must first see whether another record is the same person's. What it asked for is unknown of
 * one that was stopped before this was kept. `decided`: null while they look into it; `apart`: it can be asked again.
 */
export const MyStoppedRequest = z.object({
  at: InstantText,
  sessionLabel: ShortText.nullable(),
  centreName: ShortText.nullable(),
  examCodes: z.array(ShortText),
  decided: z.enum(['same', 'apart']).nullable(),
})
export type MyStoppedRequest = z.infer<typeof MyStoppedRequest>

export const MeAnswer = z.object({
  login: ShortText,
  email: ShortText,
  nuc: ShortText.nullable(),
  /**
   * Another address that a centre asked for them, all but its first letter and its domain hidden, and from when it serves: null as long as it
   * is not confirmed there, or the present one not told.
   */
  emailChange: z.object({ to: ShortText, changesAt: InstantText.nullable() }).nullable(),
  /** Another address that they asked for themselves and have not confirmed there; `validBefore`: until when (excluded) its link works. */
  emailAsked: z.object({ to: ShortText, validBefore: InstantText }).nullable(),
  identity: Identity,
  /**
   * Of the NIR no more than whether HQ holds one; `asked`: HQ takes one; `open`: it may be given or taken back now. Null when HQ has no form
   * of theirs.
   */
  nir: z.object({ given: z.boolean(), asked: z.boolean(), open: z.boolean() }).nullable(),
  contact: ModifiedContact,
  /** As last told to HQ; null when HQ has no form of theirs. */
  situation: Situation.nullable(),
  funding: Funding.nullable(),
  requests: z.array(MyRequest),
  /** The latest first. */
  stopped: z.array(MyStoppedRequest),
  /** The latest request first, and of each the latest version first. */
  documents: z.array(MyDocument),
  /** Exams that are asked for and alive, of any session: they cannot be asked again. */
  askedExamIds: z.array(Id).max(1000),
  now: InstantText,
})
export type MeAnswer = z.infer<typeof MeAnswer>

/**
 * A request of somebody signed in, as it is to be. `version`: the one that the form was filled in from; another one by now is refused
 * `other-version`. `attempt`: drawn by the page for what is sent, so that it is one version however often it comes.
 */
export const ModifyBody = Modification.extend({ requestId: Id, version: z.int().min(1), attempt: z.uuid() })
export type ModifyBody = z.infer<typeof ModifyBody>

/**
 * The candidate finds their data right, for all of their requests of that session at that centre. `identity`: as the page showed it;
 * refused `changed-meanwhile` when HQ holds another by now.
 */
export const CheckDataRequest = z.object({ requestId: Id, identity: Identity })
export const WithdrawRequest = z.object({ entryId: Id })
/** `offeringId`: the proposal that the page showed; refused `not-run-there` when it no longer stands. */
export const AcceptOfferingRequest = z.object({ entryId: Id, offeringId: Id })
/** Nothing to say but that it was done. */
export const DoneAnswer = z.object({ done: z.literal(true) })
export type DoneAnswer = z.infer<typeof DoneAnswer>
