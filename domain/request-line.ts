import type { Candidate, Request } from './candidate.ts'
import { isToCheck } from './data-check.ts'
import { ENTRY_STATUSES, type Entry } from './entry.ts'
import { dueOf, type EntryStanding, groupsOf, isLate, REQUEST_GROUPS, type RequestGroup } from './entry-groups.ts'
import { awaitedUntil, type Fell } from './fell.ts'
import { nameKey, numberKey } from './name-order.ts'
import { plainText } from './plain-text.ts'

/**
 * What the list of requests filters, sorts and counts one request by. Kept beside the rows (`request_line`) and computed anew whenever
 * one of them changes; what turns with the clock is kept as the instant at which it does.
 */
export type RequestLine = {
  id: string
  sessionId: string
  candidateId: string
  organisationId: string | null
  /** Bits of the groups that do not depend on the clock (`GROUP_BITS`). */
  groups: number
  /** The first and the last instant at which a payment turns from awaited to late; null when none does. */
  firstLateAt: string | null
  lastLateAt: string | null
  /**
   * Days on which a payment is awaited, as a JSON list. Those that were said once a cheque bounced, which no clock turns, stand in it once
   * more, each in a list of its own: past them the payment is late.
   */
  deadlineDays: string
  /** Exam and software of each entry, as a JSON list of pairs (`offerPattern`). */
  offers: string
  /** 1: sits because of it, or will, and has not found their data right. */
  unchecked: number
  receivedAt: string
  /** Keys to sort by; null where there is nothing to sort by. */
  nameKey: string
  nucKey: string | null
  examsKey: string | null
  stateKey: number | null
  deadlineAt: string | null
  due: number | null
  payerKey: string | null
  bornOn: string
  townKey: string | null
}

/** A line made by another version of these rules says something else: all are made anew. To be raised with every change of them. */
export const LINES_VERSION = 2

export const GROUP_BITS = Object.fromEntries(REQUEST_GROUPS.map((group, place) => [group, 1 << place])) as Readonly<
  Record<RequestGroup, number>
>

type LineEntry = EntryStanding &
  Pick<Entry, 'deadlineOn' | 'offeringId'> & { examCode: string; fell: Pick<Fell, 'dueOn'> | null }
type LineSource = Pick<Request, 'id' | 'sessionId' | 'candidateId' | 'receivedAt' | 'dataCheckedAt'> & {
  candidate: Candidate
  organisation: { id: string; name: string } | null
  organisationId: string | null
  entries: readonly LineEntry[]
}

/** Before any instant: nothing is late yet, and what will be is told by its instant. */
const BEFORE = ''

/** @param softwareOf names of the software of an offering @param timeZone the centre's, in which days end */
export function requestLine(
  source: LineSource,
  softwareOf: (offeringId: string) => readonly string[],
  timeZone: string,
): RequestLine {
  const { candidate, organisation, entries } = source
  const awaited = entries.filter(({ status }) => status === 'prevalidated')
  // Far beyond any deadline, what may become late is.
  const turning = awaited.filter((entry) => isLate(entry, '\uffff')).flatMap(({ deadlineAt }) => deadlineAt ?? [])
  const steady = entries.filter((entry) => !isLate(entry, '\uffff'))
  const untils = entries.flatMap((entry) => {
    const until = awaitedUntil(entry, timeZone)
    return until ? { ...until, agreed: until.on === entry.fell?.dueOn } : []
  })
  const days = [...new Set(untils.map(({ on }) => on))].sort()
  const agreed = [...new Set(untils.flatMap((until) => (until.agreed ? until.on : [])))].sort()
  const offers = entries.flatMap(({ examCode, offeringId }): (readonly [string, string | null])[] => {
    const names = offeringId === null ? [] : softwareOf(offeringId)
    return names.length === 0 ? [[examCode, null]] : names.map((name) => [examCode, name])
  })
  const codes = entries.map(({ examCode }) => examCode).sort()
  const { id, sessionId, candidateId, organisationId, receivedAt, dataCheckedAt } = source
  return {
    ...{ id, sessionId, candidateId, organisationId, receivedAt },
    groups: steady.flatMap((entry) => groupsOf(entry, BEFORE)).reduce((bits, group) => bits | GROUP_BITS[group], 0),
    firstLateAt: turning.toSorted()[0] ?? null,
    lastLateAt: turning.toSorted().at(-1) ?? null,
    deadlineDays: JSON.stringify([...days, ...agreed.map((on) => [on])]),
    offers: `[${[...new Set(offers.map((pair) => JSON.stringify(pair)))].sort().join()}]`,
    unchecked: Number(dataCheckedAt === null && isToCheck(source)),
    nameKey: nameKey(candidate),
    nucKey: candidate.nuc === null ? null : numberKey(candidate.nuc),
    examsKey: codes.join(' ') || null,
    stateKey: entries.length > 0 ? Math.min(...entries.map(({ status }) => ENTRY_STATUSES.indexOf(status))) : null,
    deadlineAt: untils.map(({ at }) => at).toSorted()[0] ?? null,
    due: entries.reduce((sum, entry) => sum + dueOf(entry), 0) || null,
    payerKey: organisation ? plainText(organisation.name) : null,
    bornOn: candidate.bornOn,
    townKey: plainText(candidate.town) || null,
  }
}

/** The part of `offers` that a line has if one of its entries is of this exam, uses this software, or both. @param exam a code */
export function offerPattern(exam: string | null, software: string | null): string | null {
  if (exam === null) return software === null ? null : `,${JSON.stringify(software)}]`
  const begun = `[${JSON.stringify(exam)},`
  return software === null ? begun : `${begun}${JSON.stringify(software)}]`
}
