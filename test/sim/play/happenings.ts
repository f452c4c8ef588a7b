import path from 'node:path'
import type { RunAnswer } from '../../../contract/ipc.ts'
import { saveSyncState } from '../../../db/sync-state.ts'
import { runClick } from '../../../main/commands/run-click.ts'
import { undoClick } from '../../../main/commands/undo-click.ts'
import { Broken } from '../oracle/broken.ts'
import { readRegister, readState } from '../oracle/check-desk.ts'
import { judgeOver, seatsTaken } from '../oracle/facts-of.ts'
import { TableRows } from '../oracle/table-rows.ts'
import { fileBack, fileJudged, fileOut } from './by-file.ts'
import type { Chance } from './chance.ts'
import { type Click, drawClick, type KINDS, nameOf } from './clicks.ts'
import { type Day, type Desk, salted } from './day.ts'
import type { HqFault } from './hq-side.ts'
import { type Event, type EventKind, skewOf } from './plan.ts'
import { centreId, centreWorld, newcomer } from './world.ts'

type Happening = (day: Day, desk: Desk, chance: Chance, event: Event) => Promise<void>

/** One event of the plan. What cannot happen as things stand does not: a plan with events taken away is still a plan. */
export async function happen(day: Day, event: Event): Promise<void> {
  const chance = salted(day, event.n)
  day.hq.advance(event.seconds)
  if (event.seconds > 3600) day.tell(`${Math.round(event.seconds / 3600)} hours pass.`)
  const desk = day.desks[event.pc % day.desks.length]
  if (!desk) return
  await happenings[event.kind](day, desk, chance, event)
  day.rethrow()
}

const happenings: { [K in EventKind]: Happening } = {
  async click(day, desk, chance) {
    const made = await prepareClick(day, desk, chance)
    if (!made) return
    day.acts(desk)
    day.tell(`${desk.label}: ${made.told}: ${await made.press()}.`)
  },

  async 'crash-in-click'(day, desk, chance) {
    const made = await prepareClick(day, desk, chance)
    if (!made) return
    day.acts(desk)
    desk.pc.light(chance.below(made.drafts * 14 + 2), chance.once(2))
    const answer = await made.press()
    desk.pc.putOut()
    day.tell(`${desk.label}: ${made.told}: ${answer}.`)
    if (desk.pc.hasDied) day.bury(desk)
  },

  async step(day, desk) {
    day.acts(desk)
    if (!(await day.hold(desk))) return
    await step(day, desk)
  },

  async 'crash-in-step'(day, desk, chance) {
    if (!(await day.hold(desk))) return
    day.acts(desk)
    if (!desk.pc.leg?.answer) await day.deliver(desk)
    day.tell(`HQ's answer reaches ${desk.label}: ${what(desk)}.`)
    desk.pc.light(chance.below(chance.once(2) ? 12 : 60), chance.once(2))
    await day.arrive(desk)
    desk.pc.putOut()
  },

  /** A click while the page is being taken in: both run, statement by statement in turn. */
  async 'click-and-step'(day, desk, chance) {
    const made = await prepareClick(day, desk, chance)
    if (!made || !(await day.hold(desk)) || readState(desk.pc.sqlite).refetching || desk.uncertain) return
    day.acts(desk)
    day.interleavings++
    if (!desk.pc.leg?.answer) await day.deliver(desk)
    day.tell(`HQ's answer reaches ${desk.label} (${what(desk)}) while somebody ${made.told}.`)
    const [answer] = await Promise.all([made.press(), day.arrive(desk)])
    day.tell(`${desk.label}: the click is ${answer}.`)
  },

  async exchange(day, desk) {
    day.acts(desk)
    await day.exchangeWhole(desk)
  },

  async undo(day, desk, chance) {
    const recent = desk.clicks.slice(-4)
    const click = chance.once(8) ? chance.pick(desk.clicks) : chance.pick(recent)
    if (!desk.pc.isOn || !click || desk.uncertain) return
    day.acts(desk)
    await takeBack(day, desk, click)
  },

  /** A clock set back makes a click leave before its ten seconds are over: it is on its way, and « Annuler » is still on the screen. */
  async 'undo-while-sending'(day, desk, chance) {
    const made = await prepareClick(day, desk, chance)
    if (!made) return
    day.acts(desk)
    day.tell(`${desk.label}: ${made.told}: ${await made.press()}.`)
    desk.pc.skew -= 60
    day.tell(`The clock of ${desk.label} is set back by a minute.`)
    await holdCommands(day, desk)
    const click = desk.clicks.at(-1)
    if (desk.pc.isOn && click && !desk.uncertain) await takeBack(day, desk, click)
  },

  async 'lose-request'(day, desk, chance) {
    if (!(await holdFor(day, desk, chance))) return
    day.acts(desk)
    day.tell(`A request of ${desk.label} is lost: ${what(desk)}.`)
    await day.drop(desk)
  },

  async 'lose-answer'(day, desk, chance) {
    if (!(await (chance.once(2) ? holdCommands(day, desk) : day.hold(desk)))) return
    day.acts(desk)
    if (!desk.pc.leg?.answer) await day.deliver(desk)
    day.tell(`HQ answers ${desk.label}, the answer is lost: ${what(desk)}.`)
    await day.drop(desk)
  },

  async 'cut-answer'(day, desk, chance) {
    if (!(await day.hold(desk))) return
    day.acts(desk)
    if (!desk.pc.leg?.answer) await day.deliver(desk)
    day.tell(`HQ's answer reaches ${desk.label} cut in half: ${what(desk)}.`)
    await day.arrive(desk, chance.once(2) ? 'half' : 'broken')
  },

  async 'twice-delivered'(day, desk, chance) {
    if (!(await holdFor(day, desk, chance))) return
    day.acts(desk)
    await day.deliver(desk)
    await day.deliver(desk)
    day.tell(`A request of ${desk.label} reaches HQ twice: ${what(desk)}.`)
  },

  /** The PC gives up; the request reaches HQ later, when nobody waits for it. */
  async 'late-delivery'(day, desk, chance) {
    if (!(await holdFor(day, desk, chance))) return
    day.acts(desk)
    const { request } = desk.pc.leg as NonNullable<Desk['pc']['leg']>
    day.limbo.push({ label: desk.label, request })
    day.tell(`A request of ${desk.label} is delayed beyond its patience: ${what(desk)}.`)
    await day.drop(desk)
  },

  async 'late-arrival'(day, _desk, chance) {
    const [late] = day.limbo.splice(chance.below(day.limbo.length), 1)
    if (!late) return
    day.acts(null)
    await day.hq.request(late.request)
    await day.absorb()
    day.tell(`The delayed request of ${late.label} reaches HQ.`)
  },

  async 'hq-dies'(day, desk, chance) {
    await breakHq(day, desk, chance, { at: chance.below(24), kind: 'dies', code: 'XX000' })
  },

  async 'hq-fails'(day, desk, chance) {
    // 40001: PostgreSQL asks to begin the transaction again.
    await breakHq(day, desk, chance, { at: chance.below(24), kind: 'fails', code: chance.once(2) ? '40001' : 'XX000' })
  },

  async 'power-cut'(day, desk) {
    if (!desk.pc.isOn) return
    day.acts(desk)
    day.tell(`The power of ${desk.label} is cut${desk.pc.leg ? `, ${what(desk)} under way` : ''}.`)
    desk.pc.cutPower()
  },

  async 'clock-jump'(day, desk, chance) {
    desk.pc.skew = skewOf(chance)
    day.tell(`The clock of ${desk.label} is set ${desk.pc.skew} s from HQ's.`)
  },

  async withdraw(day, _desk, chance, event) {
    const id = centreId(event.centre)
    const rows = day.truth.rows(id)
    const live = rows.sorted('entry').filter(({ status }) => status === 'requested' || status === 'prevalidated')
    const entry = chance.pick(live)
    if (!entry) return
    day.acts(null)
    const told = nameOf(rows, [entry.id])
    await day.hq.withdraw(entry.id)
    await day.absorb()
    day.tell(`At HQ, ${told} withdraws.`)
  },

  async arrive(day, _desk, chance, event) {
    const id = centreId(event.centre)
    const { offeringIds, organisation } = centreWorld(day.plan.seed, event.centre)
    const other = day.truth.rows(centreId((event.centre + 1) % day.plan.centres))
    const known = chance.once(2) ? chance.pick(other.sorted('candidate')) : undefined
    const rows = newcomer(chance, id, `e${event.n}`, { offeringIds, organisation, known }).filter(
      ({ entity }) => entity !== 'candidate' || !known,
    )
    day.acts(null)
    await day.hq.publish({ centreId: id, writes: rows })
    await day.absorb()
    day.tell(`At HQ, ${known ? `${known.birthName}, known already,` : 'somebody new'} asks ${id} for a seat.`)
  },

  async 'hq-change'(day, _desk, chance, event) {
    const reading = day.desks.find(({ complete }) => !complete)
    if (reading && !chance.once(3)) return await readAndChange(day, reading)
    day.acts(null)
    await changeAtHq(day, chance, centreId(event.centre))
    await day.absorb()
  },

  async tombstone(day, _desk, chance, event) {
    const id = centreId(event.centre)
    const rows = day.truth.rows(id)
    // Most of all what somebody works on: that is what must be spared.
    const touched = day.desks.flatMap(({ model }) => model.pending.flatMap(({ touches }) => [...touches]))
    const worked = rows.sorted('request').filter((one) => touched.includes(`request/${one.id}`))
    const request = chance.pick(worked.length > 0 && !chance.once(3) ? worked : rows.sorted('request'))
    if (!request) return
    const entries = rows.sorted('entry').filter(({ requestId }) => requestId === request.id)
    const told = nameOf(
      rows,
      entries.map((entry) => entry.id),
    )
    day.acts(null)
    await day.hq.publish({
      centreId: id,
      writes: [],
      tombstones: [
        ...entries.map((entry) => ({ entity: 'entry' as const, id: entry.id })),
        { entity: 'request' as const, id: request.id },
      ],
    })
    await day.absorb()
    day.tell(`At HQ, ${told || request.id} leaves the sight of ${id}.`)
  },

  /** Something is done, then something on top of it, and the first is taken back. */
  async 'undo-beneath'(day, desk, chance) {
    const first = await prepareClick(day, desk, chance, 'prevalidate')
    if (!first) return
    day.acts(desk)
    day.tell(`${desk.label}: ${first.told}: ${await first.press()}.`)
    const click = desk.clicks.at(-1)
    const second = await prepareClick(day, desk, chance, chance.pick(['pay', 'takeFee', 'confirm'] as const))
    if (!second || !click) return
    day.tell(`${desk.label}: ${second.told}: ${await second.press()}.`)
    await takeBack(day, desk, click)
  },

  async 'back-up'(day, desk) {
    if (!desk.pc.isOn || !desk.complete || desk.uncertain) return
    const folder = path.join(day.folder, `copy-${day.story.length}`)
    desk.pc.copyTo(folder)
    const told = `when the day had ${day.story.length} lines`
    desk.copies.push({ folder, model: desk.model.copy(), deviceId: desk.deviceId, told })
    day.tell(`The disk of ${desk.label} is copied.`)
  },

  /** By hand, behind the application's back, or by the application, which then knows. */
  async restore(day, desk, chance) {
    const copy = chance.pick(desk.copies)
    if (!copy) return
    if (desk.pc.isOn) desk.pc.cutPower()
    day.goBack(desk, copy)
    day.tell(`${desk.label} is put back to what it was ${copy.told}.`)
    await day.switchOn(desk)
    if (chance.once(2)) return
    await saveSyncState(desk.pc.db, { restoredAt: desk.pc.clock.now() })
    day.tell(`The application of ${desk.label} did it, and knows.`)
  },

  async clone(day, desk, chance, event) {
    if (desk.copies.length === 0) await happenings['back-up'](day, desk, chance, event)
    const copy = chance.pick(desk.copies)
    if (!copy || day.desks.length > 5) return
    day.tell(`A second PC goes on with the disk of ${desk.label} as it was ${copy.told}.`)
    await day.clone(desk, copy, desk.pc.skew)
  },

  'file-out': fileOut,
  'file-judged': fileJudged,
  'file-back': fileBack,

  async compaction(day) {
    day.acts(null)
    await day.hq.compact()
    day.compacted = true
    day.tell('HQ forgets its old changes.')
  },

  /** A row here is no longer what HQ sent, by whatever fault: only the sums can tell. */
  async rot(day, desk, chance) {
    const { pc, model } = desk
    if (!pc.isOn || !desk.complete) return
    // What is under way has counted already: it could say that all is well.
    if (pc.exchanging) await day.exchangeWhole(desk)
    if (desk.uncertain) return
    const row = chance.pick(
      [...model.confirmed.all()].filter(
        ({ entity, id }) => ['entry', 'offering', 'payment'].includes(entity) && !model.guessed.has(`${entity}/${id}`),
      ),
    )
    if (!row) return
    desk.uncertain = true
    const changed = { entry: 'fee_amount', offering: 'seats', payment: 'amount' }[row.entity as 'entry']
    if (chance.once(2)) pc.sqlite.prepare(`delete from ${row.entity} where id = ?`).run(row.id)
    else pc.sqlite.prepare(`update ${row.entity} set ${changed} = ${changed} + 1 where id = ?`).run(row.id)
    pc.sqlite.exec("delete from sync_state where key in ('sumCommon', 'sumCentre', 'agreement')")
    day.tell(`On ${desk.label}, ${row.entity} ${row.id} is spoilt.`)
  },
}

async function takeBack(day: Day, desk: Desk, click: Desk['clicks'][number]): Promise<void> {
  const expected = mayUndo(desk, click.clickId)
  const { clock, random, db } = desk.pc
  const undone = await undoClick(db, click.clickId, { clock, random, operatorName: 'Anne' })
  day.tell(`${desk.label} takes back « ${click.told} »: ${undone ? 'done' : 'too late'}.`)
  if (undone === expected) return
  const should = expected ? 'should be' : 'should not be'
  throw new Broken('undo-holds', `${desk.label}: « ${click.told} » was ${undone ? '' : 'not '}undone, and ${should}`)
}

/** Lets the exchange go on until it sends commands, or to its end: the request that matters most is the one to break. */
async function holdCommands(day: Day, desk: Desk): Promise<boolean> {
  await day.hold(desk)
  for (let legs = 0; legs < 8 && desk.pc.leg && desk.pc.leg.request.url !== '/v1/commands'; legs++) {
    if (!desk.pc.leg.answer) await day.deliver(desk)
    await day.arrive(desk)
  }
  return desk.pc.leg !== null && !desk.pc.leg.answer
}

async function holdFor(day: Day, desk: Desk, chance: Chance): Promise<boolean> {
  if (chance.once(2)) return holdCommands(day, desk)
  return (await day.hold(desk)) && !desk.pc.leg?.answer
}

/** HQ goes on while a PC reads everything for the first time: what it read is newer than what it is told next. */
async function readAndChange(day: Day, desk: Desk): Promise<void> {
  // Late in the order of reading: it is read after it has changed.
  const entry = day.truth.rows(desk.centreId).sorted('entry').at(-1)
  for (let more = 1; entry && more <= 4 && (await day.hold(desk)); more++) {
    day.acts(desk)
    if (more === 1) await step(day, desk)
    if (more === 1 && desk.pc.leg?.answer) await step(day, desk)
    const feeAmount = entry.feeAmount + 100 * more
    const now = day.truth.rows(desk.centreId).get('entry', entry.id) ?? entry
    await day.hq.publish({ centreId: desk.centreId, writes: [{ entity: 'entry', value: { ...now, feeAmount } }] })
    await day.absorb()
    day.tell(`At HQ, the fee of ${entry.id} becomes ${feeAmount}.`)
  }
}

async function step(day: Day, desk: Desk): Promise<void> {
  if (!desk.pc.leg?.answer) {
    await day.deliver(desk)
    day.tell(`A request of ${desk.label} reaches HQ: ${what(desk)}.`)
  } else {
    day.tell(`HQ's answer reaches ${desk.label}: ${what(desk)}.`)
    await day.arrive(desk)
  }
}

async function breakHq(day: Day, desk: Desk, chance: Chance, fault: HqFault): Promise<void> {
  if (!(await holdFor(day, desk, chance))) return
  day.acts(desk)
  await day.deliver(desk, fault)
  day.tell(
    `HQ ${fault.kind === 'dies' ? 'dies' : 'has an error'} at statement ${fault.at} of a request of ${desk.label}: ${what(desk)}.`,
  )
  if (!desk.pc.leg?.answer) await day.drop(desk)
}

type Prepared = { told: string; drafts: number; press: () => Promise<string> }

/** What somebody would click now at this PC; pressed when told. The answer is what the person reads. */
async function prepareClick(
  day: Day,
  desk: Desk,
  chance: Chance,
  wanted: keyof typeof KINDS | null = null,
): Promise<Prepared | null> {
  await day.switchOn(desk)
  if (!desk.complete || desk.uncertain) return null
  const { pc, model } = desk
  const click = drawClick(chance, model.view, pc.clock.now().slice(0, 10), desk.focus, wanted)
  if (!click) return null
  return {
    told: `${click.operator.name} ${click.told}`,
    drafts: click.drafts.length,
    press: () => press(day, desk, click),
  }
}

async function press(day: Day, desk: Desk, { operator, drafts, told }: Click): Promise<string> {
  const { pc, model } = desk
  const context = { clock: pc.clock, random: pc.random, operator }
  const before = new TableRows(model.view)
  const cursor = { ...model.cursor }
  let answer: RunAnswer
  try {
    answer = await runClick(
      pc.db,
      drafts.map((draft) => ({ ...draft, after: draft.after ?? [] })),
      context,
    )
  } catch (error) {
    if (!pc.hasDied) throw error
    return 'never answered'
  }
  day.rethrow()
  checkAnswer(desk, drafts, answer)
  // A page taken in meanwhile would have changed what the rule was asked about.
  if (cursor.common === model.cursor.common && cursor.centre === model.cursor.centre)
    checkRefused(desk, before, { operator, drafts, told }, answer)
  const requestId = drafts.flatMap(({ args }) => (typeof args.requestId === 'string' ? args.requestId : [])).at(-1)
  if (requestId !== undefined) desk.focus = requestId
  if (answer.undo) desk.clicks.push({ clickId: answer.undo.clickId, told })
  return answer.results.map((result) => (result.ok ? 'accepted' : `refused here (${result.code})`)).join(', ')
}

/** What a person was told is in the register, depending on what they made it depend on. */
function checkAnswer({ model, label }: Desk, drafts: Click['drafts'], { results }: RunAnswer): void {
  for (const [n, result] of results.entries()) {
    if (!result.ok) continue
    const known = model.byId.get(result.commandId)
    if (!known)
      throw new Broken('register-keeps', `${label}: ${drafts[n]?.name} was answered and is not in the register`)
    for (const index of drafts[n]?.after ?? []) {
      const named = results[index]
      if (!named?.ok || !known.command.dependsOn.includes(named.commandId))
        throw new Broken(
          'register-keeps',
          `${label}: ${known.command.name} does not name what the click made it depend on`,
        )
    }
  }
}

/** Nobody is refused without reason: the rule is asked again, over what the screen showed, for each draft that was refused. */
function checkRefused(
  { model, label, centreId, pc }: Desk,
  view: TableRows,
  { operator, drafts }: Click,
  { results }: RunAnswer,
): void {
  for (const [n, draft] of drafts.entries()) {
    const result = results[n]
    if (result?.ok) {
      const known = model.byId.get(result.commandId)
      for (const { entity, value } of known?.writes ?? []) view.put({ entity, id: value.id, revision: 0, value })
      continue
    }
    if (!result || BEFORE_THE_RULE.has(result.code)) continue
    // The desk takes from a receipt of its own which payment it is of.
    const receipt = 'receiptId' in draft.args ? view.get('receipt', String(draft.args.receiptId)) : null
    const args = { ...DRAWN_HERE, recordedAt: pc.clock.now(), paymentId: receipt?.paymentId, ...draft.args }
    const circumstances = { at: pc.clock.now(), operatorName: operator.name, role: operator.role }
    const decision = judgeOver(view, centreId, { name: draft.name, args }, circumstances, 'desk')
    const code = decision && !decision.ok ? decision.refusal.code : null
    if (code !== result.code)
      throw new Broken(
        'sees-confirmed-and-own',
        `${label}: ${draft.name} was refused (${result.code}), the rule says ${code ?? 'yes'}`,
      )
  }
}

/** Refusals that come before the rule: who asks, what was typed, and what it was made to depend on. */
const BEFORE_THE_RULE: ReadonlySet<string> = new Set([
  'role-not-allowed',
  'depends-on-refused',
  'not-valid',
  'vat-wording-missing',
  'first-sync-under-way',
  'series-awaited',
])
/** What the desk draws by itself; a number that no receipt has. */
const DRAWN_HERE = { series: '', year: 2026, sequence: 999_999, content: { vatWording: 'x' } }

/** Whether the whole click is still here, within its ten seconds, with nothing done since on what it changed. */
function mayUndo({ pc, model }: Desk, clickId: string): boolean {
  const now = pc.clock.now()
  const click = model.commands.filter((known) => known.clickId === clickId)
  // Marked as sending and dead before it was sent: nobody saw it leave, yet it may not be undone.
  const marked = new Set(readRegister(pc.sqlite).flatMap(({ id, state }) => (state === 'waiting' ? [] : id)))
  if (
    click.some(
      ({ fate, left, command }) => fate !== 'pending' || left || marked.has(command.id) || command.sendAfter <= now,
    )
  )
    return false
  const ids = new Set(click.map(({ command }) => command.id))
  const rows = new Set(
    click.flatMap(({ touches }) => [...touches]).filter((key) => !/^(request|candidate)\//.test(key)),
  )
  const last = Math.max(...click.map(({ command }) => command.sequence))
  return !model.pending.some(
    ({ command, touches }) =>
      command.sequence > last &&
      !ids.has(command.id) &&
      (command.dependsOn.some((id) => ids.has(id)) || [...touches].some((key) => rows.has(key))),
  )
}

/** HQ changes something of its own: seats within what is taken, an offering, a person's address, the centre's papers. */
async function changeAtHq(day: Day, chance: Chance, id: string): Promise<void> {
  const rows = day.truth.rows(id)
  const kind = chance.weighted({ seats: 3, closing: 2, address: 2, settings: 1, accreditation: 1, lapse: 2 })
  const offering = chance.pick(rows.sorted('offering'))
  if (kind === 'seats' && offering) {
    const seats = Math.max(seatsTaken(rows, offering.id), offering.seats + (chance.pick([-1, 1]) ?? 1))
    await day.hq.publish({ centreId: id, writes: [{ entity: 'offering', value: { ...offering, seats } }] })
    return day.tell(`At HQ, ${offering.id} goes to ${seats} seats.`)
  }
  if (kind === 'closing' && offering) {
    await day.hq.publish({
      centreId: id,
      writes: [{ entity: 'offering', value: { ...offering, open: !offering.open } }],
    })
    return day.tell(`At HQ, ${offering.id} is ${offering.open ? 'closed' : 'opened'}.`)
  }
  const candidate = chance.pick(rows.sorted('candidate'))
  if (kind === 'address' && candidate) {
    await day.hq.publish({
      centreId: id,
      writes: [{ entity: 'candidate', value: { ...candidate, town: `Town ${chance.below(99)}` } }],
    })
    return day.tell(`At HQ, ${candidate.birthName} moves house.`)
  }
  const settings = rows.get('centreSettings', id)
  if (kind === 'settings' && settings) {
    const vatWording = settings.vatWording === null ? 'Exonéré' : null
    await day.hq.publish({ centreId: id, writes: [{ entity: 'centreSettings', value: { ...settings, vatWording } }] })
    return day.tell(`At HQ, ${id} ${vatWording === null ? 'loses' : 'gets'} its VAT wording.`)
  }
  const centre = rows.get('centre', id)
  if (kind === 'accreditation' && centre) {
    const accreditationEndsOn = centre.accreditationEndsOn > '2027' ? '2026-11-20' : '2028-12-31'
    await day.hq.publish({ centreId: null, writes: [{ entity: 'centre', value: { ...centre, accreditationEndsOn } }] })
    return day.tell(`At HQ, the accreditation of ${id} ends on ${accreditationEndsOn}.`)
  }
  const entry = chance.pick(rows.sorted('entry').filter(({ status }) => status === 'prevalidated'))
  if (!entry) return
  await day.hq.publish({ centreId: id, writes: [{ entity: 'entry', value: { ...entry, status: 'lapsed' } }] })
  day.tell(`At HQ, the seat of ${nameOf(rows, [entry.id])} lapses.`)
}

/** The request that is held, in a few words. */
function what({ pc }: Desk): string {
  const { leg } = pc
  if (!leg) return 'nothing'
  const path = leg.request.url.replace('/v1/', '').replace(/\?.*/, '')
  const commands = path === 'commands' ? `${(leg.request.body?.match(/"sequence"/g) ?? []).length} ` : ''
  return `${commands}${path}${leg.answer ? ` (${leg.answer.status})` : ''}`
}
