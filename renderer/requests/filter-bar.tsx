import { useState } from 'react'
import type { OfferingRow } from '../../contract/desk.ts'
import { DEADLINE_SPANS, type DeadlineSpan } from '../../domain/deadline-span.ts'
import { REQUEST_GROUPS, type RequestGroup } from '../../domain/entry-groups.ts'
import { Button } from '../../kit/button.tsx'
import { Chip } from '../../kit/chip.tsx'
import { FilterChip } from '../../kit/filter-chip.tsx'
import { Icon } from '../../kit/icons.tsx'
import { MenuButton } from '../../kit/menu-button.tsx'
import { formatCount } from '../../text/format.ts'
import { DATA_CHECK } from '../../text/screens/data-check.ts'
import { REQUESTS } from '../../text/screens/requests.ts'
import { type ChosenFilters, NARROWINGS, type Narrowing, narrowingsOf, without } from './list-look.ts'

export const FILTERS = [...REQUEST_GROUPS, 'all'] as const
export type Filter = RequestGroup | 'all'

/** No value of a filter may be this: it stands for none. */
const ANY = '*'
/** Always in sight, as they are used most. */
const STANDING: readonly Narrowing[] = ['exam', 'software']

type FilterBarProps = {
  filters: ChosenFilters
  counts: Readonly<Record<Filter, number>>
  unchecked: number
  offerings: readonly OfferingRow[]
  payers: readonly { id: string; name: string }[]
  choose: (change: Partial<ChosenFilters>) => void
  /** Ends all filters but the state, the words typed too. */
  clear: () => void
  /** Whether words narrow the list too. */
  searching: boolean
}

/** Which requests are shown: by state with their counts, by exam, by software, and by what else was asked for. */
export function FilterBar(props: FilterBarProps) {
  const { filters, counts, unchecked, offerings, payers, choose, clear, searching } = props
  const [added, setAdded] = useState<Narrowing | null>(null)
  const on = narrowingsOf(filters)
  const shown = NARROWINGS.filter((one) => one === added || STANDING.includes(one) || on.includes(one))
  const hidden = NARROWINGS.filter((one) => !shown.includes(one))
  const end = (one: Narrowing) => {
    setAdded(null)
    choose(without(filters, [one]))
  }
  const values: Readonly<Record<Exclude<Narrowing, 'unchecked'>, { label: string; options: Option[] }>> = {
    exam: {
      label: REQUESTS.exam,
      options: [any(REQUESTS.anyExam), ...plain(offerings.map(({ examCode }) => examCode))],
    },
    software: {
      label: REQUESTS.software,
      options: [any(REQUESTS.anySoftware), ...plain(offerings.flatMap(({ software }) => software))],
    },
    deadline: {
      label: REQUESTS.deadline,
      options: [any(REQUESTS.anyDeadline), ...DEADLINE_SPANS.flatMap(deadlineOption)],
    },
    payer: {
      label: REQUESTS.payer,
      options: [
        any(REQUESTS.anyPayer),
        { value: 'candidate', label: REQUESTS.candidatePays },
        ...payers.map(({ id, name }) => ({ value: id, label: name })),
      ],
    },
  }
  const labelOf = (one: Narrowing) => (one === 'unchecked' ? DATA_CHECK.filter : values[one].label)
  const add = (one: Narrowing) => {
    // Who waits for an answer has nothing to find right yet: the state chosen would hide the others.
    if (one === 'unchecked') choose({ unchecked: true, state: 'all' })
    else setAdded(one)
  }
  return (
    <fieldset className="chips" aria-label={REQUESTS.filters}>
      {FILTERS.map((state) => (
        <Chip key={state} on={filters.state === state} onPress={() => choose({ state })}>
          {REQUESTS.filter[state]} <b>{formatCount(counts[state])}</b>
        </Chip>
      ))}
      {shown.map((one) =>
        one === 'unchecked' ? (
          <Chip key={one} on hint={DATA_CHECK.endFilter} onPress={() => end(one)}>
            {DATA_CHECK.filter} <b>{formatCount(unchecked)}</b>
            <Icon name="cross" size={12} />
          </Chip>
        ) : (
          <FilterChip
            key={one}
            label={values[one].label}
            value={valueNow(filters, one)}
            options={values[one].options}
            on={on.includes(one)}
            opened={added === one}
            onChange={(value) => choose({ [one]: value === ANY ? without(filters, [one])[one] : value })}
            remove={
              on.includes(one) || !STANDING.includes(one)
                ? { label: REQUESTS.removeFilter(values[one].label), onPress: () => end(one) }
                : null
            }
          />
        ),
      )}
      {hidden.length > 0 ? (
        <MenuButton
          chip
          label={REQUESTS.addFilterLabel}
          items={hidden.map((value) => ({ value, label: labelOf(value) }))}
          onChoose={add}
        >
          <Icon name="plus" size={13} />
          {REQUESTS.addFilter}
        </MenuButton>
      ) : null}
      {on.length > 0 || searching ? (
        <Button
          tone="link"
          small
          onPress={() => {
            setAdded(null)
            clear()
          }}
        >
          {REQUESTS.clearNarrowing}
        </Button>
      ) : null}
    </fieldset>
  )
}

type Option = { value: string; label: string }

function valueNow(filters: ChosenFilters, one: Exclude<Narrowing, 'unchecked'>): string {
  const value = filters[one]
  return value === null || value === 'any' ? ANY : value
}

function any(label: string): Option {
  return { value: ANY, label }
}

function plain(values: readonly string[]): Option[] {
  return [...new Set(values)].toSorted().map((value) => ({ value, label: value }))
}

function deadlineOption(span: DeadlineSpan): Option[] {
  return span === 'any' ? [] : [{ value: span, label: REQUESTS.deadlines[span] }]
}
