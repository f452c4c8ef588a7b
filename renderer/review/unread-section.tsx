import type { QuarantineRow } from '../../contract/desk.ts'
import { StatusTag } from '../../kit/status-tag.tsx'
import { formatDayTime } from '../../text/format.ts'
import { REVIEW, sayUnread } from '../../text/screens/review.ts'
import { useOffice } from '../frame/office.tsx'

const SECTION = 'unread-actions'
/** Asked for before the screen was there. */
let wanted = false

/** Brings the section under the eye and the keyboard, at once or as soon as it is drawn. */
export function showUnread(): void {
  const section = document.getElementById(SECTION)
  if (section) section.focus()
  wanted = section === null
}

/** The actions that HQ could not read: kept on this PC, in sight, until someone has called. */
export function UnreadSection({ actions }: { actions: readonly QuarantineRow[] }) {
  const { desk } = useOffice()
  const drawn = (section: HTMLElement | null) => {
    if (!section || !wanted) return
    wanted = false
    section.focus()
  }
  return (
    <section id={SECTION} className="card unread" aria-labelledby="unread-title" tabIndex={-1} ref={drawn}>
      <header>
        <h2 id="unread-title">{REVIEW.unread}</h2>
        <p className="sub">{REVIEW.unreadText(actions.length)}</p>
      </header>
      <ul>
        {actions.map((action) => (
          <li key={action.commandId}>
            <div>
              <b>{sayUnread(action.name)}</b>
              {action.candidateNames.length > 0 ? `\u00a0: ${action.candidateNames.join(', ')}` : ''}
              <div className="sub">
                {REVIEW.unreadDone(action.operatorName, formatDayTime(action.doneAt, desk.centre.timeZone))}
              </div>
            </div>
            <StatusTag tone="stop" icon="alert">
              {REVIEW.unreadKept}
            </StatusTag>
          </li>
        ))}
      </ul>
    </section>
  )
}
