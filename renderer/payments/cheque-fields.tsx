import { TextField } from '../../kit/fields.tsx'
import { CHEQUES } from '../../text/screens/cheques.ts'
import type { PaymentForm } from './payment-form.ts'

type ChequeFieldsProps = {
  form: Pick<PaymentForm, 'number' | 'bank' | 'drawer'>
  change: (part: Partial<Pick<PaymentForm, 'number' | 'bank' | 'drawer'>>) => void
  payerName: string
}

/** What a cheque bears: what the bank's slip will list. None of it is required: the envelope may not be at hand. */
export function ChequeFields({ form, change, payerName }: ChequeFieldsProps) {
  return (
    <div className="cheque-fields">
      <TextField numeric label={CHEQUES.number} value={form.number} onChange={(number) => change({ number })} />
      <TextField label={CHEQUES.bank} value={form.bank} onChange={(bank) => change({ bank })} />
      <TextField
        label={CHEQUES.drawer}
        value={form.drawer ?? payerName}
        onChange={(drawer) => change({ drawer: drawer === payerName ? null : drawer })}
      />
    </div>
  )
}
