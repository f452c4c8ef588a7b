import { NO_FILTERS } from '../../contract/choices.ts'
import type { AwaitedMoney } from '../../contract/desk-today.ts'
import type { Db } from '../../db/schema.ts'
import type { RequestLists } from './request-lists.ts'
import { readSessionMoney } from './session-sum.ts'
import { listAwaitedPayers } from './today-files.ts'

/** What a session still waits for: requests as the list counts them, money as « Session » does, organisations as « Aujourd'hui » does. */
export async function readAwaitedMoney(db: Db, lists: RequestLists, sessionId: string): Promise<AwaitedMoney> {
  const filters = { ...NO_FILTERS, state: 'due' } as const
  const { due, overdue } = await lists.read({ sessionId, filters, sort: [], held: [] }, ({ counts }) => counts)
  const { currency, expected, received } = await readSessionMoney(db, sessionId)
  return { due, overdue, currency, amount: expected - received, payers: await listAwaitedPayers(db, sessionId) }
}
