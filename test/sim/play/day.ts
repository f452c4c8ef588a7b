import { createHash } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { saveSyncState } from '../../../db/sync-state.ts'
import { Command } from '../../../domain/shapes/command.ts'
import { type DeviceSecrets, drawSecrets } from '../../../main/sync/device-keys.ts'
import { enrolDevice } from '../../../main/sync/enrol.ts'
import { Broken } from '../oracle/broken.ts'
import {
  checkRegister,
  checkShadows,
  checkTables,
  readRegister,
  readState,
  revisionHeld,
} from '../oracle/check-desk.ts'
import { DeskModel } from '../oracle/desk-model.ts'
import { HqModel } from '../oracle/hq-model.ts'
import { plainText } from '../oracle/table-rows.ts'
import type { Stick } from './by-file.ts'
import { type Chance, chanceOf } from './chance.ts'
import type { Desk, DeskCopy } from './desk.ts'
import type { HqFault, HqRequest, HqSide } from './hq-side.ts'
import { APP_VERSION, HQ_URL, OfficePc } from './office-pc.ts'
import type { Plan } from './plan.ts'
import { keptPages, pageOf } from './snapshot-pages.ts'
import { centreId, centreWorld, commonRows } from './world.ts'

/** No real exchange of such a small day is near this. */
const LEGS_AT_MOST = 120

/** Keys are drawn once: they are no part of the day, and the costliest thing in it. */
const keys: Promise<DeviceSecrets>[] = []

/** One simulated day: HQ, its centres, their PCs, and the oracles that look at every commit. */
export class Day {
  readonly hq: HqSide
  readonly plan: Plan
  readonly folder: string
  readonly desks: Desk[] = []
  readonly truth: HqModel
  readonly story: string[] = []
  /** Requests that the network still holds though nobody waits for them. */
  readonly limbo: { label: string; request: HqRequest }[] = []
  /** Rescue files that wait for HQ, and HQ's answers. */
  readonly departures: Stick[] = []
  readonly returns: Stick[] = []
  /** HQ no longer tells everything change by change. */
  compacted = false
  readonly #log = createHash('sha256')
  #broken: Broken | null = null
  interleavings = 0
  holdsSignIn = false
  /** A PC was restored or copied: what was undone on one may live on in the other. */
  forked = false
  #lastActor: Desk | null = null

  constructor(hq: HqSide, plan: Plan, folder: string) {
    this.hq = hq
    this.plan = plan
    this.folder = folder
    this.truth = new HqModel(Array.from({ length: plan.centres }, (_, n) => centreId(n)))
  }

  get digest(): string {
    return this.#log.copy().digest('hex')
  }

  /** A sentence of the story, which is also what two runs of a seed are compared by. */
  tell(sentence: string): void {
    this.story.push(sentence)
    this.#log.update(`${this.hq.now} ${sentence}\n`)
  }

  note(what: string): void {
    this.#log.update(`${what}\n`)
  }

  async begin(): Promise<void> {
    rmSync(this.folder, { recursive: true, force: true })
    mkdirSync(this.folder, { recursive: true })
    await this.hq.begin(this.plan.seed)
    await this.hq.publish({ centreId: null, writes: commonRows(this.plan.seed, this.plan.centres) })
    for (let centre = 0; centre < this.plan.centres; centre++)
      await this.hq.publish({ centreId: centreId(centre), writes: centreWorld(this.plan.seed, centre).rows })
    await this.absorb()
    for (const [n, office] of this.plan.offices.entries()) await this.#open(n, office)
  }

  /** A PC of the centre: enrolled by the real route; its first reading is whole, or left to what happens. */
  async #open(n: number, { centre, name, skew, late }: Plan['offices'][number]): Promise<void> {
    const id = centreId(centre)
    const chance = chanceOf(this.plan.seed, 'office', n)
    const folder = path.join(this.folder, `pc-${n}`)
    const pc = new OfficePc({ name, centre, skew, folder, hqNow: () => this.hq.now, chance })
    const label = this.plan.centres > 1 ? `${name} (${id})` : name
    const desk: Desk = {
      pc,
      label,
      centreId: id,
      model: new DeskModel(id),
      pages: [],
      snapshotDone: undefined,
      place: '',
      signature: '',
      complete: false,
      clicks: [],
      focus: null,
      deviceId: undefined,
      copies: [],
      copied: false,
      uncertain: false,
    }
    this.desks.push(desk)
    pc.onCommit = () => this.#observe(desk)
    await pc.start()
    keys[n] ??= drawSecrets()
    await saveSyncState(pc.db, await keys[n])
    const enrolled = await enrolDevice(pc.db, {
      hqUrl: HQ_URL,
      code: await this.hq.enrolmentCode(id),
      deviceName: name,
      appVersion: APP_VERSION,
      fetch: (async (input: URL, init: RequestInit) => {
        const { method = 'GET', headers, body = null } = init
        const answer = await this.hq.request({
          method,
          url: new URL(input).pathname,
          headers: headers as Record<string, string>,
          body: body as string | null,
        })
        return new Response(answer?.body ?? '', { status: answer?.status ?? 500 })
      }) as typeof fetch,
      clock: pc.clock,
      random: pc.random,
    })
    if (enrolled) throw new Error(`not enrolled: ${enrolled}`)
    await this.absorb()
    this.tell(`${label} enrols${skew === 0 ? '' : `, its clock ${Math.abs(skew)} s ${skew > 0 ? 'ahead' : 'behind'}`}.`)
    if (!late) await this.exchangeWhole(desk)
  }

  /** What HQ has published since the last look, judged. */
  async absorb(): Promise<void> {
    this.truth.absorbCommon(await this.hq.changesAfter('common', this.truth.heads(centreId(0)).common))
    for (let centre = 0; centre < this.plan.centres; centre++) {
      const id = centreId(centre)
      const changes = await this.hq.changesAfter(`centre:${id}`, this.truth.heads(id).centre)
      this.truth.absorb(id, changes, this.hq.now)
    }
    const [bug] = this.hq.bugs
    if (bug) throw new Broken('no-surprise', `HQ met ${bug instanceof Error ? bug.stack : String(bug)}`)
  }

  /** Something of ours was seen at a commit; told as soon as nobody of the project's code is in the way. */
  rethrow(): void {
    if (this.#broken) throw this.#broken
  }

  /** One actor more than the one whose exchange is under way: what the counting of interleavings means. */
  acts(desk: Desk | null): void {
    const underWay = this.desks.some(({ pc }) => pc.leg !== null)
    if (underWay && (desk !== this.#lastActor || desk === null)) this.interleavings++
    this.#lastActor = desk
  }

  async switchOn(desk: Desk): Promise<void> {
    if (desk.pc.isOn) return
    await desk.pc.start()
    this.tell(`${desk.label} starts again.`)
    this.#observe(desk, true)
    this.rethrow()
  }

  /** Begins an exchange when there is none, so that a request is held. False when there is nothing to hold. */
  async hold(desk: Desk): Promise<boolean> {
    await this.switchOn(desk)
    if (!desk.pc.leg) {
      await desk.pc.beginExchange()
      await this.rest(desk)
    }
    return desk.pc.leg !== null
  }

  /** The request that is held reaches HQ. */
  async deliver(desk: Desk, fault: HqFault | null = null): Promise<void> {
    const { leg } = desk.pc
    if (!leg) return
    leg.answer = await this.hq.request(this.#paged(leg.request), fault)
    await this.absorb()
    if (!fault && leg.request.url === '/v1/commands' && leg.answer?.status === 200) checkAllTried(leg.answer.body)
  }

  /** The answer that is held reaches the PC, which goes on to its next request. */
  async arrive(desk: Desk, cut: 'whole' | 'half' | 'broken' = 'whole'): Promise<void> {
    const { leg } = desk.pc
    if (!leg?.answer) return
    const { url } = leg.request
    if (url.startsWith('/v1/snapshot') && leg.answer.status === 200) desk.pages.push(pageOf(url, leg.answer.body))
    desk.pc.leg = null
    leg.arrive(leg.answer, cut)
    await this.rest(desk)
  }

  /** The network gives the request up; the PC goes on without an answer. */
  async drop(desk: Desk): Promise<void> {
    const { leg } = desk.pc
    if (!leg) return
    desk.pc.leg = null
    leg.fail()
    await this.rest(desk)
  }

  /** Until the PC waits for the network, has ended its exchange or is dead; then it is looked at. */
  async rest(desk: Desk): Promise<void> {
    await desk.pc.atRest()
    this.rethrow()
    if (desk.pc.hasDied) return this.bury(desk)
    if (desk.uncertain && !desk.pc.exchanging) this.#trust(desk)
    this.#noteRequest(desk)
    // Signing in is two requests that change nothing: the plan holds them now and then only.
    if (!this.holdsSignIn && desk.pc.leg?.request.url.startsWith('/v1/devices/')) {
      await this.deliver(desk)
      await this.arrive(desk)
    }
  }

  bury(desk: Desk): void {
    desk.pc.cutPower()
    this.tell(`${desk.label} dies there.`)
  }

  async exchangeWhole(desk: Desk): Promise<void> {
    if (!(await this.hold(desk))) return
    for (let legs = 0; desk.pc.leg; legs++) {
      if (legs > LEGS_AT_MOST)
        throw new Broken('reading-ends', `${desk.label} asks HQ for ever: ${desk.pc.leg.request.url}`)
      if (!desk.pc.leg.answer) await this.deliver(desk)
      await this.arrive(desk)
    }
    this.tell(`${desk.label} exchanges with HQ${desk.pc.lastTrouble ? `: ${desk.pc.lastTrouble}` : ''}.`)
  }

  /** The day's own pages are small, so that they cut between HQ's transactions in many places. */
  #paged(request: HqRequest): HqRequest {
    return request.url.startsWith('/v1/changes?')
      ? { ...request, url: `${request.url}&limit=${this.plan.pageRows}` }
      : request
  }

  /** Commands that leave must be marked before: from here on nobody may undo them. */
  #noteRequest(desk: Desk): void {
    const { leg } = desk.pc
    if (!leg || leg.answer || leg.request.url !== '/v1/commands') return
    const { commands } = JSON.parse(leg.request.body ?? '{}') as { commands: Command[] }
    const states = new Map(readRegister(desk.pc.sqlite).map(({ id, state }) => [id, state]))
    for (const command of commands) {
      const known = desk.model.byId.get(command.id)
      if (!known || plainText(known.command) !== plainText(command))
        throw new Broken('register-keeps', `${desk.label} sends ${command.name}, which nobody made as such`)
      const state = states.get(command.id) ?? ''
      // A batch whose token was over is sent again as it was; by then a file may have brought what HQ judged of it.
      const judged = known.left && known.fate !== 'pending' && ['applied', 'refused'].includes(state)
      if (!judged && (state !== 'sending' || known.fate !== 'pending'))
        throw new Broken('undo-holds', `${desk.label} sends ${command.name}, which is ${state}`)
      known.left = true
    }
  }

  /** The oracle's look at a PC, after each commit of its own. */
  #observe(desk: Desk, fresh = false): void {
    if (this.#broken) return
    try {
      this.#look(desk, fresh)
    } catch (error) {
      if (!(error instanceof Broken)) throw error
      this.#broken = error
    }
  }

  #look(desk: Desk, fresh: boolean): void {
    const { pc, model, label } = desk
    const state = readState(pc.sqlite)
    this.#renamed(desk, state.deviceId)
    // A page of a second reading: what it confirms is checked once all of it is here.
    const place = `${state.snapshotDone} ${state.snapshotPage}`
    if (desk.complete && state.refetching && desk.place !== place) desk.uncertain = true
    desk.place = place
    if (desk.uncertain) return
    const register = readRegister(pc.sqlite)
    const clicks = new Set(model.commands.map(({ clickId }) => clickId))
    for (const row of register) {
      if (model.byId.has(row.id)) continue
      if (clicks.has(row.clickId)) throw new Broken('register-keeps', `${label} keeps a click in several pieces`)
      const { id, v, deviceId, sequence, at, name, sendAfter } = row
      const command = Command.parse({
        ...{ id, v, deviceId, sequence, at, name, sendAfter },
        operator: JSON.parse(row.operator),
        args: JSON.parse(row.args),
        dependsOn: JSON.parse(row.dependsOn),
      })
      model.made(command, row.clickId)
      this.truth.commands.set(id, command)
    }
    const moved = this.#follow(desk, state)
    const cancelled = register.find(({ id, state }) => state === 'cancelled' && model.byId.get(id)?.fate === 'pending')
    if (cancelled) model.cancel(cancelled.clickId)
    const aside = register.filter(({ id, state }) => state === 'quarantined' && model.byId.get(id)?.fate === 'pending')
    if (aside.length > 0) model.quarantine(aside.map(({ id }) => id))
    // Nothing of what the rows follow from has moved: they were looked at when it last did.
    const signature = `${place} ${JSON.stringify([model.cursor, register.map(({ state, doubtful }) => [state, doubtful])])}`
    if (signature === desk.signature && !fresh) return
    desk.signature = signature
    checkTables(pc.sqlite, model.view, label, moved || fresh ? 'all' : 'moving')
    checkRegister(register, model, label)
    checkShadows(pc.sqlite, model, label)
  }

  /** Both sides say that they agree: then this PC holds what HQ told up to its cursor, whatever happened to it before. */
  #trust(desk: Desk): void {
    const state = readState(desk.pc.sqlite)
    if (state.agreement !== 'agrees' || state.refetching) return
    const cursor = { common: Number(state.cursorCommon), centre: Number(state.cursorCentre) }
    desk.uncertain = false
    desk.model.trust(this.truth.rowsAt(desk.centreId, cursor), cursor, (row) => {
      const revision = revisionHeld(desk.pc.sqlite, row.entity, row.id)
      return (revision && this.truth.version(desk.centreId, row, revision)) || row
    })
    this.#observe(desk, true)
    this.rethrow()
  }

  #renamed(desk: Desk, deviceId: string | undefined): void {
    const { deviceId: before, model } = desk
    desk.deviceId = deviceId
    if (before === undefined || deviceId === undefined || before === deviceId) return
    if (!desk.copied) throw new Broken('one-identity', `${desk.label} was taken for a copy of itself`)
    this.truth.replaces.set(deviceId, before)
    // While nothing can be said of the rows, some may have been settled that we still take for pending.
    const register = new Map(readRegister(desk.pc.sqlite).map((row) => [row.id, row.deviceId]))
    const given = (id: string) => !desk.uncertain || register.get(id) === deviceId
    for (const command of model.renamed(deviceId, given)) this.truth.commands.set(command.id, command)
    this.tell(`${desk.label} is another device from here on.`)
  }

  /** Moves the model as far as the PC says that it has read. True when it had to move. */
  #follow(desk: Desk, state: Record<string, string>): boolean {
    const { model, label } = desk
    const cursor = { common: Number(state.cursorCommon ?? 0), centre: Number(state.cursorCentre ?? 0) }
    if (!desk.complete && (state.snapshotDone !== desk.snapshotDone || state.snapshotComplete)) {
      const pages = keptPages(desk.pages, state.snapshotDone)
      if (state.snapshotComplete && pages.at(-1)?.next !== null)
        throw new Broken('positions-whole', `${label} calls its first reading complete, and HQ has more`)
      model.page(pages.flatMap(({ rows }) => rows))
      desk.pages = []
      model.cursor = cursor
      desk.snapshotDone = state.snapshotDone
      desk.complete = state.snapshotComplete === '1'
      return true
    }
    if (cursor.common !== model.cursor.common || cursor.centre !== model.cursor.centre) {
      const heads = this.truth.heads(desk.centreId)
      const back = cursor.common < model.cursor.common || cursor.centre < model.cursor.centre
      if (back || cursor.common > heads.common || cursor.centre > heads.centre)
        throw new Broken('positions-whole', `${label} has a cursor that HQ has not reached, or goes back`)
      model.page(this.truth.between(desk.centreId, model.cursor, cursor))
      model.cursor = cursor
      return true
    }
    return false
  }

  /** A second PC goes on with a copy of the first one's disk. */
  async clone(desk: Desk, copy: DeskCopy, skew: number): Promise<void> {
    const folder = path.join(this.folder, `clone-${this.desks.length}`)
    const { name, centre } = desk.pc
    const chance = chanceOf(this.plan.seed, 'clone', this.desks.length)
    const pc = new OfficePc({ name, centre, skew, folder, hqNow: () => this.hq.now, chance })
    const twin: Desk = { ...desk, pc, label: `${desk.label} (copy)`, pages: [], clicks: [], copies: [] }
    this.goBack(twin, copy)
    desk.copied = true
    this.desks.push(twin)
    pc.onCommit = () => this.#observe(twin)
    await this.switchOn(twin)
  }

  /** The PC's disk is what it was when the copy was taken, and so is what may be expected of it. */
  goBack(desk: Desk, copy: DeskCopy): void {
    this.forked = true
    desk.copied = true
    desk.pc.putBack(copy.folder)
    desk.model = copy.model.copy()
    desk.deviceId = copy.deviceId
    desk.clicks = []
    desk.uncertain = false
    desk.complete = true
  }

  close(): void {
    for (const { pc } of this.desks) pc.close()
    rmSync(this.folder, { recursive: true, force: true })
  }
}

/** HQ had no trouble of its own: it tried every command, but for those behind one that names what it could not read. */
function checkAllTried(body: string): void {
  const { results } = JSON.parse(body) as { results: { status: string; code: string | null }[] }
  const first = results.find(({ status }) => status === 'failed')
  if (first && first.code !== 'dependency-unknown')
    throw new Broken('holds-back-nothing', `HQ did not try a command of a batch (${first.code})`)
}

export function salted(day: Day, n: number): Chance {
  const chance = chanceOf(day.plan.seed, 'event', n)
  day.hq.salt(chanceOf(day.plan.seed, 'hq', n))
  day.holdsSignIn = chance.once(12)
  for (const [at, { pc }] of day.desks.entries()) pc.salt(chanceOf(day.plan.seed, 'pc', at, n))
  return chance
}
