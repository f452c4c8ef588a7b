import type { z } from 'zod'
import type { EntityName } from '../entities.ts'
import { AttendanceMark } from './attendance.ts'
import { CallNote, Candidate, DataCheck, Reminder, Request } from './candidate.ts'
import {
  Centre,
  CentreSettings,
  Device,
  Exam,
  ExamSession,
  Offering,
  Operator,
  Organisation,
  Sitting,
  Software,
} from './catalogue.ts'
import { ChequeDeposit, ChequeEnd, ChequeEndVoid, DepositVoid } from './cheque.ts'
import { CreditReturn, CreditUse } from './credit.ts'
import { CreditNote } from './credit-note.ts'
import { Entry } from './entry.ts'
import { IssuedPaper } from './issued-paper.ts'
import { CentreLogo } from './logo.ts'
import { Payment, PaymentVoid, Receipt } from './payment.ts'
import { Outcome, ReviewItem, ReviewSettlement } from './review.ts'
import { StatementMatch } from './statement-match.ts'

/** What each kind of row must look like. */
export const entityShapes = {
  examSession: ExamSession,
  exam: Exam,
  software: Software,
  centre: Centre,
  centreSettings: CentreSettings,
  centreLogo: CentreLogo,
  device: Device,
  operator: Operator,
  organisation: Organisation,
  offering: Offering,
  sitting: Sitting,
  candidate: Candidate,
  request: Request,
  entry: Entry,
  dataCheck: DataCheck,
  callNote: CallNote,
  reminder: Reminder,
  payment: Payment,
  paymentVoid: PaymentVoid,
  receipt: Receipt,
  creditNote: CreditNote,
  issuedPaper: IssuedPaper,
  creditUse: CreditUse,
  creditReturn: CreditReturn,
  chequeDeposit: ChequeDeposit,
  chequeEnd: ChequeEnd,
  depositVoid: DepositVoid,
  chequeEndVoid: ChequeEndVoid,
  statementMatch: StatementMatch,
  attendanceMark: AttendanceMark,
  outcome: Outcome,
  reviewItem: ReviewItem,
  reviewSettlement: ReviewSettlement,
} as const satisfies Record<EntityName, z.ZodObject>

export type EntityValue<E extends EntityName> = z.infer<(typeof entityShapes)[E]>
