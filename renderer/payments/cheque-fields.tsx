import { TextField } from '../../kit/fields.tsx'
import { CHEQUES } from '../../text/screens/cheques.ts'
import type { PaymentForm } from './payment-form.ts'

type ChequeFieldsProps = {
  form: Pick<PaymentForm, 'number' | 'bank' | 'drawer'>
  change: (part: Partial<Pick<PaymentForm, 'number' | 'bank' | 'drawer'>>) => void
  payerName: string
}

/** What a cheque bears: what the bank's slip will list. None of it is required, the envelope may not be at hand; what lacks is said. */
export function ChequeFields({ form, change, payerName }: ChequeFieldsProps) {
  const lacks = CHEQUES.lacks(form.number.trim() === '', form.bank.trim() === '')
  return (
    <div className="cheque-fields">
      <TextField numeric label={CHEQUES.number} value={form.number} onChange={(number) => change({ number })} />
      <TextField label={CHEQUES.bank} value={form.bank} onChange={(bank) => change({ bank })} />
      <TextField
        label={CHEQUES.drawer}
        value={form.drawer ?? payerName}
        onChange={(drawer) => change({ drawer: drawer === payerName ? null : drawer })}
      />
      {lacks ? <p className="hint">{lacks}</p> : null}
    </div>
  )
}
