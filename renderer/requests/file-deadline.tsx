import { useState } from 'react'
import type { EntryRow } from '../../contract/desk.ts'
import { dueOf, isLate } from '../../domain/entry-groups.ts'
import { Button } from '../../kit/button.tsx'
import { StatusTag } from '../../kit/status-tag.tsx'
import { formatDeadline, formatDeadlineSteps } from '../../text/format-deadline.ts'
import { FILE } from '../../text/screens/request-file.ts'
import { useOffice } from '../frame/office.tsx'
import { HelpButton } from '../help/help-button.tsx'
import { isProvisional } from './entry-state.ts'
import { deadlineFrom, expectedDeadline } from './expected-deadline.ts'

/** Until when it would have to be paid if it were pre-validated now, and how that is counted. */
export function DeadlinePreview() {
  const { desk } = useOffice()
  const deadline = expectedDeadline(desk)
  if (!deadline) return null
  const { timeZone } = desk.centre
  return (
    <p className="sub preview">
      {FILE.ifNow} <b>{formatDeadline({ ...deadline, timeZone })}</b> <HelpButton page="delai-de-reglement" />
      <br />
      {formatDeadlineSteps(deadline.steps, timeZone).slice(1).join(' · ')}
      {deadline.provisional ? (
        <>
          <br />
          {FILE.provisional}
        </>
      ) : null}
    </p>
  )
}

/** Until when a pre-validated exam must be paid; « Détailler » unfolds the count, line by line. */
export function EntryDeadline({ entry }: { entry: EntryRow }) {
  const { desk } = useOffice()
  const [unfolded, setUnfolded] = useState(false)
  const { deadlineOn, deadlineAt, prevalidatedAt } = entry
  if (!deadlineOn || !deadlineAt || !prevalidatedAt) return null
  if (dueOf(entry) === 0) return <p className="due-line">{FILE.paidToConfirm}</p>
  const { timeZone } = desk.centre
  const overdue = isLate(entry, desk.now)
  // What HQ fixed is never counted again: the steps are shown only while they lead to the same day.
  const counted = deadlineFrom(prevalidatedAt, desk)
  const asCounted = counted?.at === deadlineAt
  const steps = asCounted ? formatDeadlineSteps(counted.steps, timeZone) : []
  return (
    <div className="due-line">
      <p>
        {overdue ? FILE.overdueSince : FILE.toPayBefore}
        <br />
        <b className={overdue ? 'no' : ''}>{formatDeadline({ on: deadlineOn, at: deadlineAt, timeZone })}</b>{' '}
        {asCounted ? FILE.hours : null} <HelpButton page="delai-de-reglement" />
      </p>
      {entry.chequeAnnouncedAt !== null ? (
        <StatusTag tone="wait" icon="payments">
          {FILE.chequeAnnounced}
        </StatusTag>
      ) : null}
      {isProvisional(entry) ? <p className="sub">{FILE.provisional}</p> : null}
      {steps.length > 0 ? (
        <Button tone="link" small expanded={unfolded} onPress={() => setUnfolded((one) => !one)}>
          {unfolded ? FILE.hideDetail : FILE.detail}
        </Button>
      ) : null}
      {unfolded ? (
        <ol className="steps">
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      ) : null}
    </div>
  )
}
