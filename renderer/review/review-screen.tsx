import { FIRST_SYNC } from '../../text/screens/first-sync.ts'
import { REVIEW } from '../../text/screens/review.ts'
import { useRows } from '../api.ts'
import { useOffice } from '../frame/office.tsx'
import { HelpButton } from '../help/help-button.tsx'
import { EmptyState, ErrorState, Loading } from '../ui/empty-state.tsx'
import { ReviewCard } from './review-card.tsx'
import { type Settled, SettledCard } from './settled-card.tsx'
import { UnreadSection } from './unread-section.tsx'

/** À revoir: what HQ could not accept, what no longer fits, what it could not even read, until a person has dealt with it. */
export function ReviewScreen() {
  const { firstSync } = useOffice().desk.freshness
  const items = useRows('review.list', {})
  const unread = useRows('quarantine.list', {})
  if (items.isError || unread.isError)
    return <ErrorState retry={() => void Promise.all([items.refetch(), unread.refetch()])} />
  if (!items.data || !unread.data) return <Loading />
  const latestFirst = items.data.toSorted((a, b) => (a.judgedAt < b.judgedAt ? 1 : -1))
  const waiting = latestFirst.filter(({ settlement }) => settlement === null)
  const settled = latestFirst.filter((item): item is Settled => item.settlement !== null)
  return (
    <div className="review">
      <div className="head">
        <h1>{REVIEW.title}</h1>
        <HelpButton page="a-revoir" />
        {waiting.length > 0 || (unread.data.length === 0 && !firstSync) ? (
          <p>{REVIEW.summary(waiting.length)}</p>
        ) : null}
      </div>
      {waiting.length === 0 && unread.data.length === 0 ? (
        <div className="card">
          {firstSync ? (
            <EmptyState icon="clock" title={FIRST_SYNC.reviewTitle} text={FIRST_SYNC.reviewText} />
          ) : (
            <EmptyState icon="check" title={REVIEW.emptyTitle} text={REVIEW.emptyText} />
          )}
        </div>
      ) : null}
      {waiting.map((item) => (
        <ReviewCard key={item.id} item={item} />
      ))}
      {unread.data.length > 0 ? <UnreadSection actions={unread.data} /> : null}
      {settled.length > 0 ? (
        <details className="settled">
          <summary>{REVIEW.settled(settled.length)}</summary>
          {settled.map((item) => (
            <SettledCard key={item.id} item={item} />
          ))}
        </details>
      ) : null}
    </div>
  )
}
