import type { RequestRow } from '../../contract/desk.ts'
import { isToCheck } from '../../domain/data-check.ts'
import { GROUPS, type Group, groupsOf } from './entry-state.ts'
import type { Seats } from './feasibility.ts'

export const FILTERS = [...GROUPS, 'all'] as const
export type Filter = Group | 'all'
export const ANY = 'any'

export type Filters = {
  state: Filter
  /** An exam's code, or ANY. */
  exam: string
  /** A software's name, or ANY. */
  software: string
  /** Only those of candidates with a seat who have not found their data right. */
  unchecked: boolean
  text: string
}

/** Letters without accents or case, hyphens and apostrophes as spaces: what a hurried person types. */
export function plainText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[-’'ʼ.,]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Dialling codes of the territories: after these a national number begins with 0, after those it has none. */
const CODE_BEFORE_ZERO = /^(?:\+|00)\s*(?:33|262|508|590|594|596)[\s.-]*(?:\(0\)|0)?/
const CODE_BEFORE_NOTHING = /^(?:\+|00)\s*(?:681|687|689)/

/** The digits of a telephone number as it is dialled from the territory itself: « +33 6 12… » and « 0033 6 12… » are « 0612… ». */
export function nationalNumber(phone: string): string {
  return phone.trim().replace(CODE_BEFORE_ZERO, '0').replace(CODE_BEFORE_NOTHING, '').replace(/\D/g, '')
}

const texts = new WeakMap<RequestRow, { words: string; digits: string }>()

function textOf(request: RequestRow): { words: string; digits: string } {
  const known = texts.get(request)
  if (known) return known
  const { birthName, usageName, firstNames, nuc, phone } = request.candidate
  const text = {
    words: ` ${plainText(`${usageName ?? ''} ${birthName} ${firstNames} ${nuc ?? ''} ${request.organisation?.name ?? ''}`)}`,
    digits: nationalNumber(phone),
  }
  texts.set(request, text)
  return text
}

/** Whether each word typed begins a word of the name, the NUC or the paying organisation, or the digits are in the telephone number. */
export function matchesText(request: RequestRow, text: string): boolean {
  const typed = plainText(text)
  if (!typed) return true
  const { words, digits } = textOf(request)
  if (/^[+\d][\d\s().-]{2,}$/.test(text.trim()) && digits.includes(nationalNumber(text.trim()))) return true
  return typed.split(' ').every((word) => words.includes(` ${word}`) || (/^\d+$/.test(word) && words.includes(word)))
}

function matchesOffer(request: RequestRow, { exam, software }: Filters, seats: Seats): boolean {
  return request.entries.some((entry) => {
    if (exam !== ANY && entry.examCode !== exam) return false
    if (software === ANY) return true
    return entry.offeringId !== null && seats.offerings.get(entry.offeringId)?.software.includes(software) === true
  })
}

function isUnchecked(request: RequestRow): boolean {
  return request.dataCheckedAt === null && isToCheck(request)
}

export type Filtered = { shown: RequestRow[]; counts: Record<Filter, number>; listed: number; unchecked: number }

/**
 * The requests to show, and how many each state chip would, `all` ending the filter of unchecked data; `listed`: how many are left whatever
 * their state; `unchecked`: how many candidates have still to find their data right, whatever their state.
 * @param held requests just decided: they stay in sight, whatever their new state, until the person looks at something else
 */
export function filterRequests(
  requests: readonly RequestRow[],
  filters: Filters,
  seats: Seats,
  held: ReadonlySet<string>,
  now: string,
): Filtered {
  const counts: Record<Filter, number> = { waiting: 0, due: 0, overdue: 0, confirmed: 0, refused: 0, other: 0, all: 0 }
  const shown: RequestRow[] = []
  const people = new Set<string>()
  let listed = 0
  for (const request of requests) {
    if (!matchesText(request, filters.text) || !matchesOffer(request, filters, seats)) continue
    counts.all += 1
    if (isUnchecked(request)) people.add(request.candidateId)
    else if (filters.unchecked && !held.has(request.id)) continue
    const groups = new Set<Filter>(request.entries.flatMap((entry) => groupsOf(entry, now)))
    listed += 1
    for (const group of groups) counts[group] += 1
    if (filters.state === 'all' || groups.has(filters.state) || held.has(request.id)) shown.push(request)
  }
  return { shown, counts, listed, unchecked: people.size }
}
