import type { WireRow } from '../../../contract/rows.ts'
import { type Command, type CommandName, isDecision } from '../../../domain/commands.ts'
import type { Refusal } from '../../../domain/decision.ts'
import { type EntityName, isEntityName } from '../../../domain/entities.ts'
import { holdsSeat } from '../../../domain/entry.ts'
import type { Outcome, ReviewItem } from '../../../domain/review.ts'
import { toldOf } from '../../../domain/told.ts'
import type { Change } from '../play/hq-side.ts'
import { Broken } from './broken.ts'
import { judgeOver, seatsTaken } from './facts-of.ts'
import { type HeldRow, plainText, TableRows } from './table-rows.ts'

const FACT_ROWS: readonly EntityName[] = [
  'payment',
  'paymentVoid',
  'receipt',
  'creditNote',
  'chequeDeposit',
  'chequeEnd',
  'depositVoid',
  'chequeEndVoid',
  'statementMatch',
  'creditUse',
  'creditReturn',
  'reviewSettlement',
  'callNote',
  'reminder',
  'issuedPaper',
  'attendanceMark',
  'outcome',
]

const CHANGE_CANDIDATES: ReadonlySet<string> = new Set<CommandName>(['candidate.correct', 'candidate.change-address'])

/** One stream of HQ, as whoever read all of it would know it. */
type Journal = { changes: Change[] }

/** HQ judged from outside: its feed read again, every judgement made again by the domain's own rules over rows in memory. */
export class HqModel {
  readonly #common: Journal = { changes: [] }
  readonly #centres = new Map<string, { journal: Journal; rows: TableRows; lastSequence: Map<string, number> }>()
  /** Every command made on any PC. */
  readonly commands = new Map<string, Command>()
  readonly outcomes = new Map<string, Outcome>()
  readonly #numbers = new Map<string, string>()
  /** Devices that took the place of another. */
  readonly replaces = new Map<string, string>()

  constructor(centreIds: readonly string[]) {
    for (const id of centreIds)
      this.#centres.set(id, { journal: { changes: [] }, rows: new TableRows(), lastSequence: new Map() })
  }

  rows(centreId: string): TableRows {
    return this.#centre(centreId).rows
  }

  heads(centreId: string): { common: number; centre: number } {
    return { common: this.#common.changes.length, centre: this.#centre(centreId).journal.changes.length }
  }

  /** The rows between two cursors, as a page brings them. */
  between(
    centreId: string,
    after: { common: number; centre: number },
    to: { common: number; centre: number },
  ): WireRow[] {
    const common = this.#common.changes.slice(after.common, to.common)
    const centre = this.#centre(centreId).journal.changes.slice(after.centre, to.centre)
    return [...common, ...centre].flatMap(({ rows }) => rows)
  }

  /** A row as HQ told it at this revision. */
  version(centreId: string, { entity, id }: HeldRow, revision: number): HeldRow | null {
    const told = this.between(centreId, { common: 0, centre: 0 }, this.heads(centreId))
    const row = told.find((one) => one.entity === entity && one.id === id && one.revision === revision)
    return row?.value ? { entity, id, revision, value: row.value } : null
  }

  /** What a reader who had gone as far as this cursor would know. */
  rowsAt(centreId: string, cursor: { common: number; centre: number }): TableRows {
    const rows = new TableRows()
    for (const row of this.between(centreId, { common: 0, centre: 0 }, cursor)) fold(rows, row)
    return rows
  }

  absorbCommon(changes: readonly Change[]): void {
    for (const change of changes) {
      follow(this.#common, change, 'common')
      for (const { rows } of this.#centres.values()) for (const row of change.rows) fold(rows, row)
    }
  }

  /** What a centre's stream has more than last time, all of it written at `now`. */
  absorb(centreId: string, changes: readonly Change[], now: string): void {
    const centre = this.#centre(centreId)
    for (const change of changes) {
      follow(centre.journal, change, centreId)
      const outcome = change.rows.find((row) => row.entity === 'outcome')?.value as Outcome | undefined
      if (outcome) this.#judged(centreId, change, outcome, now)
      for (const row of change.rows) {
        // What was noted of somebody who leaves is taken out of sight, and may come back.
        const isAdded = FACT_ROWS.includes(row.entity as EntityName) && row.value !== null
        if (isAdded && centre.rows.row(row.entity as EntityName, row.id))
          throw new Broken('judged-once', `${row.entity} ${row.id} is written a second time at HQ`)
        fold(centre.rows, row)
      }
      for (const { id, seats } of centre.rows.list('offering')) {
        const taken = seatsTaken(centre.rows, id)
        if (taken > seats)
          throw new Broken('seats-never-exceeded', `${id} has ${seats} seats at HQ and ${taken} are taken`)
      }
    }
  }

  #judged(centreId: string, change: Change, outcome: Outcome, now: string): void {
    const { rows, lastSequence } = this.#centre(centreId)
    const command = this.commands.get(outcome.id)
    if (!command || change.commandId !== outcome.id)
      throw new Broken('judged-once', `HQ judged ${outcome.name} ${outcome.id}, which no PC made`)
    if (this.outcomes.has(outcome.id))
      throw new Broken('judged-once', `HQ judged ${outcome.name} (${command.sequence}) twice`)
    this.outcomes.set(outcome.id, outcome)
    const { deviceId } = outcome
    const last = lastSequence.get(deviceId) ?? 0
    if (command.sequence <= last)
      throw new Broken('order-of-device', `HQ judged number ${command.sequence} of a PC after number ${last}`)
    lastSequence.set(deviceId, command.sequence)
    const expected = this.#expected(centreId, rows, { ...command, deviceId }, now)
    const { status, code, decidedAt } = outcome
    // Who took the last seat is HQ's own addition: the rule knows nothing of it.
    const { takenAt = null, takenBy = null, ...detail } = outcome.detail ?? {}
    const { operatorName, doneAt, about, entryIds, told } = outcome
    const seen = {
      status,
      code,
      detail: outcome.detail && detail,
      decidedAt,
      operatorName,
      doneAt,
      about,
      entryIds,
      told,
    }
    const decides = isDecision(command.name as CommandName)
    const should = {
      ...{ ...expected.outcome, decidedAt: now, operatorName: command.operator.name, doneAt: command.at },
      ...toldOf(command.args, decides ? expected.writes : []),
      ...(decides && status === 'applied' ? {} : { told: {} }),
    }
    if (
      takenAt !== null &&
      (code !== 'no-seat-left' || !isLastTaking(rows, String(detail.offeringId), String(takenAt)))
    )
      throw new Broken('judged-as-the-rule-says', `HQ says that the last seat was taken at ${takenAt} by ${takenBy}`)
    if (plainText(seen) !== plainText(should))
      throw new Broken(
        'judged-as-the-rule-says',
        `HQ said ${plainText(seen)} to ${command.name}, the rule says ${plainText(should)}`,
      )
    this.#checkRows(change, expected.writes, command)
    this.#checkNumbers(rows, change, command, outcome)
    checkReview(rows, change, command, outcome)
  }

  #expected(centreId: string, rows: TableRows, command: Command, at: string) {
    const { name, args, operator, dependsOn } = command
    const prior = this.#prior(rows, dependsOn, command)
    const decides = isDecision(name as CommandName)
    if (prior && decides)
      return { outcome: { status: 'refused', code: prior.code, detail: prior.detail ?? null }, writes: [] }
    const circumstances = { at, operatorName: operator.name, role: operator.role }
    const origin = this.#originOf(command.deviceId)
    const ownSeries = (series: string) =>
      rows.list('device').some((device) => device.series === series && this.#originOf(device.id) === origin)
    const decision = judgeOver(rows, centreId, { name: name as CommandName, args }, circumstances, 'hq', ownSeries)
    if (!decision) throw new Broken('judged-as-the-rule-says', `HQ judged ${name} without its rows`)
    const refusal = decision.ok ? (decision.misfit ?? prior) : decision.refusal
    return {
      outcome: {
        status: decision.ok ? 'applied' : 'refused',
        code: refusal?.code ?? null,
        detail: refusal?.detail ?? null,
      },
      writes: decision.ok ? decision.writes : [],
    }
  }

  /** The first identity of the PC behind a device. */
  #originOf(deviceId: string): string {
    const before = this.replaces.get(deviceId)
    return before === undefined ? deviceId : this.#originOf(before)
  }

  #prior(rows: TableRows, dependsOn: readonly string[], command: Command): Refusal | null {
    const statuses = dependsOn.map((id) => rows.get('outcome', id)?.status)
    if (statuses.includes(undefined))
      throw new Broken('order-of-device', `HQ judged ${command.name} before a command that it depends on`)
    return statuses.includes('refused') ? { code: 'depends-on-refused' } : null
  }

  #checkRows(
    change: Change,
    writes: readonly { entity: EntityName; value: { id: string } }[],
    { name }: Command,
  ): void {
    const isOfHq = (entity: string) =>
      entity === 'outcome' || entity === 'reviewItem' || (entity === 'candidate' && !CHANGE_CANDIDATES.has(name))
    const effects = change.rows.filter(({ entity }) => !isOfHq(entity))
    const seen = effects.map(({ entity, value }) => `${entity} ${plainText(value)}`).sort()
    const should = writes.map(({ entity, value }) => `${entity} ${plainText(value)}`).sort()
    if (seen.join('\n') !== should.join('\n'))
      throw new Broken(
        'judged-as-the-rule-says',
        `${name} wrote ${seen.join(' and ') || 'nothing'} at HQ, the rule says ${should.join(' and ') || 'nothing'}`,
      )
  }

  /** A first pre-validation gives a number for life; but for the commands about candidates, nothing else touches one. */
  #checkNumbers(rows: TableRows, change: Change, command: Command, outcome: Outcome): void {
    if (CHANGE_CANDIDATES.has(command.name)) return
    const gives = outcome.status === 'applied' && command.name === 'entry.prevalidate'
    const entryIds = gives ? (command.args.entryIds as string[]) : []
    const candidateIds = new Set(entryIds.flatMap((id) => rows.get('entry', id)?.candidateId ?? []))
    const numberless = [...candidateIds].filter((id) => rows.get('candidate', id)?.nuc === null)
    const numbered = change.rows.filter(({ entity }) => entity === 'candidate')
    if (
      numbered
        .map(({ id }) => id)
        .sort()
        .join() !== numberless.sort().join()
    )
      throw new Broken(
        'judged-as-the-rule-says',
        `${command.name} numbered ${numbered.length} candidates of ${numberless.length}`,
      )
    for (const { id, value } of numbered) {
      const nuc = String(value?.nuc)
      if (!/^CA\d+$/.test(nuc) || this.#numbers.has(nuc))
        throw new Broken('judged-as-the-rule-says', `candidate ${id} was given the number ${nuc}`)
      this.#numbers.set(nuc, id)
    }
  }

  #centre(centreId: string) {
    const centre = this.#centres.get(centreId)
    if (!centre) throw new Error(`no centre ${centreId}`)
    return centre
  }
}

function follow(journal: Journal, change: Change, stream: string): void {
  const last = journal.changes.length
  if (change.position !== last + 1)
    throw new Broken('positions-whole', `${stream} goes from position ${last} to ${change.position}`)
  journal.changes.push(change)
}

function fold(rows: TableRows, { entity, id, revision, value }: WireRow): void {
  if (!isEntityName(entity)) throw new Broken('judged-as-the-rule-says', `HQ published a row of ${entity}`)
  const known = rows.row(entity, id)
  if (known && known.revision >= revision)
    throw new Broken('positions-whole', `${entity} ${id} goes from revision ${known.revision} to ${revision} at HQ`)
  if (value === null) rows.remove(entity, id)
  else rows.put({ entity, id, revision, value })
}

function isLastTaking(rows: TableRows, offeringId: string, takenAt: string): boolean {
  const holding = rows.list('entry').filter((entry) => entry.offeringId === offeringId && holdsSeat(entry.status))
  return (
    holding
      .map(({ prevalidatedAt }) => prevalidatedAt ?? '')
      .sort()
      .at(-1) === takenAt
  )
}

/** One line of À revoir for a root, a place inside it for what fell with it, and none for what went well. */
function checkReview(rows: TableRows, change: Change, command: Command, outcome: Outcome): void {
  const items = change.rows
    .filter(({ entity }) => entity === 'reviewItem')
    .map(({ value }) => value as ReviewItem | null)
  const broken = (saw: string) => new Broken('refusal-in-sight', `${command.name} (${outcome.code}): ${saw}`)
  if (outcome.code === null) {
    if (items.length > 0) throw broken('a line of À revoir, though nothing was wrong')
    return
  }
  const [item] = items
  if (!item || items.length > 1) throw broken(`${items.length} lines of À revoir`)
  const settled = new Set(rows.list('reviewSettlement').map(({ reviewItemId }) => reviewItemId))
  const roots = rows
    .list('reviewItem')
    .filter(({ id }) => !settled.has(id))
    .filter((root) =>
      [root.commandId, ...root.dependents.map(({ commandId }) => commandId)].some((id) =>
        command.dependsOn.includes(id),
      ),
    )
  if (roots.length > 0) {
    const inside = item.dependents.some(({ commandId, code }) => commandId === command.id && code === outcome.code)
    if (!roots.some(({ id }) => id === item.id) || !inside)
      throw broken('is not told inside the line of what it fell with')
    return
  }
  const { commandId, kind, name, code, operatorName, doneAt, judgedAt } = item
  const should = {
    commandId: command.id,
    kind: outcome.status === 'refused' ? 'refused' : 'misfit',
    name: command.name,
    code: outcome.code,
    operatorName: command.operator.name,
    doneAt: command.at,
    judgedAt: outcome.decidedAt,
  }
  if (plainText({ commandId, kind, name, code, operatorName, doneAt, judgedAt }) !== plainText(should))
    throw broken(`the line says ${plainText(item)}`)
}
