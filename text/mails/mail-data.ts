import type { Identity, RequestChange } from '../../domain/candidate.ts'
import type { IdentityField } from '../../domain/commands/correct-candidate.ts'
import type { Deadline } from '../../domain/deadline.ts'
import type { DeadlineTiming } from '../../domain/deadline-timing.ts'
import type { RefusalReason } from '../../domain/entry.ts'
import type { Fell } from '../../domain/fell.ts'
import type { Currency } from '../../domain/money.ts'

/**
 * What each mail is made of: everything that its template says and that was true when its cause was written. Instants and dates are the
 * domain's; the template says them in the centre's zone, or in Paris where there is no centre. A link is a path of HQ's pages
 * (`/espace`), which is made whole when the mail leaves; one with its own scheme is kept as it is.
 */

/** A candidate as a mail calls them. */
export type Person = { name: string; nuc: string | null }
export type CentreOfMail = {
  name: string
  town: string
  timeZone: string
  addressLines: string[]
  /** How it is reached, for the signature; absent from mails queued before HQ was told. */
  phone?: string | null
  email?: string | null
}
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
  /** The candidate changed a request that was sent, while it could be: « version 2 ». */
  modified: {
    person: Person
    centre: CentreOfMail
    sessionLabel: string
    /** Of the request as it is now, and since when. */
    version: number
    at: string
    changes: (Pick<RequestChange, 'what' | 'before' | 'after'> & { examCode: string | null })[]
    /** Those of the request that are alive, as they are now. */
    exams: ExamOfMail[]
    spaceLink: string
  }
  /** The request could not be sent on: a candidate is live in one centre at a time. Names no other centre, says nothing of others. */
  'request-blocked': { person: Person; sessionLabel: string; why: 'live-elsewhere' | 'already-asked' }
  /** HQ's staff told two people apart: what stopped the request no longer does. */
  'may-ask-again': { person: Person; spaceLink: string }
  /** HQ's staff found two records to be one person's: the account of this address is the one to use. Says nothing of the other. */
  'use-this-account': { person: Person; signInLink: string; recoverLink: string }
  /** The same, to the address of the account not to use. Says nothing of the other, not even its address. */
  'use-other-account': { person: Person; signInLink: string; recoverLink: string }
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
  /**
   * Something is left to pay, or is owed again. HQ's own is queued as the last day begins; a centre's may be long before, or after, while the
   * seat is not given away: `timing`, as the mail leaves.
   */
  reminder: {
    person: Person
    centre: CentreOfMail
    sessionLabel: string
    exams: ExamOfMail[]
    total: number
    currency: Currency
    /** Until when it is awaited; null where no day was said. */
    deadline: Pick<Deadline, 'on' | 'at'> | null
    timing: DeadlineTiming
    /** What came for these exams and does not count any more; absent where nothing had come. */
    fell?: Fell | undefined
    /** The exams were final by then: their seats are not given away. */
    final?: true | undefined
    /** Whether somebody at the centre asked for it. */
    byCentre: boolean
    payer: { name: string; onAccount: boolean } | null
    paymentTerms: string
    /** The centre's own words, filled; absent where it has none, and on paper, which closes with them. */
    ownWords?: readonly string[] | undefined
    /** On paper it is not « ce mail »; never so in a mail. */
    byPost?: true
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
    /**
     * Where it can be asked for with the same software, the nearest first, each with the form filled in for there; either is absent from
     * mails queued before it was told.
     */
    otherCentres?: { name: string; town: string; link?: string }[]
    /** What this centre offers instead, a seat left as the mail leaves; absent from mails queued before it was told. */
    freeHere?: { code: string; softwareNames: string[] }[]
    /** As those of a reminder. */
    ownWords?: readonly string[] | undefined
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
    /** Whether the candidate has a session ahead, and is to find their data right again. */
    checkAgain: boolean
    spaceLink: string
  }
  /** The centre asks its candidates of a session to look at what is held of them, before it is printed. */
  'data-check': {
    person: Person
    centre: CentreOfMail
    /** Where to ask for a correction; null when HQ was not told. */
    contact: { phone: string | null; email: string | null }
    sessionId: string
    sessionLabel: string
    identity: Identity
    spaceLink: string
  }
  /** To the new address: the link that makes it the candidate's. `changeId`: sent only while that change is under way. */
  'address-asked': { name: string; link: string; validBefore: string; changeId: string }
  /** To the owner of an address that somebody else would have their mails come to. */
  'address-in-use': { name: string; signInLink: string; recoverLink: string }
  /**
   * To the address that is about to be replaced, with the link that stops it. `email`: the new one. Without centre the candidate asked;
   * `changesAt`: at the earliest, of a centre's, counted from when the mail leaves.
   */
  'address-changing': {
    name: string
    email: string
    centre: CentreOfMail | null
    changesAt: string | null
    link: string
    changeId: string
  }
  /** To the new address, which a centre gave: the link that proves it. */
  'address-coming': { name: string; centre: CentreOfMail; link: string; validBefore: string; changeId: string }
  /** To either address, once it is done. `email`: the new one; without centre, the candidate or HQ's staff changed it. */
  'address-changed': {
    name: string
    email: string
    side: 'old' | 'new'
    centre: CentreOfMail | null
    spaceLink: string
  }
  /** A change that had been announced will not be: stopped from the old address, or the new one is another account's, or nobody proved it. */
  'address-kept': { name: string; why: 'stopped' | 'taken' | 'unproven'; spaceLink: string }
  'new-password': { name: string; link: string; validBefore: string }
  'password-changed': { name: string; recoverLink: string }
  'nuc-reminder': { name: string; nuc: string; signInLink: string }
}
export type MailName = keyof MailData
