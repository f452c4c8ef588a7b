import { type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from 'react'
import type { WorkingCalendar } from '../../domain/calendar.ts'
import type { LocalDate } from '../../domain/time.ts'
import { IconButton } from '../../kit/button.tsx'
import { CLOSED_DAYS } from '../../text/screens/closed-days.ts'
import { MonthTable } from './month-table.tsx'
import { dayAfterKey, monthsOf } from './year-calendar.ts'

type YearTableProps = {
  year: number
  setYear: (year: number) => void
  today: LocalDate
  calendar: WorkingCalendar
  /** Null: the calendar is only read. `anchor`: where a period pressed with Shift begins. */
  press: ((on: LocalDate, anchor: LocalDate | null) => void) | null
}

/** A year at a glance: twelve months, one day of which has the keyboard. */
export function YearTable({ year, setYear, today, calendar, press }: YearTableProps) {
  const [active, setActive] = useState(today)
  const [anchor, setAnchor] = useState<LocalDate | null>(null)
  const box = useRef<HTMLDivElement>(null)
  const wantsFocus = useRef(false)
  const shown = active.startsWith(`${year}-`) ? active : `${year}-01-01`

  // The months around today, without touching anything.
  useEffect(() => {
    box.current?.querySelector(`[data-on="${today}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [today])
  // Another year may have to be drawn before its day can take the focus.
  useEffect(() => {
    if (!wantsFocus.current) return
    wantsFocus.current = false
    box.current?.querySelector<HTMLElement>(`[data-on="${shown}"]`)?.focus()
  }, [shown])

  const onKeyDown = (event: KeyboardEvent) => {
    const on = onOf(event)
    const next = on && !event.ctrlKey && !event.altKey && dayAfterKey(on, event.key)
    if (!next) return
    event.preventDefault()
    // Shift and the arrows stretch a period from where they began.
    setAnchor(event.shiftKey ? (anchor ?? on) : null)
    wantsFocus.current = true
    setYear(Number(next.slice(0, 4)))
    setActive(next)
  }
  const onClick = (event: MouseEvent) => {
    const on = onOf(event)
    if (!on || !press) return
    // Pressed by keyboard: what Shift and the arrows stretched is a period, whether Shift is still held or not.
    const byKeyboard = event.detail === 0
    press(on, event.shiftKey ? (anchor ?? active) : byKeyboard ? anchor : null)
    setActive(on)
    setAnchor(null)
  }
  return (
    <div className="year">
      <div className="year-head">
        <IconButton icon="previous" label={CLOSED_DAYS.previousYear} onPress={() => setYear(year - 1)} />
        <b aria-live="polite">{year}</b>
        <IconButton icon="next" label={CLOSED_DAYS.nextYear} onPress={() => setYear(year + 1)} />
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the days inside are buttons, this only hears of them */}
      <div ref={box} className="months" onKeyDown={onKeyDown} onClick={onClick}>
        {monthsOf(year, calendar).map((month) => (
          <MonthTable
            key={month.first}
            month={month}
            active={shown}
            today={today}
            period={anchor === null ? null : anchor < shown ? [anchor, shown] : [shown, anchor]}
            readOnly={press === null}
          />
        ))}
      </div>
    </div>
  )
}

function onOf(event: KeyboardEvent | MouseEvent): LocalDate | undefined {
  return (event.target as HTMLElement).closest<HTMLElement>('[data-on]')?.dataset.on
}
