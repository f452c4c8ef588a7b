import { sql } from 'kysely'
import { byId } from '../domain/by-id.ts'
import type { ById, EntityName, EntityValue } from '../domain/entities.ts'
import { decode } from './codec.ts'
import { sumAllocated } from './payments.ts'
import type { Db, Tx } from './schema.ts'

/** The rows that some requests are shown with, and no others. */
export type RequestParts = {
  requests: ById<'request'>
  /** By request. */
  entries: ReadonlyMap<string, readonly EntityValue<'entry'>[]>
  candidates: ById<'candidate'>
  organisations: ById<'organisation'>
  exams: ById<'exam'>
  /** Minor units allocated to each entry by payments that stand. */
  allocated: ReadonlyMap<string, number>
  /** How many requests of the same candidate for the same session came before each. */
  earlier: ReadonlyMap<string, number>
}

export async function readRequestParts(db: Db | Tx, requestIds: readonly string[]): Promise<RequestParts> {
  const requests = await rowsBy(db, 'request', 'id', requestIds)
  const entries = await rowsBy(db, 'entry', 'requestId', requestIds)
  const distinct = <V>(values: readonly V[]) => [...new Set(values)]
  return {
    requests: byId(requests),
    entries: Map.groupBy(entries, ({ requestId }) => requestId),
    candidates: byId(await rowsBy(db, 'candidate', 'id', distinct(requests.map(({ candidateId }) => candidateId)))),
    organisations: byId(
      await rowsBy(db, 'organisation', 'id', distinct(requests.flatMap(({ organisationId }) => organisationId ?? []))),
    ),
    exams: byId(await rowsBy(db, 'exam', 'id', distinct(entries.map(({ examId }) => examId)))),
    allocated: await sumAllocated(
      db,
      entries.map(({ id }) => id),
    ),
    earlier: await countEarlier(db, requestIds),
  }
}

/** Rows of one kind by the value of one of their columns. One text bound, whatever the number of values. */
export async function rowsBy<E extends EntityName>(
  db: Db | Tx,
  entity: E,
  column: keyof EntityValue<E> & string,
  values: readonly string[],
): Promise<EntityValue<E>[]> {
  if (values.length === 0) return []
  const { rows } = await sql<never>`select * from ${sql.table(entity)}
    where ${sql.ref(column)} in (select value from json_each(${JSON.stringify(values)}))`.execute(db)
  return rows.map((row) => decode(entity, row))
}

async function countEarlier(db: Db | Tx, requestIds: readonly string[]): Promise<Map<string, number>> {
  // Sought among the few requests of a person: `+` keeps the session's index, which is the whole session, out of it.
  const { rows } = await sql<{ id: string; earlier: number }>`
    select request.id, count(*) as earlier from request join request as before on before.candidate_id = request.candidate_id
      and +before.session_id = request.session_id and (before.received_at, before.id) < (request.received_at, request.id)
    where request.id in (select value from json_each(${JSON.stringify(requestIds)})) group by request.id`.execute(db)
  return new Map(rows.map(({ id, earlier }) => [id, earlier]))
}
