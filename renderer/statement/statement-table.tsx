import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import type { StatementLine } from '../../contract/desk-statement.ts'
import { STATEMENT } from '../../text/screens/statement.ts'
import { StatementRow } from './statement-row.tsx'

type StatementTableProps = {
  rows: readonly StatementLine[]
  busy: boolean
  accept: (line: StatementLine) => void
  pick: (line: StatementLine) => void
  /** Keys of the lines to be answered together. */
  ticked: ReadonlySet<string>
  tick: (keys: ReadonlySet<string>) => void
}

/** The lines of a statement. ↑ ↓ go from one to the other, Espace ticks, Entrée answers; once a line is dealt with the next one has the focus. */
export function StatementTable({ rows, busy, accept, pick, ticked, tick }: StatementTableProps) {
  const body = useRef<HTMLTableSectionElement>(null)
  const [at, setAt] = useState(0)
  const held = useRef(false)
  const current = Math.min(at, rows.length - 1)
  const focus = (index: number) => body.current?.querySelectorAll<HTMLElement>(':scope > tr')[index]?.focus()
  const { columns } = STATEMENT
  const proposed = rows.flatMap(({ key, state }) => (state === 'proposed' ? key : []))

  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever lines come or go
  useLayoutEffect(() => {
    // The line that had the focus has gone, and the focus with it.
    if (held.current && document.activeElement === document.body) focus(current)
  }, [rows, current])

  const toggle = (key: string, on: boolean) => {
    const others = [...ticked].filter((one) => one !== key)
    tick(new Set(on ? [...others, key] : others))
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const line = rows[current]
    const isRow = (event.target as HTMLElement).tagName === 'TR'
    if (event.altKey || event.ctrlKey || event.metaKey || !line) return
    if (event.key === 'ArrowDown') focus(Math.min(current + 1, rows.length - 1))
    else if (event.key === 'ArrowUp') focus(Math.max(current - 1, 0))
    else if (event.key === ' ' && isRow) {
      if (line.state === 'proposed') toggle(line.key, !ticked.has(line.key))
    } else if (event.key === 'Enter' && isRow) line.state === 'proposed' ? accept(line) : pick(line)
    else return
    event.preventDefault()
  }

  return (
    <div className="table-box">
      <table className="rows statement-rows" aria-label={STATEMENT.table}>
        <thead>
          <tr>
            <th scope="col" className="pick-cell">
              {proposed.length > 0 ? (
                <input
                  type="checkbox"
                  className="box"
                  aria-label={STATEMENT.tickAll}
                  checked={proposed.every((key) => ticked.has(key))}
                  onChange={({ target }) => tick(new Set(target.checked ? proposed : []))}
                />
              ) : (
                <span className="visually-hidden">{columns.ticked}</span>
              )}
            </th>
            <th scope="col">{columns.bookedOn}</th>
            <th scope="col">{columns.label}</th>
            <th scope="col" className="num">
              {columns.amount}
            </th>
            <th scope="col">{columns.from}</th>
            <th scope="col">{columns.state}</th>
            <th scope="col">
              <span className="visually-hidden">{columns.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody
          ref={body}
          onKeyDown={onKeyDown}
          onFocus={(event) => {
            held.current = true
            const row = (event.target as HTMLElement).closest('tr')
            if (row?.parentElement === body.current) setAt(row.sectionRowIndex)
          }}
          onBlur={(event) => {
            // To another place, and not because the line went.
            if (event.relatedTarget && !body.current?.contains(event.relatedTarget)) held.current = false
          }}
        >
          {rows.map((line, index) => (
            <StatementRow
              key={line.key}
              line={line}
              reached={index === current}
              busy={busy}
              accept={() => accept(line)}
              pick={() => pick(line)}
              ticked={ticked.has(line.key)}
              tick={(on) => toggle(line.key, on)}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}
