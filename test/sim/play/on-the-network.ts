import type { Chance } from './chance.ts'
import type { Day } from './day.ts'
import type { Desk } from './desk.ts'
import type { Happenings } from './happening.ts'
import { holdCommands, holdFor, step, what } from './held-request.ts'
import type { HqFault } from './hq-side.ts'

/** What becomes of requests and their answers on the way, HQ’s own trouble with them included. */
export const onTheNetwork: Happenings<
  | 'step'
  | 'crash-in-step'
  | 'exchange'
  | 'lose-request'
  | 'lose-answer'
  | 'cut-answer'
  | 'twice-delivered'
  | 'late-delivery'
  | 'late-arrival'
  | 'hq-dies'
  | 'hq-fails'
> = {
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

  async exchange(day, desk) {
    day.acts(desk)
    await day.exchangeWhole(desk)
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
