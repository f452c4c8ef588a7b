import { z } from 'zod'
import { Id, InstantText } from '../domain/shapes/basic.ts'
import { ChangeSet, Cursor, Digest } from './hq.ts'
import { WireRow } from './rows.ts'

/**
 * What travels as one file each way when the network is out for long. Sealed by `rescue/`: signed by the sender, encrypted for the
 * receiver. A departure carries every command that HQ has not judged; a return carries everything since the desk's cursor.
 */

export const Departure = z.object({
  kind: z.literal('departure'),
  centreId: Id,
  deviceId: Id,
  /** Grows by one per file of this device. */
  number: z.int().min(1),
  madeAt: InstantText,
  appVersion: z.string().max(40),
  lastSequence: z.int().min(0),
  /** How far this PC has read: HQ answers from here. */
  cursor: Cursor,
  /** Whether a first sync was complete; when not, HQ answers with all rows. */
  complete: z.boolean(),
  commands: z.array(z.unknown()).max(100_000),
})
export type Departure = z.infer<typeof Departure>

export const Return = z.object({
  kind: z.literal('return'),
  centreId: Id,
  deviceId: Id,
  /** Grows by one per file made for this device. */
  number: z.int().min(1),
  /** The departure it answers. */
  answers: z.int().min(1),
  madeAt: InstantText,
  /** Whole transactions from this cursor (exclusive) to that one. */
  from: Cursor,
  to: Cursor,
  changes: z.array(ChangeSet),
  /** All rows instead, when the desk is too far behind for changes to be told one by one; `changes` is empty then. */
  rows: z.array(WireRow).nullable(),
  digest: Digest.nullable(),
})
export type Return = z.infer<typeof Return>
