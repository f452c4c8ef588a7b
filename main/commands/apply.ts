import { putRow } from '../../db/rows.ts'
import type { Tx } from '../../db/schema.ts'
import { keepConfirmed } from '../../db/shadow.ts'
import { type CommandArgs, type CommandName, isDecision, ruleOf } from '../../domain/commands.ts'
import { type Circumstances, type Decision, judge } from '../../domain/decision.ts'
import { handlers } from './handlers.ts'

/** `builtOn`: `entity/id` of the rows that pending decisions had changed already. */
export type Applied = { decision: Decision; builtOn: string[] }

/** Load, decide, keep the confirmed copy, save. The same steps for a click and for its replay after a pull. */
export async function applyCommand<N extends CommandName>(
  tx: Tx,
  name: N,
  args: CommandArgs<N>,
  circumstances: Circumstances,
): Promise<Applied> {
  const facts = await handlers[name].load(tx, args)
  const decision = judge(ruleOf(name), args, facts, circumstances, 'desk')
  const builtOn: string[] = []
  if (!decision.ok) return { decision, builtOn }
  for (const write of decision.writes) {
    // What a fact adds is neither shadowed nor replayed: it has happened, whatever HQ says. HQ's copy will replace it (revision 0).
    if (!isDecision(name)) {
      await putRow(tx, write, 0)
      continue
    }
    const { revision, first } = await keepConfirmed(tx, write.entity, write.value.id)
    if (!first) builtOn.push(`${write.entity}/${write.value.id}`)
    await putRow(tx, write, revision)
  }
  return { decision, builtOn }
}
