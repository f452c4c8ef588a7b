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
  const commands = await listTouching(db, [
    `candidate/${request.candidateId}`,
    ...request.entries.map(({ id }) => `entry/${id}`),
  ])
  return {
    request,
    payments: payments.map((payment) => joinPayment(payment, rows, pending.all)),
    history: history(
      request,
      payments.map(({ id }) => id),
      rows,
      commands.filter(({ state }) => !DID_NOTHING.has(state)),
    ),
  }
}

const DID_NOTHING: ReadonlySet<string> = new Set(['cancelled', 'refused', 'quarantined'])
/** What an entry's row keeps no instant of: told by the commands of this PC. */
const TOLD_BY_COMMANDS: ReadonlySet<string> = new Set([
  'entry.propose-offering',
  'entry.extend',
  'entry.release',
  'entry.reinstate',
])
const ABOUT_CANDIDATES: ReadonlySet<string> = new Set(['candidate.correct', 'candidate.change-address'])

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
  const lineOf = ({ name, at, operator, settledAt }: KeptCommand, detail: HistoryLine['detail']) =>
    line(at, name, detail, operator.name, settledAt === null)
  const lines = [line(request.emailConfirmedAt, 'email.confirmed'), line(request.receivedAt, 'request.received')]
  for (const [version, made] of Map.groupBy(request.changes, (change) => change.version)) {
    const changed = [...new Set(made.map(({ what }) => what))].join(' ')
    for (const { at } of made.slice(0, 1)) lines.push(line(at, 'request.modified', { version, changed }))
  }
  for (const entry of request.entries) {
    const done = (name: string) =>
      commands.findLast((command) => command.name === name && command.touches.includes(`entry/${entry.id}`))
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
    // A seat that was given again has the later instant: the first one is the command's.
    step('entry.prevalidate', done('entry.reinstate') ? null : entry.prevalidatedAt)
    const because = entry.refusal ? { reason: entry.refusal.reason } : {}
    if (entry.status === 'refused') step('entry.refuse', null, because)
    if (entry.status === 'withdrawn' && entry.refusal) step('entry.remove', null, because)
    for (const command of commands)
      if (TOLD_BY_COMMANDS.has(command.name) && command.touches.includes(`entry/${entry.id}`))
        lines.push(lineOf(command, { exam: entry.examCode, ...plain(command.args) }))
    if (entry.confirmedAt) step('entry.confirm', entry.confirmedAt)
  }
  for (const command of commands)
    if (ABOUT_CANDIDATES.has(command.name) && command.touches.includes(`candidate/${request.candidateId}`))
      lines.push(lineOf(command, { fields: Object.keys(command.args.changes ?? {}).join(' '), ...plain(command.args) }))
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

/** Of a command's arguments, what a line says. */
function plain({ reason, deadlineOn, proof, email }: KeptCommand['args']): HistoryLine['detail'] {
  const said = Object.entries({ reason, deadlineOn, proof, email })
  return Object.fromEntries(
    said.flatMap(([key, value]) => (typeof value === 'string' ? [[key, value.slice(0, 200)]] : [])),
  )
}
