import { useState } from 'react'
import type { PaymentsToSave } from '../../contract/desk-money.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { Choices, TextField } from '../../kit/fields.tsx'
import { formatDate, formatDayFrom } from '../../text/format.ts'
import { MONEY } from '../../text/screens/money.ts'
import { PAYMENTS } from '../../text/screens/payments.ts'
import { useOffice } from '../frame/office.tsx'
import { HelpButton } from '../help/help-button.tsx'
import { today } from './today.ts'
import { parseTypedDate } from './typed-date.ts'
import { useSaveTable } from './use-save-table.ts'
import { type Days, monthBefore, monthOf } from './whole-months.ts'

type Which = 'session' | 'this-month' | 'last-month' | 'days'

/** Which payments to write down, and as what: the session's, or those of some days, whatever their session. */
export function SaveDialog({ onClose }: { onClose: () => void }) {
  const { desk, session } = useOffice()
  const now = today(desk)
  const months = { 'this-month': monthOf(now), 'last-month': monthBefore(now) }
  const [which, setWhich] = useState<Which>('session')
  const [typed, setTyped] = useState<Days>({
    from: formatDate(months['last-month'].from),
    to: formatDate(now),
  })
  const [as, setAs] = useState<PaymentsToSave['as']>('xlsx')
  const { save, busy } = useSaveTable()
  const from = parseTypedDate(typed.from, now)
  const to = parseTypedDate(typed.to, now)
  const unread = PAYMENTS.dateInvalid(formatDate(now))
  const backwards = from !== null && to !== null && to < from ? MONEY.daysBackwards : null
  const days = which === 'session' ? null : which === 'days' ? from && to && !backwards && { from, to } : months[which]

  const send = async () => {
    if (busy || (which !== 'session' && !days)) return
    const wanted = days ? { of: 'days' as const, ...days, as } : { of: 'session' as const, sessionId: session.id, as }
    if (await save(wanted)) onClose()
  }
  const monthWords = ({ from, to }: Days) => MONEY.daysAre(formatDate(from), formatDate(to))
  return (
    <Dialog
      title={MONEY.saveTitle}
      help={<HelpButton page="cheques" />}
      onClose={onClose}
      onEnter={() => void send()}
      footer={
        <>
          <Button onPress={onClose}>{PAYMENTS.back}</Button>
          <Button tone="primary" busy={busy} onPress={() => void send()}>
            {MONEY.saveNow}
          </Button>
        </>
      }
    >
      <Choices
        label={MONEY.saveWhich}
        value={which}
        options={[
          { value: 'session', label: <SaidWith words={MONEY.saveSession} what={session.label} /> },
          {
            value: 'this-month',
            label: <SaidWith words={MONEY.saveThisMonth} what={monthWords(months['this-month'])} />,
          },
          {
            value: 'last-month',
            label: <SaidWith words={MONEY.saveLastMonth} what={monthWords(months['last-month'])} />,
          },
          { value: 'days', label: <SaidWith words={MONEY.saveDays} what={MONEY.saveDaysHint} /> },
        ]}
        onChange={setWhich}
      />
      {which === 'days' ? (
        <div className="pair">
          <TextField
            numeric
            label={MONEY.saveFrom}
            value={typed.from}
            onChange={(text) => setTyped((one) => ({ ...one, from: text }))}
            hint={from ? formatDayFrom(from, now) : undefined}
            error={from === null ? unread : null}
          />
          <TextField
            numeric
            label={MONEY.saveTo}
            value={typed.to}
            onChange={(text) => setTyped((one) => ({ ...one, to: text }))}
            hint={to ? formatDayFrom(to, now) : undefined}
            error={to === null ? unread : backwards}
          />
        </div>
      ) : null}
      {which === 'session' ? null : <p className="muted">{MONEY.saveAllSessions}</p>}
      <Choices
        inline
        label={MONEY.saveKind}
        value={as}
        options={[
          { value: 'xlsx', label: MONEY.saveAs.xlsx },
          { value: 'csv', label: MONEY.saveAs.csv },
        ]}
        onChange={setAs}
      />
    </Dialog>
  )
}

function SaidWith({ words, what }: { words: string; what: string }) {
  return (
    <span>
      {words} <span className="sub">{what}</span>
    </span>
  )
}
