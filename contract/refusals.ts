import { REFUSAL_CODES } from '../domain/decision.ts'

/** Why something was not done: codes, each of which has a French sentence in `text/`. */

/** Why the last exchange with HQ did not succeed. */
export const TROUBLE_CODES = [
  'hq-unreachable',
  'hq-error',
  'hq-garbage',
  'hq-refuses-device',
  'device-revoked',
  'identity-forked',
  'app-too-old',
  'wrong-code',
  'database-full',
  'database-read-only',
  'database-damaged',
  'database-busy',
  'database-disk',
  'internal',
  'insecure-address',
] as const
export type TroubleCode = (typeof TROUBLE_CODES)[number]

/** What a click may be answered: the rules' refusals, and `not-kept` when this PC could not write it down (`detail.cause`: why). */
export const CLICK_REFUSALS = [...REFUSAL_CODES, 'not-kept'] as const

/** Why a rescue file is not taken. */
export const RESCUE_REFUSALS = [
  'not-a-rescue-file',
  'too-new',
  'truncated',
  'altered',
  'other-centre',
  'other-device',
  'wrong-direction',
  'unknown-sender',
  'revoked-sender',
  'forked-sender',
  'missing-before',
  'not-enrolled',
] as const
export type RescueRefusal = (typeof RESCUE_REFUSALS)[number]
