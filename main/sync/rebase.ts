import { DRAFT_PREFIX } from '../../contract/kept.ts'
import type { KnownRow } from '../../contract/rows.ts'
import {
  type KeptCommand,
  listLeaving,
  listPending,
  listPendingTouches,
  saveDoubt,
  saveState,
  whichAreHere,
} from '../../db/commands.ts'
import { forgetKeptAbout } from '../../db/kept.ts'
import { getManyKept, putRows, removeRow } from '../../db/rows.ts'
import type { Tx } from '../../db/schema.ts'
import { restoreConfirmed } from '../../db/shadow.ts'
import { listSpared, spare, unspare } from '../../db/spared.ts'
import { hashOfRow, SumChange } from '../../db/sums.ts'
import { type CommandArgs, isCommandName, isDecision } from '../../domain/commands.ts'
import { placeText } from '../../domain/digest.ts'
import type { EntityName, Write } from '../../domain/entities.ts'
import { commandArgs } from '../../domain/shapes/command-args.ts'
import { applyCommand } from '../commands/apply.ts'
import { removeAdded } from '../commands/remove-added.ts'

export type RebaseOptions = {
  /** A repair: HQ's row replaces ours whatever the revisions say, for ours was found to be wrong. */
  overwrite?: boolean
}

/** What a page did: rows that were not here yet, or not so, by kind; commands that it settled. */
export type Rebased = { counts: Record<string, number>; settled: number }

/**
 * What I see = what HQ has confirmed + my commands that HQ has not shown me yet. In the caller's transaction, which also moves the
 * cursor: rows touched by pending decisions go back to their confirmed copy, HQ's rows are applied, the commands whose outcome is
 * among them are settled, the others run again in order. What the confirmed rows add up to follows in the same transaction.
 */
export async function rebase(
  tx: Tx,
  rows: readonly KnownRow[],
  { overwrite = false }: RebaseOptions = {},
): Promise<Rebased> {
  await restoreConfirmed(tx)
  const counts = await applyPage(tx, rows, overwrite)
  const settled = await settle(tx, rows)
  // Before the replay: a row that HQ has taken away must not hold the last seat while pending decisions are judged again.
  await dropSpared(tx)
  for (const command of await listPending(tx)) await replay(tx, command)
  return { counts, settled }
}

/** An older copy never replaces a newer one; an absent row says nothing, only a tombstone removes. */
async function applyPage(tx: Tx, rows: readonly KnownRow[], overwrite: boolean): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  const sums = new SumChange()
  const working = rows.some(({ value }) => value === null) ? await listPendingTouches(tx) : new Set<string>()
  const spared = new Set((await listSpared(tx)).map(({ entity, id }) => placeText(entity, id)))
  const isSpared = (entity: EntityName, id: string) => spared.size > 0 && spared.has(placeText(entity, id))
  const count = (kind: string) => {
    counts[kind] = (counts[kind] ?? 0) + 1
  }
  for (const [entity, latest] of latestByKind(rows)) {
    const known = await getManyKept(tx, entity, [...latest.keys()])
    const puts: { value: Write['value']; revision: number }[] = []
    for (const { row, gone } of latest.values()) {
      const { id, revision, value } = row
      const kept = known.get(id)
      const stands = kept && !isSpared(entity, id) && gone <= kept.revision
      if (stands && kept.revision >= revision && !overwrite) continue
      // What only this PC has added is not confirmed, and what HQ has taken away no longer is.
      if (kept && kept.revision > 0 && !isSpared(entity, id)) sums.subtract(entity, hashOfRow(entity, id, kept))
      if (value !== null) {
        puts.push({ value, revision })
        sums.add(entity, hashOfRow(entity, id, { value, revision }))
        if (isSpared(entity, id)) await unspare(tx, entity, id)
        count(entity)
      } else if (kept) {
        if (working.has(placeText(entity, id))) await spare(tx, entity, id)
        else await takeAway(tx, entity, id)
        count('removed')
      }
    }
    await putRows(tx, entity, puts)
  }
  await sums.save(tx)
  return counts
}

/** `gone`: the highest revision at which this page took the row away before it told of it as it is now; 0 when it did not. */
type LastWord = { row: KnownRow; gone: number }

/**
 * A page may tell of the same row several times, in HQ's order: only the last word counts, unless it is an older copy. Kinds stay in the
 * order in which they refer to each other.
 */
function latestByKind(rows: readonly KnownRow[]): Map<EntityName, Map<string, LastWord>> {
  const kinds = new Map<EntityName, Map<string, LastWord>>()
  for (const row of rows) {
    const kind = kinds.get(row.entity) ?? new Map<string, LastWord>()
    const before = kind.get(row.id)
    // A row that was taken away may come back with any revision: it begins again.
    const gone = before?.row.value === null ? Math.max(before.gone, before.row.revision) : (before?.gone ?? 0)
    if (!before || before.row.value === null || before.row.revision < row.revision) kind.set(row.id, { row, gone })
    kinds.set(row.entity, kind)
  }
  return kinds
}

/** Only HQ's outcome, pulled, settles a command: the answer to the sending was a hint. */
async function settle(tx: Tx, rows: readonly KnownRow[]): Promise<number> {
  const outcomes = rows.flatMap((row) => (row.entity === 'outcome' && row.value !== null ? row.value : []))
  // A first sync brings the outcomes of every PC of the centre, for years: few of them are ours.
  const ours = await whichAreHere(
    tx,
    outcomes.map(({ id }) => id),
  )
  let settled = 0
  for (const { id, status, code, detail, decidedAt } of outcomes)
    if (ours.has(id)) settled += await saveState(tx, [id], { state: status, code, detail, settledAt: decidedAt })
  // What HQ has kept of a note came with its outcome, or comes again: of somebody who has left meanwhile it keeps nothing in sight.
  for (const command of await listLeaving(tx, [...ours])) await removeAdded(tx, command)
  return settled
}

/**
 * Runs a pending decision again on the rows as they now are, with the instant and the ids of its first run: a replay draws nothing.
 * One that no longer holds here stays pending and writes nothing; HQ decides.
 */
async function replay(tx: Tx, command: KeptCommand): Promise<void> {
  const { name, at, operator } = command
  if (!isCommandName(name) || !isDecision(name)) return
  const args = commandArgs[name].parse(command.args) as CommandArgs<typeof name>
  const { decision } = await applyCommand(tx, name, args, { at, operatorName: operator.name, role: operator.role })
  await saveDoubt(tx, command.id, !decision.ok)
}

async function dropSpared(tx: Tx): Promise<void> {
  const spared = await listSpared(tx)
  if (spared.length === 0) return
  const working = await listPendingTouches(tx)
  for (const { entity, id } of spared) {
    if (working.has(placeText(entity, id))) continue
    await takeAway(tx, entity, id)
    await unspare(tx, entity, id)
  }
}

/** A row goes with what was half-typed about it here: of somebody who has left the centre nothing stays. */
async function takeAway(tx: Tx, entity: EntityName, id: string): Promise<void> {
  await removeRow(tx, entity, id)
  await forgetKeptAbout(tx, DRAFT_PREFIX, id)
}
