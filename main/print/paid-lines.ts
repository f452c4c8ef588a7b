import { readCreditMoves } from '../../db/credits.ts'
import { getRows } from '../../db/rows.ts'
import type { Db } from '../../db/schema.ts'
import { byId } from '../../domain/by-id.ts'
import { asTheyStand } from '../../domain/credit.ts'
import { mayBePaid, type Payment, type Receipt } from '../../domain/payment.ts'
import type { AttestationContent } from './payment-attestation.ts'

type Lines = AttestationContent['lines']

/**
 * What a payment paid for, by candidate: as its receipt has it, in the same order; once its credit was used, what it pays for by now, under
 * the number of the one receipt that there is for the money.
 */
export async function paidLines(db: Db, { content }: Receipt, payment: Payment): Promise<Map<string, Lines>> {
  const moves = await readCreditMoves(db, [payment.id])
  if (moves.some((some) => some.length > 0)) return await linesNow(db, payment, moves)
  const entryIds = payment.allocations.map(({ entryId }) => entryId)
  // The receipt has a line for each allocation whose entry was known when it was issued, in the same order.
  if (content.lines.length !== entryIds.length) return new Map()
  const entries = byId(await getRows(db, 'entry', entryIds))
  const lines = content.lines.map(({ examCode, examLabel, amount }, index) => ({
    candidateId: entries.get(entryIds[index] ?? '')?.candidateId ?? '',
    line: { examCode, examLabel, amount },
  }))
  return byCandidate(lines)
}

async function linesNow(
  db: Db,
  payment: Payment,
  moves: Awaited<ReturnType<typeof readCreditMoves>>,
): Promise<Map<string, Lines>> {
  const [now] = asTheyStand([payment], ...moves)
  const given = (now?.allocations ?? []).filter(({ amount }) => amount > 0)
  const entryIds = given.map(({ entryId }) => entryId)
  const entries = byId(await getRows(db, 'entry', entryIds))
  const examIds = [...entries.values()].map(({ examId }) => examId)
  const exams = byId(await getRows(db, 'exam', [...new Set(examIds)]))
  return byCandidate(
    given.flatMap(({ entryId, amount }) => {
      const entry = entries.get(entryId)
      // Of what was paid for an exam that ended nothing is attested: it waits to be used or given back.
      if (!entry || !mayBePaid(entry.status)) return []
      const exam = exams.get(entry.examId)
      const line = { examCode: exam?.code ?? entry.examId, examLabel: exam?.label ?? '', amount }
      return { candidateId: entry.candidateId, line }
    }),
  )
}

function byCandidate(lines: readonly { candidateId: string; line: Lines[number] }[]): Map<string, Lines> {
  const groups = Map.groupBy(lines, ({ candidateId }) => candidateId)
  return new Map([...groups].map(([candidateId, own]) => [candidateId, own.map(({ line }) => line)]))
}
