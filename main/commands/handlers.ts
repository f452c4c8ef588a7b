import type { CommandName } from '../../domain/commands.ts'
import { askDataCheck } from './ask-data-check.ts'
import { cancelSitting } from './cancel-sitting.ts'
import { changeAddress } from './change-address.ts'
import { closeOffering } from './close-offering.ts'
import { confirm } from './confirm.ts'
import { correctCandidate } from './correct-candidate.ts'
import { depositCheques } from './deposit-cheques.ts'
import { endCheque } from './end-cheque.ts'
import { extend } from './extend.ts'
import type { DeskHandler } from './handler.ts'
import { issueCreditNote } from './issue-credit-note.ts'
import { issuePaper } from './issue-paper.ts'
import { issueReceipt } from './issue-receipt.ts'
import { markAttendance } from './mark-attendance.ts'
import { matchStatement } from './match-statement.ts'
import { noteCall } from './note-call.ts'
import { openOffering } from './open-offering.ts'
import { prevalidate } from './prevalidate.ts'
import { proposeOffering } from './propose-offering.ts'
import { recordPayment } from './record-payment.ts'
import { refuse } from './refuse.ts'
import { reinstate } from './reinstate.ts'
import { release } from './release.ts'
import { remove } from './remove.ts'
import { returnCredit } from './return-credit.ts'
import { sendReminder } from './send-reminder.ts'
import { setClosedDays } from './set-closed-days.ts'
import { setLogo } from './set-logo.ts'
import { setSeats } from './set-seats.ts'
import { setSitting } from './set-sitting.ts'
import { setTexts } from './set-texts.ts'
import { settleReview } from './settle-review.ts'
import { creditUse } from './use-credit.ts'
import { voidChequeEnd } from './void-cheque-end.ts'
import { voidDeposit } from './void-deposit.ts'
import { voidPayment } from './void-payment.ts'

export const handlers: { [N in CommandName]: DeskHandler<N> } = {
  'entry.prevalidate': prevalidate,
  'entry.refuse': refuse,
  'entry.confirm': confirm,
  'entry.propose-offering': proposeOffering,
  'entry.remove': remove,
  'entry.extend': extend,
  'entry.release': release,
  'entry.reinstate': reinstate,
  'candidate.correct': correctCandidate,
  'candidate.change-address': changeAddress,
  'data-check.ask': askDataCheck,
  'offering.set-seats': setSeats,
  'offering.open': openOffering,
  'offering.close': closeOffering,
  'sitting.set': setSitting,
  'sitting.cancel': cancelSitting,
  'centre.set-texts': setTexts,
  'centre.set-logo': setLogo,
  'centre.set-closed-days': setClosedDays,
  'payment.record': recordPayment,
  'payment.void': voidPayment,
  'receipt.issue': issueReceipt,
  'credit-note.issue': issueCreditNote,
  'credit.use': creditUse,
  'credit.return': returnCredit,
  'cheque.deposit': depositCheques,
  'cheque.end': endCheque,
  'deposit.void': voidDeposit,
  'cheque-end.void': voidChequeEnd,
  'statement.match': matchStatement,
  'call.note': noteCall,
  'reminder.sent': sendReminder,
  'attendance.mark': markAttendance,
  'paper.issue': issuePaper,
  'review.settle': settleReview,
}
