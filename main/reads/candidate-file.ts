import { sql } from 'kysely'
import type { DocumentRow } from '../../contract/desk.ts'
import type { CandidateFile, CandidateFileQuery, CandidateName, SittingOfEntry } from '../../contract/desk-candidate.ts'
import { rowsBy } from '../../db/request-parts.ts'
import { getRow } from '../../db/rows.ts'
import type { Db } from '../../db/schema.ts'
import { attendedKey, lastMarks } from '../../domain/attendance.ts'
import type { Candidate } from '../../domain/candidate.ts'
import { type Entry, holdsSeat } from '../../domain/entry.ts'
import { plainWords } from '../../domain/plain-text.ts'
import { readHistory } from './history.ts'
import { joinPayment } from './payment-row.ts'
import { readPaymentsOf } from './payments-of.ts'
import { readPendingTouches } from './pending-touches.ts'
import { readRequests } from './request-list.ts'

/** The papers printed on this PC of these receipts and credit notes, the latest first. */
export type ListPapers = (refIds: readonly string[]) => Promise<DocumentRow[]>

/**
 * Everything about one candidate, whatever the session: what a telephone call asks about. Reads by indexes what concerns them, and
 * nothing else. Null when the candidate is not (or no longer) on this PC.
 */
export async function readCandidateFile(
  db: Db,
  { candidateId, sessionId }: CandidateFileQuery,
  listPapers: ListPapers,
): Promise<CandidateFile | null> {
  const candidate = await getRow(db, 'candidate', candidateId)
  if (!candidate) return null
  const requests = await readRequests(db, await requestIdsOf(db, { candidateId, sessionId }))
  const entries = requests.flatMap((request) => request.entries)
  const payments = await readPaymentsOf(
    db,
    entries.map(({ id }) => id),
  )
  const { all: pending } = await readPendingTouches(db)
  const history = await readHistory(db, { candidateId, requests, payments, pending })
  const offeringIds = entries.flatMap(({ offeringId, proposedOfferingId }) => [offeringId, proposedOfferingId])
  const about = [candidate, ...requests, ...payments.allReceipts, ...payments.allCreditNotes].map(({ id }) => id)
  return {
    candidate,
    requests,
    software: await softwareOf(
      db,
      offeringIds.filter((id) => id !== null),
    ),
    sittings: await sittingsOf(db, entries),
    payments: payments.payments.map((payment) => joinPayment(payment, payments, pending)).reverse(),
    documents: await listPapers(about),
    history: history.map(({ line }) => line),
    alike: await readAlike(db, candidate),
    toReview: await countToReview(
      db,
      requests.map(({ id }) => id),
    ),
  }
}

/** The session shown first, then the sessions from the latest back. */
async function requestIdsOf(db: Db, { candidateId, sessionId }: CandidateFileQuery): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select request.id from request left join exam_session on exam_session.id = request.session_id
    where candidate_id = ${candidateId}
    order by request.session_id is not ${sessionId}, exam_session.starts_on desc, received_at, request.id`.execute(db)
  return rows.map(({ id }) => id)
}

async function softwareOf(db: Db, offeringIds: readonly string[]): Promise<CandidateFile['software']> {
  const offerings = await rowsBy(db, 'offering', 'id', [...new Set(offeringIds)])
  const softwareIds = [...new Set(offerings.flatMap((offering) => offering.softwareIds))]
  const nameOf = new Map((await rowsBy(db, 'software', 'id', softwareIds)).map(({ id, name }) => [id, name]))
  return offerings.map((offering) => ({
    offeringId: offering.id,
    names: offering.softwareIds.map((id) => nameOf.get(id) ?? id),
  }))
}

/** The dates of the exams in which they have a seat. */
async function sittingsOf(
  db: Db,
  entries: readonly Pick<Entry, 'id' | 'candidateId' | 'offeringId' | 'status'>[],
): Promise<SittingOfEntry[]> {
  const seated = entries.filter(({ offeringId, status }) => offeringId !== null && holdsSeat(status))
  const offeringIds = [...new Set(seated.flatMap(({ offeringId }) => offeringId ?? []))]
  const sittings = (await rowsBy(db, 'sitting', 'offeringId', offeringIds)).filter(({ cancelled }) => !cancelled)
  sittings.sort((a, b) => (a.heldOn + a.startsAtLocal < b.heldOn + b.startsAtLocal ? -1 : 1))
  const candidateIds = [...new Set(seated.map(({ candidateId }) => candidateId))]
  const marks = lastMarks(await rowsBy(db, 'attendanceMark', 'candidateId', candidateIds))
  return seated.flatMap(({ id, offeringId }) =>
    sittings
      .filter((sitting) => sitting.offeringId === offeringId)
      .map(({ id: sittingId, heldOn, startsAtLocal, room }) => ({
        ...{ entryId: id, heldOn, startsAtLocal, room },
        attendance: marks.get(attendedKey({ entryId: id, sittingId }))?.attendance ?? null,
      })),
  )
}

/** Born the same day, under a family name or a first name that is the same but for its accents: perhaps the same person twice. */
async function readAlike(db: Db, candidate: Candidate): Promise<CandidateName[]> {
  // Lines that are to be made anew do not count: their rows do.
  const { rows } = await sql<{ id: string }>`
    select id from candidate_line where born_on = ${candidate.bornOn} and id <> ${candidate.id}
    union select candidate.id from stale_candidate join candidate on candidate.id = stale_candidate.id
      where candidate.born_on = ${candidate.bornOn} and candidate.id <> ${candidate.id}
    limit 200`.execute(db)
  const others = await rowsBy(
    db,
    'candidate',
    'id',
    rows.map(({ id }) => id),
  )
  const words = familyWords(candidate)
  return others
    .filter((other) => other.bornOn === candidate.bornOn && familyWords(other).some((word) => words.includes(word)))
    .slice(0, 20)
    .map(({ id, nuc, birthName, usageName, firstNames, sex, bornOn, phone }) => {
      return { id, nuc, birthName, usageName, firstNames, sex, bornOn, phone }
    })
}

/** Family names as one word each, and the first of the first names. */
function familyWords({ birthName, usageName, firstNames }: Candidate): string[] {
  const names = [birthName, usageName ?? ''].map((name) => plainWords(name).join(''))
  return [...names, plainWords(firstNames)[0] ?? ''].filter((word) => word !== '')
}

async function countToReview(db: Db, requestIds: readonly string[]): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from review_item
    where request_id in (select value from json_each(${JSON.stringify(requestIds)}))
      and not exists (select 1 from review_settlement where review_item_id = review_item.id)`.execute(db)
  return rows[0]?.count ?? 0
}
