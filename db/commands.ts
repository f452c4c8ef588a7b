import { sql } from 'kysely'
import { type CommandName, commandNames, isCommandName, isDecision, leavesWithCandidate } from '../domain/commands.ts'
import type { RefusalDetail } from '../domain/decision.ts'
import { Command } from '../domain/shapes/command.ts'
import type { CommandState, CommandTable, Db, Tx } from './schema.ts'

/** The table `command`: outbox and register in one. Nothing ever leaves it. */

export type KeptCommand = Command & {
  state: CommandState
  clickId: string
  touches: string[]
  doubtful: boolean
  code: string | null
  detail: RefusalDetail | null
  settledAt: string | null
  sentAt: string | null
}

const PENDING = ['waiting', 'sending'] as const

export async function addCommand(tx: Tx, command: Command, clickId: string, touches: readonly string[]): Promise<void> {
  const { operator, args, dependsOn, ...plain } = command
  await tx
    .insertInto('command')
    .values({
      ...plain,
      operator: JSON.stringify(operator),
      args: JSON.stringify(args),
      dependsOn: JSON.stringify(dependsOn),
      state: 'waiting',
      clickId,
      touches: JSON.stringify(touches),
      doubtful: 0,
      code: null,
      detail: null,
      settledAt: null,
      sentAt: null,
    })
    .execute()
}

/** Commands that HQ has not judged, in the order of this PC. */
export async function listPending(db: Db | Tx): Promise<KeptCommand[]> {
  const rows = await (db as Db)
    .selectFrom('command')
    .selectAll()
    .where('state', 'in', PENDING)
    .orderBy('sequence')
    .execute()
  return rows.map(read)
}

const LEAVING = commandNames.filter(leavesWithCandidate)

/** Those of these commands that added what leaves the centre with a candidate. */
export async function listLeaving(tx: Tx, ids: readonly string[]): Promise<KeptCommand[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('command')
    .selectAll()
    .where('id', 'in', ids)
    .where('name', 'in', LEAVING)
    .orderBy('sequence')
    .execute()
  return rows.map(read)
}

export async function listClick(db: Db | Tx, clickId: string): Promise<KeptCommand[]> {
  const rows = await (db as Db)
    .selectFrom('command')
    .selectAll()
    .where('clickId', '=', clickId)
    .orderBy('sequence')
    .execute()
  return rows.map(read)
}

/** A stretch of the register, newest first. @param states empty: all of them @param before lines after this sequence number */
export async function listRegister(
  db: Db,
  { states, before, limit }: { states: readonly CommandState[]; before: number | null; limit: number },
): Promise<KeptCommand[]> {
  let query = db.selectFrom('command').selectAll().orderBy('sequence', 'desc').limit(limit)
  if (states.length > 0) query = query.where('state', 'in', states)
  if (before !== null) query = query.where('sequence', '<', before)
  return (await query.execute()).map(read)
}

/** Commands set aside because HQ cannot read them, newest first. */
export async function listQuarantined(db: Db): Promise<KeptCommand[]> {
  const rows = await db
    .selectFrom('command')
    .selectAll()
    .where('state', '=', 'quarantined')
    .orderBy('sequence', 'desc')
    .execute()
  return rows.map(read)
}

/** Every command that concerns one of these rows (`entity/id`), oldest first. */
export async function listTouching(db: Db | Tx, touches: readonly string[]): Promise<KeptCommand[]> {
  if (touches.length === 0) return []
  const rows = await (db as Db).selectFrom('command').selectAll().where(touching(touches)).orderBy('sequence').execute()
  return rows.map(read)
}

const CHANGE_CANDIDATES: readonly CommandName[] = ['candidate.correct', 'candidate.change-address']
const CHANGE_SITTINGS: readonly CommandName[] = ['sitting.set', 'sitting.cancel']

/**
 * Ids of the decisions that changed these rows and that HQ has not judged. One that no longer holds here changed nothing: nothing is
 * built on it. No more is on a decision about an entry for whoever changes its candidate, or about a sitting for whoever changes its
 * offering: it touches that row, and leaves it as it is.
 */
export async function listUnjudgedDecisions(tx: Tx, rows: readonly string[]): Promise<string[]> {
  if (rows.length === 0) return []
  const candidates = rows.filter((row) => row.startsWith('candidate/'))
  const offerings = rows.filter((row) => row.startsWith('offering/'))
  const commands = await tx
    .selectFrom('command')
    .select(['id', 'name'])
    .where('state', 'in', PENDING)
    .where('doubtful', '=', 0)
    .where(({ or, and, eb }) =>
      or([
        touching(rows.filter((row) => !candidates.includes(row) && !offerings.includes(row))),
        and([eb('name', 'in', CHANGE_CANDIDATES), touching(candidates)]),
        and([eb('name', 'not in', CHANGE_SITTINGS), touching(offerings)]),
      ]),
    )
    .orderBy('sequence')
    .execute()
  return commands.flatMap(({ id, name }) => (isCommandName(name) && isDecision(name) ? id : []))
}

/** Instant at which the next command that has not left may leave; null when all have. */
export async function nextSendAfter(db: Db): Promise<string | null> {
  const row = await db
    .selectFrom('command')
    .select('sendAfter')
    .where('state', '=', 'waiting')
    .orderBy('sequence')
    .limit(1)
    .executeTakeFirst()
  return row?.sendAfter ?? null
}

/** One text bound, whatever the number of rows: a statement of its own for each number would be prepared again and again. */
function touching(touches: readonly string[]) {
  return sql<boolean>`command.id in (select command_id from command_touch
    where touch in (select value from json_each(${JSON.stringify(touches)})))`
}

/** `entity/id` of every row that a pending command concerns. */
export async function listPendingTouches(db: Db | Tx): Promise<Set<string>> {
  const rows = await (db as Db).selectFrom('command').select('touches').where('state', 'in', PENDING).execute()
  return new Set(rows.flatMap(({ touches }) => JSON.parse(touches) as string[]))
}

/** What pending commands concern, without reading more of them: at every page of a list. */
export async function listPendingMarks(db: Db | Tx): Promise<{ name: string; touches: string[]; doubtful: boolean }[]> {
  const rows = await (db as Db)
    .selectFrom('command')
    .select(['name', 'touches', 'doubtful'])
    .where('state', 'in', PENDING)
    .execute()
  return rows.map(({ name, touches, doubtful }) => ({
    name,
    touches: JSON.parse(touches) as string[],
    doubtful: doubtful === 1,
  }))
}

export async function countByState(db: Db | Tx): Promise<Map<CommandState, number>> {
  const rows = await (db as Db)
    .selectFrom('command')
    .select(['state', (eb) => eb.fn.countAll<number>().as('count')])
    .groupBy('state')
    .execute()
  return new Map(rows.map(({ state, count }) => [state, count]))
}

/** @returns how many of them are commands of this PC */
export async function saveState(
  tx: Db | Tx,
  ids: readonly string[],
  change: { state: CommandState; code?: string | null; detail?: RefusalDetail | null; settledAt?: string | null },
): Promise<number> {
  if (ids.length === 0) return 0
  const { detail, ...rest } = change
  const { numUpdatedRows } = await (tx as Db)
    .updateTable('command')
    .set(detail === undefined ? rest : { ...rest, detail: detail === null ? null : JSON.stringify(detail) })
    .where('id', 'in', ids)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Those of these ids that are commands of this PC, whatever their state. */
export async function whichAreHere(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const { rows } = await sql<{ id: string }>`
    select id from command where id in (select value from json_each(${JSON.stringify(ids)}))`.execute(tx)
  return new Set(rows.map(({ id }) => id))
}

/** Marks what is about to leave, by network or by file: from here on nobody may undo it, whatever becomes of it. */
export async function markSending(tx: Tx, ids: readonly string[], at: string): Promise<void> {
  if (ids.length === 0) return
  await tx
    .updateTable('command')
    .set({ state: 'sending' })
    .where('id', 'in', ids)
    .where('state', '=', 'waiting')
    .execute()
  await tx.updateTable('command').set({ sentAt: at }).where('id', 'in', ids).where('sentAt', 'is', null).execute()
}

/** What a command that has not been judged waits for. */
export async function saveDependencies(tx: Tx, id: string, dependsOn: readonly string[]): Promise<void> {
  await tx
    .updateTable('command')
    .set({ dependsOn: JSON.stringify(dependsOn) })
    .where('id', '=', id)
    .where('state', 'in', PENDING)
    .execute()
}

/** This PC has become another device: what HQ has not judged goes on under the new name, in the same order. */
export async function giveToDevice(tx: Tx, deviceId: string): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('command')
    .set({ deviceId })
    .where('state', 'in', PENDING)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

export async function saveDoubt(tx: Tx, id: string, doubtful: boolean): Promise<void> {
  await tx
    .updateTable('command')
    .set({ doubtful: Number(doubtful) })
    .where('id', '=', id)
    .where('doubtful', '!=', Number(doubtful))
    .execute()
}

/** The command as data, as it travels: without what only this PC keeps beside it. */
export function asSent({
  id,
  v,
  deviceId,
  sequence,
  operator,
  at,
  name,
  args,
  dependsOn,
  sendAfter,
}: KeptCommand): Command {
  return { id, v, deviceId, sequence, operator, at, name, args, dependsOn, sendAfter }
}

function read(row: CommandTable): KeptCommand {
  const { touches, doubtful, detail, operator, args, dependsOn, state, clickId, code, settledAt, sentAt, ...plain } =
    row
  const command = Command.parse({
    ...plain,
    operator: JSON.parse(operator),
    args: JSON.parse(args),
    dependsOn: JSON.parse(dependsOn),
  })
  return {
    ...command,
    state,
    clickId,
    code,
    settledAt,
    sentAt,
    touches: JSON.parse(touches) as string[],
    doubtful: doubtful === 1,
    detail: detail === null ? null : (JSON.parse(detail) as RefusalDetail),
  }
}
