import type { Tx } from '../db/open.ts'

/** The organisation that a request announced as payer; null: the candidate pays. */
export async function payerOf(tx: Tx, centreId: string, requestId: string) {
  const payer = await tx
    .selectFrom('request')
    .innerJoin('organisation', (join) =>
      join
        .onRef('organisation.id', '=', 'request.organisationId')
        .onRef('organisation.centreId', '=', 'request.centreId'),
    )
    .select(['organisation.name', 'organisation.onAccount'])
    .where('request.centreId', '=', centreId)
    .where('request.id', '=', requestId)
    .executeTakeFirst()
  return payer ?? null
}
