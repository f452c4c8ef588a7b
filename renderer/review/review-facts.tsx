import type { ReviewRow } from '../../contract/desk.ts'
import { formatDayTime, formatMoney } from '../../text/format.ts'
import { sayRefusal } from '../../text/fr.ts'
import { REVIEW, reviewHeadline } from '../../text/screens/review.ts'
import { useOffice } from '../frame/office.tsx'

/** Who, when, where; why it does not hold; what stands all the same; what fell with it. */
export function ReviewFacts({ item }: { item: ReviewRow }) {
  const { desk } = useOffice()
  const { candidateNames, examCodes, credit, dependents, offeringLabel } = item
  return (
    <>
      <p>
        <b>{candidateNames.join(', ')}</b>{' '}
        {examCodes.map((code) => (
          <span key={code} className="ex">
            {code}
          </span>
        ))}
      </p>
      <p className="sub">
        {REVIEW.done(item.operatorName, formatDayTime(item.doneAt, desk.centre.timeZone), item.deviceName)}
      </p>
      <dl>
        <dt>{REVIEW.why}</dt>
        <dd>{sayRefusal(item, { offering: offeringLabel ?? undefined })}</dd>
        <dt>{REVIEW.stands}</dt>
        <dd>
          {credit ? (
            <>
              {REVIEW.paymentStands(formatMoney(credit.amount, credit.currency))}{' '}
              {credit.receiptNumber ? REVIEW.receiptStands(credit.receiptNumber) : null}
            </>
          ) : (
            REVIEW.decisionFell
          )}
        </dd>
        {dependents.length > 0 ? (
          <>
            <dt>{REVIEW.dependents}</dt>
            <dd>
              <ul>
                {dependents.map((fallen) => (
                  <li key={fallen.commandId}>
                    {reviewHeadline(fallen.name, 'refused')}. {sayRefusal(fallen)}
                  </li>
                ))}
              </ul>
            </dd>
          </>
        ) : null}
      </dl>
    </>
  )
}
