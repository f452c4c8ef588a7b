import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { STAFF } from '../../text/pages/siege.ts'
import { PageTitle } from '../frame/page-title.tsx'
import { Awaited } from '../frame/trouble.tsx'
import { OutcomeNotice } from './outcome-notice.tsx'
import type { Outcome } from './use-act.ts'

type SectionProps<T> = {
  title: string
  intro: string
  query: UseQueryResult<T>
  outcome?: Outcome | null
  children: (read: T) => ReactNode
}

/** A section: what it is for, what came of the last thing done, and what is in it once that is read. */
export function Section<T>({ title, intro, query, outcome = null, children }: SectionProps<T>) {
  return (
    <div className="stack">
      <PageTitle said={STAFF.said(title)}>{title}</PageTitle>
      <p className="muted">{intro}</p>
      <OutcomeNotice outcome={outcome} />
      {query.data === undefined ? (
        <Awaited error={query.error} retry={() => void query.refetch()} />
      ) : (
        children(query.data)
      )}
    </div>
  )
}
