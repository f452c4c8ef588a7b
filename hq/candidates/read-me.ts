import type { MeAnswer, MyEntry, MyRequest } from '../../contract/candidate-pages.ts'
import { identityOf, type RequestChange } from '../../domain/candidate.ts'
import { isSessionOver } from '../../domain/data-check.ts'
import { canMove, isLive } from '../../domain/entry.ts'
import { contactOf, modifiableUntil } from '../../domain/modification.ts'
import type { Instant } from '../../domain/time.ts'
import { maskedAddress } from '../../text/mails/words.ts'
import { readAllocated } from '../commands/standing-payments.ts'
import type { Tx } from '../db/open.ts'
import { toValue } from '../db/rows.ts'
import { inSnapshot } from '../db/transaction.ts'
import type { Hq } from '../hq.ts'
import type { SignedIn } from './account-sessions.ts'
import { addressAsked } from './address-asked.ts'
import { type End, eventsOf } from './events-of-entry.ts'
import { namesOfSoftware } from './find-centres.ts'
import { documentsOf } from './list-documents.ts'
import { withOtherCentres } from './other-centres.ts'
import { softwareChoices } from './software-choices.ts'
import { stoppedRequestsOf } from './stopped-requests.ts'

/** « Mon espace »: who somebody is at HQ, and where each of their requests stands. */
export async function readMe(
  { db, clock, nirKey }: Pick<Hq, 'db' | 'clock' | 'nirKey'>,
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
    const candidate = toValue('candidate', row)
    const { nuc, emailNext, emailChangesAt } = candidate
    const file = await tx
      .selectFrom('candidateFile')
      .select(['situation', 'funding', 'nirSealed'])
      .where('candidateId', '=', candidateId)
      .executeTakeFirst()
    const asked = await requestsOf(tx, { candidateId, hasForm: file !== undefined, now })
    const requests = await withOtherCentres(tx, asked, now)
    const live = requests.flatMap(({ entries }) => entries.filter(({ status }) => isLive(status)))
    const open = live.length === 0 || requests.some(({ dataCheck }) => dataCheck.open)
    return {
      ...{ login: nuc ?? email, email, nuc },
      emailAsked: await addressAsked(tx, candidateId, now),
      emailChange: emailNext === null ? null : { to: maskedAddress(emailNext), changesAt: emailChangesAt },
      identity: identityOf(candidate),
      nir: file ? { given: file.nirSealed !== null, asked: nirKey !== null, open } : null,
      contact: contactOf(candidate),
      ...{ situation: file?.situation ?? null, funding: file?.funding ?? null },
      requests,
      stopped: await stoppedRequestsOf(tx, candidateId),
      documents: await documentsOf(tx, candidateId, requests),
      askedExamIds: [...new Set(live.map(({ examId }) => examId))],
      now,
    }
  })
}

type Asking = { candidateId: string; hasForm: boolean; now: Instant }

/** The latest first. Without a form of theirs at HQ there is nothing to change it from. */
async function requestsOf(tx: Tx, { candidateId, hasForm, now }: Asking): Promise<MyRequest[]> {
  const requests = await tx
    .selectFrom('request')
    .innerJoin('examSession', 'examSession.id', 'request.sessionId')
    .innerJoin('centre', 'centre.id', 'request.centreId')
    .leftJoin('centreSettings', 'centreSettings.centreId', 'request.centreId')
    .select(['request.id', 'request.sessionId', 'request.receivedAt', 'request.centreId'])
    .select(['examSession.label', 'centre.name', 'centre.town', 'centre.department', 'centre.timeZone'])
    .select(['centreSettings.addressLines', 'centreSettings.paymentTerms', 'centre.phone', 'centre.email'])
    .select(['request.version', 'request.changes'])
    .select(['request.dataCheckedAt', 'examSession.endsOn'])
    .select(({ selectFrom }) =>
      selectFrom('dataCheck')
        .select(({ fn }) => fn.max<string | null>('dataCheck.askedAt').as('askedAt'))
        .whereRef('dataCheck.centreId', '=', 'request.centreId')
        .whereRef('dataCheck.sessionId', '=', 'request.sessionId')
        .as('askedAt'),
    )
    .where('request.candidateId', '=', candidateId)
    .orderBy('request.receivedAt', 'desc')
    .orderBy('request.id', 'desc')
    .execute()
  const software = await namesOfSoftware(tx)
  const told: MyRequest[] = []
  for (const row of requests) {
    const { id, sessionId, receivedAt, label, centreId, name, town, department, timeZone, phone, email } = row
    const { changes } = row
    const entries = await entriesOf(tx, { centreId, requestId: id, receivedAt, changes, software, now })
    const exams = await tx.selectFrom('exam').selectAll().where('sessionId', '=', sessionId).execute()
    const alive = entries.some(({ status }) => isLive(status))
    told.push({
      ...{ id, sessionId, sessionLabel: label, receivedAt },
      ...{ version: row.version, modifiedAt: changes.at(-1)?.at ?? null },
      modifiableUntil: hasForm ? modifiableUntil(entries, exams, now) : null,
      centre: {
        ...{ id: centreId, name, town, department, timeZone, phone, email },
        addressLines: row.addressLines ?? [],
        paymentTerms: row.paymentTerms ?? '',
      },
      dataCheck: {
        askedAt: row.askedAt,
        checkedAt: row.dataCheckedAt,
        open: alive && !isSessionOver(row, now, timeZone),
      },
      entries,
    })
  }
  return told
}

type Of = {
  centreId: string
  requestId: string
  receivedAt: Instant
  changes: readonly RequestChange[]
  software: Map<string, string>
  now: Instant
}

async function entriesOf(
  tx: Tx,
  { centreId, requestId, receivedAt, changes: made, software, now }: Of,
): Promise<MyEntry[]> {
  const rows = await tx
    .selectFrom('entry')
    .innerJoin('exam', 'exam.id', 'entry.examId')
    .leftJoin('offering', (join) =>
      join.onRef('offering.centreId', '=', 'entry.centreId').onRef('offering.id', '=', 'entry.offeringId'),
    )
    .selectAll('entry')
    .select([
      'exam.code',
      'exam.label',
      'exam.registrationOpensAt',
      'exam.registrationClosesAt',
      'offering.softwareIds',
    ])
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
  const choices = await softwareChoices(tx, { centreId, software, now }, rows)
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
      ...{ offeringId: entry.offeringId, choices: choices.get(id) ?? [] },
      ...{ paidAmount: paid.get(id) ?? 0, refusal, deadlineOn, deadlineAt },
      sittings: isLive(status) ? sittings.filter(({ offeringId }) => offeringId === entry.offeringId) : [],
      withdrawable: canMove(entry, 'withdraw', now),
      otherCentres: [],
      // A row written before its answer took the proposal back still has it.
      proposed: (status === 'requested' && proposals.get(entry.proposedOfferingId ?? '')) || null,
      events: eventsOf(entry, {
        receivedAt,
        changes: made,
        ends: ends.filter(({ entryId }) => entryId === id),
      }),
    }
  })
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
    .where('cancelled', '=', false)
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
