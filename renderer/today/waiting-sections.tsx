import type { Today } from '../../contract/desk-today.ts'
import { Button } from '../../kit/button.tsx'
import { sayOldest, TODAY } from '../../text/screens/today.ts'
import { useOffice } from '../frame/office.tsx'
import { BouncedLine } from './bounced-line.tsx'
import { DeadlineLine } from './deadline-line.tsx'
import { GroupLine, groupKey } from './group-line.tsx'
import { Section } from './line.tsx'
import { PayerLine } from './payer-line.tsx'
import { ReviewLine } from './review-line.tsx'
import type { Asked } from './today-dialog.tsx'
import type { Folded, TodayRows } from './use-today-rows.ts'
import { VoidedLine } from './voided-line.tsx'

type WaitingProps = { today: Today; rows: TodayRows; ask: (asked: Asked) => void }

/** What waits, in the order in which to do it. A kind of which there is nothing is not told. */
export function WaitingSections(props: WaitingProps) {
  return (
    <>
      <Reviews {...props} />
      <Deadlines {...props} />
      <Bounced {...props} />
      <Voided {...props} />
      <Requests {...props} />
      <Payers {...props} />
    </>
  )
}

function Reviews({ today: { reviews }, rows }: WaitingProps) {
  const { go } = useOffice()
  if (rows.reviews.length === 0 && reviews.unread === 0) return null
  return (
    <Section
      id="reviews"
      title={TODAY.reviews}
      aside={String(reviews.total + reviews.unread)}
      all={{ words: TODAY.allShort, go: () => go('review') }}
      foot={reviews.unread > 0 ? TODAY.unread(reviews.unread) : null}
    >
      {rows.reviews.map(({ row, gone }) => (
        <ReviewLine key={row.id} item={row} gone={gone} />
      ))}
    </Section>
  )
}

function Deadlines({ today: { deadlines }, rows, ask }: WaitingProps) {
  const { openRequests } = useOffice()
  const { total, remindedTotal } = deadlines
  if (rows.deadlines.length === 0 && remindedTotal === 0) return null
  const foot = <Fold rows={rows} kind="deadlines" words={TODAY.remindedToday(remindedTotal)} />
  // The list shows late ones apart.
  const seeAll = () =>
    openRequests(deadlines.rows[0]?.day === 'over' ? { state: 'overdue' } : { state: 'due', deadline: 'week' })
  return (
    <Section
      id="deadlines"
      title={TODAY.deadlines}
      aside={total > 0 ? String(total) : null}
      all={{ words: TODAY.allShort, go: seeAll }}
      foot={remindedTotal > 0 ? foot : null}
    >
      {rows.deadlines.map(({ row, gone }) => (
        <DeadlineLine key={row.request.id} deadline={row} gone={gone} ask={ask} />
      ))}
      {rows.reminded.map((row) => (
        <DeadlineLine key={row.request.id} deadline={row} gone={false} ask={ask} />
      ))}
    </Section>
  )
}

/** Unfolds those reminded today, who wait for somebody else now. */
function Fold({ rows, kind, words }: { rows: TodayRows; kind: Folded; words: string }) {
  return (
    <Button tone="link" small expanded={rows.isUnfolded(kind)} onPress={() => rows.fold(kind)}>
      {words}
    </Button>
  )
}

function Bounced({ today: { bounced }, rows, ask }: WaitingProps) {
  const { go } = useOffice()
  const { total, remindedTotal } = bounced
  if (rows.bounced.length === 0 && remindedTotal === 0) return null
  return (
    <Section
      id="bounced"
      title={TODAY.bounced}
      aside={total > 0 ? String(total) : null}
      all={{ words: TODAY.allShort, go: () => go('payments') }}
      foot={remindedTotal > 0 ? <Fold rows={rows} kind="bounced" words={TODAY.remindedLines(remindedTotal)} /> : null}
    >
      {rows.bounced.map(({ row, gone }) => (
        <BouncedLine key={row.paymentId} bounced={row} gone={gone} ask={ask} />
      ))}
      {rows.bouncedReminded.map((row) => (
        <BouncedLine key={row.paymentId} bounced={row} gone={false} ask={ask} />
      ))}
    </Section>
  )
}

function Voided({ today: { voided }, rows, ask }: WaitingProps) {
  const { go } = useOffice()
  const { total, remindedTotal } = voided
  if (rows.voided.length === 0 && remindedTotal === 0) return null
  return (
    <Section
      id="voided"
      title={TODAY.voided}
      aside={total > 0 ? String(total) : null}
      all={{ words: TODAY.allShort, go: () => go('payments') }}
      foot={remindedTotal > 0 ? <Fold rows={rows} kind="voided" words={TODAY.remindedLines(remindedTotal)} /> : null}
    >
      {rows.voided.map(({ row, gone }) => (
        <VoidedLine key={row.paymentId} voided={row} gone={gone} ask={ask} />
      ))}
      {rows.voidedReminded.map((row) => (
        <VoidedLine key={row.paymentId} voided={row} gone={false} ask={ask} />
      ))}
    </Section>
  )
}

function Requests({ today: { requests }, rows, ask }: WaitingProps) {
  const { desk, openRequests } = useOffice()
  if (rows.groups.length === 0) return null
  const { total, oldestReceivedAt } = requests
  const moment = { now: desk.now, timeZone: desk.centre.timeZone }
  const age = oldestReceivedAt ? sayOldest(oldestReceivedAt, total, moment) : null
  return (
    <Section
      id="requests"
      title={TODAY.requests}
      aside={age ? `${total}, ${age}` : null}
      all={{ words: TODAY.open, go: () => openRequests({ state: 'waiting' }) }}
    >
      {rows.groups.map(({ row, gone }) => (
        <GroupLine key={groupKey(row)} group={row} gone={gone} ask={ask} />
      ))}
    </Section>
  )
}

function Payers({ today: { payers }, rows, ask }: WaitingProps) {
  const { go } = useOffice()
  if (rows.payers.length === 0) return null
  return (
    <Section
      id="payers"
      title={TODAY.payers}
      aside={String(payers.total)}
      all={{ words: TODAY.allPayers, go: () => go('payments') }}
    >
      {rows.payers.map(({ row, gone }) => (
        <PayerLine key={row.organisationId} payer={row} gone={gone} ask={ask} />
      ))}
    </Section>
  )
}
