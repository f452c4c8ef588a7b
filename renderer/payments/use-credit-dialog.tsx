import { useState } from 'react'
import type { PaymentRow } from '../../contract/desk.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { formatMoney } from '../../text/format.ts'
import { sayRefusal } from '../../text/fr.ts'
import { CREDITS } from '../../text/screens/credits.ts'
import { PAYMENTS } from '../../text/screens/payments.ts'
import { useRows } from '../api.ts'
import { HelpButton } from '../help/help-button.tsx'
import { useRun } from '../run-click.ts'
import { ErrorState, Loading } from '../ui/empty-state.tsx'
import { CreditParts } from './credit-parts.tsx'
import { DueList } from './due-list.tsx'
import { owedIn } from './payment-form.ts'
import { sayOutcome } from './say-outcome.ts'
import { allocationsOf, draftsOfUse, spreadCredits } from './spread-credits.ts'

type UseCreditDialogProps = {
  /** One or several, of one payer, in the order in which they are taken from. */
  payments: readonly [PaymentRow, ...PaymentRow[]]
  onClose: () => void
  onUsed?: () => void
}

/** Puts what is left of payments to exams still to be paid; those that it pays whole become final. */
export function UseCreditDialog({ payments, onClose, onUsed }: UseCreditDialogProps) {
  const [{ currency, payerName }] = payments
  const credit = payments.reduce((sum, payment) => sum + payment.credit, 0)
  const targets = useRows('credit.targets', { paymentIds: payments.map(({ id }) => id) })
  const [entryIds, setEntryIds] = useState<readonly string[] | null>(null)
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const run = useRun()
  const say = (minor: number) => formatMoney(minor, currency)
  const dues = owedIn(targets.data?.requests ?? [])
  // One exam to be paid is the one that is meant.
  const ticked =
    entryIds === null ? (dues.length === 1 ? dues : []) : dues.filter(({ entry }) => entryIds.includes(entry.id))
  const owed = ticked.reduce((sum, { due }) => sum + due, 0)
  const amount = Math.min(credit, owed)
  const parts = spreadCredits(payments, ticked)

  const send = async () => {
    setAsked(true)
    if (busy || ticked.length === 0) return
    setBusy(true)
    const answer = await run(draftsOfUse(parts, ticked), ({ results }) => {
      const [used, confirmed] = [results.slice(0, parts.length), results.slice(parts.length)]
      const notUsed = used.find(({ ok }) => !ok)
      if (notUsed && !notUsed.ok)
        return used.some(({ ok }) => ok) ? CREDITS.notAllUsed(sayRefusal(notUsed)) : sayRefusal(notUsed)
      const notFinal = confirmed.find(({ ok }) => !ok)
      return notFinal && !notFinal.ok ? CREDITS.notConfirmed(sayRefusal(notFinal)) : CREDITS.spent(say(amount))
    })
    setBusy(false)
    if (!answer?.results[0]?.ok) return
    onUsed?.()
    onClose()
  }
  const others = dues.length - ticked.length + (targets.data?.left ?? 0)
  const outcome = sayOutcome({ ticked, allocations: allocationsOf(parts), owed, amount, currency, others })
  const keeps = ticked.length > 0 && credit > amount ? CREDITS.keeps(say(credit - amount)) : ''
  return (
    <Dialog
      title={CREDITS.spendTitle}
      help={<HelpButton page="trop-percus" />}
      onClose={onClose}
      footer={
        <>
          <p role="status">{[outcome, keeps].filter(Boolean).join(' ')}</p>
          <Button onPress={onClose}>{PAYMENTS.back}</Button>
          <Button
            tone="primary"
            busy={busy}
            reason={targets.data && dues.length === 0 ? CREDITS.nothingDue : null}
            onPress={() => void send()}
          >
            {CREDITS.spendNow(say(amount > 0 ? amount : credit))}
          </Button>
        </>
      }
    >
      <p className="muted">{CREDITS.spendText(say(credit), payerName, payments.length)}</p>
      {targets.isError ? (
        <ErrorState retry={() => void targets.refetch()} />
      ) : targets.data ? (
        <DueList
          label={CREDITS.spendEntries}
          dues={dues}
          left={targets.data.left}
          entryIds={ticked.map(({ entry }) => entry.id)}
          error={asked && dues.length > 0 && ticked.length === 0 ? PAYMENTS.chooseEntry : null}
          onChange={setEntryIds}
        />
      ) : (
        <Loading />
      )}
      {payments.length > 1 ? (
        <CreditParts
          label={CREDITS.takenFrom}
          payments={payments}
          amountOf={({ id }) => parts.find(({ paymentId }) => paymentId === id)?.amount ?? 0}
        />
      ) : null}
    </Dialog>
  )
}
