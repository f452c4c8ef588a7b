import { addAudit } from '../../db/audit.ts'
import { listClick, listPending, saveState } from '../../db/commands.ts'
import type { Db } from '../../db/schema.ts'
import { rebase } from '../sync/rebase.ts'
import { type ClickContext, newId } from './context.ts'
import { removeAdded } from './remove-added.ts'

type UndoContext = Pick<ClickContext, 'clock' | 'random'> & { operatorName: string }

/**
 * Takes a click back, whole, while it is still here: nothing of it is on its way, and nothing done since leans on its rows.
 * The commands stay in the register as cancelled before sending.
 * @returns false when it is too late
 */
export async function undoClick(
  db: Db,
  clickId: string,
  { clock, random, operatorName }: UndoContext,
): Promise<boolean> {
  const now = clock.now()
  return await db.transaction().execute(async (tx) => {
    const click = await listClick(tx, clickId)
    if (click.length === 0 || click.some(({ state, sendAfter }) => state !== 'waiting' || sendAfter <= now))
      return false
    const ids = new Set(click.map(({ id }) => id))
    const touched = new Set(
      click.flatMap(({ touches }) => touches).filter((touch) => !/^(request|candidate)\//.test(touch)),
    )
    const last = Math.max(...click.map(({ sequence }) => sequence))
    const later = (await listPending(tx)).filter(({ id, sequence }) => !ids.has(id) && sequence > last)
    if (
      later.some(
        ({ dependsOn, touches }) => dependsOn.some((id) => ids.has(id)) || touches.some((touch) => touched.has(touch)),
      )
    )
      return false
    for (const command of click) await removeAdded(tx, command)
    await saveState(tx, [...ids], { state: 'cancelled', settledAt: now })
    await rebase(tx, [])
    const id = newId({ clock, random })
    await addAudit(tx, { id, at: now, operatorName, kind: 'click-undone', detail: { clickId } })
    return true
  })
}
