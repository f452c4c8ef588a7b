import type { RequestSort } from '../../contract/choices.ts'
import type { RequestRow } from '../../contract/desk.ts'
import type { RequestFilters, RequestQuery } from '../../contract/desk-lists.ts'
import { isToCheck } from '../../domain/data-check.ts'
import { type Days, daysOf } from '../../domain/deadline-span.ts'
import { ENTRY_STATUSES } from '../../domain/entry.ts'
import { dueOf, groupsOf, isLate, type RequestGroup } from '../../domain/entry-groups.ts'
import { awaitedUntil } from '../../domain/fell.ts'
import { nameKey, numberKey } from '../../domain/name-order.ts'
import { plainText } from '../../domain/plain-text.ts'
import { matchesRecord, type SearchRecord } from '../../domain/search-record.ts'
import { toLocalDate } from '../../domain/time.ts'
import { isEmptySearch, readTypedSearch, type TypedSearch } from '../../domain/typed-search.ts'

/** What a list is made of: its rows, the software of each offering, and what each candidate is found by. */
export type Listed = {
  rows: readonly RequestRow[]
  software: ReadonlyMap<string, readonly string[]>
  records: ReadonlyMap<string, SearchRecord>
}
export type At = { now: string; timeZone: string }

export type ModelAnswer = {
  ids: string[]
  counts: Record<RequestGroup | 'all', number>
  unchecked: number
  whole: number
  payers: { id: string; name: string }[]
}

/** The whole list in plain TypeScript, row by row. */
export function listModel(
  { rows, software, records }: Listed,
  query: RequestQuery,
  { now, timeZone }: At,
): ModelAnswer {
  const { filters } = query
  const held = new Set(query.held)
  const typed = readTypedSearch(filters.text)
  const days = daysOf(filters.deadline, toLocalDate(now, timeZone))
  const counts: ModelAnswer['counts'] = { waiting: 0, due: 0, overdue: 0, confirmed: 0, refused: 0, other: 0, all: 0 }
  const shown: RequestRow[] = []
  const people = new Set<string>()
  for (const row of rows) {
    if (!matchesText(records.get(row.candidateId), typed) || !matchesOffer(row, filters, software)) continue
    if (!matchesPayer(row, filters)) continue
    if (filters.several && row.entries.length < 2) continue
    const isHeld = held.has(row.id)
    if (!matchesDeadline(row, filters, days, { now, timeZone }) && !isHeld) continue
    const unchecked = row.dataCheckedAt === null && isToCheck(row)
    if (unchecked) people.add(row.candidateId)
    else if (filters.unchecked && !isHeld) continue
    const groups = new Set(row.entries.flatMap((entry) => groupsOf(entry, now)))
    counts.all += 1
    for (const group of groups) counts[group] += 1
    if (filters.state === 'all' || groups.has(filters.state) || isHeld) shown.push(row)
  }
  const payers = new Map(rows.flatMap(({ organisation }) => (organisation ? [[organisation.id, organisation]] : [])))
  return {
    ids: inOrder(shown, query.sort, timeZone).map(({ id }) => id),
    counts,
    unchecked: people.size,
    whole: rows.length,
    payers: [...payers.values()]
      .map(({ id, name }) => ({ id, name }))
      .sort((a, b) => order(plainText(a.name), plainText(b.name)) || order(a.id, b.id)),
  }
}

function matchesText(record: SearchRecord | undefined, typed: TypedSearch): boolean {
  return isEmptySearch(typed) || (record !== undefined && matchesRecord(record, typed))
}

function matchesOffer(row: RequestRow, { exam, software }: RequestFilters, softwareOf: Listed['software']): boolean {
  if (exam === null && software === null) return true
  return row.entries.some(
    ({ examCode, offeringId }) =>
      (exam === null || examCode === exam) &&
      (software === null || softwareOf.get(offeringId ?? '')?.includes(software) === true),
  )
}

function matchesPayer({ organisationId }: RequestRow, { payer }: RequestFilters): boolean {
  return payer === null || (payer === 'candidate' ? organisationId === null : organisationId === payer)
}

function matchesDeadline(
  { entries }: RequestRow,
  { deadline }: RequestFilters,
  days: Days | null,
  { now, timeZone }: At,
): boolean {
  if (deadline === 'any') return true
  const untils = entries.map((entry) => ({ entry, until: awaitedUntil(entry, timeZone) }))
  if (days === null)
    return untils.some(
      ({ entry, until }) => isLate(entry, now) || (until !== null && until.on === entry.fell?.dueOn && until.at <= now),
    )
  return untils.some(({ until }) => until !== null && until.on >= days.from && until.on <= days.to)
}

/** What has nothing to sort by comes last, whichever the way. */
const keysOf = (timeZone: string): Record<RequestSort, (row: RequestRow) => string | number | null> => ({
  candidate: ({ candidate }) => nameKey(candidate),
  nuc: ({ candidate }) => (candidate.nuc === null ? null : numberKey(candidate.nuc)),
  exams: ({ entries }) =>
    entries
      .map(({ examCode }) => examCode)
      .sort()
      .join(' ') || null,
  receivedAt: ({ receivedAt }) => receivedAt,
  state: ({ entries }) =>
    entries.length > 0 ? Math.min(...entries.map(({ status }) => ENTRY_STATUSES.indexOf(status))) : null,
  deadline: ({ entries }) => entries.flatMap((entry) => awaitedUntil(entry, timeZone)?.at ?? []).sort()[0] ?? null,
  due: ({ entries }) => entries.reduce((sum, entry) => sum + dueOf(entry), 0) || null,
  payer: ({ organisation }) => (organisation ? plainText(organisation.name) : null),
  bornOn: ({ candidate }) => candidate.bornOn,
  town: ({ candidate }) => plainText(candidate.town) || null,
})

function inOrder(rows: RequestRow[], sort: RequestQuery['sort'], timeZone: string): RequestRow[] {
  const keys = keysOf(timeZone)
  return rows.sort((a, b) => {
    for (const { by, desc } of sort) {
      const [x, y] = [keys[by](a), keys[by](b)]
      if (x === y) continue
      if (x === null || y === null) return x === null ? 1 : -1
      return order(x, y) * (desc ? -1 : 1)
    }
    return order(a.receivedAt, b.receivedAt) || order(a.id, b.id)
  })
}

function order<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0
}
