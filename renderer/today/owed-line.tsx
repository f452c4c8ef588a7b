import type { ReactNode } from 'react'
import type { TodayBounced } from '../../contract/desk-today.ts'
import { TODAY } from '../../text/screens/today.ts'
import { useOffice } from '../frame/office.tsx'
import { whyNotAllowed } from '../frame/why-not-allowed.ts'
import { Line } from './line.tsx'
import type { Asked } from './today-dialog.tsx'

type OwedLineProps = {
  /** Names it once in the whole screen. */
  id: string
  owed: Pick<TodayBounced, 'payerName' | 'requestId' | 'candidateId'>
  gone: boolean
  ask: (asked: Asked) => void
  /** Under whose it is: what is owed, and why again. */
  children: ReactNode
}

/** Money that had come and is owed again: whose, and « Encaisser… » when the other payment comes. */
export function OwedLine({ id, owed: { payerName, requestId, candidateId }, gone, ask, children }: OwedLineProps) {
  const { desk, openCandidate } = useOffice()
  return (
    <Line
      id={id}
      acts={[
        {
          letter: 'e',
          words: TODAY.collect,
          about: payerName,
          reason: whyNotAllowed(desk, 'payment.record'),
          run: () => ask({ kind: 'collect', requestId }),
        },
      ]}
      open={() => openCandidate(candidateId)}
      gone={gone}
    >
      <p>
        <b>{payerName}</b>
      </p>
      <p className="sub">{children}</p>
    </Line>
  )
}
