import type { CentreSettings } from '../catalogue.ts'
import { type Decision, decided, refused } from '../decision.ts'
import type { SetClosedDaysArgs } from '../shapes/commands/set-closed-days.ts'

export type { DayChanges } from '../shapes/commands/set-closed-days.ts'

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
