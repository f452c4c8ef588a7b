import type { Chance } from './chance.ts'
import type { Day } from './day.ts'
import type { Desk } from './desk.ts'

/** Lets the exchange go on until it sends commands, or to its end: the request that matters most is the one to break. */
export async function holdCommands(day: Day, desk: Desk): Promise<boolean> {
  await day.hold(desk)
  for (let legs = 0; legs < 8 && desk.pc.leg && desk.pc.leg.request.url !== '/v1/commands'; legs++) {
    if (!desk.pc.leg.answer) await day.deliver(desk)
    await day.arrive(desk)
  }
  return desk.pc.leg !== null && !desk.pc.leg.answer
}

export async function holdFor(day: Day, desk: Desk, chance: Chance): Promise<boolean> {
  if (chance.once(2)) return holdCommands(day, desk)
  return (await day.hold(desk)) && !desk.pc.leg?.answer
}

/** The held request goes one way: to HQ, or its answer back to the PC. */
export async function step(day: Day, desk: Desk): Promise<void> {
  if (!desk.pc.leg?.answer) {
    await day.deliver(desk)
    day.tell(`A request of ${desk.label} reaches HQ: ${what(desk)}.`)
  } else {
    day.tell(`HQ's answer reaches ${desk.label}: ${what(desk)}.`)
    await day.arrive(desk)
  }
}

/** The request that is held, in a few words. */
export function what({ pc }: Desk): string {
  const { leg } = pc
  if (!leg) return 'nothing'
  const path = leg.request.url.replace('/v1/', '').replace(/\?.*/, '')
  const commands = path === 'commands' ? `${(leg.request.body?.match(/"sequence"/g) ?? []).length} ` : ''
  return `${commands}${path}${leg.answer ? ` (${leg.answer.status})` : ''}`
}
