import { ROLES, type Role } from './catalogue.ts'
import { type AskDataCheckFacts, decideAskDataCheck } from './commands/ask-data-check.ts'
import { type CancelSittingFacts, decideCancelSitting } from './commands/cancel-sitting.ts'
import { type ChangeAddressFacts, decideChangeAddress } from './commands/change-address.ts'
import { type CloseOfferingFacts, decideCloseOffering } from './commands/close-offering.ts'
import { type ConfirmFacts, decideConfirm } from './commands/confirm.ts'
import { type CorrectCandidateFacts, decideCorrectCandidate } from './commands/correct-candidate.ts'
import { type DepositChequesFacts, objectToDeposit, recordDeposit } from './commands/deposit-cheques.ts'
import { type EndChequeFacts, objectToChequeEnd, recordChequeEnd } from './commands/end-cheque.ts'
import { decideExtend, type ExtendFacts } from './commands/extend.ts'
import { type IssueCreditNoteFacts, objectToCreditNote, recordCreditNote } from './commands/issue-credit-note.ts'
import { type IssuePaperFacts, objectToPapers, recordPapers } from './commands/issue-paper.ts'
import { type IssueReceiptFacts, objectToReceipt, recordReceipt } from './commands/issue-receipt.ts'
import { type MarkAttendanceFacts, objectToMarks, recordMarks } from './commands/mark-attendance.ts'
import { type MatchStatementFacts, objectToMatch, recordMatch } from './commands/match-statement.ts'
import { type NoteCallFacts, objectToCallNote, recordCallNote } from './commands/note-call.ts'
import { decideOpenOffering, type OpenOfferingFacts } from './commands/open-offering.ts'
import { decidePrevalidate, type PrevalidateFacts } from './commands/prevalidate.ts'
import { decideProposeOffering, type ProposeOfferingFacts } from './commands/propose-offering.ts'
import { objectToPayment, type RecordPaymentFacts, recordPayment } from './commands/record-payment.ts'
import { decideRefuse, type RefuseFacts } from './commands/refuse.ts'
import { decideReinstate, type ReinstateFacts } from './commands/reinstate.ts'
import { decideRelease, type ReleaseFacts } from './commands/release.ts'
import { decideRemove, type RemoveFacts } from './commands/remove.ts'
import { objectToReturn, type ReturnCreditFacts, recordReturn } from './commands/return-credit.ts'
import { objectToReminder, recordReminder, type SendReminderFacts } from './commands/send-reminder.ts'
import { decideSetClosedDays, type SetClosedDaysFacts } from './commands/set-closed-days.ts'
import { decideSetLogo, type SetLogoFacts } from './commands/set-logo.ts'
import { decideSetSeats, type SetSeatsFacts } from './commands/set-seats.ts'
import { decideSetSitting, type SetSittingFacts } from './commands/set-sitting.ts'
import { decideSetTexts, type SetTextsFacts } from './commands/set-texts.ts'
import { objectToSettlement, recordSettlement, type SettleReviewFacts } from './commands/settle-review.ts'
import { decideUseCredit, type UseCreditFacts } from './commands/use-credit.ts'
import { objectToChequeEndVoid, recordChequeEndVoid, type VoidChequeEndFacts } from './commands/void-cheque-end.ts'
import { objectToDepositVoid, recordDepositVoid, type VoidDepositFacts } from './commands/void-deposit.ts'
import { objectToVoid, recordVoid, type VoidPaymentFacts } from './commands/void-payment.ts'
import type { DecisionRule, FactRule } from './decision.ts'
import type { CommandArgs, CommandName } from './shapes/command-args.ts'

export type { Command } from './shapes/command.ts'
export type { CommandArgs, CommandName } from './shapes/command-args.ts'

type Listed<N extends CommandName> = {
  role: Role
  undoable: boolean
  leaves: boolean
  rule: DecisionRule<CommandArgs<N>, CommandFacts[N]> | FactRule<CommandArgs<N>, CommandFacts[N]>
}

const decision = <A, F>(role: Role, decide: DecisionRule<A, F>['decide']) => ({
  role,
  undoable: true,
  leaves: false,
  rule: { kind: 'decision', decide } satisfies DecisionRule<A, F> as DecisionRule<A, F>,
})
const fact = <A, F>(
  role: Role,
  objection: FactRule<A, F>['objection'],
  record: FactRule<A, F>['record'],
  { undoable = false, leaves = false } = {},
) => ({
  role,
  undoable,
  leaves,
  rule: { kind: 'fact', objection, record } satisfies FactRule<A, F> as FactRule<A, F>,
})

/**
 * The catalogue: every change that can be made at a centre, the lowest role that may, and its rule. What its arguments look like is apart
 * (`shapes/command-args.ts`): the window has no use for shapes.
 */
export const commands = {
  'entry.prevalidate': decision('secretary', decidePrevalidate),
  'entry.refuse': decision('secretary', decideRefuse),
  'entry.confirm': decision('secretary', decideConfirm),
  'entry.propose-offering': decision('secretary', decideProposeOffering),
  'entry.remove': decision('secretary', decideRemove),
  'entry.extend': decision('secretary', decideExtend),
  'entry.release': decision('manager', decideRelease),
  'entry.reinstate': decision('manager', decideReinstate),
  'candidate.correct': decision('secretary', decideCorrectCandidate),
  'candidate.change-address': decision('secretary', decideChangeAddress),
  'data-check.ask': decision('secretary', decideAskDataCheck),
  'offering.set-seats': decision('manager', decideSetSeats),
  'offering.open': decision('manager', decideOpenOffering),
  'offering.close': decision('manager', decideCloseOffering),
  'sitting.set': decision('manager', decideSetSitting),
  'sitting.cancel': decision('manager', decideCancelSitting),
  'centre.set-texts': decision('manager', decideSetTexts),
  'centre.set-logo': decision('manager', decideSetLogo),
  'centre.set-closed-days': decision('manager', decideSetClosedDays),
  'payment.record': fact('secretary', objectToPayment, recordPayment),
  'payment.void': fact('secretary', objectToVoid, recordVoid),
  'receipt.issue': fact('secretary', objectToReceipt, recordReceipt),
  'credit-note.issue': fact('manager', objectToCreditNote, recordCreditNote),
  'credit.use': decision('secretary', decideUseCredit),
  'credit.return': fact('secretary', objectToReturn, recordReturn),
  'cheque.deposit': fact('secretary', objectToDeposit, recordDeposit),
  'cheque.end': fact('secretary', objectToChequeEnd, recordChequeEnd),
  'deposit.void': fact('secretary', objectToDepositVoid, recordDepositVoid),
  'cheque-end.void': fact('secretary', objectToChequeEndVoid, recordChequeEndVoid),
  'statement.match': fact('secretary', objectToMatch, recordMatch),
  // Nobody has read them yet: these facts may be taken back for as long as a decision may.
  'call.note': fact('secretary', objectToCallNote, recordCallNote, { undoable: true, leaves: true }),
  'reminder.sent': fact('secretary', objectToReminder, recordReminder, {
    undoable: true,
    leaves: true,
  }),
  'attendance.mark': fact('secretary', objectToMarks, recordMarks, { undoable: true, leaves: true }),
  'paper.issue': fact('secretary', objectToPapers, recordPapers, { leaves: true }),
  'review.settle': fact('secretary', objectToSettlement, recordSettlement),
} as const satisfies { [N in CommandName]: Listed<N> }

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
  'centre.set-logo': SetLogoFacts
  'centre.set-closed-days': SetClosedDaysFacts
  'payment.record': RecordPaymentFacts
  'payment.void': VoidPaymentFacts
  'receipt.issue': IssueReceiptFacts
  'credit-note.issue': IssueCreditNoteFacts
  'credit.use': UseCreditFacts
  'credit.return': ReturnCreditFacts
  'cheque.deposit': DepositChequesFacts
  'cheque.end': EndChequeFacts
  'deposit.void': VoidDepositFacts
  'cheque-end.void': VoidChequeEndFacts
  'statement.match': MatchStatementFacts
  'call.note': NoteCallFacts
  'reminder.sent': SendReminderFacts
  'attendance.mark': MarkAttendanceFacts
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
