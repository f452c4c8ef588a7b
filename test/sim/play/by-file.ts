import { readFileSync } from 'node:fs'
import path from 'node:path'
import { readReturn } from '../../../main/rescue/read-return.ts'
import { writeDeparture } from '../../../main/rescue/write-departure.ts'
import { Broken } from '../oracle/broken.ts'
import { readRegister } from '../oracle/check-desk.ts'
import type { Chance } from './chance.ts'
import type { Day } from './day.ts'
import type { Desk } from './desk.ts'
import type { Happenings } from './happening.ts'
import { APP_VERSION } from './office-pc.ts'

/** A rescue file on its way: which PC it is about, and where it lies. Files are never used up: a stick may be read again. */
export type Stick = { desk: Desk; file: string; told: string }

/** What a PC's file may be refused for, when its disk was copied or put back. */
const OF_A_COPY: ReadonlySet<string> = new Set(['forked-sender', 'other-device', 'missing-before'])

/** Work that travels by file. */
export const byFile: Happenings<'file-out' | 'file-judged' | 'file-back'> = {
  'file-out': fileOut,
  'file-judged': fileJudged,
  'file-back': fileBack,
}

/** What is to transmit leaves as a file. */
async function fileOut(day: Day, desk: Desk): Promise<void> {
  const { pc, model, label } = desk
  if (!pc.isOn || !desk.complete) return
  day.acts(desk)
  const file = path.join(day.folder, `departure-${day.story.length}.pupitre`)
  const { db, clock, random } = pc
  const chooseWhere = async () => file
  const written = await writeDeparture(db, {
    clock,
    random,
    appVersion: APP_VERSION,
    operatorName: 'Anne',
    chooseWhere,
  })
  if (!written.ok) throw new Broken('no-surprise', `${label} cannot write a rescue file: ${written.code}`)
  for (const { id, state } of readRegister(pc.sqlite)) {
    const known = model.byId.get(id)
    if (known && state === 'sending') known.left = true
  }
  const told = `rescue file ${written.number} of ${label}`
  day.departures.push({ desk, file, told })
  day.tell(`${label} writes a rescue file, its number ${written.number}, with ${written.commands} commands.`)
}

/** HQ's staff take one in, whichever lies on the desk. */
async function fileJudged(day: Day, _desk: Desk, chance: Chance): Promise<void> {
  const stick = chance.pick(day.departures)
  if (!stick) return
  day.acts(null)
  const taken = await day.hq.take(readFileSync(stick.file))
  await day.absorb()
  if (!taken.ok) {
    day.tell(`HQ refuses ${stick.told}: ${taken.refusal}.`)
    if (!stick.desk.copied || !OF_A_COPY.has(taken.refusal))
      throw new Broken('no-surprise', `HQ refuses ${stick.told}: ${taken.refusal}`)
    return
  }
  const file = path.join(day.folder, `return-${day.story.length}.pupitre`)
  day.hq.keep(file, taken.answer)
  day.returns.push({ desk: stick.desk, file, told: `HQ's answer to ${stick.told}` })
  const said = taken.results.map(({ status, code }) => (code === null ? status : `${status} ${code}`))
  day.tell(`HQ takes in ${stick.told}: ${said.join(', ') || 'nothing in it'}.`)
}

/** The answer comes back, late or twice. */
async function fileBack(day: Day, _desk: Desk, chance: Chance): Promise<void> {
  const stick = chance.pick(day.returns)
  if (!stick) return
  const { desk, file, told } = stick
  const { pc, label } = desk
  if (!pc.isOn || !desk.complete) return
  day.acts(desk)
  const certain = !desk.uncertain
  // Once HQ has forgotten changes, an answer may hold all rows instead: what is gone is found by comparing, later.
  if (day.compacted) desk.uncertain = true
  const { db, clock, random } = pc
  const chooseFile = async () => file
  const read = await readReturn(db, { clock, random, appVersion: APP_VERSION, operatorName: 'Anne', chooseFile })
  day.tell(`${label} reads ${told}: ${read.ok ? `${read.news} rows` : read.code}.`)
  if (read.ok) return
  if (certain) desk.uncertain = false
  if (!desk.copied || !OF_A_COPY.has(read.code))
    throw new Broken('no-surprise', `${label} refuses ${told}: ${read.code}`)
}
