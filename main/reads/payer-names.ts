import { rowsBy } from '../../db/request-parts.ts'
import type { Db, Tx } from '../../db/schema.ts'
import { byId } from '../../domain/by-id.ts'
import { fullName } from '../../domain/candidate.ts'

/** The name of who paid, by payment. */
export async function readPayerNames(db: Db | Tx, paymentIds: readonly string[]): Promise<Map<string, string>> {
  const payments = await rowsBy(db, 'payment', 'id', paymentIds)
  const payers = [...new Set(payments.map(({ payer }) => payer.id))]
  const candidates = byId(await rowsBy(db, 'candidate', 'id', payers))
  const organisations = byId(await rowsBy(db, 'organisation', 'id', payers))
  return new Map(
    payments.map(({ id, payer }) => {
      const candidate = payer.kind === 'candidate' ? candidates.get(payer.id) : undefined
      return [id, candidate ? fullName(candidate) : (organisations.get(payer.id)?.name ?? '')]
    }),
  )
}
