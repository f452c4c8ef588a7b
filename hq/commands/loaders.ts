import type { CommandName } from '../../domain/commands.ts'
import { loadAskDataCheck } from './ask-data-check.ts'
import { loadCancelSitting } from './cancel-sitting.ts'
import { loadChangeAddress } from './change-address.ts'
import { loadCloseOffering } from './close-offering.ts'
import { loadConfirm } from './confirm.ts'
import { loadCorrectCandidate } from './correct-candidate.ts'
import { loadDepositCheques } from './deposit-cheques.ts'
import { loadEndCheque } from './end-cheque.ts'
import { loadExtend } from './extend.ts'
import { loadIssueCreditNote } from './issue-credit-note.ts'
import { loadIssuePaper } from './issue-paper.ts'
import { loadIssueReceipt } from './issue-receipt.ts'
import type { Loader } from './loader.ts'
import { loadMarkAttendance } from './mark-attendance.ts'
import { loadMatchStatement } from './match-statement.ts'
import { loadNoteCall } from './note-call.ts'
import { loadOpenOffering } from './open-offering.ts'
import { loadPrevalidate } from './prevalidate.ts'
import { loadProposeOffering } from './propose-offering.ts'
import { loadRecordPayment } from './record-payment.ts'
import { loadRefuse } from './refuse.ts'
import { loadReinstate } from './reinstate.ts'
import { loadRelease } from './release.ts'
import { loadRemove } from './remove.ts'
import { loadReturnCredit } from './return-credit.ts'
import { loadSendReminder } from './send-reminder.ts'
import { loadSetClosedDays } from './set-closed-days.ts'
import { loadSetLogo } from './set-logo.ts'
import { loadSetSeats } from './set-seats.ts'
import { loadSetSitting } from './set-sitting.ts'
import { loadSetTexts } from './set-texts.ts'
import { loadSettleReview } from './settle-review.ts'
import { loadUseCredit } from './use-credit.ts'
import { loadVoidChequeEnd } from './void-cheque-end.ts'
import { loadVoidDeposit } from './void-deposit.ts'
import { loadVoidPayment } from './void-payment.ts'

/** One loader a command. A command of the catalogue without one does not compile. */
export const loaders: { readonly [N in CommandName]: Loader<N> } = {
  'entry.prevalidate': loadPrevalidate,
  'entry.refuse': loadRefuse,
  'entry.confirm': loadConfirm,
  'entry.propose-offering': loadProposeOffering,
  'entry.remove': loadRemove,
  'entry.extend': loadExtend,
  'entry.release': loadRelease,
  'entry.reinstate': loadReinstate,
  'candidate.correct': loadCorrectCandidate,
  'candidate.change-address': loadChangeAddress,
  'data-check.ask': loadAskDataCheck,
  'offering.set-seats': loadSetSeats,
  'offering.open': loadOpenOffering,
  'offering.close': loadCloseOffering,
  'sitting.set': loadSetSitting,
  'sitting.cancel': loadCancelSitting,
  'centre.set-texts': loadSetTexts,
  'centre.set-logo': loadSetLogo,
  'centre.set-closed-days': loadSetClosedDays,
  'payment.record': loadRecordPayment,
  'payment.void': loadVoidPayment,
  'receipt.issue': loadIssueReceipt,
  'credit-note.issue': loadIssueCreditNote,
  'credit.use': loadUseCredit,
  'credit.return': loadReturnCredit,
  'cheque.deposit': loadDepositCheques,
  'cheque.end': loadEndCheque,
  'deposit.void': loadVoidDeposit,
  'cheque-end.void': loadVoidChequeEnd,
  'statement.match': loadMatchStatement,
  'call.note': loadNoteCall,
  'reminder.sent': loadSendReminder,
  'attendance.mark': loadMarkAttendance,
  'paper.issue': loadIssuePaper,
  'review.settle': loadSettleReview,
}
