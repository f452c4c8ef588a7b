import { atHq } from './at-hq.ts'
import { atTheDesk } from './at-the-desk.ts'
import { byFile } from './by-file.ts'
import { type Day, salted } from './day.ts'
import type { Happenings } from './happening.ts'
import { onTheNetwork } from './on-the-network.ts'
import { onThePc } from './on-the-pc.ts'
import type { Event, EventKind } from './plan.ts'

const happenings: Happenings<EventKind> = { ...atTheDesk, ...onTheNetwork, ...onThePc, ...atHq, ...byFile }

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
