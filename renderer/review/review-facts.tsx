import { Fragment } from 'react'
import type { ReviewRow } from '../../contract/desk.ts'
import { freeSeats } from '../../domain/seats.ts'
import { StatusTag } from '../../kit/status-tag.tsx'
import { formatDayTime, formatLastingMoment } from '../../text/format.ts'
import { formatDeadline } from '../../text/format-deadline.ts'
import { isUndelivered, REVIEW, sayDependent, sayReviewReason, sayStanding } from '../../text/screens/review.ts'
import { CandidateLink } from '../candidate/candidate-link.tsx'
import { type ReadyDesk, useOffice } from '../frame/office.tsx'
import { requestStates } from '../requests/entry-state.ts'
import type { Subject } from './review-actions.ts'

/**
 * Who, when, where; why it does not hold; what stands all the same; what became of the actions that came with it.
 * @param subject what it is about, when its present state is to be told too
 */
export function ReviewFacts({ item, subject }: { item: ReviewRow; subject?: Subject | null }) {
  const { desk } = useOffice()
  const { timeZone } = desk.centre
  const { candidateNames, candidateIds, contact, examCodes, dependents, offeringLabel } = item
  const when = (instant: string) => formatLastingMoment(instant, desk.now, timeZone)
  return (
    <>
      {candidateNames.length + examCodes.length > 0 ? (
        <p>
          {candidateIds.map((id, index) => (
            <Fragment key={id}>
              {index > 0 ? ', ' : ''}
              <b>
                <CandidateLink candidateId={id} name={candidateNames[index] ?? ''} />
              </b>
            </Fragment>
          ))}{' '}
          {examCodes.map((code) => (
            <span key={code} className="ex">
              {code}
            </span>
          ))}
        </p>
      ) : null}
      <p className="sub">
        {item.kind === 'notice'
          ? REVIEW.noticed(formatDayTime(item.judgedAt, timeZone))
          : REVIEW.done(item.operatorName, formatDayTime(item.doneAt, timeZone), item.deviceName)}
      </p>
      <dl>
        {contact ? (
          <>
            <dt>{REVIEW.phone}</dt>
            <dd>{contact.phone}</dd>
          </>
        ) : null}
        {contact?.email && isUndelivered(item) ? (
          <>
            <dt>{REVIEW.mail}</dt>
            <dd>{contact.email}</dd>
          </>
        ) : null}
        <dt>{REVIEW.why}</dt>
        <dd>{sayReviewReason(item, { offering: offeringLabel ?? undefined, when })}</dd>
        <dt>{REVIEW.stands}</dt>
        <dd>{sayStanding(item)}</dd>
        {dependents.length > 0 ? (
          <>
            <dt>{REVIEW.dependents}</dt>
            <dd>
              <ul>
                {dependents.map((dependent) => (
                  <li key={dependent.commandId}>{sayDependent(dependent, item.name)}</li>
                ))}
              </ul>
            </dd>
          </>
        ) : null}
        {item.name === 'device.renew' && subject && desk.series ? (
          <>
            <dt>{REVIEW.nowLabel}</dt>
            <dd>{item.detail?.newSeries === desk.series ? REVIEW.thisPc(desk.series) : REVIEW.otherPc(desk.series)}</dd>
          </>
        ) : null}
        {subject ? <Now item={item} subject={subject} desk={desk} /> : null}
      </dl>
    </>
  )
}

/** How it stands here at this moment: the entries, and the seats when they were what was missing. */
function Now({ item, subject, desk }: { item: ReviewRow; subject: Subject; desk: ReadyDesk }) {
  const entries = subject.request?.entries.filter(({ id }) => item.entryIds.includes(id)) ?? []
  const offering = subject.seats.offerings.get(String(item.detail?.offeringId))
  if (entries.length === 0) return null
  // That none is free is said beside the button that needs one.
  const free = offering?.open ? freeSeats(offering.seats, offering.used) : 0
  const states = requestStates(entries, desk.now)
  const { timeZone } = desk.centre
  const deadlines = entries.flatMap(({ status, deadlineOn: on, deadlineAt: at }) =>
    status === 'prevalidated' && on && at ? formatDeadline({ on, at, timeZone }) : [],
  )
  return (
    <>
      {isUndelivered(item) && deadlines.length > 0 ? (
        <>
          <dt>{REVIEW.toPayBefore}</dt>
          <dd>{[...new Set(deadlines)].join(', ')}</dd>
        </>
      ) : null}
      <dt>{REVIEW.nowLabel}</dt>
      <dd className="states">
        {states.map(({ tone, icon, word, entries: alike }) => (
          <StatusTag key={alike[0]?.id} tone={tone} icon={icon}>
            {states.length > 1 ? `${alike.map(({ examCode }) => examCode).join(', ')}\u00a0: ${word}` : word}
          </StatusTag>
        ))}
        {item.code === 'no-seat-left' && offering && free > 0 ? (
          <span>{REVIEW.seatsNow(free, offering.seats, item.offeringLabel ?? offering.examCode)}</span>
        ) : null}
      </dd>
    </>
  )
}
