import type { WireRow } from '../../../contract/rows.ts'
import { type Command, type CommandName, isDecision, leavesWithCandidate } from '../../../domain/commands.ts'
import type { Decision } from '../../../domain/decision.ts'
import { type EntityName, isEntityName, type Write } from '../../../domain/entities.ts'
import type { Outcome } from '../../../domain/review.ts'
import { Broken } from './broken.ts'
import { judgeOver } from './facts-of.ts'
import { type HeldRow, TableRows } from './table-rows.ts'

export type KnownCommand = {
  command: Command
  clickId: string
  fate: 'pending' | 'applied' | 'refused' | 'cancelled' | 'quarantined'
  /** Its replay no longer holds here. */
  doubtful: boolean
  /** Whether a request that carries it was seen leaving. */
  left: boolean
  /** What it wrote when it was made. */
  writes: readonly Write[]
  touches: ReadonlySet<string>
  outcome: Outcome | null
}

/**
 * What a PC must show: *what HQ confirmed up to its cursor, and its own commands that HQ has not shown it yet*. Told from outside of each
 * click and each page; knows nothing of the tables `shadow`, `spared` or `command`, nor of how a rebase is done.
 */
export class DeskModel {
  readonly #centreId: string
  confirmed = new TableRows()
  view = new TableRows()
  readonly commands: KnownCommand[] = []
  readonly byId = new Map<string, KnownCommand>()
  cursor = { common: 0, centre: 0 }
  /** Rows HQ took away while work on them was pending. */
  readonly spared = new Set<string>()
  /** Rows that pending decisions have changed. */
  guessed = new Set<string>()

  constructor(centreId: string) {
    this.#centreId = centreId
  }

  /** What the rule says at this desk, now. */
  judge(command: Pick<Command, 'name' | 'args' | 'at' | 'operator'>): Decision | null {
    const { at, operator } = command
    const asked = { name: command.name as CommandName, args: command.args }
    return judgeOver(this.view, this.#centreId, asked, { at, operatorName: operator.name, role: operator.role }, 'desk')
  }

  /** A command found in the register that was not there before. */
  made(command: Command, clickId: string): void {
    const decision = this.judge(command)
    if (!decision?.ok)
      throw new Broken(
        'sees-confirmed-and-own',
        `${command.name} was accepted, yet the rule refuses it: ${decision?.refusal.code}`,
      )
    const written = decision.writes.map(keyOf)
    const decides = isDecision(command.name as CommandName)
    const builtOn = this.commands.filter(
      (other) =>
        other.fate === 'pending' &&
        !other.doubtful &&
        isDecision(other.command.name as CommandName) &&
        decides &&
        other.writes.some((write) => written.includes(keyOf(write))),
    )
    const built = new Set(builtOn.map((other) => other.command.id))
    // Beyond what it is built on, a command may name only others of its own click: the person said so.
    const strays = command.dependsOn.filter((id) => !built.has(id) && this.byId.get(id)?.clickId !== clickId)
    if (strays.length > 0 || [...built].some((id) => !command.dependsOn.includes(id)))
      throw new Broken(
        'register-keeps',
        `${command.name} names ${command.dependsOn.length} commands; it is built on ${built.size}`,
      )
    const known: KnownCommand = {
      command,
      clickId,
      fate: 'pending',
      doubtful: false,
      left: false,
      writes: decision.writes,
      touches: touched(decision.writes),
      outcome: null,
    }
    this.commands.push(known)
    this.byId.set(command.id, known)
    this.#write(known, decision.writes)
  }

  /** A page of HQ's was taken. */
  page(rows: readonly WireRow[]): void {
    const working = this.#working()
    // A page may tell of one row several times: its last word counts.
    const last = new Map(rows.map((row) => [`${row.entity}/${row.id}`, row]))
    for (const { entity, id, revision, value } of last.values()) {
      if (!isEntityName(entity)) continue
      const known = this.confirmed.row(entity, id)
      if (known && known.revision >= revision) continue
      if (value !== null) {
        this.confirmed.put({ entity, id, revision, value })
        this.spared.delete(`${entity}/${id}`)
      } else if (known && working.has(`${entity}/${id}`)) this.spared.add(`${entity}/${id}`)
      else this.confirmed.remove(entity, id)
    }
    for (const { entity, value } of rows) {
      if (entity !== 'outcome' || value === null) continue
      const outcome = value as unknown as Outcome
      const known = this.byId.get(outcome.id)
      if (known) Object.assign(known, { fate: outcome.status, outcome })
    }
    this.rebuild()
  }

  cancel(clickId: string): void {
    for (const known of this.commands) if (known.clickId === clickId) known.fate = 'cancelled'
    this.rebuild()
  }

  quarantine(ids: readonly string[]): void {
    for (const id of ids) {
      const known = this.byId.get(id)
      if (known) known.fate = 'quarantined'
    }
    this.rebuild()
  }

  /** Confirmed rows, then facts, then the pending decisions judged again in order. */
  rebuild(): void {
    const working = this.#working()
    for (const key of this.spared) {
      if (working.has(key)) continue
      this.spared.delete(key)
      const [entity = '', id = ''] = split(key)
      this.confirmed.remove(entity as EntityName, id)
    }
    this.view = new TableRows(this.confirmed)
    this.guessed = new Set()
    for (const known of this.commands)
      if (!isDecision(known.command.name as CommandName) && known.fate !== 'cancelled' && !isHqsAlone(known))
        this.#write(known, known.writes)
    for (const known of this.commands) {
      if (known.fate !== 'pending' || !isDecision(known.command.name as CommandName)) continue
      const decision = this.judge(known.command)
      known.doubtful = !decision?.ok
      if (decision?.ok) this.#write(known, decision.writes)
    }
  }

  /** HQ has made this PC another device: what is pending goes on under the new name. */
  renamed(deviceId: string, which: (id: string) => boolean): Command[] {
    const given = this.pending.filter(({ command }) => which(command.id))
    for (const known of given) known.command = { ...known.command, deviceId }
    return given.map(({ command }) => command)
  }

  /** What is confirmed is told anew, whole. @param spared the row, as HQ once told it, that is kept for the sake of pending work */
  trust(truth: TableRows, cursor: DeskModel['cursor'], spared: (row: HeldRow) => HeldRow): void {
    const before = this.confirmed
    this.confirmed = new TableRows(truth)
    this.cursor = cursor
    const working = this.#working()
    for (const row of before.all()) {
      const key = `${row.entity}/${row.id}`
      if (truth.row(row.entity, row.id)) this.spared.delete(key)
      else if (working.has(key)) {
        this.confirmed.put(spared(row))
        this.spared.add(key)
      }
    }
    for (const known of this.commands) {
      const outcome = truth.get('outcome', known.command.id)
      if (outcome) Object.assign(known, { fate: outcome.status, outcome })
    }
    this.rebuild()
  }

  /** The same, for a copy of the disk. */
  copy(): DeskModel {
    const copy = new DeskModel(this.#centreId)
    copy.confirmed = new TableRows(this.confirmed)
    copy.cursor = { ...this.cursor }
    for (const known of this.commands) {
      const same = { ...known }
      copy.commands.push(same)
      copy.byId.set(same.command.id, same)
    }
    for (const key of this.spared) copy.spared.add(key)
    copy.view = new TableRows(this.view)
    copy.guessed = new Set(this.guessed)
    return copy
  }

  get pending(): KnownCommand[] {
    return this.commands.filter(({ fate }) => fate === 'pending')
  }

  #write({ command }: KnownCommand, writes: readonly Write[]): void {
    const decides = isDecision(command.name as CommandName)
    for (const write of writes) {
      const { entity, value } = write
      const confirmed = this.confirmed.row(entity, value.id)
      // A fact is there once: HQ's own copy takes the place of ours.
      if (!decides && confirmed) continue
      this.view.put({ entity, id: value.id, revision: confirmed?.revision ?? 0, value: value as HeldRow['value'] })
      if (decides) this.guessed.add(keyOf(write))
    }
  }

  #working(): Set<string> {
    return new Set(this.pending.flatMap(({ touches }) => [...touches]))
  }
}

/** What is noted of candidates leaves with them: once judged, it is there only as HQ has it. */
function isHqsAlone({ command, outcome }: KnownCommand): boolean {
  return leavesWithCandidate(command.name as CommandName) && outcome !== null
}

export function keyOf({ entity, value }: Write): string {
  return `${entity}/${value.id}`
}

function split(key: string): string[] {
  const at = key.indexOf('/')
  return [key.slice(0, at), key.slice(at + 1)]
}

/** The rows that a command is work on: those it writes and those these name. */
function touched(writes: readonly Write[]): Set<string> {
  const keys = new Set(writes.map(keyOf))
  for (const write of writes) {
    if (write.entity === 'entry')
      keys.add(`request/${write.value.requestId}`).add(`candidate/${write.value.candidateId}`)
    if (write.entity === 'dataCheck') keys.add(`examSession/${write.value.sessionId}`)
    if (write.entity === 'receipt' || write.entity === 'paymentVoid' || write.entity === 'chequeEnd')
      keys.add(`payment/${write.value.paymentId}`)
    if (write.entity === 'creditUse' || write.entity === 'creditReturn') {
      keys.add(`payment/${write.value.paymentId}`)
      for (const { entryId } of write.value.takenFrom) keys.add(`entry/${entryId}`)
    }
    if (write.entity === 'creditUse') for (const { entryId } of write.value.allocations) keys.add(`entry/${entryId}`)
    if (write.entity === 'creditNote')
      keys.add(`receipt/${write.value.receiptId}`).add(`payment/${write.value.paymentId}`)
    if (write.entity === 'chequeDeposit') for (const id of write.value.paymentIds) keys.add(`payment/${id}`)
    if (write.entity === 'depositVoid') keys.add(`chequeDeposit/${write.value.depositId}`)
    if (write.entity === 'chequeEndVoid')
      keys.add(`chequeEnd/${write.value.endId}`).add(`payment/${write.value.paymentId}`)
    if (write.entity === 'statementMatch') {
      if (write.value.paymentId !== null) keys.add(`payment/${write.value.paymentId}`)
      if (write.value.depositId !== null) keys.add(`chequeDeposit/${write.value.depositId}`)
    }
    if (write.entity === 'sitting') keys.add(`offering/${write.value.offeringId}`)
    if (write.entity === 'callNote') keys.add(`candidate/${write.value.candidateId}`)
    if (write.entity === 'reminder' || write.entity === 'issuedPaper' || write.entity === 'attendanceMark')
      keys.add(`request/${write.value.requestId}`).add(`candidate/${write.value.candidateId}`)
    if (write.entity === 'reviewSettlement') keys.add(`reviewItem/${write.value.reviewItemId}`)
    if (write.entity !== 'payment') continue
    keys.add(`${write.value.payer.kind}/${write.value.payer.id}`)
    for (const { entryId } of write.value.allocations) keys.add(`entry/${entryId}`)
  }
  return keys
}
