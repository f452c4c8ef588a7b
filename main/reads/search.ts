import type { FoundCandidate, FoundReceipt, SearchAnswer, SearchQuery } from '../../contract/desk-lists.ts'
import {
  countRequestsPaidBy,
  type FoundLine,
  findCandidates,
  findReceiptIds,
  listOrganisationNames,
  listPayerNames,
  listRequestsOf,
} from '../../db/candidate-search.ts'
import { rowsBy } from '../../db/request-parts.ts'
import type { Db } from '../../db/schema.ts'
import { type Candidate, fullName } from '../../domain/candidate.ts'
import { compareText } from '../../domain/compare-text.ts'
import { groupsOf } from '../../domain/entry-groups.ts'
import { plainText } from '../../domain/plain-text.ts'
import { beginsWord, reasonOf } from '../../domain/search-record.ts'
import type { Clock } from '../../domain/time.ts'
import { isEmptySearch, readTypedSearch, SHORTEST_PART, type TypedSearch } from '../../domain/typed-search.ts'
import { readRequests } from './request-list.ts'
import type { RequestLists } from './request-lists.ts'

/** What fits under the field without scrolling: beyond it one types another letter. */
const MOST_CANDIDATES = 10
const MOST_OTHERS = 5
const MOST_REQUESTS = 20
const NOTHING: SearchAnswer = { candidates: [], moreCandidates: 0, organisations: [], receipts: [] }

/** People, payers and receipts by whatever a person knows of them, best first. */
export async function findEverything(
  db: Db,
  lists: RequestLists,
  clock: Clock,
  { text, sessionId }: SearchQuery,
): Promise<SearchAnswer> {
  const typed = readTypedSearch(text)
  if (isEmptySearch(typed)) return NOTHING
  await lists.freshenCandidates(sessionId)
  const { found, total } = await findCandidates(db, typed, sessionId, MOST_CANDIDATES)
  return {
    candidates: await describe(db, clock, found, typed, sessionId),
    moreCandidates: total - found.length,
    organisations: await findOrganisations(db, typed, sessionId),
    receipts: await findReceipts(db, text),
  }
}

async function describe(
  db: Db,
  clock: Clock,
  found: readonly FoundLine[],
  typed: TypedSearch,
  sessionId: string | null,
): Promise<FoundCandidate[]> {
  const ids = found.map(({ id }) => id)
  const candidates = new Map((await rowsBy(db, 'candidate', 'id', ids)).map((row) => [row.id, row]))
  const payers = await listPayerNames(db, ids)
  const asked = Map.groupBy(await listRequestsOf(db, ids, sessionId), ({ candidateId }) => candidateId)
  const first = [...asked.values()].flatMap((requests) => requests.slice(0, MOST_REQUESTS))
  const requests = await readRequests(
    db,
    first.map(({ id }) => id),
  )
  const requestsOf = Map.groupBy(requests, ({ candidateId }) => candidateId)
  const now = clock.now()
  return found.flatMap((line) => {
    const candidate = candidates.get(line.id)
    if (!candidate) return []
    const { id, nuc, birthName, usageName, firstNames, sex, bornOn, email, phone, town } = candidate
    return {
      candidate: { id, nuc, birthName, usageName, firstNames, sex, bornOn, email, phone, town },
      match: matchOf(line, candidate, payers.get(id) ?? [], typed),
      requests: (requestsOf.get(id) ?? []).map((one) => ({
        id: one.id,
        sessionId: one.sessionId,
        examCodes: one.entries.map(({ examCode }) => examCode),
        groups: [...new Set(one.entries.flatMap((entry) => groupsOf(entry, now)))],
      })),
    }
  })
}

function matchOf(
  line: FoundLine,
  candidate: Candidate,
  payers: readonly string[],
  typed: TypedSearch,
): FoundCandidate['match'] {
  const reason = reasonOf(line, typed)
  const { field } = reason
  if (field === 'name') return { field, text: nameMeant(candidate, typed) }
  if (field === 'organisation') {
    const name = payers.find((payer) => beginsWord(plainText(payer), reason.word))
    return { field, text: name ?? payers[0] ?? '' }
  }
  const texts = {
    ...{ nuc: candidate.nuc ?? '', phone: candidate.phone, email: candidate.email },
    ...{ birth: candidate.bornOn, town: candidate.town },
  }
  return { field, text: texts[field] }
}

/** Under a usage name somebody may be found by the name that they were born with: then that one is told. */
function nameMeant(candidate: Candidate, { words }: TypedSearch): string {
  const shown = fullName(candidate)
  const isShown = words.every((word) => beginsWord(plainText(shown), word))
  return isShown || candidate.usageName === null ? shown : `${candidate.birthName} ${candidate.firstNames}`
}

async function findOrganisations(
  db: Db,
  { words }: TypedSearch,
  sessionId: string | null,
): Promise<SearchAnswer['organisations']> {
  if (words.length === 0) return []
  const meant = (await listOrganisationNames(db)).filter(({ name }) =>
    words.every((word) => beginsWord(plainText(name), word)),
  )
  // Few are meant: their requests alone are counted.
  const counts = await countRequestsPaidBy(
    db,
    meant.map(({ id }) => id),
    sessionId,
  )
  return meant
    .map((one) => ({ ...one, requests: counts.get(one.id) ?? 0 }))
    .sort((a, b) => b.requests - a.requests || compareText(a.name, b.name))
    .slice(0, MOST_OTHERS)
}

/** A number, or a part of one that has a digit. */
const PART_OF_RECEIPT = /^[A-Z0-9-]*\d[A-Z0-9-]*$/

async function findReceipts(db: Db, text: string): Promise<FoundReceipt[]> {
  const part = text.trim().toUpperCase().replace(/\s+/g, '-')
  if (part.length < SHORTEST_PART || !PART_OF_RECEIPT.test(part)) return []
  const receipts = await rowsBy(db, 'receipt', 'id', await findReceiptIds(db, part, MOST_OTHERS))
  const payments = await rowsBy(
    db,
    'payment',
    'id',
    receipts.map(({ paymentId }) => paymentId),
  )
  const firstEntries = payments.flatMap(({ allocations }) => allocations[0]?.entryId ?? [])
  const entries = new Map((await rowsBy(db, 'entry', 'id', firstEntries)).map((row) => [row.id, row]))
  return receipts
    .sort((a, b) => (a.number < b.number ? 1 : -1))
    .flatMap(({ id, number, issuedAt, paymentId, content }) => {
      const payment = payments.find((one) => one.id === paymentId)
      if (!payment) return []
      const { payerName, amount, currency } = content
      const requestId = entries.get(payment.allocations[0]?.entryId ?? '')?.requestId ?? null
      return { id, number, issuedAt, payerName, amount, currency, requestId, sessionId: payment.sessionId }
    })
}
