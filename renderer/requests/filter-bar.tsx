import type { OfferingRow } from '../../contract/desk.ts'
import { Chip } from '../../kit/chip.tsx'
import { Select } from '../../kit/select.tsx'
import { formatCount } from '../../text/format.ts'
import { REQUESTS } from '../../text/screens/requests.ts'
import { ANY, FILTERS, type Filter, type Filters } from './request-filters.ts'

type FilterBarProps = {
  filters: Filters
  counts: Readonly<Record<Filter, number>>
  offerings: readonly OfferingRow[]
  choose: (change: Partial<Omit<Filters, 'text'>>) => void
}

/** Which requests are shown: by state with their counts, by exam, by software. */
export function FilterBar({ filters, counts, offerings, choose }: FilterBarProps) {
  const exams = [...new Set(offerings.map(({ examCode }) => examCode))].toSorted()
  const software = [...new Set(offerings.flatMap((offering) => offering.software))].toSorted()
  const options = (any: string, values: readonly string[]) => [
    { value: ANY, label: any },
    ...values.map((value) => ({ value, label: value })),
  ]
  return (
    <fieldset className="chips" aria-label={REQUESTS.filters}>
      {FILTERS.map((state) => (
        <Chip
          key={state}
          on={filters.state === state && !(state === 'all' && filters.unchecked)}
          // « Toutes » means all of them: it ends the other filter, which lies elsewhere on the screen.
          onPress={() => choose(state === 'all' ? { state, unchecked: false } : { state })}
        >
          {REQUESTS.filter[state]} <b>{formatCount(counts[state])}</b>
        </Chip>
      ))}
      <Select
        chip
        shown
        label={REQUESTS.exam}
        value={filters.exam}
        lit={filters.exam !== ANY}
        options={options(REQUESTS.anyExam, exams)}
        onChange={(exam) => choose({ exam })}
      />
      <Select
        chip
        shown
        label={REQUESTS.software}
        value={filters.software}
        lit={filters.software !== ANY}
        options={options(REQUESTS.anySoftware, software)}
        onChange={(one) => choose({ software: one })}
      />
    </fieldset>
  )
}
