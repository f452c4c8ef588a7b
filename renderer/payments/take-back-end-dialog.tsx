import { useState } from 'react'
import type { ChequeRow } from '../../contract/desk-money.ts'
import type { Draft, RunAnswer } from '../../contract/ipc.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { TextField, Tick } from '../../kit/fields.tsx'
import { Notice } from '../../kit/status-tag.tsx'
import { sayReference } from '../../text/cheque-words.ts'
import { formatMoney } from '../../text/format.ts'
import { sayRefusal } from '../../text/fr.ts'
import { CHEQUES } from '../../text/screens/cheques.ts'
import { PAYMENTS } from '../../text/screens/payments.ts'
import { useOffice } from '../frame/office.tsx'
import { whyNoReceipt } from '../frame/why-not-allowed.ts'
import { HelpButton } from '../help/help-button.tsx'
import { useOpenDocument } from '../papers/open-document.ts'
import { refusalsOf, useRun } from '../run-click.ts'
import { useReason } from './use-reason.ts'

type TakeBackEndDialogProps = { cheques: readonly ChequeRow[]; onClose: () => void; onTakenBack: () => void }

/** Takes back answers of the bank that were noted for the wrong cheques; gives a receipt again to those whose own was cancelled for it. */
export function TakeBackEndDialog({ cheques, onClose, onTakenBack }: TakeBackEndDialogProps) {
  const { desk } = useOffice()
  const ids = cheques.map(({ id }) => id)
  const said = useReason('take-back-end', ids)
  const [issues, setIssues] = useState(true)
  const [busy, setBusy] = useState(false)
  const run = useRun()
  const { open } = useOpenDocument()
  const bounced = cheques.filter(({ end }) => end?.outcome === 'bounced')
  // Its receipt was cancelled by a credit note since it was said to have bounced.
  const unreceipted = bounced.filter(({ receipt, creditNotes }) => receipt === null && creditNotes.length > 0)
  const cannotIssue = whyNoReceipt(desk)
  const again = issues && cannotIssue === null ? unreceipted : []
  const paidTwice = bounced.filter(({ awaited }) => awaited === 0).map(({ payerName }) => payerName)
  const send = async () => {
    if (!said.ask() || busy) return
    setBusy(true)
    const answer = await run(draftsOf(cheques, new Set(again), said.reason), (done) => sayDone(done, cheques.length))
    setBusy(false)
    if (!answer?.results[0]?.ok) return
    said.forget()
    onTakenBack()
    onClose()
    const [issued] = again.length === 1 ? answer.results.slice(-1) : []
    if (issued?.ok && issued.createdId)
      await open({ kind: 'receipt', receiptId: issued.createdId }, { after: CHEQUES.takeBackDone(cheques.length) })
  }
  return (
    <Dialog
      title={CHEQUES.takeBackTitle}
      help={<HelpButton page="cheques" />}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{PAYMENTS.back}</Button>
          <Button tone="primary" busy={busy} onPress={() => void send()}>
            {CHEQUES.takeBackNow}
          </Button>
        </>
      }
    >
      <ul className="deposit-list">
        {cheques.map((cheque) => (
          <li key={cheque.id}>
            <span>
              {cheque.payerName} <span className="sub">{sayReference(cheque) ?? CHEQUES.unsaid}</span>
            </span>
            <b>{formatMoney(cheque.amount, cheque.currency)}</b>
          </li>
        ))}
      </ul>
      <p className="muted">{CHEQUES.takeBackConsequence(cheques.length, bounced.length > 0)}</p>
      {paidTwice.length > 0 ? (
        <Notice tone="due" icon="alert">
          {CHEQUES.takeBackPaidTwice(paidTwice)}
        </Notice>
      ) : null}
      <TextField lines autoFocus hint={CHEQUES.takeBackHint} {...said.field} />
      {unreceipted.length > 0 ? (
        <Tick id="issue-again" checked={again.length > 0} onChange={setIssues} reason={cannotIssue}>
          {CHEQUES.issueAgain(unreceipted.length)}
        </Tick>
      ) : null}
    </Dialog>
  )
}

/** For each cheque that its answer is taken back, then its receipt where one is given again. */
function draftsOf(cheques: readonly ChequeRow[], again: ReadonlySet<ChequeRow>, reason: string): Draft[] {
  const drafts: Draft[] = []
  for (const cheque of cheques) {
    if (!cheque.end) continue
    drafts.push({ name: 'cheque-end.void', args: { endId: cheque.end.id, paymentId: cheque.id, reason } })
    if (again.has(cheque))
      drafts.push({ name: 'receipt.issue', args: { paymentId: cheque.id }, after: [drafts.length - 1] })
  }
  return drafts
}

function sayDone(answer: RunAnswer, count: number): string {
  const [first] = refusalsOf(answer)
  if (!first) return CHEQUES.takeBackDone(count)
  return answer.results[0]?.ok ? CHEQUES.takeBackNotAll(sayRefusal(first)) : sayRefusal(first)
}
