import type { Desk, Draft, MadeRequest } from './document-draft.ts'
import { attestationDraft, confirmationDraft, envelopeDraft, postDraft } from './letter-drafts.ts'
import { cashSheetDraft, chequeSlipDraft } from './money-drafts.ts'
import { creditNoteDraft, receiptDraft } from './numbered-drafts.ts'
import { attendanceSheetDraft, rollCallDraft } from './sheet-drafts.ts'

/** The paper asked for, from what this PC holds now; null when there is nothing to make it of. */
export function draftOf(desk: Desk, request: MadeRequest): Promise<Draft | null> {
  switch (request.kind) {
    case 'receipt':
      return receiptDraft(desk.db, request.receiptId)
    case 'credit-note':
      return creditNoteDraft(desk.db, request.creditNoteId)
    case 'cheque-slip':
      return chequeSlipDraft(desk, request.depositId)
    case 'cash-sheet':
      return cashSheetDraft(desk, request.on, request.sessionId)
    case 'attendance-sheet':
      return attendanceSheetDraft(desk, request.sittingId, request.options)
    case 'confirmation':
      return confirmationDraft(desk, request.requestId)
    case 'payment-attestation':
      return attestationDraft(desk, request.receiptId, request.candidateId)
    case 'reminder-letter':
    case 'refusal-letter':
      return postDraft(desk, request.kind, request.requestId)
    case 'envelope':
      return envelopeDraft(desk, request.requestIds)
    case 'roll-call':
      return rollCallDraft(desk, request.sittingId, request.options)
  }
}
