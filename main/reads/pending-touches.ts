import { listPendingMarks } from '../../db/commands.ts'
import type { Db, Tx } from '../../db/schema.ts'
import { isCommandName, isDecision } from '../../domain/commands.ts'

/** `entity/id` of the rows that pending commands concern: decisions, those of them that no longer hold here, and all. */
export type PendingTouches = {
  decisions: ReadonlySet<string>
  doubtful: ReadonlySet<string>
  all: ReadonlySet<string>
}

export async function readPendingTouches(db: Db | Tx): Promise<PendingTouches> {
  const pending = await listPendingMarks(db)
  const decisions = pending.filter(({ name }) => isCommandName(name) && isDecision(name))
  return {
    decisions: new Set(decisions.flatMap(({ touches }) => touches)),
    doubtful: new Set(decisions.filter((one) => one.doubtful).flatMap(({ touches }) => touches)),
    all: new Set(pending.flatMap(({ touches }) => touches)),
  }
}
