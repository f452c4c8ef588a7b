import type { ReviewRow } from '../../contract/desk.ts'
import { formatDayTime } from '../../text/format.ts'
import { REVIEW, reviewHeadline } from '../../text/screens/review.ts'
import { useOffice } from '../frame/office.tsx'
import { ReviewFacts } from './review-facts.tsx'

export type Settled = ReviewRow & { settlement: NonNullable<ReviewRow['settlement']> }

/** Something that was dealt with: by whom, when, what they wrote. It never disappears. */
export function SettledCard({ item }: { item: Settled }) {
  const { desk } = useOffice()
  const { choice, settledBy, settledAt, note } = item.settlement
  return (
    <article className="card to-review">
      <h3>{reviewHeadline(item)}</h3>
      <ReviewFacts item={item} />
      <p>
        <b>{REVIEW.settledBy(choice, settledBy, formatDayTime(settledAt, desk.centre.timeZone))}</b>
        {note ? `\u00a0: ${note}` : ''}
      </p>
    </article>
  )
}
