import type { z } from 'zod'
import { AskDataCheckArgs } from './commands/ask-data-check.ts'
import { CancelSittingArgs } from './commands/cancel-sitting.ts'
import { ChangeAddressArgs } from './commands/change-address.ts'
import { CloseOfferingArgs } from './commands/close-offering.ts'
import { ConfirmArgs } from './commands/confirm.ts'
import { CorrectCandidateArgs } from './commands/correct-candidate.ts'
import { DepositChequesArgs } from './commands/deposit-cheques.ts'
import { EndChequeArgs } from './commands/end-cheque.ts'
import { ExtendArgs } from './commands/extend.ts'
import { IssueCreditNoteArgs } from './commands/issue-credit-note.ts'
import { IssuePaperArgs } from './commands/issue-paper.ts'
import { IssueReceiptArgs } from './commands/issue-receipt.ts'
import { MarkAttendanceArgs } from './commands/mark-attendance.ts'
import { MatchStatementArgs } from './commands/match-statement.ts'
import { NoteCallArgs } from './commands/note-call.ts'
import { OpenOfferingArgs } from './commands/open-offering.ts'
import { PrevalidateArgs } from './commands/prevalidate.ts'
import { ProposeOfferingArgs } from './commands/propose-offering.ts'
import { RecordPaymentArgs } from './commands/record-payment.ts'
import { RefuseArgs } from './commands/refuse.ts'
import { ReinstateArgs } from './commands/reinstate.ts'
import { ReleaseArgs } from './commands/release.ts'
import { RemoveArgs } from './commands/remove.ts'
import { ReturnCreditArgs } from './commands/return-credit.ts'
import { SendReminderArgs } from './commands/send-reminder.ts'
import { SetClosedDaysArgs } from './commands/set-closed-days.ts'
import { SetLogoArgs } from './commands/set-logo.ts'
import { SetSeatsArgs } from './commands/set-seats.ts'
import { SetSittingArgs } from './commands/set-sitting.ts'
import { SetTextsArgs } from './commands/set-texts.ts'
import { SettleReviewArgs } from './commands/settle-review.ts'
import { UseCreditArgs } from './commands/use-credit.ts'
import { VoidChequeEndArgs } from './commands/void-cheque-end.ts'
import { VoidDepositArgs } from './commands/void-deposit.ts'
import { VoidPaymentArgs } from './commands/void-payment.ts'

/** The arguments that each command is given, as they are kept and as they cross the wire. */
export const commandArgs = {
  'entry.prevalidate': PrevalidateArgs,
  'entry.refuse': RefuseArgs,
  'entry.confirm': ConfirmArgs,
  'entry.propose-offering': ProposeOfferingArgs,
  'entry.remove': RemoveArgs,
  'entry.extend': ExtendArgs,
  'entry.release': ReleaseArgs,
  'entry.reinstate': ReinstateArgs,
  'candidate.correct': CorrectCandidateArgs,
  'candidate.change-address': ChangeAddressArgs,
  'data-check.ask': AskDataCheckArgs,
  'offering.set-seats': SetSeatsArgs,
  'offering.open': OpenOfferingArgs,
  'offering.close': CloseOfferingArgs,
  'sitting.set': SetSittingArgs,
  'sitting.cancel': CancelSittingArgs,
  'centre.set-texts': SetTextsArgs,
  'centre.set-logo': SetLogoArgs,
  'centre.set-closed-days': SetClosedDaysArgs,
  'payment.record': RecordPaymentArgs,
  'payment.void': VoidPaymentArgs,
  'receipt.issue': IssueReceiptArgs,
  'credit-note.issue': IssueCreditNoteArgs,
  'credit.use': UseCreditArgs,
  'credit.return': ReturnCreditArgs,
  'cheque.deposit': DepositChequesArgs,
  'cheque.end': EndChequeArgs,
  'deposit.void': VoidDepositArgs,
  'cheque-end.void': VoidChequeEndArgs,
  'statement.match': MatchStatementArgs,
  'call.note': NoteCallArgs,
  'reminder.sent': SendReminderArgs,
  'attendance.mark': MarkAttendanceArgs,
  'paper.issue': IssuePaperArgs,
  'review.settle': SettleReviewArgs,
} as const

export type CommandName = keyof typeof commandArgs
export type CommandArgs<N extends CommandName> = z.infer<(typeof commandArgs)[N]>
