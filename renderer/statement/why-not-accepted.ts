import type { StatementLine } from '../../contract/desk-statement.ts'
import { objectToDay } from '../../domain/commands/record-payment.ts'
import { sayRefusal } from '../../text/fr.ts'
import type { ReadyDesk } from '../frame/office.tsx'
import { whyNotAllowed } from '../frame/why-not-allowed.ts'

/** Why a line cannot be recorded here now, or null: the role, a day to come, a day too long ago. */
export function whyNotAccepted(desk: ReadyDesk, { bookedOn }: Pick<StatementLine, 'bookedOn'>): string | null {
  const notAllowed = whyNotAllowed(desk, 'payment.record')
  if (notAllowed) return notAllowed
  const wrongDay = objectToDay(bookedOn, desk.now, desk.centre)
  return wrongDay && sayRefusal(wrongDay)
}

/** Why these lines cannot be recorded together: the reason of the first that cannot; null when all can. */
export function whyNoneAccepted(desk: ReadyDesk, lines: readonly Pick<StatementLine, 'bookedOn'>[]): string | null {
  for (const line of lines) {
    const why = whyNotAccepted(desk, line)
    if (why) return why
  }
  return null
}
