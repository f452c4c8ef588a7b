import { useState } from 'react'
import type { ChequeRow, SlipRow } from '../../contract/desk-money.ts'
import { answeredOf } from '../../domain/cheque.ts'
import { objectToDepositVoid } from '../../domain/commands/void-deposit.ts'
import { Button } from '../../kit/button.tsx'
import { StatusTag } from '../../kit/status-tag.tsx'
import { formatDate, formatDayTime, formatMoney } from '../../text/format.ts'
import { sayRefusal } from '../../text/fr.ts'
import { CHEQUES } from '../../text/screens/cheques.ts'
import { PAPERS } from '../../text/screens/papers.ts'
import { PAYMENTS } from '../../text/screens/payments.ts'
import { useOffice } from '../frame/office.tsx'
import { whyNotAllowed } from '../frame/why-not-allowed.ts'
import { useOpenDocument } from '../papers/open-document.ts'
import { VoidSlipDialog } from './void-slip-dialog.tsx'

type SlipListProps = { deposits: readonly SlipRow[]; cheques: readonly ChequeRow[] }

/** The latest slips, to be printed again or taken back. */
export function SlipList({ deposits, cheques }: SlipListProps) {
  const [voiding, setVoiding] = useState<SlipRow | null>(null)
  if (deposits.length === 0) return null
  return (
    <section className="card slips" aria-labelledby="slips">
      <h2 id="slips">{CHEQUES.slips}</h2>
      <ul>
        {deposits.map((slip) => (
          <SlipLine key={slip.id} slip={slip} cannot={whyNotVoid(slip, deposits, cheques)} takeBack={setVoiding} />
        ))}
      </ul>
      {voiding ? <VoidSlipDialog slip={voiding} onClose={() => setVoiding(null)} /> : null}
    </section>
  )
}

type SlipLineProps = { slip: SlipRow; cannot: string | null; takeBack: (slip: SlipRow) => void }

function SlipLine({ slip, cannot, takeBack }: SlipLineProps) {
  const { desk } = useOffice()
  const { open, isOpening } = useOpenDocument()
  const { id, depositedOn, reference, paymentIds, total, currency, voided } = slip
  const day = formatDate(depositedOn)
  const words = CHEQUES.slip(day, paymentIds.length, formatMoney(total, currency))
  const asked = { kind: 'cheque-slip', depositId: id } as const
  return (
    <li className={voided ? 'void' : ''}>
      <Button
        small
        tone="link"
        label={CHEQUES.slipOpen(words)}
        busy={isOpening(asked)}
        onPress={() => void open(asked)}
      >
        {isOpening(asked) ? PAPERS.opening : words}
      </Button>
      {reference ? <span className="sub">{CHEQUES.slipReference(reference)}</span> : null}
      {voided ? (
        <>
          <StatusTag tone="calm" icon="cross">
            {CHEQUES.slipVoided}
          </StatusTag>
          <span className="sub">
            {PAYMENTS.voidedBy(voided.voidedBy, formatDayTime(voided.voidedAt, desk.centre.timeZone), voided.reason)}
          </span>
        </>
      ) : (
        <Button
          small
          tone="link"
          label={CHEQUES.voidSlipOf(day)}
          reason={whyNotAllowed(desk, 'deposit.void') ?? cannot}
          onPress={() => takeBack(slip)}
        >
          {CHEQUES.voidSlip}
        </Button>
      )}
    </li>
  )
}

/** Why a slip cannot be taken back, by the rule itself over the cheques in sight; main knows the others too. */
function whyNotVoid(slip: SlipRow, deposits: readonly SlipRow[], cheques: readonly ChequeRow[]): string | null {
  const others = deposits.filter(({ id, voided }) => id !== slip.id && voided === null)
  const answered = answeredOf(slip.paymentIds, {
    payments: cheques,
    ends: cheques.flatMap(({ end }) => end ?? []),
    elsewhere: new Set(others.flatMap(({ paymentIds }) => paymentIds)),
  })
  const args = { voidId: '', depositId: slip.id, reason: '-', voidedAt: '' }
  const objection = objectToDepositVoid(args, { deposit: slip, voided: slip.voided !== null, answered })
  return objection && sayRefusal(objection)
}
