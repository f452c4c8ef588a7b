import { z } from 'zod'
import { LocalDateText } from '../basic.ts'
import { CentreSettings } from '../catalogue.ts'

/** Two people may each add days: what is told is what was added and taken away, not the whole list. */
const Days = z.object({ added: z.array(LocalDateText).max(400), removed: z.array(LocalDateText).max(400) })
const change = <V extends z.ZodType>(value: V) => z.object({ from: value, to: value }).optional()
const { goodFriday, boxingDay, deadlineReading } = CentreSettings.shape

export const DayChanges = z.object({
  /** Days on which the centre is closed, besides week-ends and public holidays. */
  closedDays: Days.optional(),
  /** Public holidays on which it works. */
  workedHolidays: Days.optional(),
  /** « Droit local » of Alsace-Moselle, by centre: Good Friday and 26 December (C. trav. L.3134-13). */
  goodFriday: change(goodFriday),
  boxingDay: change(boxingDay),
  /** How « 72 heures ouvrées » are counted. */
  deadlineReading: change(deadlineReading),
})
export type DayChanges = z.infer<typeof DayChanges>

export const SetClosedDaysArgs = z.object({ changes: DayChanges })
export type SetClosedDaysArgs = z.infer<typeof SetClosedDaysArgs>
