import type { ReviewRow } from '../../contract/desk.ts'
import { formatDayTime } from '../../text/format.ts'
import { REVIEW, sayDependent, sayReviewReason, sayStanding } from '../../text/screens/review.ts'
import { useOffice } from '../frame/office.tsx'

/** Who, when, where; why it does not hold; what stands all the same; what became of the actions that came with it. */
export function ReviewFacts({ item }: { item: ReviewRow }) {
  const { desk } = useOffice()
  const { candidateNames, examCodes, dependents, offeringLabel } = item
  return (
    <>
      {candidateNames.length + examCodes.length > 0 ? (
        <p>
          <b>{candidateNames.join(', ')}</b>{' '}
          {examCodes.map((code) => (
            <span key={code} className="ex">
              {code}
            </span>
          ))}
        </p>
      ) : null}
      <p className="sub">
        {REVIEW.done(item.operatorName, formatDayTime(item.doneAt, desk.centre.timeZone), item.deviceName)}
      </p>
      <dl>
        <dt>{REVIEW.why}</dt>
        <dd>{sayReviewReason(item, { offering: offeringLabel ?? undefined })}</dd>
        <dt>{REVIEW.stands}</dt>
        <dd>{sayStanding(item)}</dd>
        {dependents.length > 0 ? (
          <>
            <dt>{REVIEW.dependents}</dt>
            <dd>
              <ul>
                {dependents.map((dependent) => (
                  <li key={dependent.commandId}>{sayDependent(dependent)}</li>
                ))}
              </ul>
            </dd>
          </>
        ) : null}
      </dl>
    </>
  )
}
