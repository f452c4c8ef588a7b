import { z } from 'zod'
import { ROLES, type Role } from './catalogue.ts'
import { AskDataCheckArgs, type AskDataCheckFacts, decideAskDataCheck } from './commands/ask-data-check.ts'
import { ChangeAddressArgs, type ChangeAddressFacts, decideChangeAddress } from './commands/change-address.ts'
import { ConfirmArgs, type ConfirmFacts, decideConfirm } from './commands/confirm.ts'
import {
  CorrectCandidateArgs,
  type CorrectCandidateFacts,
  decideCorrectCandidate,
} from './commands/correct-candidate.ts'
import { decideExtend, ExtendArgs, type ExtendFacts } from './commands/extend.ts'
import {
  IssueCreditNoteArgs,
  type IssueCreditNoteFacts,
  objectToCreditNote,
  recordCreditNote,
} from './commands/issue-credit-note.ts'
import { IssueReceiptArgs, type IssueReceiptFacts, objectToReceipt, recordReceipt } from './commands/issue-receipt.ts'
import { decidePrevalidate, PrevalidateArgs, type PrevalidateFacts } from './commands/prevalidate.ts'
import { decideProposeOffering, ProposeOfferingArgs, type ProposeOfferingFacts } from './commands/propose-offering.ts'
import {
  objectToPayment,
  RecordPaymentArgs,
  type RecordPaymentFacts,
  recordPayment,
} from './commands/record-payment.ts'
import { decideRefuse, RefuseArgs, type RefuseFacts } from './commands/refuse.ts'
import { decideReinstate, ReinstateArgs, type ReinstateFacts } from './commands/reinstate.ts'
import { decideRelease, ReleaseArgs, type ReleaseFacts } from './commands/release.ts'
import { decideRemove, RemoveArgs, type RemoveFacts } from './commands/remove.ts'
import { decideSetSeats, SetSeatsArgs, type SetSeatsFacts } from './commands/set-seats.ts'
import {
  objectToSettlement,
  recordSettlement,
  SettleReviewArgs,
  type SettleReviewFacts,
} from './commands/settle-review.ts'
import { objectToVoid, recordVoid, VoidPaymentArgs, type VoidPaymentFacts } from './commands/void-payment.ts'
import type { DecisionRule, FactRule } from './decision.ts'
import { Id, InstantText, ShortText, Uuid } from './shapes.ts'

const decision = <A extends z.ZodType, F>(role: Role, args: A, decide: DecisionRule<z.infer<A>, F>['decide']) => ({
  role,
  args,
  rule: { kind: 'decision', decide } satisfies DecisionRule<z.infer<A>, F> as DecisionRule<z.infer<A>, F>,
})
const fact = <A extends z.ZodType, F>(
  role: Role,
  args: A,
  objection: FactRule<z.infer<A>, F>['objection'],
  record: FactRule<z.infer<A>, F>['record'],
) => ({
  role,
  args,
  rule: { kind: 'fact', objection, record } satisfies FactRule<z.infer<A>, F> as FactRule<z.infer<A>, F>,
})

/** The catalogue: every change that can be made at a centre, the lowest role that may, its arguments and its rule. */
export const commands = {
  'entry.prevalidate': decision('secretary', PrevalidateArgs, decidePrevalidate),
  'entry.refuse': decision('secretary', RefuseArgs, decideRefuse),
  'entry.confirm': decision('secretary', ConfirmArgs, decideConfirm),
  'entry.propose-offering': decision('secretary', ProposeOfferingArgs, decideProposeOffering),
  'entry.remove': decision('secretary', RemoveArgs, decideRemove),
  'entry.extend': decision('secretary', ExtendArgs, decideExtend),
  'entry.release': decision('manager', ReleaseArgs, decideRelease),
  'entry.reinstate': decision('manager', ReinstateArgs, decideReinstate),
  'candidate.correct': decision('secretary', CorrectCandidateArgs, decideCorrectCandidate),
  'candidate.change-address': decision('secretary', ChangeAddressArgs, decideChangeAddress),
  'data-check.ask': decision('secretary', AskDataCheckArgs, decideAskDataCheck),
  'offering.set-seats': decision('manager', SetSeatsArgs, decideSetSeats),
  'payment.record': fact('secretary', RecordPaymentArgs, objectToPayment, recordPayment),
  'payment.void': fact('secretary', VoidPaymentArgs, objectToVoid, recordVoid),
  'receipt.issue': fact('secretary', IssueReceiptArgs, objectToReceipt, recordReceipt),
  'credit-note.issue': fact('manager', IssueCreditNoteArgs, objectToCreditNote, recordCreditNote),
  'review.settle': fact('secretary', SettleReviewArgs, objectToSettlement, recordSettlement),
} as const

export type CommandName = keyof typeof commands
export type CommandArgs<N extends CommandName> = z.infer<(typeof commands)[N]['args']>
/** What each rule needs to know. Each side loads it in its own way: the rule is shared, the query is not. */
export type CommandFacts = {
  'entry.prevalidate': PrevalidateFacts
  'entry.refuse': RefuseFacts
  'entry.confirm': ConfirmFacts
  'entry.propose-offering': ProposeOfferingFacts
  'entry.remove': RemoveFacts
  'entry.extend': ExtendFacts
  'entry.release': ReleaseFacts
  'entry.reinstate': ReinstateFacts
  'candidate.correct': CorrectCandidateFacts
  'candidate.change-address': ChangeAddressFacts
  'data-check.ask': AskDataCheckFacts
  'offering.set-seats': SetSeatsFacts
  'payment.record': RecordPaymentFacts
  'payment.void': VoidPaymentFacts
  'receipt.issue': IssueReceiptFacts
  'credit-note.issue': IssueCreditNoteFacts
  'review.settle': SettleReviewFacts
}

export const commandNames = Object.keys(commands) as CommandName[]

export function isCommandName(name: string): name is CommandName {
  return Object.hasOwn(commands, name)
}

export function isDecision(name: CommandName): boolean {
  return commands[name].rule.kind === 'decision'
}

/** The rule of a command, typed for a caller that holds the name as a type parameter. */
export function ruleOf<N extends CommandName>(
  name: N,
): DecisionRule<CommandArgs<N>, CommandFacts[N]> | FactRule<CommandArgs<N>, CommandFacts[N]> {
  return commands[name].rule as unknown as
    | DecisionRule<CommandArgs<N>, CommandFacts[N]>
    | FactRule<CommandArgs<N>, CommandFacts[N]>
}

export function mayRun(name: CommandName, role: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(commands[name].role)
}

/** Decisions wait this long before they leave, so that « Annuler » costs nobody anything. */
export const UNDO_SECONDS = 10
export const COMMAND_VERSION = 1

/** A change, as data. Immutable; the same bytes at the desk, on the wire and at HQ. */
export const Command = z.object({
  id: Uuid,
  v: z.int().min(1),
  deviceId: Id,
  /** Grows by one per device; HQ takes a device's commands in this order. */
  sequence: z.int().min(1),
  operator: z.object({ id: Id, name: ShortText, role: z.enum(ROLES) }),
  /** The desk's clock. It orders nothing and fixes no deadline. */
  at: InstantText,
  name: ShortText,
  args: z.record(z.string(), z.json()),
  dependsOn: z.array(Uuid).max(100),
  sendAfter: InstantText,
})
export type Command = z.infer<typeof Command>
