import { useState } from 'react'
import type { OpenStatement, StatementColumns } from '../../contract/desk-statement.ts'
import { Button } from '../../kit/button.tsx'
import { Select } from '../../kit/select.tsx'
import { STATEMENT } from '../../text/screens/statement.ts'
import { type ChosenColumns, namesOf, settleColumns } from './columns-choice.ts'

const UNCHOSEN: ChosenColumns = { date: null, label: null, more: null, amount: null, sense: null }
const NEEDED = ['date', 'label', 'amount'] as const
const OPTIONAL = ['more', 'sense'] as const
const NONE = 'none'

type ColumnsStepProps = {
  file: OpenStatement
  /** What was chosen before, when it is looked at again. */
  columns: StatementColumns | null
  onRead: (columns: StatementColumns) => void
}

/** Asked once for each bank: which column is what, beside the first lines of the file as they are. */
export function ColumnsStep({ file, columns, onRead }: ColumnsStepProps) {
  const [chosen, setChosen] = useState<ChosenColumns>(columns ?? file.guess ?? UNCHOSEN)
  const names = namesOf(file)
  const settled = settleColumns(chosen)
  const roleOf = (place: number) => [...NEEDED, ...OPTIONAL].find((role) => chosen[role] === place)
  const places = names.map((name, place) => ({ value: String(place), label: name }))
  const pick = (role: keyof ChosenColumns, empty: string) => (
    <div className="role" key={role}>
      <span className="label" aria-hidden="true">
        {STATEMENT[role]}
      </span>
      <Select
        label={STATEMENT[role]}
        value={chosen[role] === null ? NONE : String(chosen[role])}
        options={[{ value: NONE, label: empty }, ...places]}
        onChange={(value) => setChosen((one) => ({ ...one, [role]: value === NONE ? null : Number(value) }))}
      />
    </div>
  )
  return (
    <section className="card columns-step" aria-labelledby="columns-title">
      <h2 id="columns-title">{STATEMENT.columnsTitle}</h2>
      <p className="muted">
        {file.guess ? STATEMENT.columnsKnown : STATEMENT.columnsUnknown} {STATEMENT.columnsText}
      </p>
      <div className="roles">
        {NEEDED.map((role) => pick(role, STATEMENT.toChoose))}
        {OPTIONAL.map((role) => pick(role, STATEMENT.noColumn))}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide file scrolls, by keyboard too */}
      <section className="table-box" tabIndex={0} aria-label={STATEMENT.samples}>
        <table className="rows samples" aria-label={STATEMENT.samples}>
          <thead>
            <tr>
              {names.map((name, place) => {
                const role = roleOf(place)
                return (
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns are told apart by their place alone
                  <th key={place} scope="col" className={role ? 'read' : ''}>
                    {name}
                    <small>{role ? STATEMENT[role] : '\u00a0'}</small>
                  </th>
                )
              })}
            </tr>
          </thead>
          <tbody>
            {file.samples.map((cells, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines of a file, which never change
              <tr key={at}>
                {names.map((_, place) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: as above
                  <td key={place} className={roleOf(place) ? 'read' : ''}>
                    {cells[place] ?? ''}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <div className="actions">
        <Button
          tone="primary"
          reason={'why' in settled ? settled.why : null}
          onPress={() => {
            if ('columns' in settled) onRead(settled.columns)
          }}
        >
          {STATEMENT.readNow}
        </Button>
      </div>
    </section>
  )
}
