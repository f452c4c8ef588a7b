import { useState } from 'react'
import type { PaymentRow } from '../../contract/desk.ts'
import type { Draft } from '../../contract/ipc.ts'
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
import { DueList } from './due-list.tsx'
import { allocate, type Due, entriesCovered, owedIn } from './payment-form.ts'
import { sayOutcome } from './say-outcome.ts'

/** Puts what is left of a payment to exams still to be paid; those that it pays whole become final. */
export function UseCreditDialog({ payment, onClose }: { payment: PaymentRow; onClose: () => void }) {
  const { credit, currency, payerName } = payment
  const targets = useRows('credit.targets', { paymentId: payment.id })
  const [entryIds, setEntryIds] = useState<readonly string[] | null>(null)
  const [asked, setAsked] = useState(false)
  const [busy, setBusy] = useState(false)
  const run = useRun()
  const dues = owedIn(targets.data?.requests ?? [])
  // One exam to be paid is the one that is meant.
  const ticked =
    entryIds === null ? (dues.length === 1 ? dues : []) : dues.filter(({ entry }) => entryIds.includes(entry.id))
  const owed = ticked.reduce((sum, { due }) => sum + due, 0)
  const amount = Math.min(credit, owed)
  const money = formatMoney(amount, currency)

  const send = async () => {
    setAsked(true)
    if (busy || ticked.length === 0) return
    setBusy(true)
    const answer = await run(draftsOf(payment.id, ticked, credit), ({ results: [used, confirmed] }) => {
      if (used && !used.ok) return sayRefusal(used)
      if (confirmed && !confirmed.ok) return CREDITS.notConfirmed(sayRefusal(confirmed))
      return CREDITS.spent(money)
    })
    setBusy(false)
    if (answer?.results[0]?.ok) onClose()
  }
  const others = dues.length - ticked.length + (targets.data?.left ?? 0)
  const outcome = sayOutcome({ ticked, allocations: allocate(ticked, credit), owed, amount, currency, others })
  const keeps = ticked.length > 0 && credit > amount ? CREDITS.keeps(formatMoney(credit - amount, currency)) : ''
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
            {CREDITS.spendNow(formatMoney(amount > 0 ? amount : credit, currency))}
          </Button>
        </>
      }
    >
      <p className="muted">{CREDITS.spendText(formatMoney(credit, currency), payerName)}</p>
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
    </Dialog>
  )
}

function draftsOf(paymentId: string, ticked: readonly Due[], credit: number): Draft[] {
  const allocations = allocate(ticked, credit)
  const confirmed = entriesCovered(ticked, allocations)
  const drafts: Draft[] = [{ name: 'credit.use', args: { paymentId, allocations } }]
  if (confirmed.length > 0) drafts.push({ name: 'entry.confirm', args: { entryIds: confirmed }, after: [0] })
  return drafts
}
