import { z } from 'zod'
import { Command } from '../domain/commands.ts'
import { REFUSAL_CODES } from '../domain/decision.ts'
import { Id, InstantText, ShortText, Uuid } from '../domain/shapes.ts'
import { WireRow } from './rows.ts'

/** The contract between a centre's PCs and HQ. HQ generates its OpenAPI from these shapes; the desk checks every answer with them. */

/** Errors are codes; sentences are the reader's. */
export const HQ_ERROR_CODES = [
  'bad-request',
  'unknown-code',
  'unknown-device',
  'bad-signature',
  'unauthorised',
  'revoked',
  'app-too-old',
  'not-found',
  'too-large',
  'internal',
] as const
export const HqError = z.object({ code: z.enum(HQ_ERROR_CODES), detail: z.string().max(500).optional() })
export type HqError = z.infer<typeof HqError>

const Position = z.int().min(0)
/** How far a desk has read each stream. */
export const Cursor = z.object({ common: Position, centre: Position })
export type Cursor = z.infer<typeof Cursor>

export const EnrolRequest = z.object({
  code: z.string().min(6).max(64),
  deviceName: ShortText.min(1),
  /** Ed25519 public key, SPKI DER in base64: signs token requests. */
  publicKey: z.string().max(200),
  /** age recipient: what HQ will encrypt a rescue file for. */
  agePublicKey: z.string().max(200),
  appVersion: z.string().max(40),
})
export type EnrolRequest = z.infer<typeof EnrolRequest>
export const EnrolAnswer = z.object({
  deviceId: Id,
  deviceName: ShortText,
  /** Series letter of this device's receipts, unique within the centre. */
  series: ShortText,
  centreId: Id,
  hqPublicKey: z.string().max(200),
  hqAgePublicKey: z.string().max(200),
  now: InstantText,
})
export type EnrolAnswer = z.infer<typeof EnrolAnswer>

export const ChallengeRequest = z.object({ deviceId: Id })
export const ChallengeAnswer = z.object({ challenge: z.string().max(1000) })
export const TokenRequest = z.object({
  deviceId: Id,
  challenge: z.string().max(1000),
  /** base64 Ed25519 signature of the challenge's text by the device's key. */
  signature: z.string().max(200),
  appVersion: z.string().max(40),
})
export const TokenAnswer = z.object({ token: z.string().max(2000), expiresAt: InstantText, now: InstantText })
export type TokenAnswer = z.infer<typeof TokenAnswer>

/** One HQ transaction: never cut in half by a page. */
export const ChangeSet = z.object({
  stream: z.enum(['common', 'centre']),
  position: Position,
  commandId: Uuid.nullable(),
  rows: z.array(WireRow),
})
export type ChangeSet = z.infer<typeof ChangeSet>
export const ChangesQuery = z.object({
  common: z.coerce.number().int().min(0),
  centre: z.coerce.number().int().min(0),
  /** Rows wanted at most; a transaction larger than that still comes whole. */
  limit: z.coerce.number().int().min(1).max(5000).default(1000),
})
export const ChangesAnswer = z.object({
  changes: z.array(ChangeSet),
  cursor: Cursor,
  more: z.boolean(),
  now: InstantText,
})
export type ChangesAnswer = z.infer<typeof ChangesAnswer>

export const SnapshotQuery = z.object({ page: z.string().max(2000).optional() })
export const SnapshotAnswer = z.object({
  /** Noted before the first row was read: later changes are asked for from here. */
  cursor: Cursor,
  rows: z.array(WireRow),
  /** Token of the next page, null when this was the last. */
  next: z.string().max(2000).nullable(),
  /** Rows delivered so far, this page included, and rows in all (an estimate once HQ moves on). */
  done: Position,
  total: Position,
  now: InstantText,
})
export type SnapshotAnswer = z.infer<typeof SnapshotAnswer>

export const CommandsRequest = z.object({ commands: z.array(z.unknown()).min(1).max(500) })
/** Each command is checked on its own, so that one that HQ cannot read does not stop the others. */
export const WireCommand = Command
export const CommandResult = z.object({
  id: z.string().max(64).nullable(),
  status: z.enum(['applied', 'refused', 'invalid', 'failed']),
  code: z.union([z.enum(REFUSAL_CODES), z.string().max(100)]).nullable(),
})
export type CommandResult = z.infer<typeof CommandResult>
/** Only a hint to pull: a command is settled by its outcome in the feed, never by this answer. */
export const CommandsAnswer = z.object({ results: z.array(CommandResult), now: InstantText })
export type CommandsAnswer = z.infer<typeof CommandsAnswer>

export const HealthAnswer = z.object({
  status: z.literal('ok'),
  now: InstantText,
  database: z.enum(['pglite', 'postgresql']),
})
