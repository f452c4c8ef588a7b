import type { MeAnswer, MyEntry, MyRequest, TimelineEvent } from '../../contract/candidate-pages.ts'
import { canMove, type Entry, isLive } from '../../domain/entry.ts'
import type { Instant } from '../../domain/time.ts'
import { readAllocated } from '../commands/standing-payments.ts'
import type { Tx } from '../db/open.ts'
import { toValue } from '../db/rows.ts'
import { inSnapshot } from '../db/transaction.ts'
import type { Hq } from '../hq.ts'
import type { SignedIn } from './account-sessions.ts'
import { namesOfSoftware } from './find-centres.ts'

/** « Mon espace »: who somebody is at HQ, and where each of their requests stands. */
export async function readMe(
  { db, clock }: Pick<Hq, 'db' | 'clock'>,
  { accountId, candidateId }: SignedIn,
): Promise<MeAnswer> {
  const now = clock.now()
  return inSnapshot(db, async (tx) => {
    const { email } = await tx
      .selectFrom('account')
      .select('email')
      .where('id', '=', accountId)
      .executeTakeFirstOrThrow()
    const row = await tx.selectFrom('candidate').selectAll().where('id', '=', candidateId).executeTakeFirstOrThrow()
    const { nuc, ...candidate } = toValue('candidate', row)
    const { birthName, usageName, firstNames, sex, bornOn, birthPlace, birthCountry } = candidate
    const requests = await requestsOf(tx, candidateId, now)
    const live = requests.flatMap(({ entries }) => entries.filter(({ status }) => isLive(status)))
    return {
      ...{ login: nuc ?? email, email, nuc },
      identity: { birthName, usageName, firstNames, sex, bornOn, birthPlace, birthCountry },
      requests,
      askedExamIds: [...new Set(live.map(({ examId }) => examId))],
      now,
    }
  })
}

/** The latest first. */
async function requestsOf(tx: Tx, candidateId: string, now: Instant): Promise<MyRequest[]> {
  const requests = await tx
    .selectFrom('request')
    .innerJoin('examSession', 'examSession.id', 'request.sessionId')
    .innerJoin('centre', 'centre.id', 'request.centreId')
    .leftJoin('centreSettings', 'centreSettings.centreId', 'request.centreId')
    .select(['request.id', 'request.sessionId', 'request.receivedAt', 'request.centreId'])
    .select(['examSession.label', 'centre.name', 'centre.town', 'centre.department', 'centre.timeZone'])
    .select(['centreSettings.addressLines', 'centreSettings.paymentTerms'])
    .where('request.candidateId', '=', candidateId)
    .orderBy('request.receivedAt', 'desc')
    .orderBy('request.id', 'desc')
    .execute()
  const software = await namesOfSoftware(tx)
  const told: MyRequest[] = []
  for (const { centreId, name, town, department, timeZone, addressLines, paymentTerms, label, ...request } of requests)
    told.push({
      ...{ ...request, sessionLabel: label },
      centre: {
        ...{ id: centreId, name, town, department, timeZone },
        addressLines: addressLines ?? [],
        paymentTerms: paymentTerms ?? '',
      },
      entries: await entriesOf(tx, { centreId, requestId: request.id, receivedAt: request.receivedAt, software, now }),
    })
  return told
}

type Of = { centreId: string; requestId: string; receivedAt: Instant; software: Map<string, string>; now: Instant }

async function entriesOf(tx: Tx, { centreId, requestId, receivedAt, software, now }: Of): Promise<MyEntry[]> {
  const rows = await tx
    .selectFrom('entry')
    .innerJoin('exam', 'exam.id', 'entry.examId')
    .leftJoin('offering', (join) =>
      join.onRef('offering.centreId', '=', 'entry.centreId').onRef('offering.id', '=', 'entry.offeringId'),
    )
    .selectAll('entry')
    .select(['exam.code', 'exam.label', 'offering.softwareIds'])
    .where('entry.centreId', '=', centreId)
    .where('entry.requestId', '=', requestId)
    .orderBy('exam.code')
    .orderBy('entry.id')
    .execute()
  const ids = rows.map(({ id }) => id)
  const paid = await readAllocated(tx, centreId, ids)
  const sittings = await sittingsOf(
    tx,
    centreId,
    rows.flatMap(({ offeringId }) => offeringId ?? []),
  )
  const ends = await endsOf(tx, centreId, ids)
  const proposals = await proposalsOf(
    tx,
    { centreId, software },
    rows.flatMap(({ status, proposedOfferingId }) => (status === 'requested' ? (proposedOfferingId ?? []) : [])),
  )
  return rows.map((row) => {
    const entry = toValue('entry', row)
    const { id, examId, status, feeAmount, currency, refusal, deadlineOn, deadlineAt } = entry
    return {
      ...{ id, examId, examCode: row.code, examLabel: row.label, status, feeAmount, currency },
      softwareNames: (row.softwareIds ?? []).map((softwareId) => software.get(softwareId) ?? softwareId),
      ...{ paidAmount: paid.get(id) ?? 0, refusal, deadlineOn, deadlineAt },
      sittings: isLive(status) ? sittings.filter(({ offeringId }) => offeringId === entry.offeringId) : [],
      withdrawable: canMove(entry, 'withdraw', now),
      // A row written before its answer took the proposal back still has it.
      proposed: (status === 'requested' && proposals.get(entry.proposedOfferingId ?? '')) || null,
      events: eventsOf(
        entry,
        receivedAt,
        ends.filter(({ entryId }) => entryId === id),
      ),
    }
  })
}

type End = { entryId: string; status: string; endedAt: Instant }

function eventsOf(entry: Entry, receivedAt: Instant, ends: readonly End[]): TimelineEvent[] {
  const events: TimelineEvent[] = [{ at: receivedAt, what: 'requested' }]
  if (entry.prevalidatedAt) events.push({ at: entry.prevalidatedAt, what: 'prevalidated' })
  if (entry.confirmedAt) events.push({ at: entry.confirmedAt, what: 'confirmed' })
  for (const { status, endedAt } of ends)
    if (status === 'refused' || status === 'withdrawn' || status === 'lapsed')
      events.push({ at: endedAt, what: status })
  return events.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

async function endsOf(tx: Tx, centreId: string, entryIds: readonly string[]): Promise<End[]> {
  if (entryIds.length === 0) return []
  return tx
    .selectFrom('entryEnd')
    .select(['entryId', 'status', 'endedAt'])
    .where('centreId', '=', centreId)
    .where('entryId', 'in', entryIds)
    .execute()
}

async function sittingsOf(tx: Tx, centreId: string, offeringIds: readonly string[]) {
  if (offeringIds.length === 0) return []
  return tx
    .selectFrom('sitting')
    .select(['offeringId', 'heldOn', 'startsAtLocal', 'room'])
    .where('centreId', '=', centreId)
    .where('offeringId', 'in', offeringIds)
    .orderBy('heldOn')
    .orderBy('startsAtLocal')
    .execute()
}

/** The offerings that a centre proposes instead of those asked for, by id. */
async function proposalsOf(tx: Tx, { centreId, software }: Pick<Of, 'centreId' | 'software'>, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, MyEntry['proposed']>()
  const offerings = await tx
    .selectFrom('offering')
    .select(['id', 'softwareIds'])
    .where('centreId', '=', centreId)
    .where('id', 'in', ids)
    .execute()
  return new Map(
    offerings.map(({ id, softwareIds }) => [
      id,
      { offeringId: id, softwareNames: softwareIds.map((softwareId) => software.get(softwareId) ?? softwareId) },
    ]),
  )
}
