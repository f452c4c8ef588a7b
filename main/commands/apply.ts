import { putRow } from '../../db/rows.ts'
import type { Tx } from '../../db/schema.ts'
import { keepConfirmed } from '../../db/shadow.ts'
import { type CommandArgs, type CommandName, isDecision, ruleOf } from '../../domain/commands.ts'
import { type Circumstances, type Decision, judge } from '../../domain/decision.ts'
import { handlers } from './handlers.ts'

/** Load, decide, keep the confirmed copy, save. The same steps for a click and for its replay after a pull. */
export async function applyCommand<N extends CommandName>(
  tx: Tx,
  name: N,
  args: CommandArgs<N>,
  circumstances: Circumstances,
): Promise<Decision> {
  const facts = await handlers[name].load(tx, args)
  const decision = judge(ruleOf(name), args, facts, circumstances, 'desk')
  if (!decision.ok) return decision
  // What a fact adds is neither shadowed nor replayed: it has happened, whatever HQ says. HQ's copy will replace it (revision 0).
  for (const write of decision.writes)
    await putRow(tx, write, isDecision(name) ? await keepConfirmed(tx, write.entity, write.value.id) : 0)
  return decision
}
