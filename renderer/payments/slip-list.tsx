import type { ChequeDeposit } from '../../domain/cheque.ts'
import { Button } from '../../kit/button.tsx'
import { formatDate, formatMoney } from '../../text/format.ts'
import { CHEQUES } from '../../text/screens/cheques.ts'
import { PAPERS } from '../../text/screens/papers.ts'
import { useOpenDocument } from '../papers/open-document.ts'

/** The latest slips, to be printed again. */
export function SlipList({ deposits }: { deposits: readonly ChequeDeposit[] }) {
  const { open, isOpening } = useOpenDocument()
  if (deposits.length === 0) return null
  return (
    <section className="card slips" aria-labelledby="slips">
      <h2 id="slips">{CHEQUES.slips}</h2>
      <ul>
        {deposits.map(({ id, depositedOn, paymentIds, total, currency }) => {
          const asked = { kind: 'cheque-slip', depositId: id } as const
          return (
            <li key={id}>
              <Button
                small
                tone="link"
                label={CHEQUES.slipOpen(formatDate(depositedOn))}
                busy={isOpening(asked)}
                onPress={() => void open(asked)}
              >
                {isOpening(asked)
                  ? PAPERS.opening
                  : CHEQUES.slip(formatDate(depositedOn), paymentIds.length, formatMoney(total, currency))}
              </Button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
