import type { TodayPayer } from '../../contract/desk-today.ts'
import { sayPayer, TODAY } from '../../text/screens/today.ts'
import { useOffice } from '../frame/office.tsx'
import { whyNotAllowed } from '../frame/why-not-allowed.ts'
import { Line } from './line.tsx'
import type { Asked } from './today-dialog.tsx'

type PayerLineProps = { payer: TodayPayer; gone: boolean; ask: (asked: Asked) => void }

/** An organisation that said that it pays: to take its payment when it comes. */
export function PayerLine({ payer, gone, ask }: PayerLineProps) {
  const { desk, openRequests } = useOffice()
  const { organisationId, name, requestId } = payer
  return (
    <Line
      id={`payer-${organisationId}`}
      acts={[
        {
          letter: 'e',
          words: TODAY.collect,
          about: name,
          reason: whyNotAllowed(desk, 'payment.record'),
          run: () => ask({ kind: 'collect-all', requestId }),
        },
      ]}
      open={() => openRequests({ state: 'due', payer: organisationId })}
      gone={gone}
    >
      <p>
        <b>{name}</b>
      </p>
      <p className="sub">{sayPayer(payer, desk.centre.timeZone)}</p>
    </Line>
  )
}
