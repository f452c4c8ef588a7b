import { addAudit } from '../db/audit.ts'
import { getRow } from '../db/rows.ts'
import type { Db } from '../db/schema.ts'
import { readSyncState, saveSyncState } from '../db/sync-state.ts'
import type { Clock } from '../domain/time.ts'
import { type ClickContext, newId } from './commands/context.ts'

export type SignIn = {
  /** Who sits here, as papers and the audit name them; empty when nobody does. */
  name(): string
  /** @returns false when this person is not (or no longer) of the centre */
  choose(operatorId: string): Promise<boolean>
  leave(): Promise<void>
  /** @throws when nobody has been chosen: the window offers no click then */
  context(): Promise<ClickContext>
}

/** Who sits at this PC: picked from the centre's list, kept from one start to the next. */
export async function openSignIn(db: Db, clock: Clock, random: ClickContext['random']): Promise<SignIn> {
  const { operatorId } = await readSyncState(db)
  let name = (operatorId && (await getRow(db, 'operator', operatorId))?.name) || ''

  async function note(
    kind: 'operator-chosen' | 'operator-left',
    who: string,
    operatorId: string | null,
  ): Promise<void> {
    await db.transaction().execute(async (tx) => {
      await saveSyncState(tx, { operatorId })
      const id = newId({ clock, random })
      await addAudit(tx, { id, at: clock.now(), operatorName: who, kind, detail: {} })
    })
  }

  return {
    name: () => name,
    async choose(operatorId) {
      const operator = await getRow(db, 'operator', operatorId)
      if (!operator?.active) return false
      await note('operator-chosen', operator.name, operatorId)
      name = operator.name
      return true
    },
    async leave() {
      await note('operator-left', name, null)
      name = ''
    },
    async context() {
      const { operatorId } = await readSyncState(db)
      const operator = operatorId ? await getRow(db, 'operator', operatorId) : null
      if (!operator?.active) throw new Error('nobody has been chosen at this desk')
      return { clock, random, operator }
    },
  }
}
