import type { RequestFilters } from '../../contract/desk-lists.ts'
import { Button } from '../../kit/button.tsx'
import { REQUESTS } from '../../text/screens/requests.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { narrowingsOf } from './list-look.ts'

/** Why the list is empty, and the way out where filters are why. */
export function NothingShown({ filters, showAll }: { filters: RequestFilters; showAll: () => void }) {
  const all = <Button onPress={showAll}>{REQUESTS.clearFilters}</Button>
  if (filters.text)
    return (
      <EmptyState icon="search" title={REQUESTS.noMatch(short(filters.text))} text={REQUESTS.noMatchText}>
        {all}
      </EmptyState>
    )
  if (narrowingsOf(filters).length > 0)
    return (
      <EmptyState icon="requests" title={REQUESTS.noneWithFilters} text={REQUESTS.emptyText.all}>
        {all}
      </EmptyState>
    )
  return (
    <EmptyState icon="requests" title={REQUESTS.emptyTitle[filters.state]} text={REQUESTS.emptyText[filters.state]} />
  )
}

/** A paste gone wrong is told by its beginning. */
function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60).toWellFormed()}…` : text
}
