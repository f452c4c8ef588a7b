import { workingCalendar } from '../../domain/catalogue.ts'
import { type Deadline, paymentDeadline } from '../../domain/deadline.ts'
import { addSeconds, type Instant } from '../../domain/time.ts'
import type { ReadyDesk } from '../frame/office.tsx'

type Reckoning = Pick<ReadyDesk, 'centre' | 'settings'>

/** Until when a pre-validation of that instant is to be paid, by the centre's calendar; null when it leaves no working days. */
export function deadlineFrom(from: Instant, { centre, settings }: Reckoning): Deadline | null {
  const calendar = workingCalendar(centre, settings)
  return paymentDeadline({ from, timeZone: centre.timeZone, calendar, reading: settings.deadlineReading })
}

/** What HQ would fix if a pre-validation reached it now. */
export type ExpectedDeadline = Deadline & {
  /** Whether it may well turn out otherwise: this PC's clock is wrong, or HQ cannot be reached. */
  provisional: boolean
}

/** HQ counts from its own clock: this PC's is set right by how far ahead of it the last exchange found it. */
export function expectedDeadline(
  desk: Reckoning & Pick<ReadyDesk, 'now'> & { freshness: Pick<ReadyDesk['freshness'], 'clockAhead' | 'trouble'> },
): ExpectedDeadline | null {
  const { clockAhead, trouble } = desk.freshness
  const deadline = deadlineFrom(addSeconds(desk.now, -(clockAhead ?? 0)), desk)
  return deadline && { ...deadline, provisional: clockAhead !== null || trouble !== null }
}
