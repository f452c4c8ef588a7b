import type { Generated, Kysely, Transaction } from 'kysely'
import type { DocumentKind } from '../domain/document-kinds.ts'
import type { EntityName, EntityValue } from '../domain/entities.ts'
import type { RequestLine } from '../domain/request-line.ts'
import type { Stored } from './codec.ts'

/** Rows as HQ last sent them, changed by the commands of this PC that HQ has not judged yet. `revision` 0: HQ has not sent it. */
export type EntityTables = { [E in EntityName]: Stored<EntityValue<E>> & { revision: number } }

/**
 * waiting: not sent. sending: marked before the network call, so that a crash resends it and nobody undoes it.
 * applied / refused: HQ's outcome has been pulled. cancelled: undone before it left. quarantined: HQ cannot read it.
 */
export const COMMAND_STATES = ['waiting', 'sending', 'applied', 'refused', 'cancelled', 'quarantined'] as const
export type CommandState = (typeof COMMAND_STATES)[number]

export type CommandTable = {
  id: string
  sequence: number
  v: number
  deviceId: string
  operator: string
  at: string
  name: string
  args: string
  dependsOn: string
  sendAfter: string
  state: CommandState
  /** The click it belongs to: a click is undone whole. */
  clickId: string
  /** JSON list of `entity/id` that it concerns: what is marked « à transmettre », and what a tombstone spares. */
  touches: string
  /** 1 when its replay no longer holds here: HQ decides. */
  doubtful: number
  code: string | null
  detail: string | null
  settledAt: string | null
  /** When it first left, by network or by file. */
  sentAt: string | null
}

/** The confirmed copy of a row, kept at the first touch by a pending decision. `value` null: HQ had no such row. */
export type ShadowTable = { entity: string; id: string; value: string | null; revision: number }
/** Rows that HQ took out of our sight while work on them was pending. */
export type SparedTable = { entity: string; id: string }
export type SyncStateTable = { key: string; value: string }

export type DocumentTable = {
  id: string
  kind: DocumentKind
  refId: string
  sessionId: string
  title: string
  version: number
  duplicate: number
  templateVersion: number
  content: string
  fileName: string
  sha256: string
  madeAt: string
  madeBy: string
}

/** What is not a command: sign-ins, prints, settings of this PC. */
export type AuditTable = { id: string; at: string; operatorName: string | null; kind: string; detail: string }

/** What came from HQ at once: counts of rows by kind, and what happened there one after the other, as JSON. */
export type ArrivalTable = {
  id: string
  at: string
  source: 'network' | 'file' | 'repair' | 'first-sync'
  counts: string
  events: string
}
/** What happened to this PC that a person must be told of. */
export type NoticeTable = { id: string; at: string; kind: string; detail: string; seenAt: string | null }

/** What a person keeps here from one start to the next; `value` as JSON. */
export type KeptTable = { operatorId: string; key: string; value: string; at: string }

/** What a candidate is found by, as `domain/search-record.ts` makes it; `number` is the line's in the index of words. */
export type CandidateLineTable = {
  number: Generated<number>
  id: string
  name: string
  numbers: string
  organisation: string
  mail: string
  town: string
  digits: string
  address: string
  bornOn: string
  nameKey: string
}
/** What each payment allocates to each entry, in minor units: written by triggers, for payments say it in a list. */
export type PaymentEntryTable = { entryId: string; paymentId: string; amount: number }

/** What HQ last said of the centres nearby; `centres` as JSON. */
export type OtherCentresTable = { sessionId: string; askedAt: string; centres: string }

export type Schema = EntityTables & {
  otherCentres: OtherCentresTable
  requestLine: RequestLine
  candidateLine: CandidateLineTable
  paymentEntry: PaymentEntryTable
  staleRequest: { sessionId: string; id: string }
  staleCandidate: { id: string }
  lineState: { id: number; marking: number; version: number }
  arrival: ArrivalTable
  notice: NoticeTable
  command: CommandTable
  shadow: ShadowTable
  spared: SparedTable
  syncState: SyncStateTable
  document: DocumentTable
  audit: AuditTable
  kept: KeptTable
}

export type Db = Kysely<Schema>
/**
 * An open transaction. Functions that read or write inside one take only this: awaiting the outer `Db` while a transaction is
 * open waits for ever, since SQLite has one connection.
 */
export type Tx = Transaction<Schema>
