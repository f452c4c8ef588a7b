import { z } from 'zod'
import { REFUSAL_CODES } from '../domain/decision.ts'
import { BUCKETS } from '../domain/digest.ts'
import { Id, InstantText, ShortText, Uuid } from '../domain/shapes/basic.ts'
import { Command } from '../domain/shapes/command.ts'
import { OfferingCentres } from './other-centres.ts'
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
  'forked',
  'cursor-too-old',
  'not-found',
  'too-large',
  'internal',
] as const
export const HqError = z.object({ code: z.enum(HQ_ERROR_CODES), detail: z.string().max(500).optional() })
export type HqError = z.infer<typeof HqError>

const Position = z.int().min(0)
/** A 64-bit sum in decimal, or the mark of one contact between a device and HQ. */
const Sum = z.string().max(20).regex(/^\d+$/)
const ContactMark = z.string().max(64)
/** How far a desk has read each stream. */
export const Cursor = z.object({ common: Position, centre: Position })
export type Cursor = z.infer<typeof Cursor>

/**
 * What the rows of each stream add up to (`domain/digest.ts`) at the cursor of the answer that carries it. Sums of another `version` of
 * the shapes cannot be compared.
 */
export const Digest = z.object({ version: z.int().min(1), common: Sum, centre: Sum })
export type Digest = z.infer<typeof Digest>

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
  /** The highest number this device has given to a command. HQ knowing a higher one means that this is an older copy of it. */
  lastSequence: Position,
  /**
   * The chain that tells two copies of one disk apart: the mark agreed at the last contact (empty before the first), and the one drawn
   * for the next, kept before it is sent. A mark that HQ has moved on from belongs to an older copy: `forked`.
   */
  contact: ContactMark,
  nextContact: ContactMark.min(16),
})
export type TokenRequest = z.infer<typeof TokenRequest>
export const TokenAnswer = z.object({ token: z.string().max(2000), expiresAt: InstantText, now: InstantText })
export type TokenAnswer = z.infer<typeof TokenAnswer>

/**
 * A device that HQ answered `forked`, or that was restored from a backup, asks to be another one: new keys, new receipt series. The
 * signature is the old key's, of the challenge followed by the new public key. Sent again with the same new key, answered again.
 */
export const RenewRequest = z.object({
  deviceId: Id,
  challenge: z.string().max(1000),
  signature: z.string().max(200),
  reason: z.enum(['forked', 'restored']),
  publicKey: z.string().max(200),
  agePublicKey: z.string().max(200),
  appVersion: z.string().max(40),
})
export type RenewRequest = z.infer<typeof RenewRequest>

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
  /** Seconds to hold the request while there is nothing new. */
  wait: z.coerce.number().int().min(0).max(55).default(0),
})
export const ChangesAnswer = z.object({
  changes: z.array(ChangeSet),
  cursor: Cursor,
  more: z.boolean(),
  /** Only when the cursor has reached both heads. */
  digest: Digest.nullable(),
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
  /** Everything about the session under way has been delivered, this page included: it may be looked at. */
  currentSessionDone: z.boolean(),
  now: InstantText,
})
export type SnapshotAnswer = z.infer<typeof SnapshotAnswer>

export const StreamName = z.enum(['common', 'centre'])
export type StreamName = z.infer<typeof StreamName>
/** Where two sides differ: the sum of each bucket of a stream's rows, then all rows of the buckets that disagree. */
export const BucketsQuery = z.object({ stream: StreamName })
export const BucketsAnswer = z.object({
  version: z.int().min(1),
  /** Position of the stream at which the sums hold. */
  position: Position,
  sums: z.array(Sum).length(BUCKETS),
  now: InstantText,
})
export type BucketsAnswer = z.infer<typeof BucketsAnswer>
export const BucketQuery = z.object({
  stream: StreamName,
  bucket: z.coerce
    .number()
    .int()
    .min(0)
    .max(BUCKETS - 1),
})
/** Every row of one bucket, whole: here, unlike anywhere else, a row that is absent does not exist at HQ. */
export const BucketAnswer = z.object({ position: Position, rows: z.array(WireRow), now: InstantText })
export type BucketAnswer = z.infer<typeof BucketAnswer>

/** Where else a session can be sat, near the centre that asks. */
export const OtherCentresQuery = z.object({ session: Id })
export const OtherCentresAnswer = z.object({ centres: OfferingCentres, now: InstantText })
export type OtherCentresAnswer = z.infer<typeof OtherCentresAnswer>

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
