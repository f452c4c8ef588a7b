import type { IdentityField } from '../../domain/commands/correct-candidate.ts'
import type { Deadline } from '../../domain/deadline.ts'
import type { RefusalReason } from '../../domain/entry.ts'
import type { Currency } from '../../domain/money.ts'

/**
 * What each mail is made of: everything that its template says and that was true when its cause was written. Instants and dates are the
 * domain's; the template says them in the centre's zone, or in Paris where there is no centre. A link is a path of HQ's pages
 * (`/espace`), which is made whole when the mail leaves; one with its own scheme is kept as it is.
 */

/** A candidate as a mail calls them. */
export type Person = { name: string; nuc: string | null }
export type CentreOfMail = { name: string; town: string; timeZone: string; addressLines: string[] }
/** An exam as the candidate knows it. Amounts in minor units. */
export type ExamOfMail = { code: string; label: string; softwareNames: string[]; feeAmount: number; currency: Currency }

export type MailData = {
  /** Somebody registers at this address: the link confirms that it is theirs. */
  'confirm-address': { name: string; link: string; confirmBefore: string }
  /** Somebody registered again at an address that has an account: its owner is told, whoever typed it is not. */
  'address-known': { name: string; signInLink: string; recoverLink: string }
  'request-received': {
    person: Person
    centre: CentreOfMail
    sessionLabel: string
    exams: ExamOfMail[]
    spaceLink: string
  }
  /** The request could not be sent on: a candidate is live in one centre at a time. Names no other centre, says nothing of others. */
  'request-blocked': { person: Person; sessionLabel: string; why: 'live-elsewhere' | 'already-asked' }
  prevalidated: {
    person: Person
    centre: CentreOfMail
    sessionLabel: string
    exams: ExamOfMail[]
    /** What is left to pay for these exams, minor units. */
    total: number
    currency: Currency
    /** The organisation announced as payer; null when the candidate pays. */
    payer: { name: string; onAccount: boolean } | null
    /** The last day to pay, in the centre's zone, the instant at which it is over, and how it was counted. */
    deadline: Deadline
    /** The centre's own words, on several lines perhaps. */
    paymentTerms: string
    spaceLink: string
  }
  /** The centre can run the exam with another software: the candidate's to accept. */
  proposed: {
    person: Person
    centre: CentreOfMail
    sessionLabel: string
    /** As the candidate asked for it. */
    exams: ExamOfMail[]
    /** The same with what is proposed, and which offering that is. */
    proposed: ExamOfMail
    offeringId: string
    spaceLink: string
  }
  /** The last day to pay is near, and something is left to pay. */
  reminder: {
    person: Person
    centre: CentreOfMail
    sessionLabel: string
    exams: ExamOfMail[]
    total: number
    currency: Currency
    deadline: Pick<Deadline, 'on' | 'at'>
    payer: { name: string; onAccount: boolean } | null
    paymentTerms: string
    spaceLink: string
  }
  /** More time to pay. */
  extended: {
    person: Person
    centre: CentreOfMail
    sessionLabel: string
    exams: ExamOfMail[]
    deadline: Pick<Deadline, 'on' | 'at'>
    spaceLink: string
  }
  /** The seat was given back, for want of payment in time. */
  lapsed: {
    person: Person
    centre: CentreOfMail
    sessionLabel: string
    exams: ExamOfMail[]
    /** What was received for these exams, minor units: less than their fees. */
    received: number
    currency: Currency
    spaceLink: string
  }
  refused: {
    person: Person
    centre: CentreOfMail
    sessionLabel: string
    exams: ExamOfMail[]
    reason: RefusalReason
    /** What the centre wrote besides the reason. */
    text: string | null
    /** The candidate's other exams of that session that are still alive there: refusing one does not free them. */
    stillAlive: ExamOfMail[]
    askAgainLink: string
    spaceLink: string
  }
  confirmed: { person: Person; centre: CentreOfMail; sessionLabel: string; exams: ExamOfMail[]; spaceLink: string }
  withdrawn: {
    person: Person
    centre: CentreOfMail
    sessionLabel: string
    exams: ExamOfMail[]
    /** Why the centre removed it; null when the candidate gave it up. */
    removal: { reason: RefusalReason; text: string | null } | null
    /** How many of these exams held a seat, which is free again. */
    seatsFreed: number
    /** The candidate's other exams of that session that are still alive there. */
    stillAlive: ExamOfMail[]
    spaceLink: string
  }
  /** A centre corrected who the candidate is, on proof. Values as they are shown. */
  corrected: {
    person: Person
    centre: CentreOfMail
    changes: { field: IdentityField; from: string | null; to: string | null }[]
    spaceLink: string
  }
  'new-password': { name: string; link: string; validBefore: string }
  'password-changed': { name: string; recoverLink: string }
  'nuc-reminder': { name: string; nuc: string; signInLink: string }
}
export type MailName = keyof MailData
