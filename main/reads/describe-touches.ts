import { getRows, listRows } from '../../db/rows.ts'
import type { Db } from '../../db/schema.ts'
import { byId } from '../../domain/by-id.ts'
import { fullName } from '../../domain/candidate.ts'
import { idsAmong } from '../../domain/digest.ts'
import type { EntityName } from '../../domain/entities.ts'

/** Whom and what rows are about, as a line of a register says it. */
export type About = {
  candidates: { id: string; name: string }[]
  /** The organisation that paid. */
  payerName: string | null
  examCodes: string[]
  /** The receipt, or the candidate's number where there is one candidate. */
  reference: string | null
  creditNote: string | null
}

/**
 * Reads what is needed to describe these lines, each given as the rows (`entity/id`) that it touched; what is no longer here is left out.
 * @returns whom and what one of them is about
 */
export async function describeTouches(
  db: Db,
  lists: readonly (readonly string[])[],
): Promise<(touches: readonly string[]) => About> {
  const rowsOf = async <E extends EntityName>(entity: E, ids: Iterable<string>) =>
    byId(await getRows(db, entity, [...new Set(ids)]))
  const all = (entity: EntityName) => lists.flatMap((touches) => idsAmong(entity, touches))
  const payments = await rowsOf('payment', all('payment'))
  const reviews = await rowsOf('reviewItem', all('reviewItem'))
  const offerings = await rowsOf('offering', all('offering'))
  const entries = await rowsOf('entry', [
    ...all('entry'),
    ...[...payments.values()].flatMap(({ allocations }) => allocations.map(({ entryId }) => entryId)),
    ...[...reviews.values()].flatMap(({ entryIds }) => entryIds),
  ])
  const payers = [...payments.values()].map(({ payer }) => payer)
  const candidates = await rowsOf('candidate', [
    ...all('candidate'),
    ...[...entries.values()].map(({ candidateId }) => candidateId),
    ...payers.flatMap(({ kind, id }) => (kind === 'candidate' ? id : [])),
  ])
  const organisations = await rowsOf(
    'organisation',
    payers.flatMap(({ kind, id }) => (kind === 'organisation' ? id : [])),
  )
  const exams = new Map((await listRows(db, 'exam')).map((exam) => [exam.id, exam.code]))
  const receipts = await rowsOf('receipt', all('receipt'))
  const creditNotes = await rowsOf('creditNote', all('creditNote'))

  return (touches) => {
    const paid = idsAmong('payment', touches).flatMap((paymentId) => payments.get(paymentId) ?? [])
    const reviewed = idsAmong('reviewItem', touches).flatMap((itemId) => reviews.get(itemId) ?? [])
    const own = [
      ...idsAmong('entry', touches),
      ...paid.flatMap(({ allocations }) => allocations.map(({ entryId }) => entryId)),
      ...reviewed.flatMap(({ entryIds }) => entryIds),
    ].flatMap((entryId) => entries.get(entryId) ?? [])
    const payer = paid[0]?.payer
    const named = new Set([
      ...idsAmong('candidate', touches),
      ...own.map(({ candidateId }) => candidateId),
      ...(payer?.kind === 'candidate' ? [payer.id] : []),
    ])
    const people = [...named].flatMap((candidateId) => candidates.get(candidateId) ?? [])
    const offered = idsAmong('offering', touches).flatMap((offeringId) => offerings.get(offeringId) ?? [])
    const receipt = idsAmong('receipt', touches).flatMap((receiptId) => receipts.get(receiptId) ?? [])[0]
    const creditNote = idsAmong('creditNote', touches).flatMap((noteId) => creditNotes.get(noteId) ?? [])[0]
    const examIds = [...own, ...offered].map(({ examId }) => examId)
    return {
      candidates: people.map((candidate) => ({ id: candidate.id, name: fullName(candidate) })),
      payerName: payer?.kind === 'organisation' ? (organisations.get(payer.id)?.name ?? null) : null,
      examCodes: [...new Set(examIds.map((examId) => exams.get(examId) ?? examId))].sort(),
      reference:
        receipt?.number ?? creditNote?.original.number ?? (people.length === 1 ? (people[0]?.nuc ?? null) : null),
      creditNote: creditNote?.number ?? null,
    }
  }
}
