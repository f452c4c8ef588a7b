import type { EntryRow, OfferingRow, RequestRow } from '../../contract/desk.ts'
import type { CandidateFile } from '../../contract/desk-candidate.ts'
import { holdsSeat, isLive } from '../../domain/entry.ts'
import { dueOf } from '../../domain/entry-groups.ts'
import { offersInstead, othersWithSeat } from '../../domain/other-offerings.ts'
import type { ReplyEntry } from '../../text/candidate-reply-entries.ts'
import type { BouncedCheque, ReplyPayment } from '../../text/candidate-reply-payments.ts'
import { takesRequests } from '../../text/letters/refusal-letter.ts'
import type { ReadyDesk } from '../frame/office.tsx'
import { softwareName } from '../requests/feasibility.ts'
import { payerOf } from './standing.ts'

/** The exams of some requests, as a reply speaks of them, with the software in which the centre has a seat left where that helps. */
export function replyEntries(
  file: Pick<CandidateFile, 'software' | 'sittings'>,
  requests: readonly RequestRow[],
  offerings: readonly OfferingRow[],
  desk: Pick<ReadyDesk, 'exams' | 'now'>,
): ReplyEntry[] {
  const softwareOf = (offeringId: string | null) => {
    const names = file.software.find((one) => one.offeringId === offeringId)?.names ?? []
    return names.length > 0 ? names.join(', ') : null
  }
  const alive = new Set(
    requests.flatMap(({ entries }) => entries.flatMap(({ status, examId }) => (isLive(status) ? examId : []))),
  )
  const usedOf = ({ used }: OfferingRow) => used
  const freeWith = (entry: EntryRow) => {
    const { status, offeringId, examId } = entry
    if (status === 'requested' && offeringId === null) return othersWithSeat(offerings, entry, usedOf)
    const mayAskAgain = status === 'refused' && !alive.has(examId) && takesRequests(desk, examId)
    return mayAskAgain ? offersInstead(offerings, entry, usedOf) : []
  }
  return requests.flatMap((request) =>
    request.entries.map((entry) => ({
      ...entry,
      software: softwareOf(entry.offeringId),
      proposed: softwareOf(entry.proposedOfferingId),
      freeWith: freeWith(entry).map(({ offering, free }) => ({ software: softwareName(offering), free })),
      payer: payerOf(request),
      sittings: file.sittings.filter(({ entryId }) => entryId === entry.id),
    })),
  )
}

/** What was received for these requests and stands, the earliest first. */
export function replyPayments(
  { payments }: Pick<CandidateFile, 'payments'>,
  requests: readonly RequestRow[],
): ReplyPayment[] {
  const own = new Set(requests.flatMap(({ entries }) => entries.map(({ id }) => id)))
  return payments
    .filter(({ voided, end }) => voided === null && end?.outcome !== 'bounced')
    .flatMap(({ payer, payerName, amount, currency, method, receivedOn, receipt, entries }) => {
      const share = entries.reduce((sum, entry) => (own.has(entry.entryId) ? sum + entry.amount : sum), 0)
      if (share === 0) return []
      const paid = { currency, method, receivedOn, receipt: receipt?.number ?? null }
      return payer.kind === 'organisation'
        ? { ...paid, amount: share, payer: payerName }
        : { ...paid, amount, payer: null }
    })
    .reverse()
}

/** Their cheques that came back unpaid, as long as something that they were to pay for is owed, the earliest first; an organisation's, their part. */
export function replyBounced(
  { payments }: Pick<CandidateFile, 'payments'>,
  requests: readonly RequestRow[],
): BouncedCheque[] {
  const dues = new Map(
    requests.flatMap(({ entries }) =>
      entries.flatMap((entry) => (holdsSeat(entry.status) ? [[entry.id, dueOf(entry)] as const] : [])),
    ),
  )
  return payments
    .flatMap(({ voided, end, entries, payer, payerName, amount, currency, receivedOn }) => {
      if (voided || end?.outcome !== 'bounced') return []
      const own = entries.filter(({ entryId }) => dues.has(entryId))
      const share = own.reduce((sum, entry) => sum + entry.amount, 0)
      const awaited = own.reduce((sum, entry) => sum + Math.min(entry.amount, dues.get(entry.entryId) ?? 0), 0)
      if (awaited === 0) return []
      const theirs = payer.kind === 'organisation'
      return {
        ...{ currency, receivedOn, awaited, dueOn: end.dueOn },
        ...{ amount: theirs ? share : amount, payer: theirs ? payerName : null },
      }
    })
    .reverse()
}
