import { getKept, putRow } from '../db/rows.ts'
import type { Salvage } from '../db/salvage.ts'
import type { CommandState, CommandTable, Tx } from '../db/schema.ts'
import { readSyncState, saveSyncState } from '../db/sync-state.ts'
import { type CommandArgs, type CommandName, isCommandName, isDecision, ruleOf } from '../domain/commands.ts'
import { judge } from '../domain/decision.ts'
import { commandArgs } from '../domain/shapes/command-args.ts'
import { handlers } from './commands/handlers.ts'
import { rebase } from './sync/rebase.ts'

/**
 * Puts back into an older copy what a damaged database still knew of this PC's work: commands that the copy does not have, in their
 * order, behind those it has; papers and notes. In the caller's transaction.
 * @returns how many of those commands HQ has still to judge, as far as this copy knows
 */
export async function putBack(tx: Tx, found: Salvage): Promise<number> {
  const known = new Map(
    (await tx.selectFrom('command').select(['id', 'state']).execute()).map(({ id, state }) => [id, state]),
  )
  const state = await readSyncState(tx)
  let sequence = Number(state.lastSequence ?? 0)
  let pending = 0
  for (const command of found.commands) {
    const here = known.get(command.id)
    if (here !== undefined) {
      await takeOver(tx, command, here)
      continue
    }
    sequence += 1
    const unjudged = unjudgedHere(command)
    await tx
      .insertInto('command')
      .values({ ...unjudged, sequence, deviceId: state.deviceId ?? command.deviceId, doubtful: 0 })
      .execute()
    // A damaged file may give the same line twice.
    known.set(command.id, unjudged.state)
    if (unjudged.state === 'waiting' || unjudged.state === 'sending') pending += 1
    await putFactBack(tx, unjudged)
  }
  await saveSyncState(tx, { lastSequence: String(sequence) })
  for (const document of found.documents)
    await tx
      .insertInto('document')
      .values(document)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  for (const line of found.audit)
    await tx
      .insertInto('audit')
      .values(line)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  // Decisions show again as they did: they run on the rows of the copy, as after any pull.
  await rebase(tx, [])
  return pending
}

/**
 * The copy has not seen HQ's outcome yet: for it the command is on its way, will be sent again, be answered as the first time, and be
 * settled by the outcome when it is pulled again. What was decided on this PC alone stays decided.
 */
function unjudgedHere(command: CommandTable): CommandTable {
  if (command.state !== 'applied' && command.state !== 'refused') return command
  return { ...command, state: 'sending', code: null, detail: null, settledAt: null }
}

/** The copy has the command as it was then; since, it may have been undone, set aside, or have left. */
async function takeOver(
  tx: Tx,
  { id, state, code, detail, settledAt }: CommandTable,
  here: CommandState,
): Promise<void> {
  if (here !== 'waiting' && here !== 'sending') return
  if (state === 'cancelled' || state === 'quarantined')
    await tx.updateTable('command').set({ state, code, detail, settledAt }).where('id', '=', id).execute()
  else if (state !== 'waiting') await tx.updateTable('command').set({ state: 'sending' }).where('id', '=', id).execute()
}

/** What a fact has added, which no replay brings back: money received stays received, a number given stays given. */
async function putFactBack(tx: Tx, { name, args, at, operator, state }: CommandTable): Promise<void> {
  if (state === 'cancelled' || !isCommandName(name) || isDecision(name)) return
  const parsed = commandArgs[name].safeParse(JSON.parse(args))
  if (!parsed.success) return
  await putFactRows(tx, name, parsed.data as CommandArgs<CommandName>, { at, operator })
}

async function putFactRows<N extends CommandName>(
  tx: Tx,
  name: N,
  args: CommandArgs<N>,
  { at, operator }: Pick<CommandTable, 'at' | 'operator'>,
): Promise<void> {
  const { name: operatorName, role } = JSON.parse(operator)
  const facts = await handlers[name].load(tx, args)
  // As at HQ: it has happened, so it is written, whatever these older rows say against it.
  const decision = judge(ruleOf(name), args, facts, { at, operatorName, role }, 'hq')
  if (!decision.ok) return
  for (const write of decision.writes)
    if ((await getKept(tx, write.entity, write.value.id)) === null) await putRow(tx, write, 0)
}
