import { getRows } from '../../db/rows.ts'
import { isForPayer } from '../../domain/commands/use-credit.ts'
import { newId } from './context.ts'
import { readCredit } from './credit-facts.ts'
import type { DeskHandler } from './handler.ts'

export const creditUse: DeskHandler<'credit.use'> = {
  complete: async (_tx, draft, context) => ({ ...draft, useId: newId(context), usedAt: context.clock.now() }),
  load: async (tx, { paymentId, allocations }) => {
    const entryIds = allocations.map(({ entryId }) => entryId)
    const { facts, entries } = await readCredit(tx, paymentId, entryIds)
    const targets = entries.filter(({ id }) => entryIds.includes(id))
    const paidFor = new Set(entries.flatMap(({ id, candidateId }) => (facts.given.has(id) ? candidateId : [])))
    const requests = await getRows(
      tx,
      'request',
      targets.map(({ requestId }) => requestId),
    )
    const organisations = new Map(requests.map(({ id, organisationId }) => [id, organisationId]))
    const mayPay = targets.filter(({ candidateId, requestId }) => {
      const organisationId = organisations.get(requestId) ?? null
      return facts.payment && isForPayer({ candidateId, organisationId }, facts.payment.payer, paidFor)
    })
    return { ...facts, targets, ofPayer: new Set(mayPay.map(({ id }) => id)) }
  },
}
