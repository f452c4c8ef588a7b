import { NO_FILTERS } from '../../contract/choices.ts'
import type { RequestFilters, RequestQuery } from '../../contract/desk-lists.ts'
import { DEADLINE_SPANS } from '../../domain/deadline-span.ts'
import { REQUEST_GROUPS } from '../../domain/entry-groups.ts'
import { isId, isShortText } from '../../domain/text-lengths.ts'
import { isOneOf, isShaped, isText, isYesNo, orNull } from '../../kit/accepts.ts'
import type { Accept } from '../../kit/kept.ts'

/** What a person chose to see of the list: all but the words typed, which are of the moment. */
export type ChosenFilters = Omit<RequestFilters, 'text'>

const { text: _, ...NOTHING_NARROWED } = NO_FILTERS
export const FIRST_FILTERS: ChosenFilters = { ...NOTHING_NARROWED, state: 'waiting' }
const isChoice: Accept<string> = (value): value is string => isText(value) && isShortText(value)
/** As `RequestFilters` takes them. */
export const isChosenFilters: Accept<ChosenFilters> = isShaped({
  state: isOneOf(...REQUEST_GROUPS, 'all'),
  exam: orNull(isChoice),
  software: orNull(isChoice),
  deadline: isOneOf(...DEADLINE_SPANS),
  payer: orNull((value): value is string => isText(value) && isId(value)),
  unchecked: isYesNo,
  several: isYesNo,
})

/** As many characters of the words typed as are looked for; a paste gone wrong is cut there, and said to be. */
export const LONGEST_TEXT = 200

/** What was typed or pasted, on one line and no longer than what is looked for; `cut`: whether something was left out. */
export function typedText(typed: string): { text: string; cut: boolean } {
  const line = typed.replace(/\s+/g, ' ').trimStart()
  const cut = line.length > LONGEST_TEXT
  return { text: cut ? line.slice(0, LONGEST_TEXT).toWellFormed() : line, cut }
}

/** Which of the filters beside the state narrow the list. */
export const NARROWINGS = ['exam', 'software', 'deadline', 'payer', 'several', 'unchecked'] as const
export type Narrowing = (typeof NARROWINGS)[number]

export function narrowingsOf(filters: ChosenFilters): Narrowing[] {
  return NARROWINGS.filter((one) => filters[one] !== FIRST_FILTERS[one])
}

/** The same filters with these at rest. */
export function without(filters: ChosenFilters, ended: readonly Narrowing[]): ChosenFilters {
  return { ...filters, ...Object.fromEntries(ended.map((one) => [one, FIRST_FILTERS[one]])) }
}

/** What is asked of the list, whoever is kept in sight in it. `list` changes with the filters: one asked for again is read again. */
export type ListQuery = Omit<RequestQuery, 'held'> & { list: number }
