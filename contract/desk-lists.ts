import { z } from 'zod'
import { DEADLINE_SPANS } from '../domain/deadline-span.ts'
import { REQUEST_GROUPS } from '../domain/entry-groups.ts'
import { BigCount, Count, Id, InstantText, MinorUnits, ShortText } from '../domain/shapes/basic.ts'
import { Candidate } from '../domain/shapes/candidate.ts'
import { REQUEST_SORTS } from './choices.ts'
import { RequestRow } from './desk.ts'
import { MOST_ROWS } from './limits.ts'

/**
 * What the lists of the window ask for, and are answered: SQLite filters, sorts and counts; only the rows near the eye cross the wall.
 */

/** What a person typed or pasted: what is beyond a line of it is not looked at. */
const TypedText = z
  .string()
  .max(100_000)
  .transform((text) => text.slice(0, 200))

export const RequestFilters = z.object({
  state: z.enum([...REQUEST_GROUPS, 'all']),
  /** An exam's code; null: any. */
  exam: ShortText.nullable(),
  /** A software's name; null: any. */
  software: ShortText.nullable(),
  deadline: z.enum(DEADLINE_SPANS),
  /** `candidate`: who pays for themselves; else an organisation's id; null: any. */
  payer: z.union([z.literal('candidate'), Id]).nullable(),
  /** Only those of candidates with a seat who have not found their data right. */
  unchecked: z.boolean(),
  /** Only those who ask for more than one exam. */
  several: z.boolean(),
  /** Words, a NUC, a telephone number, a part of a mail address. */
  text: TypedText,
})
export type RequestFilters = z.infer<typeof RequestFilters>

export const RequestQuery = z.object({
  sessionId: Id,
  filters: RequestFilters,
  sort: z.array(z.object({ by: z.enum(REQUEST_SORTS), desc: z.boolean() })).max(4),
  /** Requests just decided: they stay in sight, whatever their new state, until the person looks at something else. */
  held: z.array(Id).max(500),
})
export type RequestQuery = z.infer<typeof RequestQuery>

export const RequestPageQuery = RequestQuery.extend({
  /** Position of the first row wanted, from 0. A scrollbar jumps: positions, and no keys of a page before. */
  from: BigCount,
  count: z.int().min(1).max(MOST_ROWS),
})
export type RequestPageQuery = z.infer<typeof RequestPageQuery>

export const RequestPage = z.object({
  rows: z.array(RequestRow),
  /** How many rows the query has in all. */
  total: BigCount,
  /** How many requests each state would show with the other filters as they are. */
  counts: z.record(z.enum([...REQUEST_GROUPS, 'all']), BigCount),
  /** Candidates who have still to find their data right, whatever their state, with the other filters as they are. */
  unchecked: BigCount,
  /** All requests of the session, whatever the filters. */
  whole: BigCount,
  /** Organisations announced as payers in the session, by name. */
  payers: z.array(z.object({ id: Id, name: ShortText })),
})
export type RequestPage = z.infer<typeof RequestPage>

/** Requests in the order of the list, and how many there are beyond. */
export const RequestIds = z.object({ ids: z.array(Id).max(MOST_ROWS), total: BigCount })
export type RequestIds = z.infer<typeof RequestIds>

/** Why a result is one: the field in which what was typed stands. */
export const MATCH_FIELDS = ['name', 'nuc', 'phone', 'email', 'organisation', 'birth', 'town', 'receipt'] as const

/** One candidate found, best first. */
export const FoundCandidate = z.object({
  candidate: Candidate.pick({
    ...{ id: true, nuc: true, birthName: true, usageName: true, firstNames: true },
    ...{ sex: true, bornOn: true, email: true, phone: true, town: true },
  }),
  /** The field in which it was found, and what stands there, so that it can be read. */
  match: z.object({ field: z.enum(MATCH_FIELDS), text: ShortText }),
  /** Their requests, the session shown first, then the latest; the request to open is the first one. */
  requests: z
    .array(z.object({ id: Id, sessionId: Id, examCodes: z.array(ShortText), groups: z.array(z.enum(REQUEST_GROUPS)) }))
    .max(20),
})
export type FoundCandidate = z.infer<typeof FoundCandidate>

export const FoundOrganisation = z.object({ id: Id, name: ShortText, requests: Count })
export const FoundReceipt = z.object({
  id: Id,
  number: ShortText,
  issuedAt: InstantText,
  payerName: ShortText,
  amount: MinorUnits,
  currency: ShortText,
  /** The request that it paid for first; null when that is no longer here. */
  requestId: Id.nullable(),
  sessionId: Id,
})

export type FoundReceipt = z.infer<typeof FoundReceipt>

export const SearchQuery = z.object({ text: TypedText, sessionId: Id.nullable() })
export const SearchAnswer = z.object({
  candidates: z.array(FoundCandidate).max(20),
  /** How many more there are: type another letter. */
  moreCandidates: BigCount,
  organisations: z.array(FoundOrganisation).max(5),
  receipts: z.array(FoundReceipt).max(5),
})
export type SearchAnswer = z.infer<typeof SearchAnswer>
export type SearchQuery = z.infer<typeof SearchQuery>
