import { sql } from 'kysely'
import { depositStands } from '../../db/cheques.ts'
import { paidForEntry, stands } from '../../db/payments.ts'
import { rowsBy } from '../../db/request-parts.ts'
import { listRows } from '../../db/rows.ts'
import type { Db } from '../../db/schema.ts'
import { byId } from '../../domain/by-id.ts'
import type { ById } from '../../domain/entities.ts'
import { ENTRY_STATUSES, type EntryStatus, holdsSeat } from '../../domain/entry.ts'
import type { Payer } from '../../domain/payment.ts'
import type { Deposited, Expected, Owing, Recorded } from '../../domain/statement-proposals.ts'
import type { LocalDate } from '../../domain/time.ts'
import { readPendingTouches } from './pending-touches.ts'

/** An entry that is still owed for. */
export type DueEntry = { candidateId: string; examId: string; status: EntryStatus; due: number }

/** All that a bank statement may show, and the rows by which it is told. */
export type ExpectedMoney = {
  expected: Expected
  entries: ReadonlyMap<string, DueEntry>
  candidates: ById<'candidate'>
  organisations: ById<'organisation'>
  exams: ById<'exam'>
  sessions: ById<'examSession'>
  payments: ById<'payment'>
  deposits: ById<'chequeDeposit'>
}

/**
 * What is owed in all sessions, the first asked first, and what was recorded by hand or taken to the bank between these days and is on no
 * statement yet. What HQ may be refusing waits.
 */
export async function readExpectedMoney(db: Db, days: { from: LocalDate; to: LocalDate }): Promise<ExpectedMoney> {
  const dues = await listDues(db)
  const payments = await listUnmatchedPayments(db, days)
  const deposits = await listUnmatchedDeposits(db, days)
  const paidEntries = byId(
    await rowsBy(db, 'entry', 'id', [
      ...new Set(payments.flatMap((one) => one.allocations.map(({ entryId }) => entryId))),
    ]),
  )
  const recorded = payments.map(({ id, payer, allocations, amount, receivedOn, reference }): Recorded => {
    const candidateIds = new Set(allocations.flatMap(({ entryId }) => paidEntries.get(entryId)?.candidateId ?? []))
    return { paymentId: id, payer, candidateIds: [...candidateIds], amount, receivedOn, reference }
  })
  const idsOf = (kind: Payer['kind']) => recorded.flatMap(({ payer }) => (payer.kind === kind ? payer.id : []))
  const people = new Set([
    ...dues.map(({ candidateId }) => candidateId),
    ...recorded.flatMap(({ candidateIds }) => candidateIds),
    ...idsOf('candidate'),
  ])
  const payers = new Set([...dues.flatMap(({ organisationId }) => organisationId ?? []), ...idsOf('organisation')])
  const candidates = byId(await rowsBy(db, 'candidate', 'id', [...people]))
  const organisations = byId(await rowsBy(db, 'organisation', 'id', [...payers]))
  return {
    expected: {
      people: [...candidates.values()],
      organisations: [...organisations.values()],
      owing: owingOf(dues),
      recorded,
      deposits: deposits.map(
        ({ id, total, depositedOn, reference }): Deposited => ({ depositId: id, total, depositedOn, reference }),
      ),
    },
    entries: byId(dues),
    ...{ candidates, organisations },
    exams: byId(await rowsBy(db, 'exam', 'id', [...new Set(dues.map(({ examId }) => examId))])),
    sessions: byId(await listRows(db, 'examSession')),
    payments: byId(payments),
    deposits: byId(deposits),
  }
}

type Due = DueEntry & { id: string; sessionId: string; organisationId: string | null }

async function listDues(db: Db): Promise<Due[]> {
  const held = sql.join(ENTRY_STATUSES.filter(holdsSeat))
  const { rows } = await sql<Due>`
    select entry.id, entry.candidate_id, entry.session_id, entry.exam_id, entry.status, request.organisation_id,
      entry.fee_amount - ${paidForEntry} as due
    from entry join request on request.id = entry.request_id
    where entry.status in (${held}) and entry.fee_amount > ${paidForEntry}
    order by request.received_at, request.id, entry.id`.execute(db)
  const { doubtful } = await readPendingTouches(db)
  return rows.filter(({ id }) => !doubtful.has(`entry/${id}`))
}

/** Everybody owes for themselves; an organisation, for those who announced it. Whoever pays settles it. */
function owingOf(dues: readonly Due[]): Owing[] {
  const owing = new Map<
    string,
    { payer: Payer; sessionId: string; dues: { entryId: string; candidateId: string; due: number }[] }
  >()
  for (const { id, candidateId, sessionId, organisationId, due } of dues) {
    const payers: Payer[] = [{ kind: 'candidate', id: candidateId }]
    if (organisationId !== null) payers.push({ kind: 'organisation', id: organisationId })
    for (const payer of payers) {
      const key = `${sessionId}/${payer.kind}/${payer.id}`
      const known = owing.get(key) ?? { payer, sessionId, dues: [] }
      known.dues.push({ entryId: id, candidateId, due })
      owing.set(key, known)
    }
  }
  return [...owing.values()]
}

async function listUnmatchedPayments(db: Db, { from, to }: { from: LocalDate; to: LocalDate }) {
  // Cheques come as deposits, cash never comes.
  const { rows } = await sql<{ id: string }>`
    select id from payment
    where method in ('transfer', 'card') and received_on between ${from} and ${to} and ${stands(sql.raw('payment.id'))}
      and not exists (select 1 from statement_match where statement_match.payment_id = payment.id)`.execute(db)
  const ids = rows.map(({ id }) => id)
  return await rowsBy(db, 'payment', 'id', ids)
}

async function listUnmatchedDeposits(db: Db, { from, to }: { from: LocalDate; to: LocalDate }) {
  const { rows } = await sql<{ id: string }>`
    select id from cheque_deposit where deposited_on between ${from} and ${to}
      and ${depositStands(sql.raw('cheque_deposit.id'))}
      and not exists (select 1 from statement_match where statement_match.deposit_id = cheque_deposit.id)`.execute(db)
  const ids = rows.map(({ id }) => id)
  return await rowsBy(db, 'chequeDeposit', 'id', ids)
}
