import type { UnreadableLine } from '../../contract/desk-statement.ts'
import { formatCount } from '../../text/format.ts'
import { STATEMENT } from '../../text/screens/statement.ts'

/** The lines that could not be read, with their number in the file and what is in them. */
export function UnreadableTable({ lines }: { lines: readonly UnreadableLine[] }) {
  const { unreadableColumns: columns } = STATEMENT
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: nothing inside takes the focus, so the box itself must scroll by keyboard
    <section className="table-box" tabIndex={0} aria-label={STATEMENT.unreadableTable}>
      <table className="rows" aria-label={STATEMENT.unreadableTable}>
        <thead>
          <tr>
            <th scope="col">{columns.line}</th>
            <th scope="col">{columns.why}</th>
            <th scope="col">{columns.text}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ line, why, text }) => (
            <tr key={line}>
              <th scope="row">{formatCount(line)}</th>
              <td>
                {STATEMENT.why(why)}
                <div className="sub">{STATEMENT.whyMore(why)}</div>
              </td>
              <td className="bank-label">{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
