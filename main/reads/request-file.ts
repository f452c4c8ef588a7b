import type { HistoryLine, RequestFile, RequestRow } from '../../contract/desk.ts'
import { type KeptCommand, listTouching } from '../../db/commands.ts'
import { getRow } from '../../db/rows.ts'
import type { Db } from '../../db/schema.ts'
import { joinPayment } from './payment-list.ts'
import { joinRequests } from './request-list.ts'
import { readPendingTouches, readSession, type SessionRows } from './session-rows.ts'

/** Everything about one request: the file at the side of the table. Null when it is not (or no longer) on this PC. */
export async function readRequestFile(db: Db, requestId: string): Promise<RequestFile | null> {
  const known = await getRow(db, 'request', requestId)
  if (!known) return null
  const rows = await readSession(db, known.sessionId)
  const pending = await readPendingTouches(db)
  const request = joinRequests(rows, pending).find(({ id }) => id === requestId)
  if (!request) return null
  const entryIds = new Set(request.entries.map(({ id }) => id))
  const payments = [...rows.payments.values()]
    .filter(({ allocations }) => allocations.some(({ entryId }) => entryIds.has(entryId)))
    .sort((a, b) => a.recordedAt.localeCompare(b.recordedAt))
  const commands = await listTouching(
    db,
    request.entries.map(({ id }) => `entry/${id}`),
  )
  return {
    request,
    payments: payments.map((payment) => joinPayment(payment, rows, pending.all)),
    history: history(
      request,
      payments.map(({ id }) => id),
      rows,
      commands,
    ),
  }
}

function history(
  request: RequestRow,
  paymentIds: readonly string[],
  rows: SessionRows,
  commands: readonly KeptCommand[],
): HistoryLine[] {
  const line = (
    at: string,
    kind: string,
    detail: HistoryLine['detail'] = {},
    by: string | null = null,
    pending = false,
  ): HistoryLine => ({
    at,
    kind,
    operatorName: by,
    pending,
    detail,
  })
  const lines = [line(request.emailConfirmedAt, 'email.confirmed'), line(request.receivedAt, 'request.received')]
  for (const entry of request.entries) {
    const done = (name: string) =>
      commands.findLast(
        (command) =>
          command.name === name &&
          !['cancelled', 'refused', 'quarantined'].includes(command.state) &&
          command.touches.includes(`entry/${entry.id}`),
      )
    const step = (name: string, at: string | null, detail: HistoryLine['detail'] = {}) => {
      const command = done(name)
      const moment = at ?? command?.at
      if (moment)
        lines.push(
          line(
            moment,
            name,
            { exam: entry.examCode, ...detail },
            command?.operator.name ?? null,
            command !== undefined && command.settledAt === null,
          ),
        )
    }
    step('entry.prevalidate', entry.prevalidatedAt)
    if (entry.status === 'refused') step('entry.refuse', null, entry.refusal ? { reason: entry.refusal.reason } : {})
    if (entry.confirmedAt) step('entry.confirm', entry.confirmedAt)
  }
  for (const id of paymentIds) {
    const payment = rows.payments.get(id)
    const voided = rows.voids.get(id)
    const receipt = rows.receipts.get(id)
    if (payment)
      lines.push(
        line(
          payment.recordedAt,
          'payment.record',
          { amount: payment.amount, currency: payment.currency, method: payment.method },
          payment.recordedBy,
        ),
      )
    if (voided) lines.push(line(voided.voidedAt, 'payment.void', { reason: voided.reason }, voided.voidedBy))
    if (receipt)
      lines.push(line(receipt.issuedAt, 'receipt.issue', { number: receipt.number }, receipt.content.issuedBy))
    for (const { issuedAt, issuedBy, number, original } of rows.creditNotes.get(id) ?? []) {
      lines.push(line(original.issuedAt, 'receipt.issue', { number: original.number }, original.content.issuedBy))
      lines.push(line(issuedAt, 'credit-note.issue', { number, receipt: original.number }, issuedBy))
    }
  }
  return lines.sort((a, b) => a.at.localeCompare(b.at))
}
