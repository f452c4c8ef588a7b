import { sql } from 'kysely'
import { byId } from '../../domain/by-id.ts'
import { fullName } from '../../domain/candidate.ts'
import { asTheyStand } from '../../domain/credit.ts'
import type { FallenMoney } from '../../domain/fell.ts'
import type { Payment } from '../../domain/payment.ts'
import type { Tx } from '../db/open.ts'
import { toValue } from '../db/rows.ts'
import { names, notBounced, notVoided, readEnds } from './standing-payments.ts'

/** What came for these entries and fell, taken back or by a cheque that bounced. The entries must be locked. */
export async function readFallenMoney(tx: Tx, centreId: string, entryIds: readonly string[]): Promise<FallenMoney> {
  const none = { payments: [], ends: [], voids: [], payerNames: new Map<string, string>() }
  if (entryIds.length === 0) return none
  const rows = await tx
    .selectFrom('payment')
    .selectAll()
    .where('centreId', '=', centreId)
    .where(({ or, exists, selectFrom }) =>
      or([
        ...entryIds.map((entryId) => names('payment.allocations', entryId)),
        exists(
          selectFrom('creditUse')
            .select('creditUse.id')
            .whereRef('creditUse.centreId', '=', 'payment.centreId')
            .whereRef('creditUse.paymentId', '=', 'payment.id')
            .where(({ or: any }) => any(entryIds.map((entryId) => names('creditUse.allocations', entryId)))),
        ),
      ]),
    )
    .where(sql<boolean>`not (${notVoided} and ${notBounced})`)
    .execute()
  if (rows.length === 0) return none
  const payments = rows.map((row) => toValue('payment', row))
  const uses = await ofPayments(tx, 'creditUse', centreId, payments)
  const returns = await ofPayments(tx, 'creditReturn', centreId, payments)
  return {
    payments: asTheyStand(
      payments,
      uses.map((row) => toValue('creditUse', row)),
      returns.map((row) => toValue('creditReturn', row as never)),
    ),
    ends: await readEnds(
      tx,
      centreId,
      payments.map(({ id }) => id),
    ),
    voids: (await ofPayments(tx, 'paymentVoid', centreId, payments)).map((row) => toValue('paymentVoid', row as never)),
    payerNames: await payerNamesOf(tx, centreId, payments),
  }
}

type AboutPayment = 'creditUse' | 'creditReturn' | 'paymentVoid'

async function ofPayments(tx: Tx, entity: AboutPayment, centreId: string, payments: readonly Payment[]) {
  // Kysely cannot type a table chosen at run time: all have these columns.
  return await tx
    .selectFrom(entity as 'creditUse')
    .selectAll()
    .where('centreId', '=', centreId)
    .where(
      'paymentId',
      'in',
      payments.map(({ id }) => id),
    )
    .execute()
}

async function payerNamesOf(tx: Tx, centreId: string, payments: readonly Payment[]): Promise<Map<string, string>> {
  const ids = (kind: Payment['payer']['kind']) =>
    payments.flatMap(({ payer }) => (payer.kind === kind ? [payer.id] : []))
  const [people, others] = [ids('candidate'), ids('organisation')]
  const candidates =
    people.length > 0 ? await tx.selectFrom('candidate').selectAll().where('id', 'in', people).execute() : []
  const organisations =
    others.length > 0
      ? await tx
          .selectFrom('organisation')
          .select(['id', 'name'])
          .where('centreId', '=', centreId)
          .where('id', 'in', others)
          .execute()
      : []
  const [byPerson, byOrganisation] = [byId(candidates), byId(organisations)]
  return new Map(
    payments.map(({ id, payer }) => {
      const person = payer.kind === 'candidate' ? byPerson.get(payer.id) : undefined
      return [id, person ? fullName(person) : (byOrganisation.get(payer.id)?.name ?? '')]
    }),
  )
}
