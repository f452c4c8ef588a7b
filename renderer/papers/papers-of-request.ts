import type { PaymentRow, RequestRow } from '../../contract/desk.ts'
import type { Input } from '../../contract/ipc.ts'
import { isAwaited } from '../../domain/fell.ts'
import { PRINT_PAPERS } from '../../text/screens/print-papers.ts'

/** A paper that can be made for a request: how the menu calls it, and what is asked of main. */
export type OfferedPaper = { label: string; asked: Input<'document.open'> }

/**
 * The papers that a request calls for now, in the order in which they are asked for: nothing is offered that would be empty or untrue. An
 * attestation needs a receipt that stands for money that has come; a convocation has a place of its own.
 */
export function papersOfRequest(request: RequestRow, payments: readonly PaymentRow[]): OfferedPaper[] {
  const { id: requestId, candidateId, entries } = request
  const isDue = entries.some((entry) => isAwaited(entry, request.organisation?.onAccount ?? false))
  const isRefused = entries.some(({ status, refusal }) => status === 'refused' && refusal !== null)
  const attestations = payments.flatMap(({ receipt, voided, end, entries: paid }) =>
    receipt && !voided && end?.outcome !== 'bounced' && paid.some((one) => one.candidateId === candidateId)
      ? {
          label: PRINT_PAPERS.attestation(receipt.number),
          asked: { kind: 'payment-attestation', receiptId: receipt.id, candidateId } as const,
        }
      : [],
  )
  return [
    { label: PRINT_PAPERS.confirmation, asked: { kind: 'confirmation', requestId } },
    ...attestations,
    ...(isDue ? [{ label: PRINT_PAPERS.reminder, asked: { kind: 'reminder-letter', requestId } as const }] : []),
    ...(isRefused ? [{ label: PRINT_PAPERS.refusal, asked: { kind: 'refusal-letter', requestId } as const }] : []),
    { label: PRINT_PAPERS.envelope, asked: { kind: 'envelope', requestIds: [requestId] } },
  ]
}
