import type { KnownRow } from '../../contract/rows.ts'
import { type KeptCommand, listPending, listPendingTouches, saveDoubt, saveState } from '../../db/commands.ts'
import { getKept, putRow, removeRow } from '../../db/rows.ts'
import type { Tx } from '../../db/schema.ts'
import { restoreConfirmed } from '../../db/shadow.ts'
import { listSpared, spare, unspare } from '../../db/spared.ts'
import { type CommandArgs, commands, isCommandName, isDecision } from '../../domain/commands.ts'
import { applyCommand } from '../commands/apply.ts'

/**
 * What I see = what HQ has confirmed + my commands that HQ has not shown me yet. In the caller's transaction, which also moves the
 * cursor: rows touched by pending decisions go back to their confirmed copy, HQ's rows are applied, the commands whose outcome is
 * among them are settled, the others run again in order.
 */
export async function rebase(tx: Tx, rows: readonly KnownRow[]): Promise<void> {
  await restoreConfirmed(tx)
  const working = rows.some(({ value }) => value === null) ? await listPendingTouches(tx) : new Set<string>()
  for (const row of rows) await applyRow(tx, row, working)
  await settle(tx, rows)
  for (const command of await listPending(tx)) await replay(tx, command)
  await dropSpared(tx)
}

/** An older copy never replaces a newer one; an absent row says nothing, only a tombstone removes. */
async function applyRow(tx: Tx, row: KnownRow, working: ReadonlySet<string>): Promise<void> {
  const known = await getKept(tx, row.entity, row.id)
  if (known && known.revision >= row.revision) return
  if (row.value !== null) {
    await putRow(tx, { entity: row.entity, value: row.value } as Parameters<typeof putRow>[1], row.revision)
    await unspare(tx, row.entity, row.id)
  } else if (working.has(`${row.entity}/${row.id}`)) await spare(tx, row.entity, row.id)
  else await removeRow(tx, row.entity, row.id)
}

/** Only HQ's outcome, pulled, settles a command: the answer to the sending was a hint. */
async function settle(tx: Tx, rows: readonly KnownRow[]): Promise<void> {
  for (const row of rows) {
    if (row.entity !== 'outcome' || row.value === null) continue
    const { id, status, code, detail, decidedAt } = row.value
    await saveState(tx, [id], { state: status, code, detail, settledAt: decidedAt })
  }
}

/**
 * Runs a pending decision again on the rows as they now are, with the instant and the ids of its first run: a replay draws nothing.
 * One that no longer holds here stays pending and writes nothing; HQ decides.
 */
async function replay(tx: Tx, command: KeptCommand): Promise<void> {
  const { name, at, operator } = command
  if (!isCommandName(name) || !isDecision(name)) return
  const args = commands[name].args.parse(command.args) as CommandArgs<typeof name>
  const { decision } = await applyCommand(tx, name, args, { at, operatorName: operator.name, role: operator.role })
  await saveDoubt(tx, command.id, !decision.ok)
}

async function dropSpared(tx: Tx): Promise<void> {
  const spared = await listSpared(tx)
  if (spared.length === 0) return
  const working = await listPendingTouches(tx)
  for (const { entity, id } of spared) {
    if (working.has(`${entity}/${id}`)) continue
    await removeRow(tx, entity, id)
    await unspare(tx, entity, id)
  }
}
