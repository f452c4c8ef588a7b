import type { Entry } from './shapes/entry.ts'

export type { Entry } from './shapes/entry.ts'

export const ENTRY_STATUSES = [
  'requested',
  'prevalidated',
  'confirmed',
  'refused',
  'lapsed',
  'withdrawn',
  'carriedOver',
] as const
export type EntryStatus = (typeof ENTRY_STATUSES)[number]

/** Why the centre ended an entry: it refused it, or it removed it. */
export const REFUSAL_REASONS = [
  'full',
  'closed',
  'software',
  'dates',
  'file-incomplete',
  'duplicate',
  'mistake',
  'gave-up',
  'other',
] as const
export type RefusalReason = (typeof REFUSAL_REASONS)[number]
/** Those for which a request is refused. */
export const REASONS_TO_REFUSE = [
  'full',
  'closed',
  'software',
  'dates',
  'file-incomplete',
  'duplicate',
  'other',
] as const satisfies readonly RefusalReason[]
/** Those for which an entry is removed: it should not have been asked for. */
export const REASONS_TO_REMOVE = [
  'mistake',
  'gave-up',
  'duplicate',
  'other',
] as const satisfies readonly RefusalReason[]

/** Every move an entry can make. Everything not drawn here is refused. */
export const MOVES = {
  prevalidate: { from: ['requested'], to: 'prevalidated' },
  refuse: { from: ['requested'], to: 'refused' },
  propose: { from: ['requested'], to: 'requested' },
  withdraw: { from: ['requested', 'prevalidated'], to: 'withdrawn' },
  remove: { from: ['requested', 'prevalidated'], to: 'withdrawn' },
  extend: { from: ['prevalidated'], to: 'prevalidated' },
  release: { from: ['prevalidated'], to: 'lapsed' },
  reinstate: { from: ['lapsed'], to: 'prevalidated' },
  confirm: { from: ['prevalidated'], to: 'confirmed' },
  carryOver: { from: ['confirmed'], to: 'carriedOver' },
} as const satisfies Record<string, { from: readonly EntryStatus[]; to: EntryStatus }>
export type Move = keyof typeof MOVES
/** Those that an entry's own row decides; who may be carried over, attendance does. */
export type OwnMove = Exclude<Move, 'carryOver'>

/** Whether the centre waits for money: a seat is kept, and not all of the fee has come. Amounts are minor units of one currency. */
export function isToPay({
  status,
  feeAmount,
  paidAmount,
}: Pick<Entry, 'status' | 'feeAmount'> & { paidAmount: number }): boolean {
  return status === 'prevalidated' && paidAmount < feeAmount
}

/**
 * Whether the entry's state allows the move; a release waits for the deadline's end. Whether somebody may be carried over depends on who
 * came, too: `mayCarryOver`.
 */
export function canMove(entry: Pick<Entry, 'status' | 'deadlineAt'>, move: OwnMove, at: string): boolean {
  if (!(MOVES[move].from as readonly EntryStatus[]).includes(entry.status)) return false
  if (move === 'release') return entry.deadlineAt !== null && at >= entry.deadlineAt
  return true
}

/** States that hold a seat. */
export function holdsSeat(status: EntryStatus): boolean {
  return status === 'prevalidated' || status === 'confirmed'
}

/** States in which an entry is still alive: money may be attached to it, and it counts for « one centre at a time ». */
export function isLive(status: EntryStatus): boolean {
  return status === 'requested' || holdsSeat(status)
}

/** A deadline marks, it never acts: « délai dépassé » is read from the row and the clock. */
export function isOverdue(entry: Pick<Entry, 'status' | 'deadlineAt'>, at: string): boolean {
  return entry.status === 'prevalidated' && entry.deadlineAt !== null && at >= entry.deadlineAt
}
