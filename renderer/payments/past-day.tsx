import { useState } from 'react'
import type { LocalDate } from '../../domain/time.ts'
import { TextField } from '../../kit/fields.tsx'
import { formatDate, formatDayFrom } from '../../text/format.ts'
import { sayRefusal } from '../../text/fr.ts'
import { PAYMENTS } from '../../text/screens/payments.ts'
import { useOffice } from '../frame/office.tsx'
import { today } from './today.ts'
import { parseTypedDate } from './typed-date.ts'

/** A day on which something has happened, as it is typed. `on`: null while it cannot be read. */
export type PastDay = {
  text: string
  type: (text: string) => void
  on: LocalDate | null
  wrong: string | null
  today: LocalDate
}

/** A day that is typed, today at first: none to come. */
export function usePastDay(): PastDay {
  const now = today(useOffice().desk)
  const [text, type] = useState(formatDate(now))
  const on = parseTypedDate(text, now)
  const inFuture = on !== null && on > now ? sayRefusal({ code: 'date-in-future' }) : null
  const wrong = on === null ? PAYMENTS.dateInvalid(formatDate(now)) : inFuture
  return { text, type, on, wrong, today: now }
}

/** The field in which it is typed: which day of the week it is, or what is wrong with it. */
export function PastDayField({ label, day }: { label: string; day: PastDay }) {
  const { text, type, on, wrong } = day
  const hint = on ? formatDayFrom(on, day.today) : undefined
  return <TextField numeric label={label} value={text} onChange={type} hint={hint} error={wrong} />
}
