import type { RequestRow } from '../../contract/desk.ts'
import { StatusTag } from '../../kit/status-tag.tsx'
import { useOffice } from '../frame/office.tsx'
import { requestStates } from './entry-state.ts'

/** Where a request stands: one word when its exams go together, else one for each group of exams. */
export function StateTags({ request }: { request: RequestRow }) {
  const { desk } = useOffice()
  const states = requestStates(request.entries, desk.now)
  return (
    <div className="states">
      {states.map(({ tone, icon, word, entries }) => (
        <StatusTag key={entries[0]?.id} tone={tone} icon={icon}>
          {states.length > 1 ? `${entries.map(({ examCode }) => examCode).join(', ')}\u00a0: ${word}` : word}
        </StatusTag>
      ))}
    </div>
  )
}
