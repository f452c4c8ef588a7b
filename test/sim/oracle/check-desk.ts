import type Sqlite from 'better-sqlite3'
import { type EntityName, entityNames } from '../../../domain/entities.ts'
import { entityShapes } from '../../../domain/shapes/entities.ts'
import { Broken } from './broken.ts'
import type { DeskModel } from './desk-model.ts'
import { plainText, type TableRows } from './table-rows.ts'

/** What the register says of a command, as its table has it. */
export type Registered = {
  id: string
  sequence: number
  deviceId: string
  operator: string
  at: string
  name: string
  args: string
  dependsOn: string
  sendAfter: string
  v: number
  state: string
  clickId: string
  doubtful: number
  code: string | null
  detail: string | null
  settledAt: string | null
}

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const columns = Object.fromEntries(
  entityNames.map((entity) => [entity, Object.keys(entityShapes[entity].shape)]),
) as Record<EntityName, string[]>
const selects = Object.fromEntries(
  entityNames.map((entity) => [
    entity,
    `select revision, ${columns[entity].map(snake).join()} from ${snake(entity)} order by id`,
  ]),
) as Record<EntityName, string>
const REGISTER = `select id, sequence, device_id as deviceId, operator, at, name, args, depends_on as dependsOn, send_after as sendAfter, v,
  state, click_id as clickId, doubtful, code, detail, settled_at as settledAt from command order by sequence`

const prepared = new WeakMap<Sqlite.Database, Map<string, Sqlite.Statement>>()

/** Each statement prepared once a connection: the oracle looks after every commit. */
function all(sqlite: Sqlite.Database, sql: string, raw = false): unknown[] {
  const known = prepared.get(sqlite) ?? new Map<string, Sqlite.Statement>()
  prepared.set(sqlite, known)
  const statement = known.get(sql) ?? (raw ? sqlite.prepare(sql).raw() : sqlite.prepare(sql))
  known.set(sql, statement)
  return statement.all()
}

const cells = new Map<unknown, string>()

/** A cell of SQLite as the same text as the value it stands for. */
function cellText(cell: unknown): string {
  if (typeof cell !== 'string') return JSON.stringify(cell)
  const known = cells.get(cell)
  if (known !== undefined) return known
  const text = /^[[{]/.test(cell) ? plainText(JSON.parse(cell)) : JSON.stringify(cell)
  if (cells.size > 20_000) cells.clear()
  cells.set(cell, text)
  return text
}

const rowTexts = new WeakMap<object, string>()

function rowText(entity: EntityName, value: Record<string, unknown>): string {
  const known = rowTexts.get(value)
  if (known !== undefined) return known
  const text = columns[entity].map((column) => plainText(value[column])).join(' · ')
  rowTexts.set(value, text)
  return text
}

export function readRegister(sqlite: Sqlite.Database): Registered[] {
  return all(sqlite, REGISTER) as Registered[]
}

export function readState(sqlite: Sqlite.Database): Record<string, string> {
  const rows = all(sqlite, 'select key, value from sync_state') as { key: string; value: string }[]
  return Object.fromEntries(rows.map(({ key, value }) => [key, value]))
}

/** At which revision the PC holds a row as HQ confirmed it. */
export function revisionHeld(sqlite: Sqlite.Database, entity: EntityName, id: string): number | null {
  const sql = `select revision from ${snake(entity)} where id = ?`
  return (sqlite.prepare(sql).pluck().get(id) as number | undefined) ?? null
}

/** What no click of a desk's can change: looked at when a page came in. */
const STILL: ReadonlySet<EntityName> = new Set([
  'examSession',
  'exam',
  'software',
  'centre',
  'device',
  'operator',
  'organisation',
])

/** Every row of the PC's tables against the model, revision for revision. */
export function checkTables(sqlite: Sqlite.Database, expected: TableRows, who: string, which: 'all' | 'moving'): void {
  for (const entity of entityNames) {
    if (which === 'moving' && STILL.has(entity)) continue
    const rows = all(sqlite, selects[entity], true) as unknown[][]
    const at = columns[entity].indexOf('id') + 1
    const left = new Map(expected.tables.get(entity))
    for (const row of rows) {
      const id = String(row[at])
      const wanted = left.get(id)
      left.delete(id)
      const [revision, ...rest] = row
      const text = rest.map(cellText).join(' · ')
      if (!wanted) throw new Broken('sees-confirmed-and-own', `${who} shows ${entity} ${id}, which should not be there`)
      if (revision !== wanted.revision)
        throw new Broken(
          'sees-confirmed-and-own',
          `${who} holds ${entity} ${id} at revision ${revision}, expected ${wanted.revision}`,
        )
      const should = rowText(entity, wanted.value)
      if (text !== should)
        throw new Broken('sees-confirmed-and-own', `${who} shows ${entity} ${id}: ${difference(text, should)}`)
    }
    const [missing] = left.keys()
    if (missing !== undefined) throw new Broken('sees-confirmed-and-own', `${who} does not show ${entity} ${missing}`)
  }
}

function difference(seen: string, expected: string): string {
  const wanted = expected.split(' · ')
  const parts = seen.split(' · ').flatMap((part, n) => (part === wanted[n] ? [] : [`${part}, expected ${wanted[n]}`]))
  return parts.join('; ')
}

/** The register against the model: nothing gone, nothing changed, each state as it must be. */
export function checkRegister(register: readonly Registered[], model: DeskModel, who: string): void {
  const found = new Map(register.map((row) => [row.id, row]))
  for (const { command, fate, left, doubtful, outcome } of model.commands) {
    const row = found.get(command.id)
    const broken = (saw: string) => new Broken('register-keeps', `${who}: ${command.name} (${command.sequence}) ${saw}`)
    if (!row) throw broken('is no longer in the register')
    if (!sameCommand(row, command)) throw broken('is not what it was when it was made')
    const expected = fate === 'pending' ? (left ? ['sending'] : ['waiting', 'sending']) : [fate]
    if (!expected.includes(row.state)) throw broken(`is ${row.state}, expected ${expected.join(' or ')}`)
    if (fate === 'pending' && Boolean(row.doubtful) !== doubtful)
      throw broken(`is ${doubtful ? 'not ' : ''}said to be in doubt`)
    if (!outcome) continue
    const detail = row.detail === null ? null : JSON.parse(row.detail)
    if (
      row.code !== outcome.code ||
      plainText(detail) !== plainText(outcome.detail) ||
      row.settledAt !== outcome.decidedAt
    )
      throw broken(`says ${row.code} at ${row.settledAt}, HQ said ${outcome.code} at ${outcome.decidedAt}`)
  }
}

function sameCommand(row: Registered, command: DeskModel['commands'][number]['command']): boolean {
  return (
    row.sequence === command.sequence &&
    row.deviceId === command.deviceId &&
    row.at === command.at &&
    row.name === command.name &&
    row.sendAfter === command.sendAfter &&
    plainText(JSON.parse(row.args)) === plainText(command.args) &&
    plainText(JSON.parse(row.dependsOn)) === plainText(command.dependsOn)
  )
}

/** The copies kept of confirmed rows: one for each row that a pending decision changed, as HQ last sent it. */
export function checkShadows(sqlite: Sqlite.Database, model: DeskModel, who: string): void {
  const rows = all(sqlite, 'select entity, id, value, revision from shadow') as {
    entity: EntityName
    id: string
    value: string | null
    revision: number
  }[]
  if (rows.length !== model.guessed.size)
    throw new Broken(
      'sees-confirmed-and-own',
      `${who} keeps ${rows.length} confirmed copies for ${model.guessed.size} rows changed`,
    )
  for (const { entity, id, value, revision } of rows) {
    const confirmed = model.confirmed.row(entity, id)
    const copy = value === null ? null : rowText(entity, JSON.parse(value))
    if (copy !== (confirmed ? rowText(entity, confirmed.value) : null) || revision !== (confirmed?.revision ?? 0))
      throw new Broken(
        'sees-confirmed-and-own',
        `${who} keeps as confirmed a copy of ${entity} ${id} that HQ never sent`,
      )
  }
}
