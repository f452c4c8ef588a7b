import type { Tx } from '../../db/schema.ts'
import type { CommandArgs, CommandFacts, CommandName } from '../../domain/commands.ts'
import type { Refusal } from '../../domain/decision.ts'
import type { DraftContext } from './context.ts'

/**
 * The desk's half of a command: what it adds to what the person asked, and what the rule needs to know.
 * Handlers receive only the open transaction: awaiting anything else in here would hang or tear it.
 */
export type DeskHandler<N extends CommandName> = {
  /** Why this PC cannot do it at present, whatever the rows say. HQ knows nothing of it. */
  refuse?: (context: DraftContext) => Refusal | null
  /**
   * Draws ids, numbers and instants, so that the rule itself draws nothing. `created`: the id that the click's first dependency
   * created.
   */
  complete?: (
    tx: Tx,
    draft: Readonly<Record<string, unknown>>,
    context: DraftContext,
    created: string | null,
  ) => Promise<Readonly<Record<string, unknown>>>
  load: (tx: Tx, args: CommandArgs<N>) => Promise<CommandFacts[N]>
}
