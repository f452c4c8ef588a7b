import type { Today } from '../../contract/desk-today.ts'
import { formatDayLong } from '../../text/format.ts'
import { FIRST_SYNC } from '../../text/screens/first-sync.ts'
import { KEY_DATE_SENTENCES, TODAY } from '../../text/screens/today.ts'
import { useOffice } from '../frame/office.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { keyDates, nextDate } from './key-dates.ts'

/** A day with nothing to do, or a session nobody has asked for yet: said calmly, with what comes next. */
export function NothingWaits({ today }: { today: Today }) {
  const { desk } = useOffice()
  const next = nextDate(keyDates(today.dates, today.on, desk.centre.timeZone), today.on)
  const sentence = next ? TODAY.emptyNext(KEY_DATE_SENTENCES[next.kind], formatDayLong(next.on)) : ''
  if (desk.freshness.firstSync)
    return (
      <div className="card">
        <EmptyState icon="clock" title={FIRST_SYNC.underWay} text={TODAY.arriving} />
      </div>
    )
  return (
    <div className="card">
      {today.hasRequests ? (
        <EmptyState icon="check" title={TODAY.emptyTitle} text={`${TODAY.emptyText} ${sentence}`} />
      ) : (
        <EmptyState icon="today" title={TODAY.nobodyTitle} text={`${TODAY.nobodyText} ${sentence}`} />
      )}
    </div>
  )
}
