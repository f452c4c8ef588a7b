import type { Draft, DraftResult, RunAnswer } from '../../contract/ipc.ts'
import { addCommand, listUnjudgedDecisions } from '../../db/commands.ts'
import { problemCode } from '../../db/problem.ts'
import type { Db, Tx } from '../../db/schema.ts'
import { nextSequence } from '../../db/sync-state.ts'
import {
  COMMAND_VERSION,
  type Command,
  type CommandArgs,
  commands,
  isCommandName,
  isDecision,
  isUndoable,
  mayRun,
  UNDO_SECONDS,
} from '../../domain/commands.ts'
import type { RefusalCode, RefusalDetail } from '../../domain/decision.ts'
import { commandArgs } from '../../domain/shapes/command-args.ts'
import { addSeconds } from '../../domain/time.ts'
import { applyCommand } from './apply.ts'
import { type ClickContext, type DraftContext, draftContext, newId } from './context.ts'
import { handlers } from './handlers.ts'
import { touchesOf } from './touches.ts'

type Done = { result: DraftResult; command: Command | null }

/**
 * The one door through which anything changes at the desk. One click, one SQLite transaction: rows and commands are kept together
 * or not at all, and nothing waits for the network. A draft that is refused is left out, with those that name it; the others hold.
 * A disk that is full or a file that may no longer be written refuses the whole click (`not-kept`).
 */
export async function runClick(db: Db, drafts: readonly Draft[], context: ClickContext): Promise<RunAnswer> {
  try {
    return await keepClick(db, drafts, context)
  } catch (error) {
    const cause = problemCode(error)
    if (!cause) throw error
    console.error('click not kept', error)
    return {
      results: drafts.map(() => ({ ok: false as const, code: 'not-kept' as const, detail: { cause } })),
      undo: null,
    }
  }
}

async function keepClick(db: Db, drafts: readonly Draft[], context: ClickContext): Promise<RunAnswer> {
  const clickId = newId(context)
  return await db.transaction().execute(async (tx) => {
    const done: Done[] = []
    const desk = await draftContext(tx, context)
    for (const draft of drafts) done.push(await runDraft(tx, draft, done, clickId, desk))
    const kept = done.flatMap(({ command }) => command ?? [])
    const undoable = kept.length > 0 && kept.every(({ at, sendAfter }) => sendAfter > at)
    return {
      results: done.map(({ result }) => result),
      undo: undoable ? { clickId, until: kept.map(({ sendAfter }) => sendAfter).sort()[0] ?? '' } : null,
    }
  })
}

async function runDraft(
  tx: Tx,
  draft: Draft,
  before: readonly Done[],
  clickId: string,
  context: DraftContext,
): Promise<Done> {
  if (context.incomplete) return refusal('first-sync-under-way')
  const after = (draft.after ?? []).map((index) => before[index])
  if (after.some((dependency) => !dependency?.command)) return refusal('depends-on-refused')
  if (!mayRun(draft.name, context.operator.role))
    return refusal('role-not-allowed', { role: commands[draft.name].role })
  const unready = handlers[draft.name].refuse?.(context)
  if (unready) return refusal(unready.code, unready.detail)
  const dependencies = after.flatMap((dependency) => dependency?.command ?? [])
  // A fact has happened whatever becomes of a decision: one drafted behind a decision is a bug of the window.
  if (!isDecision(draft.name) && dependencies.some(({ name }) => isCommandName(name) && isDecision(name)))
    throw new Error(`${draft.name} cannot depend on a decision`)
  const created = after[0]?.result.ok ? after[0].result.createdId : null
  const completed = (await handlers[draft.name].complete?.(tx, draft.args, context, created)) ?? draft.args
  const parsed = commandArgs[draft.name].safeParse(completed)
  if (!parsed.success) return refusal('not-valid', { field: parsed.error.issues[0]?.path.join('.') ?? '' })
  const args = parsed.data as CommandArgs<typeof draft.name>

  const at = context.clock.now()
  const { id: operatorId, name: operatorName, role } = context.operator
  const { decision, builtOn } = await applyCommand(tx, draft.name, args, { at, operatorName, role })
  if (!decision.ok) return refusal(decision.refusal.code, decision.refusal.detail)

  // If HQ refuses one of the decisions this one is built on, both fall, in one line of À revoir.
  const leansOn = await listUnjudgedDecisions(tx, builtOn)
  // What leans on a fact of the same click that cannot be taken back, a receipt perhaps, leaves with it.
  const mayBeUndone = [draft.name, ...dependencies.map(({ name }) => name as typeof draft.name)].every(isUndoable)
  const command: Command = {
    id: newId(context),
    v: COMMAND_VERSION,
    deviceId: context.deviceId,
    sequence: await nextSequence(tx),
    operator: { id: operatorId, name: operatorName, role },
    at,
    name: draft.name,
    args: args as Command['args'],
    dependsOn: [...new Set([...dependencies.map(({ id }) => id), ...leansOn])],
    sendAfter: mayBeUndone ? addSeconds(at, UNDO_SECONDS) : at,
  }
  await addCommand(tx, command, clickId, touchesOf(decision.writes))
  const createdId = isDecision(draft.name) ? null : (decision.writes[0]?.value.id ?? null)
  return { result: { ok: true, commandId: command.id, createdId }, command }
}

function refusal(code: RefusalCode, detail?: RefusalDetail): Done {
  return { result: detail ? { ok: false, code, detail } : { ok: false, code }, command: null }
}
