import { setTimeout as sleep } from 'node:timers/promises'
import { type Chance, chanceOf } from '../../hq/sample/chance.ts'
import { readHq } from '../../scripts/tour/compare.ts'
import { MONDAY } from '../helpers/rows.ts'
import { aCentre, type Centre } from './a-centre.ts'
import { findLost, judgeClick, judgeEquality, judgeHq } from './judge.ts'
import type { KilledDesk } from './killed-desk.ts'
import { type AnsweredClick, secretary } from './secretary.ts'

export type KillOptions = {
  folder: string
  times: number
  seed: number
  /** Where what must be ended afterwards is noted, last first. */
  onEnd: (() => Promise<void>)[]
}
export type KillResult = { kills: number; clicks: number; lost: string[]; broken: string[] }

type Findings = { answered: () => AnsweredClick[]; lost: Set<string>; broken: string[] }

const UNDO_IS_OVER_MS = 700
const CLICK_WITHIN_MS = 200
const QUIET_ROUNDS = 20

/** Two PCs of a centre and HQ, worked at and killed `times` times; then brought to rest, and judged. */
export async function aKilledCentre({ folder, times, seed, onEnd }: KillOptions): Promise<KillResult> {
  const centre = await aCentre(folder, onEnd)
  const broken: string[] = []
  const secretaries = centre.desks.map((desk, n) =>
    secretary({
      desk,
      world: centre.world,
      people: centre.people,
      chance: chanceOf(seed + n + 1),
      today: MONDAY.slice(0, 10),
      onBug: (bug) => broken.push(bug),
    }),
  )
  const answered = () => secretaries.flatMap((one) => one.answered)
  const findings: Findings = { answered, lost: new Set(), broken }
  let over = false
  const atWork = secretaries.map((one) => one.work(() => over))
  const kills = await killAround(centre, times, chanceOf(seed), findings)
  over = true
  await Promise.all(atWork)
  await judgeAll(centre, findings)
  return { kills, clicks: answered().length, lost: [...findings.lost], broken }
}

/** One PC, HQ, or two of the three at once, again and again. @returns how many were killed */
async function killAround({ desks, hq }: Centre, times: number, chance: Chance, findings: Findings): Promise<number> {
  async function killHq(): Promise<number> {
    await hq.kill()
    // An outage has a length; the desks notice, and go on.
    await sleep(chance.pick([0, 0, 200]))
    await hq.start()
    return 1
  }

  /** Looks at what its files hold, and starts it again; sometimes kills it again while it starts. */
  async function killDesk(desk: KilledDesk): Promise<number> {
    // Half of the kills fall within a click, which takes a few milliseconds.
    if (chance.int(0, 1) === 1) await Promise.race([desk.nextClick(), sleep(CLICK_WITHIN_MS)])
    await sleep(chance.int(0, 5))
    await desk.kill()
    lookAt(desk, findings)
    if (chance.int(1, 6) > 1) {
      await desk.start()
      return 1
    }
    const starting = desk.start().catch(() => undefined)
    await sleep(chance.int(50, 450))
    await desk.kill()
    await starting
    await desk.start()
    return 2
  }

  let kills = 0
  while (kills < times) {
    await sleep(chance.int(30, 400))
    const [one, other] = chance.shuffle(desks)
    if (!one || !other) throw new Error('two desks are needed')
    const victims = chance.pick([[one], [one], [one], ['hq'], ['hq', one], [one, other]] as const)
    const done = await Promise.all(victims.map((victim) => (victim === 'hq' ? killHq() : killDesk(victim))))
    kills += done.reduce((sum, count) => sum + count, 0)
  }
  return kills
}

/** What was answered must be in the files of a desk that has just ended, however it did. @returns its register */
function lookAt(desk: KilledDesk, { answered, lost, broken }: Findings): Map<string, string> {
  const { integrity, register } = desk.look()
  if (integrity !== 'ok') broken.push(`${desk.name}: ${integrity}`)
  for (const id of findLost(answered(), desk, register)) lost.add(id)
  return register
}

/** At rest: every click to its one outcome, HQ's own rules, every row of both PCs against HQ's. */
async function judgeAll({ desks, hq, enrolmentCode, hqRecord }: Centre, findings: Findings): Promise<void> {
  const { answered, broken } = findings
  await bringToRest(desks)
  // The witness that reads HQ enrols, which everybody is then told of.
  const truth = await readHq(hq.url, await enrolmentCode(), '0.1.0')
  await bringToRest(desks)
  const record = await hqRecord()
  broken.push(...judgeHq(truth, record))
  for (const desk of desks) {
    const { freshness } = await desk.call('desk.state', {})
    if (freshness.toTransmit > 0) broken.push(`${desk.name} still has ${freshness.toTransmit} to transmit`)
    await desk.stop()
    const register = lookAt(desk, findings)
    for (const click of answered()) if (click.desk === desk.name) broken.push(...judgeClick(click, register, record))
    for (const [id, state] of register)
      if (state !== 'cancelled' && !record.commandIds.includes(id)) broken.push(`HQ has never had ${id}, ${state} here`)
    broken.push(...(await judgeEquality(desk, truth)))
  }
}

/** Exchanges until nothing is left to send and the last judgement has come back. */
async function bringToRest(desks: readonly KilledDesk[]): Promise<void> {
  for (let round = 0; round < QUIET_ROUNDS; round++) {
    await sleep(UNDO_IS_OVER_MS)
    let troubles = 0
    for (const desk of desks) if (!(await desk.call('sync.now', {})).ok) troubles += 1
    const left = await Promise.all(desks.map(async (desk) => (await desk.call('desk.state', {})).freshness.toTransmit))
    if (troubles === 0 && left.every((count) => count === 0)) break
  }
  for (const desk of desks) await desk.call('sync.now', {})
}
