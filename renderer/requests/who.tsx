import type { ReactNode } from 'react'
import type { EntryRow, RequestRow } from '../../contract/desk.ts'
import { fullName } from '../../domain/candidate.ts'

type WhoProps = {
  request: RequestRow
  /** The exams that it is about. */
  entries: readonly EntryRow[]
  children?: ReactNode
}

/** One person of a list in a dialog, with the exams that are meant. */
export function Who({ request, entries, children }: WhoProps) {
  return (
    <li>
      <b>{fullName(request.candidate)}</b>{' '}
      {entries.map(({ id, examCode }) => (
        <span key={id} className="ex">
          {examCode}
        </span>
      ))}
      {children}
    </li>
  )
}
