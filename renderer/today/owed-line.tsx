import type { ReactNode } from 'react'
import type { TodayOwed } from '../../contract/desk-today.ts'
import { sayRefusal } from '../../text/fr.ts'
import { REQUESTS } from '../../text/screens/requests.ts'
import { sayReminder, TODAY } from '../../text/screens/today.ts'
import { api } from '../api.ts'
import { useOffice } from '../frame/office.tsx'
import { whyNotAllowed } from '../frame/why-not-allowed.ts'
import { useRemind } from '../requests/use-remind.ts'
import { refusalsOf, useRun } from '../run-click.ts'
import { ActButton, Line } from './line.tsx'
import type { Asked } from './today-dialog.tsx'
import type { Act } from './use-lines.ts'

type OwedLineProps = {
  /** Names it once in the whole screen. */
  id: string
  owed: TodayOwed
  gone: boolean
  ask: (asked: Asked) => void
  /** Under whose it is: what is owed, and why again. */
  children: ReactNode
}

/** Money that had come and is owed again: whose, to remind them, and « Encaisser… » when the other payment comes. */
export function OwedLine({ id, owed, gone, ask, children }: OwedLineProps) {
  const { payerName, requestId, candidateId, asked, withMail, phone, reminder } = owed
  const { desk, openCandidate } = useOffice()
  const remind = useRemind()
  const run = useRun()
  const { timeZone } = desk.centre
  const mayRemind = whyNotAllowed(desk, 'reminder.sent')
  const byMail = async () => {
    const requests = await api.call('request.rows', { requestIds: asked.map((one) => one.requestId) })
    await remind(requests, new Set(asked.flatMap(({ entryIds }) => entryIds)))
  }
  const [only] = asked
  const byPhone = () =>
    only &&
    void run([{ name: 'reminder.sent', args: { ...only, means: 'phone' } }], (done) => {
      const [first] = refusalsOf(done)
      return first ? sayRefusal(first) : REQUESTS.doneFor(TODAY.phoned, payerName)
    })
  const called: Act | undefined =
    phone && only
      ? { letter: 't', words: phone, about: TODAY.called(payerName), reason: mayRemind, run: byPhone }
      : undefined
  const acts: Act[] = [
    {
      ...{ letter: 'e', words: TODAY.collect, about: payerName, reason: whyNotAllowed(desk, 'payment.record') },
      run: () => ask({ kind: 'collect', requestId }),
    },
  ]
  if (only)
    acts.unshift({
      letter: 'r',
      words: TODAY.remind,
      about: payerName,
      reason: mayRemind ?? (withMail === 0 ? TODAY.noMail : null),
      run: () => void byMail(),
    })
  return (
    <Line id={id} acts={acts} more={called} open={() => openCandidate(candidateId)} gone={gone}>
      <p>
        <b>{payerName}</b>
      </p>
      <p className="sub">
        {children}
        {asked.length > 1 ? <> · {TODAY.candidates(asked.length)}</> : null}
        {reminder ? <> · {sayReminder(reminder, { now: desk.now, timeZone })}</> : null}
        {called ? (
          <>
            {' '}
            <ActButton act={called} tone="link" />
          </>
        ) : null}
      </p>
    </Line>
  )
}
