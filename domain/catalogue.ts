import type { WorkingCalendar } from './calendar.ts'
import type { Centre, CentreSettings } from './shapes/catalogue.ts'

export type {
  Centre,
  CentreSettings,
  Device,
  Exam,
  ExamSession,
  Offering,
  Operator,
  Organisation,
  Sitting,
  Software,
} from './shapes/catalogue.ts'

export const ROLES = ['reader', 'secretary', 'manager'] as const
export type Role = (typeof ROLES)[number]

/** The calendar on which a centre's working days are counted. */
export function workingCalendar(centre: Centre, settings: CentreSettings): WorkingCalendar {
  const { goodFriday, boxingDay, closedDays, workedHolidays } = settings
  return { territory: centre.territory, goodFriday, boxingDay, closedDays, workedHolidays }
}
