import type { CommandName } from '../../domain/commands.ts'
import { loadAskDataCheck } from './ask-data-check.ts'
import { loadChangeAddress } from './change-address.ts'
import { loadConfirm } from './confirm.ts'
import { loadCorrectCandidate } from './correct-candidate.ts'
import { loadExtend } from './extend.ts'
import { loadIssueCreditNote } from './issue-credit-note.ts'
import { loadIssueReceipt } from './issue-receipt.ts'
import type { Loader } from './loader.ts'
import { loadPrevalidate } from './prevalidate.ts'
import { loadProposeOffering } from './propose-offering.ts'
import { loadRecordPayment } from './record-payment.ts'
import { loadRefuse } from './refuse.ts'
import { loadReinstate } from './reinstate.ts'
import { loadRelease } from './release.ts'
import { loadRemove } from './remove.ts'
import { loadSetSeats } from './set-seats.ts'
import { loadSettleReview } from './settle-review.ts'
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
  'payment.record': loadRecordPayment,
  'payment.void': loadVoidPayment,
  'receipt.issue': loadIssueReceipt,
  'credit-note.issue': loadIssueCreditNote,
  'review.settle': loadSettleReview,
}
