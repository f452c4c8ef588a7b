import type { Entry } from '../../domain/entry.ts'
import { type AwaitedTogether, awaitedTogether, fellOf } from '../../domain/fell.ts'
import { readFallenMoney } from '../commands/fallen-money.ts'
import { ownCentre } from '../commands/own-centre.ts'
import { readAllocated } from '../commands/standing-payments.ts'
import type { Tx } from '../db/open.ts'
import { payerOf } from './payer-of.ts'

/**
 * Those of these entries of one request that are awaited first, for one reason and until one moment: a reminder says one. Null when nothing is
 * awaited of anybody. The entries must be locked.
 */
export async function readAwaited(
  tx: Tx,
  centreId: string,
  entries: readonly Entry[],
): Promise<AwaitedTogether<Entry> | null> {
  const [first] = entries
  if (!first) return null
  const ids = entries.map(({ id }) => id)
  const allocated = await readAllocated(tx, centreId, ids)
  const fallen = await readFallenMoney(tx, centreId, ids)
  const onAccount = (await payerOf(tx, centreId, first.requestId))?.onAccount ?? false
  const { timeZone } = (await ownCentre(tx, centreId)).centre
  const known = entries.map((entry) => {
    const paid = allocated.get(entry.id) ?? 0
    return { ...entry, paid, fell: fellOf({ ...entry, paid, onAccount }, fallen) }
  })
  return awaitedTogether(known, { onAccount, timeZone })[0] ?? null
}
