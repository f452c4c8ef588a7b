import { readState } from '../oracle/check-desk.ts'
import type { Happenings } from './happening.ts'
import { holdCommands, what } from './held-request.ts'
import { prepareClick } from './press-click.ts'
import { takeBack } from './take-back.ts'

/** What people do at a PC. */
export const atTheDesk: Happenings<
  'click' | 'crash-in-click' | 'undo' | 'undo-while-sending' | 'undo-beneath' | 'click-and-step'
> = {
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
}
