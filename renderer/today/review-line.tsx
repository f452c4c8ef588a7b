import { useState } from 'react'
import type { TodayReview } from '../../contract/desk-today.ts'
import { formatLastingMoment } from '../../text/format.ts'
import { reviewHeadline, sayReviewReason } from '../../text/screens/review.ts'
import { TODAY } from '../../text/screens/today.ts'
import { useOffice } from '../frame/office.tsx'
import { actionsFor } from '../review/review-actions.ts'
import { ReviewDialogs } from '../review/review-dialogs.tsx'
import { type Asking, useReviewAct, wordsOfAction } from '../review/use-review-act.ts'
import { useReviewSubject } from '../review/use-review-subject.ts'
import { useSettle } from '../review/use-settle.ts'
import { Line } from './line.tsx'
import type { Act } from './use-lines.ts'

/** As many of what can be done about a point as stand on its line: the first, and one way out. */
const MOST_ACTS = 2

/** A point to review, in words, with the likeliest thing to do about it. */
export function ReviewLine({ item, gone }: { item: TodayReview; gone: boolean }) {
  const { desk, go, openRequest } = useOffice()
  const settling = useSettle(item)
  const subject = useReviewSubject(item)
  const [asking, setAsking] = useState<Asking | null>(null)
  const act = useReviewAct(settling, setAsking)
  const names = item.candidateNames.join(', ')
  // Those that can be done now: why another cannot stands in À revoir.
  const likeliest = (subject ? actionsFor(item, subject, desk) : []).toSorted(
    (a, b) => Number(a.reason !== null) - Number(b.reason !== null),
  )
  const actions = likeliest.slice(0, MOST_ACTS)
  const acts = actions.map(
    (action, index): Act => ({
      letter: index === 0 ? 'v' : action.kind === 'refuse' ? 'x' : null,
      words: wordsOfAction(action),
      about: names,
      final: true,
      reason: action.reason,
      run: () => settling.busy || act(action),
    }),
  )
  const seeIt: Act = {
    ...{ letter: 'v', words: TODAY.seeReview, reason: null },
    about: names,
    run: () => go('review'),
  }
  const { requestId } = item
  const open = () => (requestId ? openRequest(requestId, subject?.request?.sessionId) : go('review'))
  const why = sayReviewReason(item, {
    offering: item.offeringLabel ?? undefined,
    when: (instant) => formatLastingMoment(instant, desk.now, desk.centre.timeZone),
  })
  return (
    <>
      <Line id={`review-${item.id}`} acts={actions.length > 0 ? acts : [seeIt]} open={open} gone={gone}>
        <p>
          <b>{names || reviewHeadline(item)}</b>{' '}
          {item.examCodes.map((code) => (
            <span key={code} className="ex">
              {code}
            </span>
          ))}
        </p>
        <p className="sub">
          {names ? `${reviewHeadline(item)}. ` : ''}
          {why}
        </p>
      </Line>
      <ReviewDialogs name={item.name} asking={asking} settling={settling} close={() => setAsking(null)} />
    </>
  )
}
