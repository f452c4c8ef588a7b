import { z } from 'zod'
import { ROLES, type Role } from './catalogue.ts'
import { AskDataCheckArgs, type AskDataCheckFacts, decideAskDataCheck } from './commands/ask-data-check.ts'
import { CancelSittingArgs, type CancelSittingFacts, decideCancelSitting } from './commands/cancel-sitting.ts'
import { ChangeAddressArgs, type ChangeAddressFacts, decideChangeAddress } from './commands/change-address.ts'
import { CloseOfferingArgs, type CloseOfferingFacts, decideCloseOffering } from './commands/close-offering.ts'
import { ConfirmArgs, type ConfirmFacts, decideConfirm } from './commands/confirm.ts'
import {
  CorrectCandidateArgs,
  type CorrectCandidateFacts,
  decideCorrectCandidate,
} from './commands/correct-candidate.ts'
import {
  DepositChequesArgs,
  type DepositChequesFacts,
  objectToDeposit,
  recordDeposit,
} from './commands/deposit-cheques.ts'
import { EndChequeArgs, type EndChequeFacts, objectToChequeEnd, recordChequeEnd } from './commands/end-cheque.ts'
import { decideExtend, ExtendArgs, type ExtendFacts } from './commands/extend.ts'
import {
  IssueCreditNoteArgs,
  type IssueCreditNoteFacts,
  objectToCreditNote,
  recordCreditNote,
} from './commands/issue-credit-note.ts'
import { IssuePaperArgs, type IssuePaperFacts, objectToPapers, recordPapers } from './commands/issue-paper.ts'
import { IssueReceiptArgs, type IssueReceiptFacts, objectToReceipt, recordReceipt } from './commands/issue-receipt.ts'
import { MatchStatementArgs, type MatchStatementFacts, objectToMatch, recordMatch } from './commands/match-statement.ts'
import { NoteCallArgs, type NoteCallFacts, objectToCallNote, recordCallNote } from './commands/note-call.ts'
import { decideOpenOffering, OpenOfferingArgs, type OpenOfferingFacts } from './commands/open-offering.ts'
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
import { objectToReminder, recordReminder, SendReminderArgs, type SendReminderFacts } from './commands/send-reminder.ts'
import { decideSetClosedDays, SetClosedDaysArgs, type SetClosedDaysFacts } from './commands/set-closed-days.ts'
import { decideSetSeats, SetSeatsArgs, type SetSeatsFacts } from './commands/set-seats.ts'
import { decideSetSitting, SetSittingArgs, type SetSittingFacts } from './commands/set-sitting.ts'
import { decideSetTexts, SetTextsArgs, type SetTextsFacts } from './commands/set-texts.ts'
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
  undoable: true,
  leaves: false,
  rule: { kind: 'decision', decide } satisfies DecisionRule<z.infer<A>, F> as DecisionRule<z.infer<A>, F>,
})
const fact = <A extends z.ZodType, F>(
  role: Role,
  args: A,
  objection: FactRule<z.infer<A>, F>['objection'],
  record: FactRule<z.infer<A>, F>['record'],
  { undoable = false, leaves = false } = {},
) => ({
  role,
  args,
  undoable,
  leaves,
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
  'offering.open': decision('manager', OpenOfferingArgs, decideOpenOffering),
  'offering.close': decision('manager', CloseOfferingArgs, decideCloseOffering),
  'sitting.set': decision('manager', SetSittingArgs, decideSetSitting),
  'sitting.cancel': decision('manager', CancelSittingArgs, decideCancelSitting),
  'centre.set-texts': decision('manager', SetTextsArgs, decideSetTexts),
  'centre.set-closed-days': decision('manager', SetClosedDaysArgs, decideSetClosedDays),
  'payment.record': fact('secretary', RecordPaymentArgs, objectToPayment, recordPayment),
  'payment.void': fact('secretary', VoidPaymentArgs, objectToVoid, recordVoid),
  'receipt.issue': fact('secretary', IssueReceiptArgs, objectToReceipt, recordReceipt),
  'credit-note.issue': fact('manager', IssueCreditNoteArgs, objectToCreditNote, recordCreditNote),
  'cheque.deposit': fact('secretary', DepositChequesArgs, objectToDeposit, recordDeposit),
  'cheque.end': fact('secretary', EndChequeArgs, objectToChequeEnd, recordChequeEnd),
  'statement.match': fact('secretary', MatchStatementArgs, objectToMatch, recordMatch),
  // Nobody has read either yet: these facts may be taken back for as long as a decision may.
  'call.note': fact('secretary', NoteCallArgs, objectToCallNote, recordCallNote, { undoable: true, leaves: true }),
  'reminder.sent': fact('secretary', SendReminderArgs, objectToReminder, recordReminder, {
    undoable: true,
    leaves: true,
  }),
  'paper.issue': fact('secretary', IssuePaperArgs, objectToPapers, recordPapers, { leaves: true }),
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
  'offering.open': OpenOfferingFacts
  'offering.close': CloseOfferingFacts
  'sitting.set': SetSittingFacts
  'sitting.cancel': CancelSittingFacts
  'centre.set-texts': SetTextsFacts
  'centre.set-closed-days': SetClosedDaysFacts
  'payment.record': RecordPaymentFacts
  'payment.void': VoidPaymentFacts
  'receipt.issue': IssueReceiptFacts
  'credit-note.issue': IssueCreditNoteFacts
  'cheque.deposit': DepositChequesFacts
  'cheque.end': EndChequeFacts
  'statement.match': MatchStatementFacts
  'call.note': NoteCallFacts
  'reminder.sent': SendReminderFacts
  'paper.issue': IssuePaperFacts
  'review.settle': SettleReviewFacts
}

export const commandNames = Object.keys(commands) as CommandName[]

export function isCommandName(name: string): name is CommandName {
  return Object.hasOwn(commands, name)
}

export function isDecision(name: CommandName): boolean {
  return commands[name].rule.kind === 'decision'
}

/** Whether it waits before it leaves, so that « Annuler » can take it back: every decision, and the facts that nobody has in hand yet. */
export function isUndoable(name: CommandName): boolean {
  return commands[name].undoable
}

/** Whether what it adds is about a candidate, and leaves the centre with them: HQ may keep nothing of a fact that has happened. */
export function leavesWithCandidate(name: CommandName): boolean {
  return commands[name].leaves
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

/** What may be undone waits this long before it leaves, so that « Annuler » costs nobody anything. */
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
