import { sql } from 'kysely'
import type { ChequeList, ChequeRow } from '../../contract/desk-money.ts'
import { endStands, listDepositsOf } from '../../db/cheques.ts'
import { rowsBy } from '../../db/request-parts.ts'
import { listRows } from '../../db/rows.ts'
import type { Db } from '../../db/schema.ts'
import { addDays, type Clock, toLocalDate } from '../../domain/time.ts'
import { ownCentre } from '../own-centre.ts'
import { joinPayment } from './payment-row.ts'
import { readPaymentsAround } from './payments-of.ts'
import { readPendingTouches } from './pending-touches.ts'

/** Cheques about which nothing is to be done any more stay in sight this long. */
const SHOWN_DAYS = 100

/** The cheques of all sessions: in hand, at the bank, bounced and not yet made good, and what was received in the last months. */
export async function listCheques(db: Db, clock: Clock): Promise<ChequeList> {
  const { timeZone } = (await ownCentre(db)).centre
  const since = addDays(toLocalDate(clock.now(), timeZone), -SHOWN_DAYS)
  const { rows } = await sql<{ id: string }>`
    select id from payment where method = 'cheque'
      and not exists (select 1 from payment_void where payment_void.payment_id = payment.id)
      and (received_on >= ${since}
        or not exists (select 1 from cheque_end where cheque_end.payment_id = payment.id and ${endStands}))`.execute(db)
  const ids = rows.map(({ id }) => id)
  const cheques = await paymentRows(db, ids)
  const deposits = await listDepositsOf(db, ids)
  const taken = await rowsBy(
    db,
    'depositVoid',
    'depositId',
    deposits.map(({ id }) => id),
  )
  const voids = new Map(taken.map((one) => [one.depositId, one]))
  const order = ({ receivedOn, recordedAt, id }: ChequeRow) => `${receivedOn} ${recordedAt} ${id}`
  return {
    cheques: cheques.sort((a, b) => (order(a) < order(b) ? -1 : 1)),
    deposits: deposits.map((deposit) => ({ ...deposit, voided: voids.get(deposit.id) ?? null })),
  }
}

/** These payments as they are shown, with their session, in the order recorded. */
export async function paymentRows(db: Db, ids: readonly string[]): Promise<ChequeRow[]> {
  const parts = await readPaymentsAround(db, await rowsBy(db, 'payment', 'id', ids))
  const { all } = await readPendingTouches(db)
  const labels = new Map((await listRows(db, 'examSession')).map(({ id, label }) => [id, label]))
  return parts.payments.map((payment) => ({
    ...joinPayment(payment, parts, all),
    sessionLabel: labels.get(payment.sessionId) ?? payment.sessionId,
  }))
}
