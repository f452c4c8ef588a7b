import { type Chance, chanceOf } from './chance.ts'

/** How often each thing happens, beside the others. A day's temper bends these numbers, so that days differ. */
const WEIGHTS = {
  click: 52,
  step: 46,
  exchange: 9,
  undo: 6,
  'undo-while-sending': 2,
  'click-and-step': 4,
  'lose-request': 3,
  'lose-answer': 4,
  'cut-answer': 2,
  'twice-delivered': 3,
  'late-delivery': 3,
  'hq-dies': 3,
  'hq-fails': 4,
  'late-arrival': 4,
  'crash-in-click': 4,
  'crash-in-step': 5,
  'power-cut': 3,
  'clock-jump': 2,
  withdraw: 4,
  arrive: 3,
  'hq-change': 4,
  tombstone: 3,
  'back-up': 2,
  restore: 1,
  clone: 1,
  compaction: 0.7,
  rot: 1.4,
  'undo-beneath': 3,
} as const

/** Work that travels by file, on some days. */
const FILE_WEIGHTS = { 'file-out': 3, 'file-judged': 4, 'file-back': 4 } as const

/** On one day in four the centre also decides of itself, notes and reminds. Chosen by number: the other days are what they were. */
export function hasDeskWork(seed: number): boolean {
  return seed % 4 === 3
}

/** Whether papers are issued on the day of a seed: never one of desk work. */
export function hasPapers(seed: number): boolean {
  return seed % 12 === 8
}

/** Whether cheques go to the bank and come back on the day of a seed: never one of desk work, nor of papers. */
export function hasCheques(seed: number): boolean {
  return seed % 12 === 1
}

/** Whether bank statements are read on the day of a seed, beside what becomes of cheques: never one of those above. */
export function hasStatements(seed: number): boolean {
  return seed % 12 === 5
}

/** Whether credits are used and given back on the day of a seed: never one of those above. */
export function hasCredits(seed: number): boolean {
  return seed % 12 === 9
}

/** Whether what the attendance sheets say is noted on the day of a seed: never one of those above. */
export function hasAttendance(seed: number): boolean {
  return seed % 12 === 10
}

type DayKind = keyof typeof WEIGHTS
export type EventKind = DayKind | keyof typeof FILE_WEIGHTS
const dayKinds = Object.keys(WEIGHTS) as DayKind[]

/**
 * One thing that happens. `n` salts its draws, so that it chooses the same when events around it are taken away; `pc` and `centre` are
 * taken modulo what there is.
 */
export type Event = { n: number; kind: EventKind; pc: number; centre: number; seconds: number }

export type Office = { centre: number; name: string; skew: number; late: boolean }
export type Plan = { seed: number; centres: number; offices: Office[]; pageRows: number; events: Event[] }

const PC_NAMES = ['ACCUEIL', 'BUREAU', 'COMPTA', 'DIRECTION']

/** The whole day of a seed: who is there and what happens, in order. Nothing else is drawn outside an event. */
export function planOf(seed: number): Plan {
  const chance = chanceOf(seed, 'plan')
  const centres = chance.once(3) ? 2 : 1
  const offices: Office[] = []
  for (let centre = 0; centre < centres; centre++) {
    const count = Number(chance.weighted({ 1: 1, 2: 5, 3: 3, 4: centres === 1 ? 1 : 0 }))
    for (let pc = 0; pc < count; pc++)
      offices.push({ centre, name: PC_NAMES[pc] ?? '', skew: skewOf(chance), late: chance.once(3) })
  }
  const weights = temper(chance)
  const length = 70 + chance.below(100)
  const events = Array.from(
    { length },
    (_, n): Event => ({
      n,
      kind: chance.weighted(weights),
      pc: chance.below(offices.length),
      centre: chance.below(centres),
      seconds: secondsOf(chance),
    }),
  )
  const pageRows = chance.once(2) ? 1 + chance.below(4) : 10 + chance.below(50)
  if (seed % 5 === 2) addFiles(events, chanceOf(seed, 'files'), offices.length)
  return { seed, centres, offices, pageRows, events }
}

/** Drawn apart, so that the other days are what they were. */
function addFiles(events: Event[], chance: Chance, pcs: number): void {
  const count = 8 + chance.below(12)
  const first = events.length
  for (let n = first; n < first + count; n++) {
    const kind = chance.weighted(FILE_WEIGHTS)
    const event = { n, kind, pc: chance.below(pcs), centre: 0, seconds: secondsOf(chance) }
    events.splice(chance.below(events.length), 0, event)
  }
}

/** Some days the network is bad, some days everybody clicks, some days HQ is busy. */
function temper(chance: Chance): Record<DayKind, number> {
  const bent = dayKinds.map((kind) => [kind, WEIGHTS[kind] * (chance.pick([0.3, 1, 1, 2]) ?? 1)] as const)
  return Object.fromEntries(bent) as Record<DayKind, number>
}

/** Seconds by which a PC's clock differs from HQ's. */
export function skewOf(chance: Chance): number {
  return Number(
    chance.weighted({ 0: 6, 20: 1, [-45]: 1, 600: 1, [-3600]: 1, 86400: 1, [-172_800]: 1 } as Record<string, number>),
  )
}

function secondsOf(chance: Chance): number {
  const kind = chance.weighted({ none: 6, few: 10, some: 4, hour: 0.4, day: 0.1 })
  if (kind === 'none') return 0
  if (kind === 'few') return 1 + chance.below(4)
  if (kind === 'some') return 8 + chance.below(90)
  return kind === 'hour' ? 600 + chance.below(5000) : 86_400 + chance.below(40_000)
}
