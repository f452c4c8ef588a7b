import type { AwaitedMoney } from '../../contract/desk-today.ts'
import type { Db } from '../../db/schema.ts'
import type { RequestLists } from './request-lists.ts'
import { readSessionSum } from './session-sum.ts'
import { listAwaitedPayers } from './today-files.ts'

const WHOLE = { exam: null, software: null, deadline: 'any', payer: null } as const

/** What a session still waits for: requests as the list counts them, money as « Session » does, organisations as « Aujourd'hui » does. */
export async function readAwaitedMoney(db: Db, lists: RequestLists, sessionId: string): Promise<AwaitedMoney> {
  const filters = { ...WHOLE, state: 'due', unchecked: false, several: false, text: '' } as const
  const { due, overdue } = await lists.read({ sessionId, filters, sort: [], held: [] }, ({ counts }) => counts)
  const { currency, expected, received } = (await readSessionSum(db, sessionId)).money
  return { due, overdue, currency, amount: expected - received, payers: await listAwaitedPayers(db, sessionId) }
}
