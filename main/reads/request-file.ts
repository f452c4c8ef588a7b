import type { RequestFile } from '../../contract/desk.ts'
import type { Db } from '../../db/schema.ts'
import { readHistory } from './history.ts'
import { joinPayment } from './payment-row.ts'
import { readPaymentsOf } from './payments-of.ts'
import { readPendingTouches } from './pending-touches.ts'
import { readRequests } from './request-list.ts'

/** Everything about one request: the file at the side of the table. Null when it is not (or no longer) on this PC. */
export async function readRequestFile(db: Db, requestId: string): Promise<RequestFile | null> {
  const [request] = await readRequests(db, [requestId])
  if (!request) return null
  const payments = await readPaymentsOf(
    db,
    request.entries.map(({ id }) => id),
  )
  const { all: pending } = await readPendingTouches(db)
  const { candidateId } = request
  const history = await readHistory(db, { candidateId, requests: [request], payments, pending })
  return {
    request,
    payments: payments.payments.map((payment) => joinPayment(payment, payments, pending)),
    history: history.map(({ line }) => line).reverse(),
  }
}
