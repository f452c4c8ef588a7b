import type { Closure } from '../domain/calendar.ts'
import type { Deadline, DeadlineStep } from '../domain/deadline.ts'
import { addDays, startOfDay } from '../domain/time.ts'
import { formatDay, formatDayOfMonth, formatTime, NBSP } from './format.ts'
import { HOLIDAY_NAMES } from './holiday-names.ts'

/** « mer. 25 nov. 24 h 00 » when it ends with its day, as reading B always does; « mer. 25 nov. 16 h 30 » otherwise. */
export function formatDeadline({ on, at, timeZone }: Pick<Deadline, 'on' | 'at'> & { timeZone: string }): string {
  const endsWithDay = at === startOfDay(addDays(on, 1), timeZone)
  return `${formatDay(on)} ${endsWithDay ? `24${NBSP}h${NBSP}00` : formatTime(at, timeZone)}`
}

/**
 * How it was counted, in order: « ven. 20 16 h 30 pré-validation », « sam. 21, dim. 22 exclus », « lun. 23 : 1 »…
 * Days excluded for the same reason share a line; a month is named where it changes. For a list, or joined with « ; ».
 */
export function formatDeadlineSteps(steps: readonly DeadlineStep[], timeZone: string): string[] {
  const lines: { days: string[]; saying: string }[] = []
  let month = steps[0]?.on.slice(0, 7)
  for (const step of steps) {
    const day = step.on.slice(0, 7) === month ? formatDayOfMonth(step.on) : formatDay(step.on)
    month = step.on.slice(0, 7)
    const saying = sayingOf(step, timeZone)
    const last = lines.at(-1)
    if (last?.saying === saying) last.days.push(day)
    else lines.push({ days: [day], saying })
  }
  return lines.map(
    ({ days, saying }) => `${days.join(', ')}${saying === EXCLUDED && days.length > 1 ? `${saying}s` : saying}`,
  )
}

const EXCLUDED = ' exclu'

function sayingOf(step: DeadlineStep, timeZone: string): string {
  if (step.kind === 'start') return ` ${formatTime(step.at, timeZone)} pré-validation`
  if (step.kind === 'counted') return `${NBSP}: ${step.day}`
  return exclusion(step.because)
}

function exclusion(because: Closure): string {
  if (because.kind === 'holiday') return ` férié (${HOLIDAY_NAMES[because.key]})`
  return because.kind === 'centre-closed' ? ' centre fermé' : EXCLUDED
}
