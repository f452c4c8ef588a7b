import type { Role } from './catalogue.ts'
import type { Write } from './entities.ts'
import type { Instant } from './time.ts'

/** Why something cannot be. Each code has a French sentence in `text/`; one without does not compile. */
export const REFUSAL_CODES = [
  'not-found',
  'wrong-status',
  'no-offering',
  'offering-closed',
  'no-seat-left',
  'accreditation-ended',
  'sitting-past',
  'sitting-to-come',
  'deadline-unreachable',
  'deadline-not-later',
  'deadline-too-far',
  'deadline-not-over',
  'mail-not-sent',
  'not-a-working-day',
  'fee-not-covered',
  'seats-below-used',
  'already-open',
  'already-closed',
  'offering-exists',
  'software-missing',
  'date-not-allowed',
  'already-cancelled',
  'sitting-exists',
  'reminded-already',
  'nothing-to-pay',
  'no-mail-address',
  'role-not-allowed',
  'amount-not-positive',
  'wrong-currency',
  'date-in-future',
  'date-too-old',
  'allocated-too-much',
  'entry-not-live',
  'entry-already-paid',
  'cash-limit',
  'payment-voided',
  'credit-too-small',
  'credit-returned',
  'other-payer',
  'other-session',
  'not-a-cheque',
  'cheque-deposited',
  'cheque-ended',
  'cheque-bounced',
  'deposit-voided',
  'deposit-answered',
  'end-voided',
  'line-used',
  'payment-matched',
  'receipt-issued',
  'receipt-number-clash',
  'foreign-series',
  'receipt-credited',
  'credit-note-number-clash',
  'series-awaited',
  'first-sync-under-way',
  'vat-wording-missing',
  'already-live',
  'already-settled',
  'value-changed',
  'address-taken',
  'address-change-stopped',
  'address-not-confirmed',
  'session-over',
  'asked-already',
  'nobody-to-ask',
  'depends-on-refused',
  'not-valid',
] as const
export type RefusalCode = (typeof REFUSAL_CODES)[number]

export type RefusalDetail = Readonly<Record<string, string | number>>
export type Refusal = { code: RefusalCode; detail?: RefusalDetail }

/** Who acts and when. `at` is the desk's clock at the desk and HQ's clock at HQ; the rest is in the command. */
export type Circumstances = { at: Instant; operatorName: string; role: Role }

/**
 * A judgement. `misfit` comes only with facts judged at HQ: they have happened, so they are written, and a person is asked.
 */
export type Decision = { ok: true; writes: Write[]; misfit?: Refusal } | { ok: false; refusal: Refusal }

export function refused(code: RefusalCode, detail?: RefusalDetail): { ok: false; refusal: Refusal } {
  return { ok: false, refusal: detail ? { code, detail } : { code } }
}

export function decided(...writes: Write[]): { ok: true; writes: Write[] } {
  return { ok: true, writes }
}

/** A decision asks for something scarce or contested; HQ may say no. */
export type DecisionRule<Args, Facts> = {
  kind: 'decision'
  decide: (args: Args, facts: Facts, circumstances: Circumstances) => Decision
}

/**
 * A fact records what has happened. `objection` stops the click at the desk; at HQ it only flags the fact, which is written all the same.
 * `record` adds rows and never changes one: that is what lets a rebase leave facts alone.
 */
export type FactRule<Args, Facts> = {
  kind: 'fact'
  objection: (args: Args, facts: Facts, circumstances: Circumstances) => Refusal | null
  record: (args: Args, facts: Facts, circumstances: Circumstances) => Write[]
}

export type Place = 'desk' | 'hq'

/** The one judge: the same function greys the button, decides on this PC, and decides for good at HQ. */
export function judge<Args, Facts>(
  rule: DecisionRule<Args, Facts> | FactRule<Args, Facts>,
  args: Args,
  facts: Facts,
  circumstances: Circumstances,
  place: Place,
): Decision {
  if (rule.kind === 'decision') return rule.decide(args, facts, circumstances)
  const objection = rule.objection(args, facts, circumstances)
  if (objection && place === 'desk') return { ok: false, refusal: objection }
  const writes = rule.record(args, facts, circumstances)
  return objection ? { ok: true, writes, misfit: objection } : { ok: true, writes }
}
