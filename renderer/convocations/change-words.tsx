import type { ConvocationRow } from '../../contract/desk-papers.ts'
import { sayConvocationChange } from '../../text/convocation-changes.ts'
import { CONVOCATIONS } from '../../text/screens/convocations.ts'

/** What has changed since a convocation was issued, a line each. */
export function ChangeWords({ row: { changes, examCodes } }: { row: Pick<ConvocationRow, 'changes' | 'examCodes'> }) {
  if (changes.length === 0) return <span>{CONVOCATIONS.unreadable}</span>
  const said = changes.map((change) => sayConvocationChange(change, examCodes.length > 1))
  return (
    <ul className="changes">
      {said.map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  )
}
