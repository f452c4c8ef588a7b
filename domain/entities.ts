import type { z } from 'zod'
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
import { ChequeDeposit, ChequeEnd } from './cheque.ts'
import { CreditNote } from './credit-note.ts'
import { Entry } from './entry.ts'
import { IssuedPaper } from './issued-paper.ts'
import { Payment, PaymentVoid, Receipt } from './payment.ts'
import { Outcome, ReviewItem, ReviewSettlement } from './review.ts'
import { StatementMatch } from './statement-match.ts'

/**
 * Every kind of row that is kept at HQ and at a desk, in the order in which a first sync brings them.
 * `common` rows are the same for everyone; `centre` rows belong to one centre.
 */
export const entities = {
  examSession: { schema: ExamSession, stream: 'common' },
  exam: { schema: Exam, stream: 'common' },
  software: { schema: Software, stream: 'common' },
  centre: { schema: Centre, stream: 'common' },
  centreSettings: { schema: CentreSettings, stream: 'centre' },
  device: { schema: Device, stream: 'centre' },
  operator: { schema: Operator, stream: 'centre' },
  organisation: { schema: Organisation, stream: 'centre' },
  offering: { schema: Offering, stream: 'centre' },
  sitting: { schema: Sitting, stream: 'centre' },
  candidate: { schema: Candidate, stream: 'centre' },
  request: { schema: Request, stream: 'centre' },
  entry: { schema: Entry, stream: 'centre' },
  dataCheck: { schema: DataCheck, stream: 'centre' },
  callNote: { schema: CallNote, stream: 'centre' },
  reminder: { schema: Reminder, stream: 'centre' },
  payment: { schema: Payment, stream: 'centre' },
  paymentVoid: { schema: PaymentVoid, stream: 'centre' },
  receipt: { schema: Receipt, stream: 'centre' },
  creditNote: { schema: CreditNote, stream: 'centre' },
  issuedPaper: { schema: IssuedPaper, stream: 'centre' },
  chequeDeposit: { schema: ChequeDeposit, stream: 'centre' },
  chequeEnd: { schema: ChequeEnd, stream: 'centre' },
  statementMatch: { schema: StatementMatch, stream: 'centre' },
  outcome: { schema: Outcome, stream: 'centre' },
  reviewItem: { schema: ReviewItem, stream: 'centre' },
  reviewSettlement: { schema: ReviewSettlement, stream: 'centre' },
} as const

export type EntityName = keyof typeof entities
export type EntityValue<E extends EntityName> = z.infer<(typeof entities)[E]['schema']>
/** Rows of one kind, by id. */
export type ById<E extends EntityName> = ReadonlyMap<string, EntityValue<E>>
/** A whole new value of one row: what a decision writes. */
export type Write = { [E in EntityName]: { entity: E; value: EntityValue<E> } }[EntityName]

export const entityNames = Object.keys(entities) as EntityName[]

export function isEntityName(name: string): name is EntityName {
  return Object.hasOwn(entities, name)
}
