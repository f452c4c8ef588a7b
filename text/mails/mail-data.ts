import type { Currency } from '../../domain/money.ts'

/**
 * What each mail is made of: everything that its template says and that was true when its cause was written. Instants and dates are the
 * domain's; the template says them in the centre's zone.
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
    exams: ExamOfMail[]
    total: number
    currency: Currency
    /** Last day to pay, in the centre's zone, and the instant at which it is over. */
    deadlineOn: string
    deadlineAt: string
    paymentTerms: string
    spaceLink: string
  }
  refused: {
    person: Person
    centre: CentreOfMail
    exams: ExamOfMail[]
    reason: string
    text: string | null
    /** Exams of the same request that are still alive: refusing one does not free the candidate. */
    stillAlive: ExamOfMail[]
    askAgainLink: string
    spaceLink: string
  }
  confirmed: { person: Person; centre: CentreOfMail; sessionLabel: string; exams: ExamOfMail[]; spaceLink: string }
  withdrawn: {
    person: Person
    centre: CentreOfMail
    exams: ExamOfMail[]
    by: 'candidate' | 'centre'
    spaceLink: string
  }
  'new-password': { name: string; link: string; validBefore: string }
  'password-changed': { name: string; recoverLink: string }
  'nuc-reminder': { name: string; nuc: string; signInLink: string }
}
export type MailName = keyof MailData
