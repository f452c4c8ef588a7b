import { z } from 'zod'
import { CentreSettings } from '../catalogue.ts'
import { type Decision, decided, refused } from '../decision.ts'
import { LocalDateText } from '../shapes.ts'

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

export type SetClosedDaysFacts = { settings: CentreSettings }

const SWITCHES = ['goodFriday', 'boxingDay', 'deadlineReading'] as const
const LISTS = ['closedDays', 'workedHolidays'] as const
/** As many as a row holds. */
const MOST_DAYS = 400

/**
 * Changes the days on which the centre works and how the payment deadline is counted. Deadlines that run already stay as they are. What
 * two people add or take away is merged, and what is as asked already is no trouble: nobody disagrees. Refuses: not-valid (no change, one
 * that changes nothing, a day both added and taken away, more than 400 days), value-changed with the field when somebody changed a switch
 * otherwise meanwhile.
 */
export function decideSetClosedDays({ changes }: SetClosedDaysArgs, { settings }: SetClosedDaysFacts): Decision {
  const value = { ...settings }
  let asks = false
  for (const field of SWITCHES) {
    const asked = changes[field]
    if (!asked) continue
    if (asked.from === asked.to) return refused('not-valid', { field })
    if (asked.from !== settings[field] && asked.to !== settings[field]) return refused('value-changed', { field })
    Object.assign(value, { [field]: asked.to })
    asks = true
  }
  for (const field of LISTS) {
    const { added = [], removed = [] } = changes[field] ?? {}
    if (added.length + removed.length === 0) continue
    if (added.some((day) => removed.includes(day))) return refused('not-valid', { field })
    const kept = settings[field].filter((day) => !removed.includes(day))
    value[field] = [...new Set([...kept, ...added])].toSorted()
    if (value[field].length > MOST_DAYS) return refused('not-valid', { field })
    asks = true
  }
  return asks ? decided({ entity: 'centreSettings', value }) : refused('not-valid', { field: 'changes' })
}
