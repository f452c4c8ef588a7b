import { REVIEW } from '../../text/screens/review.ts'
import { useRows } from '../api.ts'
import { EmptyState, ErrorState, Loading } from '../ui/empty-state.tsx'
import { ReviewCard } from './review-card.tsx'
import { type Settled, SettledCard } from './settled-card.tsx'

/** À revoir: what HQ could not accept or what no longer fits, until a person has dealt with it. */
export function ReviewScreen() {
  const items = useRows('review.list', {})
  if (items.isError) return <ErrorState retry={() => void items.refetch()} />
  if (!items.data) return <Loading />
  const latestFirst = items.data.toSorted((a, b) => (a.judgedAt < b.judgedAt ? 1 : -1))
  const waiting = latestFirst.filter(({ settlement }) => settlement === null)
  const settled = latestFirst.filter((item): item is Settled => item.settlement !== null)
  return (
    <div className="review">
      <div className="head">
        <h1>{REVIEW.title}</h1>
        <p>{REVIEW.summary(waiting.length)}</p>
      </div>
      {waiting.length === 0 ? (
        <div className="card">
          <EmptyState icon="check" title={REVIEW.emptyTitle} text={REVIEW.emptyText} />
        </div>
      ) : null}
      {waiting.map((item) => (
        <ReviewCard key={item.id} item={item} />
      ))}
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
