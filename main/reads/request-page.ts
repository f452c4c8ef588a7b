import type { RequestIds, RequestPage, RequestPageQuery, RequestQuery } from '../../contract/desk-lists.ts'
import { MOST_ROWS } from '../../contract/limits.ts'
import { listPayers } from '../../db/request-query.ts'
import type { Db } from '../../db/schema.ts'
import { compareText } from '../../domain/compare-text.ts'
import { plainText } from '../../domain/plain-text.ts'
import { readRequests } from './request-list.ts'
import type { RequestLists } from './request-lists.ts'

/** Some rows of a list, by their position in it, with what the chips above it count. */
export async function readRequestPage(
  db: Db,
  lists: RequestLists,
  { from, count, ...query }: RequestPageQuery,
): Promise<RequestPage> {
  const { ids, ...counted } = await lists.read(query, ({ ids, counts, unchecked, whole }) => ({
    ...{ ids: ids.slice(from, from + count), total: ids.length },
    ...{ counts: { ...counts }, unchecked, whole },
  }))
  const payers = (await listPayers(db, query.sessionId))
    .map((payer) => ({ ...payer, key: plainText(payer.name) }))
    .sort((a, b) => compareText(a.key, b.key) || compareText(a.id, b.id))
  return { ...counted, rows: await readRequests(db, ids), payers: payers.map(({ id, name }) => ({ id, name })) }
}

/** « Tout sélectionner » : the first requests of a list, as many as one click may concern. */
export async function readRequestIds(lists: RequestLists, query: RequestQuery): Promise<RequestIds> {
  return await lists.read(query, ({ ids }) => ({ ids: ids.slice(0, MOST_ROWS), total: ids.length }))
}

/** Where a request stands in a list, from 0; null when it is not in it. */
export async function readRequestPosition(
  lists: RequestLists,
  { query, requestId }: { query: RequestQuery; requestId: string },
): Promise<{ position: number | null }> {
  const position = await lists.read(query, ({ ids }) => ids.indexOf(requestId))
  return { position: position < 0 ? null : position }
}
