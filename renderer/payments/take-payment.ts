import { useRef, useState } from 'react'
import type { Draft, RunAnswer } from '../../contract/ipc.ts'
import { sayRefusal } from '../../text/fr.ts'
import { PAYMENTS } from '../../text/screens/payments.ts'
import { useOpenDocument } from '../papers/open-document.ts'
import { useRun } from '../run-click.ts'

/**
 * Sends the payment, what it confirms and its receipt in one click, says what became of each, and opens the receipt.
 * `take` gives whether the first of them was done; `amount: null` when no new money is taken.
 */
export function useTakePayment(): {
  take: (drafts: Draft[], amount: string | null) => Promise<boolean>
  busy: boolean
} {
  const run = useRun()
  const { open } = useOpenDocument()
  const [busy, setBusy] = useState(false)
  // Two presses in one frame both see `busy` as it was drawn: money must not be taken twice.
  const taking = useRef(false)
  const take = async (drafts: Draft[], amount: string | null) => {
    if (taking.current) return false
    taking.current = true
    setBusy(true)
    try {
      let said: string | null = null
      const answer = await run(drafts, (done) => {
        said = sayTaken(drafts, done, amount)
        return said
      })
      const receipt = answer?.results[drafts.findIndex(({ name }) => name === 'receipt.issue')]
      if (receipt?.ok && receipt.createdId)
        void open({ kind: 'receipt', receiptId: receipt.createdId }, { after: said })
      return answer?.results[0]?.ok === true
    } finally {
      taking.current = false
      setBusy(false)
    }
  }
  return { take, busy }
}

/** The one thing worth saying: the first that was refused, else what was done. */
function sayTaken(drafts: readonly Draft[], { results }: RunAnswer, amount: string | null): string {
  const at = results.findIndex((result) => !result.ok)
  const refused = results[at]
  if (!refused || refused.ok) {
    if (amount === null) return PAYMENTS.receiptIssued
    return drafts.some(({ name }) => name === 'receipt.issue')
      ? PAYMENTS.takenWithReceipt(amount)
      : PAYMENTS.taken(amount)
  }
  if (at === 0) return sayRefusal(refused)
  return drafts[at]?.name === 'entry.confirm'
    ? PAYMENTS.notConfirmed(sayRefusal(refused))
    : PAYMENTS.noReceiptMade(sayRefusal(refused))
}
