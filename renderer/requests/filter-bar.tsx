import { useState } from 'react'
import type { OfferingRow } from '../../contract/desk.ts'
import { DEADLINE_SPANS, type DeadlineSpan } from '../../domain/deadline-span.ts'
import { REQUEST_GROUPS, type RequestGroup } from '../../domain/entry-groups.ts'
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

/** What is on or off, and has no values to choose among. */
const SWITCHES = ['several', 'unchecked'] as const satisfies readonly Narrowing[]
type Switch = (typeof SWITCHES)[number]
type Valued = Exclude<Narrowing, Switch>
const isSwitch = (one: Narrowing): one is Switch => SWITCHES.some((other) => other === one)

type FilterBarProps = {
  filters: ChosenFilters
  counts: Readonly<Record<Filter, number>>
  unchecked: number
  offerings: readonly OfferingRow[]
  payers: readonly { id: string; name: string }[]
  choose: (change: Partial<ChosenFilters>) => void
}

/** Which requests are shown: by state with their counts, by exam, by software, and by what else was asked for. */
export function FilterBar(props: FilterBarProps) {
  const { filters, counts, unchecked, offerings, payers, choose } = props
  const [added, setAdded] = useState<Narrowing | null>(null)
  const on = narrowingsOf(filters)
  const shown = NARROWINGS.filter((one) => one === added || STANDING.includes(one) || on.includes(one))
  const hidden = NARROWINGS.filter((one) => !shown.includes(one))
  const end = (one: Narrowing) => {
    setAdded(null)
    choose(without(filters, [one]))
  }
  const values: Readonly<Record<Valued, { label: string; options: Option[] }>> = {
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
  const switches: Readonly<Record<Switch, { label: string; hint: string; count: number | null }>> = {
    several: { label: REQUESTS.several, hint: REQUESTS.severalEnd, count: null },
    unchecked: { label: DATA_CHECK.filter, hint: DATA_CHECK.endFilter, count: unchecked },
  }
  const labelOf = (one: Narrowing) => (isSwitch(one) ? switches[one].label : values[one].label)
  const add = (one: Narrowing) => {
    // Who waits for an answer has nothing to find right yet: the state chosen would hide the others.
    if (one === 'unchecked') choose({ unchecked: true, state: 'all' })
    else if (isSwitch(one)) choose({ [one]: true })
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
        isSwitch(one) ? (
          <Chip key={one} on hint={switches[one].hint} onPress={() => end(one)}>
            {switches[one].label} {switches[one].count === null ? null : <b>{formatCount(switches[one].count)}</b>}
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
    </fieldset>
  )
}

type Option = { value: string; label: string }

function valueNow(filters: ChosenFilters, one: Valued): string {
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
