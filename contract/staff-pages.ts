import { z } from 'zod'
import { ENTRY_STATUSES } from '../domain/entry.ts'
import { Id, InstantText, LocalDateText, LongText, ShortText } from '../domain/shapes/basic.ts'

/**
 * What crosses the wall between HQ and the browsers of its own staff, under `/api/siege/`. Errors are those of the candidates' pages
 * (`candidate-pages.ts`): `not-signed-in` for whoever is not staff, `changed-meanwhile` for who comes second. How people are reached is
 * whole where the staff must write or call; of mails it is masked.
 */

const Count = z.int().min(0)

/** The session is a cookie of its own. A new password comes by a link, as for candidates: `ResetPasswordRequest`. */
export const StaffSignInRequest = z.object({
  email: z.string().trim().min(1).max(200),
  password: z.string().min(1).max(1000),
})
/** `waiting`: what is left to do in each section; of mails, those that do not leave, or failed in the last fortnight. */
export const StaffMeAnswer = z.object({
  name: ShortText,
  waiting: z.object({ duplicates: Count, mails: Count, messages: Count }),
  now: InstantText,
})
export type StaffMeAnswer = z.infer<typeof StaffMeAnswer>

/** One of two records that may be one person's. `knownSince`: the first that HQ heard of it; null when nothing tells. */
export const DuplicateRecord = z.object({
  candidateId: Id,
  birthName: ShortText,
  usageName: ShortText.nullable(),
  firstNames: ShortText,
  sex: z.enum(['F', 'M']),
  bornOn: LocalDateText,
  birthPlace: ShortText,
  birthCountry: ShortText,
  nuc: ShortText.nullable(),
  email: ShortText,
  phone: ShortText,
  hasAccount: z.boolean(),
  knownSince: InstantText.nullable(),
  requests: z.array(
    z.object({
      id: Id,
      sessionLabel: ShortText,
      centreName: ShortText,
      town: ShortText,
      centrePhone: ShortText.nullable(),
      receivedAt: InstantText,
      entries: z.array(z.object({ examCode: ShortText, status: z.enum(ENTRY_STATUSES) })),
    }),
  ),
})
export type DuplicateRecord = z.infer<typeof DuplicateRecord>
/** A request that did not leave, the last one of that record. `asked`: null of one that was stopped before this was kept. */
export const StoppedRequest = z.object({
  candidateId: Id,
  at: InstantText,
  asked: z
    .object({
      sessionLabel: ShortText,
      centreName: ShortText,
      town: ShortText,
      centrePhone: ShortText.nullable(),
      examCodes: z.array(ShortText),
    })
    .nullable(),
})
export type StoppedRequest = z.infer<typeof StoppedRequest>
/** `records`: the older one first. `blockedAt`: the last time that it stopped a request. */
export const DuplicateCase = z.object({
  id: Id,
  /** Empty once a correction has made them unlike. */
  why: z.array(z.enum(['same-name-and-birth', 'same-nir'])),
  noticedAt: InstantText,
  blockedAt: InstantText.nullable(),
  records: z.array(DuplicateRecord).length(2),
  stopped: z.array(StoppedRequest).max(2),
})
export type DuplicateCase = z.infer<typeof DuplicateCase>
const DUPLICATE_DECISIONS = ['same', 'apart'] as const
export const SettledCase = z.object({
  id: Id,
  settledAs: z.enum(DUPLICATE_DECISIONS),
  settledAt: InstantText,
  settledBy: ShortText,
  /** Both records, by name. */
  names: z.array(ShortText).length(2),
})
export type SettledCase = z.infer<typeof SettledCase>
/** Open cases, those that stopped a request first; the last settled ones, newest first. */
export const DuplicatesAnswer = z.object({
  open: z.array(DuplicateCase),
  settled: z.array(SettledCase),
  now: InstantText,
})
export type DuplicatesAnswer = z.infer<typeof DuplicatesAnswer>
export const SettleDuplicateRequest = z.object({ caseId: Id, settleAs: z.enum(DUPLICATE_DECISIONS) })
/** Whom a mail goes to. */
export const SettleDuplicateAnswer = z.object({ told: z.array(ShortText) })
export type SettleDuplicateAnswer = z.infer<typeof SettleDuplicateAnswer>

/** `contactAt`: its last exchange, where it is known. `replacedAt`: it goes on under another identity. */
export const StaffDevice = z.object({
  id: Id,
  name: ShortText,
  series: ShortText,
  appVersion: ShortText,
  enrolledAt: InstantText,
  contactAt: InstantText.nullable(),
  revokedAt: InstantText.nullable(),
  replacedAt: InstantText.nullable(),
})
export type StaffDevice = z.infer<typeof StaffDevice>
export const CentreDevices = z.object({
  id: Id,
  code: ShortText,
  name: ShortText,
  town: ShortText,
  /** Codes that still let a PC in. */
  unusedCodes: Count,
  devices: z.array(StaffDevice),
})
export type CentreDevices = z.infer<typeof CentreDevices>
export const DevicesAnswer = z.object({ centres: z.array(CentreDevices), now: InstantText })
export type DevicesAnswer = z.infer<typeof DevicesAnswer>
export const CentreRequest = z.object({ centreId: Id })
/** The only time that the code is shown: HQ keeps its hash. */
export const NewCodeAnswer = z.object({ code: ShortText, expiresAt: InstantText })
export type NewCodeAnswer = z.infer<typeof NewCodeAnswer>
export const RevokeDeviceRequest = z.object({ deviceId: Id })

/** A mail that somebody may have to look after. `name`: its template's, which a later version may no longer have. */
export const StaffMail = z.object({
  id: Id,
  name: ShortText,
  status: z.enum(['waiting', 'failed', 'dropped']),
  queuedAt: InstantText,
  /** When it is tried again, while it waits. */
  dueAt: InstantText,
  attempts: Count,
  /** The mail server's words, without addresses. */
  trouble: LongText.nullable(),
  maskedRecipient: ShortText,
  /** Whom and which centre it is about, where that is known. */
  personName: ShortText.nullable(),
  centreName: ShortText.nullable(),
  /** False when it carried a link that was forgotten since: it would lead nowhere. */
  resendable: z.boolean(),
})
export type StaffMail = z.infer<typeof StaffMail>
export const MailsAnswer = z.object({
  counts: z.object({ waiting: Count, sending: Count, sent: Count, dropped: Count, failed: Count }),
  /** Failed ones first, then those that wait after a trouble, then those held back; newest first, the last 200. */
  mails: z.array(StaffMail),
  now: InstantText,
})
export type MailsAnswer = z.infer<typeof MailsAnswer>
export const MailRequest = z.object({ mailId: Id })

/** What somebody looked for in vain. Their address is whole: it was given for an answer. */
export const NoCentreMessage = z.object({
  id: Id,
  sessionLabel: ShortText,
  examCodes: z.array(ShortText),
  department: ShortText,
  message: LongText,
  email: ShortText.nullable(),
  receivedAt: InstantText,
  handled: z.object({ at: InstantText, by: ShortText }).nullable(),
})
export type NoCentreMessage = z.infer<typeof NoCentreMessage>
/** Those to answer, oldest first; the last handled ones, newest first. */
export const MessagesAnswer = z.object({
  open: z.array(NoCentreMessage),
  handled: z.array(NoCentreMessage),
  now: InstantText,
})
export type MessagesAnswer = z.infer<typeof MessagesAnswer>
export const HandleMessageRequest = z.object({ messageId: Id })
