import type { CallNote, Reminder } from '../../domain/candidate.ts'
import type { EntryStatus, RefusalReason } from '../../domain/entry.ts'
import type { SampleAddress } from './accounts.ts'
import type { ExamCode, SoftwareId } from './catalogue.ts'

/** An offering, and how many seats it has beyond those taken: 0 is exactly full. */
export type OfferingPlan = {
  key: string
  exam: ExamCode
  software: readonly SoftwareId[]
  spare: number
  open?: false
  /** Day of the session's week (0 is Monday), start in the centre's zone. */
  day: number
  startsAt: string
  room: string
  /** A sitting of it that was called off since. */
  calledOff?: { day: number; startsAt: string; room: string }
}

/** When the payment deadline of a pre-validated request ends. */
export type DeadlinePlan = 'overdue' | 'today' | 'later'
/** Who pays: the candidate, an organisation in one transfer for all of its people, or an organisation on account. */
export type PayerPlan = 'candidate' | 'organisation' | 'account'

export type RequestPlan = {
  /** Offerings asked for, by key; `null` is « à placer », for ASCA-E1. */
  wants: readonly (string | null)[]
  status: Exclude<EntryStatus, 'carriedOver'>
  payer?: PayerPlan
  deadline?: DeadlinePlan
  /** Part of the fee already paid, minor units. */
  paidInPart?: number
  refusal?: { reason: RefusalReason; text: string | null }
  /** A second request of the candidate of the plan just before, who adds an exam. */
  sameCandidate?: true
  note?: string
  /** What was said with the candidate since. */
  call?: Pick<CallNote, 'means' | 'text'>
  /** How the candidate was reminded of the payment. */
  reminded?: Reminder['means']
  /** What the candidate had asked first, and the number given then: changed since (version 2). */
  modifiedFrom?: { offering: string; phone: string }
  /** The candidate has an account at this address; the first time that the plan is taken only. */
  account?: SampleAddress
}

export const times = (count: number, plan: RequestPlan): RequestPlan[] => Array.from({ length: count }, () => plan)
