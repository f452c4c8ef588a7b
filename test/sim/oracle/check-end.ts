import { readSyncState } from '../../../db/sync-state.ts'
import { type EntityName, entityNames } from '../../../domain/entities.ts'
import { entityShapes } from '../../../domain/shapes/entities.ts'
import { readFreshness } from '../../../main/reads/desk-state.ts'
import type { Day } from '../play/day.ts'
import type { Desk } from '../play/desk.ts'
import { Broken } from './broken.ts'
import { readState } from './check-desk.ts'
import { checkMoney } from './check-money.ts'
import { plainText, type TableRows } from './table-rows.ts'

const QUIET_ROUNDS = 12

/** The faults are over: every PC exchanges until nothing waits, and then all must be equal. */
export async function endInQuiet(day: Day): Promise<void> {
  for (let round = 0; round < QUIET_ROUNDS && (round < 3 || !day.desks.every((desk) => isQuiet(day, desk))); round++) {
    // Tokens live ten minutes: a copy of a PC is told apart at the next sign-in at the latest.
    day.hq.advance(round === 0 ? 30 : 660)
    for (const desk of day.desks) {
      await day.switchOn(desk)
      await day.exchangeWhole(desk)
    }
  }
  for (const desk of day.desks) {
    if (!isQuiet(day, desk))
      throw new Broken(
        'equal-after-quiet',
        `${desk.label} still has ${desk.model.pending.length} commands or pages under way after ${QUIET_ROUNDS} quiet exchanges`,
      )
    await checkDesk(day, desk)
    await checkMoney(desk)
  }
  await checkHqTables(day)
  checkFates(day)
  if (!day.forked) checkReceipts(day)
  checkIdentities(day)
}

function isQuiet(day: Day, { complete, uncertain, model, centreId, pc }: Desk): boolean {
  const heads = day.truth.heads(centreId)
  return (
    complete &&
    !uncertain &&
    pc.lastTrouble === null &&
    model.pending.length === 0 &&
    model.cursor.common === heads.common &&
    model.cursor.centre === heads.centre
  )
}

async function checkDesk(day: Day, { label, model, centreId, pc }: Desk): Promise<void> {
  const truth = day.truth.rows(centreId)
  sameRows(model.confirmed, truth, `${label} holds`, (entity, id) => entity === 'candidate' && isOutOfSight(truth, id))
  const freshness = await readFreshness(pc.db, await readSyncState(pc.db), false)
  const settled = new Set(truth.list('reviewSettlement').map(({ reviewItemId }) => reviewItemId))
  const expected = {
    trouble: null,
    agreement: 'agrees',
    toTransmit: 0,
    toReview: truth.list('reviewItem').filter(({ id }) => !settled.has(id)).length,
    quarantined: model.commands.filter(({ fate }) => fate === 'quarantined').length,
    firstSync: null,
  }
  for (const [key, value] of Object.entries(expected))
    if (freshness[key as keyof typeof expected] !== value)
      throw new Broken(
        'equal-after-quiet',
        `${label} says ${key} ${freshness[key as keyof typeof expected]}, expected ${value}`,
      )
  const check = pc.sqlite.pragma('integrity_check', { simple: true })
  if (check !== 'ok') throw new Broken('file-whole', `${label}: ${String(check)}`)
}

/** A candidate without a request of this centre any more: whoever read it before keeps it, whoever comes later does not get it. */
function isOutOfSight(rows: TableRows, candidateId: string): boolean {
  return !rows.list('request').some((request) => request.candidateId === candidateId)
}

function sameRows(
  seen: TableRows,
  truth: TableRows,
  who: string,
  but: (entity: EntityName, id: string) => boolean,
): void {
  for (const entity of entityNames) {
    const left = new Map(truth.tables.get(entity))
    for (const { id, revision, value } of seen.tables.get(entity)?.values() ?? []) {
      const wanted = left.get(id)
      left.delete(id)
      if (but(entity, id)) continue
      if (!wanted || wanted.revision !== revision || plainText(wanted.value) !== plainText(value))
        throw new Broken('equal-after-quiet', `${who} ${entity} ${id} (${revision}) otherwise than HQ's feed tells it`)
    }
    for (const id of left.keys())
      if (!but(entity, id)) throw new Broken('equal-after-quiet', `${who} no ${entity} ${id}, HQ's feed does`)
  }
}

/** HQ's tables against its feed: what it knows and what it tells are the same. */
async function checkHqTables(day: Day): Promise<void> {
  for (const entity of entityNames) {
    const rows = await day.hq.tableOf(entity)
    const columns = Object.keys(entityShapes[entity].shape)
    const texts = new Map<string, string>()
    for (const row of rows) {
      const value = Object.fromEntries(columns.map((column) => [column, row[snake(column)]]))
      texts.set(`${row.centre_id ?? ''}/${row.id}`, `${row.revision} ${plainText(value)}`)
    }
    const told = new Set<string>()
    for (const centreId of new Set(day.desks.map((desk) => desk.centreId))) {
      const truth = day.truth.rows(centreId)
      for (const { id, revision, value } of truth.tables.get(entity)?.values() ?? []) {
        if (entity === 'candidate' && isOutOfSight(truth, id)) continue
        const key = `${'centre_id' in (rows[0] ?? {}) ? centreId : ''}/${id}`
        told.add(key)
        if (texts.get(key) !== `${revision} ${plainText(value)}`)
          throw new Broken('equal-after-quiet', `HQ's table has ${entity} ${id} otherwise than its feed tells it`)
      }
    }
    for (const key of texts.keys())
      if (!told.has(key) && entity !== 'candidate')
        throw new Broken('equal-after-quiet', `HQ's table has ${entity} ${key}, which its feed never told`)
  }
}

/** Each command has the one fate that it must have. */
function checkFates(day: Day): void {
  for (const { label, model } of day.desks)
    for (const { command, fate, outcome } of model.commands) {
      const judged = day.truth.outcomes.get(command.id)
      const broken = (oracle: 'judged-once' | 'undo-holds', saw: string) =>
        new Broken(oracle, `${label}: ${command.name} (${command.sequence}) ${saw}`)
      if (fate === 'cancelled' && judged && !day.forked) throw broken('undo-holds', 'was undone here and judged at HQ')
      if (fate === 'quarantined' && judged) throw broken('judged-once', 'was set aside here and judged at HQ')
      if (fate === 'quarantined' && !isUnreadable(model.byId, command.id))
        throw broken('judged-once', 'was set aside, though HQ can read it')
      if ((fate === 'applied' || fate === 'refused') && (!judged || judged.status !== outcome?.status))
        throw broken('judged-once', `is ${fate} here, HQ says ${judged?.status ?? 'nothing'}`)
    }
}

/** Whatever was copied or put back, each PC is a device of its own in the end. */
function checkIdentities(day: Day): void {
  const seen = new Map<string, string>()
  for (const { deviceId = '', label } of day.desks) {
    const other = seen.get(deviceId)
    if (other !== undefined) throw new Broken('one-identity', `${other} and ${label} are one device to HQ`)
    seen.set(deviceId, label)
  }
}

/** Numbers of a series follow each other from 1, and no two receipts bear the same one. */
function checkReceipts(day: Day): void {
  for (const { pc, label } of day.desks) {
    const series = readState(pc.sqlite).series ?? ''
    const sql = 'select year, sequence from receipt where series = ? order by year, sequence'
    const rows = pc.sqlite.prepare(sql).all(series) as { year: number; sequence: number }[]
    const byYear = new Map<number, number>()
    for (const { year, sequence } of rows) {
      const last = byYear.get(year) ?? 0
      if (sequence !== last + 1)
        throw new Broken('register-keeps', `${label} gave receipt ${sequence} of series ${series} after ${last}`)
      byYear.set(year, sequence)
    }
  }
}

/** Whether HQ can never read this command, or one that it names. */
function isUnreadable(commands: Desk['model']['byId'], id: string): boolean {
  const known = commands.get(id)
  if (!known) return false
  return (
    JSON.stringify(known.command.args).includes('\\u0000') ||
    known.command.dependsOn.some((other) => isUnreadable(commands, other))
  )
}

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
