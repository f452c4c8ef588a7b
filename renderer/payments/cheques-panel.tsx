import { useState } from 'react'
import type { ChequeRow } from '../../contract/desk-money.ts'
import { isOneOf } from '../../kit/accepts.ts'
import { Button } from '../../kit/button.tsx'
import { Chip } from '../../kit/chip.tsx'
import { useKept } from '../../kit/kept.ts'
import { formatCount, formatMoney } from '../../text/format.ts'
import { sayRefusal } from '../../text/fr.ts'
import { CHEQUE_PLACES, CHEQUES, type ChequePlace } from '../../text/screens/cheques.ts'
import { useRows } from '../api.ts'
import { useOffice } from '../frame/office.tsx'
import { whyNotAllowed } from '../frame/why-not-allowed.ts'
import { refusalsOf, useRun } from '../run-click.ts'
import { EmptyState, ErrorState, Loading } from '../ui/empty-state.tsx'
import { BounceDialog } from './bounce-dialog.tsx'
import { pickedAmong, placeOf, sumOf } from './cheque-places.ts'
import { ChequeTable } from './cheque-table.tsx'
import { DepositDialog } from './deposit-dialog.tsx'
import { SlipList } from './slip-list.tsx'
import { TakeBackEndDialog } from './take-back-end-dialog.tsx'
import { today } from './today.ts'

const isPlace = isOneOf(...CHEQUE_PLACES)

/** As many answers as one click takes back, with a receipt each. */
const MOST_TAKEN_BACK = 250

const HINTS: Readonly<Record<ChequePlace, string>> = {
  'in-hand': CHEQUES.pickHint,
  deposited: CHEQUES.pickDepositedHint,
  cleared: CHEQUES.pickAnsweredHint,
  bounced: CHEQUES.pickAnsweredHint,
}

/** The cheques of all sessions by where they are: to be taken to the bank, there, paid, bounced. */
export function ChequesPanel() {
  const { desk } = useOffice()
  const list = useRows('cheque.list', {})
  const [place, setPlace] = useKept<ChequePlace>('payments.cheques', 'in-hand', isPlace)
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const [depositing, setDepositing] = useState(false)
  const [bouncing, setBouncing] = useState<ChequeRow | null>(null)
  const [taking, setTaking] = useState<readonly ChequeRow[] | null>(null)
  const run = useRun()
  if (list.isError) return <ErrorState retry={() => void list.refetch()} />
  if (!list.data) return <Loading />
  const { cheques, deposits } = list.data
  const byPlace = Map.groupBy(cheques, placeOf)
  const rows = byPlace.get(place) ?? []
  const chosen = pickedAmong(rows, picked)
  const money = (some: readonly ChequeRow[]) => formatMoney(sumOf(some), desk.centre.currency)
  const whyNotTakeBack =
    chosen.length === 0
      ? CHEQUES.pickAnsweredHint
      : chosen.length > MOST_TAKEN_BACK
        ? CHEQUES.tooManyAnswers(MOST_TAKEN_BACK)
        : null
  const show = (one: ChequePlace) => {
    setPlace(one)
    setPicked(new Set())
  }
  const clear = async () => {
    const endedOn = today(desk)
    await run(
      chosen.map(({ id }) => ({ name: 'cheque.end', args: { paymentId: id, outcome: 'cleared', endedOn } })),
      (done) => {
        const [first] = refusalsOf(done)
        return first ? sayRefusal(first) : CHEQUES.clearDone(chosen.length)
      },
    )
    setPicked(new Set())
  }
  return (
    <>
      <div className="narrow">
        <fieldset className="chips" aria-label={CHEQUES.places}>
          {CHEQUE_PLACES.map((one) => (
            <Chip key={one} on={place === one} onPress={() => show(one)}>
              {CHEQUES.place[one]} <b>{formatCount(byPlace.get(one)?.length ?? 0)}</b>
            </Chip>
          ))}
        </fieldset>
        {rows.length > 0 ? (
          <div className="cheque-acts">
            <p role="status" className="sub">
              {chosen.length > 0 ? CHEQUES.picked(chosen.length, money(chosen)) : HINTS[place]}
            </p>
            {place === 'in-hand' ? (
              <Button
                tone="primary"
                reason={whyNotAllowed(desk, 'cheque.deposit') ?? (chosen.length === 0 ? CHEQUES.pickHint : null)}
                onPress={() => setDepositing(true)}
              >
                {CHEQUES.deposit}
              </Button>
            ) : null}
            {place === 'deposited' ? (
              <Button
                reason={whyNotAllowed(desk, 'cheque.end') ?? (chosen.length === 0 ? CHEQUES.pickDepositedHint : null)}
                onPress={() => void clear()}
              >
                {CHEQUES.clear}
              </Button>
            ) : null}
            {place === 'cleared' || place === 'bounced' ? (
              <Button
                reason={whyNotAllowed(desk, 'cheque-end.void') ?? whyNotTakeBack}
                onPress={() => setTaking(chosen)}
              >
                {CHEQUES.takeBack}
              </Button>
            ) : null}
          </div>
        ) : null}
      </div>
      {place === 'deposited' || place === 'cleared' ? <SlipList deposits={deposits} cheques={cheques} /> : null}
      <div className="card">
        {rows.length > 0 ? (
          <ChequeTable rows={rows} picked={picked} pick={setPicked} bounce={setBouncing} />
        ) : (
          <EmptyState icon="payments" {...CHEQUES.empty[place]} />
        )}
      </div>
      {depositing ? (
        <DepositDialog cheques={chosen} onClose={() => setDepositing(false)} onDeposited={() => setPicked(new Set())} />
      ) : null}
      {taking ? (
        <TakeBackEndDialog cheques={taking} onClose={() => setTaking(null)} onTakenBack={() => setPicked(new Set())} />
      ) : null}
      {bouncing ? <BounceDialog cheque={bouncing} onClose={() => setBouncing(null)} /> : null}
    </>
  )
}
