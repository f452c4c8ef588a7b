import type { Db, OtherCentresTable } from './schema.ts'

/** What HQ last said of the centres nearby, by session; `centres` as JSON. */
export async function readOtherCentres(db: Db, sessionId: string): Promise<OtherCentresTable | null> {
  return (await db.selectFrom('otherCentres').selectAll().where('sessionId', '=', sessionId).executeTakeFirst()) ?? null
}

export async function saveOtherCentres(db: Db, { sessionId, askedAt, centres }: OtherCentresTable): Promise<void> {
  await db
    .insertInto('otherCentres')
    .values({ sessionId, askedAt, centres })
    .onConflict((conflict) => conflict.column('sessionId').doUpdateSet({ askedAt, centres }))
    .execute()
}
