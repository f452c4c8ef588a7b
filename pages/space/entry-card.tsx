import { useState } from 'react'
import type { MyEntry, MyRequest } from '../../contract/candidate-pages.ts'
import { holdsSeat, isLive } from '../../domain/entry.ts'
import { Button } from '../../kit/button.tsx'
import { StatusTag } from '../../kit/status-tag.tsx'
import { sayModified } from '../../text/changes-of-request.ts'
import { formatDateTime, formatDayLong, formatMoney, NBSP } from '../../text/format.ts'
import { nextThing } from '../../text/pages/next-thing.ts'
import { ENTRY_WORDS, EVENT_WORDS, SPACE } from '../../text/pages/space.ts'
import { useHqNow } from '../hq-clock.ts'
import { ElsewhereList } from './elsewhere-list.tsx'
import { ENTRY_LOOKS } from './entry-look.ts'
import { ProposedSoftware } from './proposed-software.tsx'
import { WithdrawDialog } from './withdraw-dialog.tsx'

type EntryCardProps = {
  entry: MyEntry
  /** Id of the request's title: two requests may have the same exam. */
  requestTitle: string
  sessionId: string
  centre: MyRequest['centre']
  asOf: string
}

/** One exam: where it stands, what to do now and until when, and what happened so far. */
export function EntryCard({ entry, requestTitle, sessionId, centre, asOf }: EntryCardProps) {
  const now = useHqNow(asOf)
  const [withdrawing, setWithdrawing] = useState(false)
  const { examCode, examLabel, softwareNames, status, events } = entry
  const { tone, icon } = ENTRY_LOOKS[status]
  return (
    <section className="entry" aria-labelledby={`entry-${entry.id} ${requestTitle}`}>
      <div className="entry-head">
        <h4 id={`entry-${entry.id}`}>
          <span className="ex">{examCode}</span> {examLabel}
        </h4>
        <StatusTag tone={tone} icon={icon}>
          {ENTRY_WORDS[status]}
        </StatusTag>
      </div>
      {entry.proposed ? (
        <ProposedSoftware entry={entry} proposed={entry.proposed} />
      ) : (
        <div className={`next ${status === 'requested' ? 'calm' : tone}`}>
          {nextThing(entry, now, centre).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      )}
      <ElsewhereList entry={entry} sessionId={sessionId} />
      <ul className="facts">
        {(holdsSeat(status) ? entry.sittings : []).map(({ heldOn, startsAtLocal, room }) => (
          <li key={`${heldOn} ${startsAtLocal}`}>
            {SPACE.sitting(formatDayLong(heldOn), startsAtLocal.replace(':', `${NBSP}h${NBSP}`), room)}
          </li>
        ))}
        {isLive(status) || entry.paidAmount > 0 ? <li>{sayFee(entry)}</li> : null}
        {softwareNames.length > 0 ? <li>{SPACE.software(softwareNames.join(', '))}</li> : null}
      </ul>
      <h5>{SPACE.history}</h5>
      <ol className="timeline">
        {events.map(({ at, what, changed }) => (
          <li key={`${at} ${what}`}>
            <time dateTime={at}>{formatDateTime(at, centre.timeZone)}</time>
            <span>{changed ? sayModified(changed) : EVENT_WORDS[what]}</span>
          </li>
        ))}
      </ol>
      {entry.withdrawable ? (
        <div>
          <Button tone="danger" small label={SPACE.withdrawLabel(examCode)} onPress={() => setWithdrawing(true)}>
            {SPACE.withdraw}
          </Button>
        </div>
      ) : null}
      {withdrawing ? <WithdrawDialog entry={entry} onClose={() => setWithdrawing(false)} /> : null}
    </section>
  )
}

function sayFee({ feeAmount, paidAmount, currency }: MyEntry): string {
  const fee = formatMoney(feeAmount, currency)
  if (paidAmount <= 0) return SPACE.fee(fee)
  return paidAmount >= feeAmount ? SPACE.allPaid(fee) : SPACE.paid(formatMoney(paidAmount, currency), fee)
}
