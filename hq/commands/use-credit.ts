import { isForPayer } from '../../domain/commands/use-credit.ts'
import { readCredit } from './credit-facts.ts'
import type { Loader } from './loader.ts'
import { requestOf } from './standing-payments.ts'

/** Locks the payment, for what is left of it, then the entries, for what is already paid of them. */
export const loadUseCredit: Loader<'credit.use'> = async (tx, centreId, { paymentId, allocations }) => {
  const entryIds = [...new Set(allocations.map(({ entryId }) => entryId))]
  const { facts, entries } = await readCredit(tx, centreId, paymentId, entryIds)
  const targets = entries.filter(({ id }) => entryIds.includes(id))
  const paidFor = new Set(entries.flatMap(({ id, candidateId }) => (facts.given.has(id) ? candidateId : [])))
  const requests = await tx
    .selectFrom('request')
    .select(['id', 'organisationId'])
    .where('centreId', '=', centreId)
    .where('id', 'in', ['', ...targets.map(({ requestId }) => requestId)])
    .execute()
  const organisations = new Map(requests.map(({ id, organisationId }) => [id, organisationId]))
  const mayPay = targets.filter(({ candidateId, requestId }) => {
    const organisationId = organisations.get(requestId) ?? null
    return facts.payment && isForPayer({ candidateId, organisationId }, facts.payment.payer, paidFor)
  })
  return {
    facts: { ...facts, targets, ofPayer: new Set(mayPay.map(({ id }) => id)) },
    subject: { requestId: await requestOf(tx, centreId, entryIds), entryIds, paymentId },
  }
}
