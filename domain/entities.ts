import type { EntityValue } from './shapes/entities.ts'

/**
 * Every kind of row that is kept at HQ and at a desk, in the order in which a first sync brings them.
 * `common` rows are the same for everyone; `centre` rows belong to one centre.
 */
export const entities = {
  examSession: { stream: 'common' },
  exam: { stream: 'common' },
  software: { stream: 'common' },
  centre: { stream: 'common' },
  centreSettings: { stream: 'centre' },
  centreLogo: { stream: 'centre' },
  device: { stream: 'centre' },
  operator: { stream: 'centre' },
  organisation: { stream: 'centre' },
  offering: { stream: 'centre' },
  sitting: { stream: 'centre' },
  candidate: { stream: 'centre' },
  request: { stream: 'centre' },
  entry: { stream: 'centre' },
  dataCheck: { stream: 'centre' },
  callNote: { stream: 'centre' },
  reminder: { stream: 'centre' },
  payment: { stream: 'centre' },
  paymentVoid: { stream: 'centre' },
  receipt: { stream: 'centre' },
  creditNote: { stream: 'centre' },
  issuedPaper: { stream: 'centre' },
  creditUse: { stream: 'centre' },
  creditReturn: { stream: 'centre' },
  chequeDeposit: { stream: 'centre' },
  chequeEnd: { stream: 'centre' },
  depositVoid: { stream: 'centre' },
  chequeEndVoid: { stream: 'centre' },
  statementMatch: { stream: 'centre' },
  attendanceMark: { stream: 'centre' },
  outcome: { stream: 'centre' },
  reviewItem: { stream: 'centre' },
  reviewSettlement: { stream: 'centre' },
} as const

export type EntityName = keyof typeof entities
export type { EntityValue } from './shapes/entities.ts'
/** Rows of one kind, by id. */
export type ById<E extends EntityName> = ReadonlyMap<string, EntityValue<E>>
/** A whole new value of one row: what a decision writes. */
export type Write = { [E in EntityName]: { entity: E; value: EntityValue<E> } }[EntityName]

export const entityNames = Object.keys(entities) as EntityName[]

export function isEntityName(name: string): name is EntityName {
  return Object.hasOwn(entities, name)
}
