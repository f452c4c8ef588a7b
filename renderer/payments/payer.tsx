import type { PaymentRow } from '../../contract/desk.ts'
import { CandidateLink } from '../candidate/candidate-link.tsx'

/** Who paid: a candidate leads to their page, an organisation has none. */
export function Payer({ payer, payerName }: Pick<PaymentRow, 'payer' | 'payerName'>) {
  return payer.kind === 'candidate' ? <CandidateLink candidateId={payer.id} name={payerName} /> : payerName
}
