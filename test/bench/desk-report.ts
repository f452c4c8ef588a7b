import type { LongTask, Outcome } from './desk-probe.ts'
import type { Dropped, Frames } from './desk-scroll.ts'
import type { Letter } from './desk-search.ts'
import type { StartTimes } from './desk-window.ts'
import { median, quantile } from './medians.ts'

const FRAME = 1000 / 60

/** Megabytes; null where the system does not tell. */
export type Memory = { desk: number | null; empty: number | null }

/** @param check milliseconds that reading the database whole takes, which the desk does at the first start of a day, before anybody works on it */
export function reportStarts(
  desk: readonly StartTimes[],
  empty: readonly StartTimes[],
  check: readonly number[],
): void {
  const of = (starts: readonly StartTimes[], what: keyof StartTimes) => median(starts.map((start) => start[what]))
  const ratio = of(desk, 'usable') / of(empty, 'usable')
  console.log(
    `start to a usable table: ${ms(of(desk, 'usable'))}, an empty window ${ms(of(empty, 'usable'))}, ratio ${ratio.toFixed(2)} (medians of ${desk.length})`,
  )
  console.log(
    `  until its page begins to load ${ms(of(desk, 'page'))} (empty ${ms(of(empty, 'page'))}), until the first paint ${ms(of(desk, 'painted'))} (empty ${ms(of(empty, 'painted'))}); the first start of a day reads the database whole before: ${ms(median(check))} more`,
  )
}

export function reportScroll(all: readonly Dropped[]): void {
  const said = ({ due, dropped, longest }: Frames) => `${dropped} of ${due} frames dropped, longest ${ms(longest)}`
  for (const { what, desk, empty } of all) {
    console.log(`${what}: ${said(desk)}; an empty page ${said(empty)}`)
    console.log(
      `  the page's thread ${ms(perStep(desk, 'all'))} a step (empty ${ms(perStep(empty, 'all'))}): script ${ms(perStep(desk, 'script'))}, layout ${ms(perStep(desk, 'layout'))}, style ${ms(perStep(desk, 'style'))}, the rest looking for what is in sight, painting`,
    )
  }
}

function perStep({ thread, steps }: Frames, what: keyof Frames['thread']): number {
  return thread[what] / steps
}

/** How long clicks took until the document changed, and which calls to main that time went by. */
export function reportClicks(what: string, outcomes: readonly Outcome[]): void {
  const dom = outcomes.map((outcome) => outcome.dom)
  const painted = outcomes.map((outcome) => outcome.painted)
  console.log(
    `${what}: ${ms(median(dom))} until the document changed, p95 ${ms(quantile(dom, 0.95))}; painted ${ms(median(painted))}, p95 ${ms(quantile(painted, 0.95))} (medians of ${outcomes.length})`,
  )
  for (const [name, calls] of Map.groupBy(outcomes.flatMap(callsInTurn), ({ name }) => name)) {
    const asked = median(calls.map(({ asked }) => asked))
    const answered = median(calls.map(({ answered }) => answered))
    const times = (calls.length / outcomes.length).toFixed(1)
    console.log(`  ${name}: asked at ${ms(asked)}, answered at ${ms(answered)}, ${times} a click`)
  }
}

/** One name for each time in a row that a call was made, so that the second is not mixed up with the first. */
function callsInTurn({ calls }: Outcome): Outcome['calls'] {
  return calls.map((call, at) => {
    const before = calls.slice(0, at).filter(({ name }) => name === call.name).length
    return before === 0 ? call : { ...call, name: `${call.name} (${before + 1})` }
  })
}

/** Each letter against the bare query of FTS5 for the same text. */
export function reportLetters(letters: readonly Letter[]): void {
  const at = (some: readonly Letter[]) => {
    const dom = median(some.map(({ seen }) => seen.dom))
    const seen = median(some.map(({ seen }) => seen.painted))
    const bare = median(some.map(({ bare }) => bare))
    const main = median(some.map(({ main }) => main))
    const calls = some.flatMap(({ seen }) => seen.calls.filter(({ name }) => name === 'search.find'))
    const asked = median(calls.map(({ asked }) => asked))
    const answered = median(calls.map(({ answered }) => answered))
    return `${ms(dom)} until the document changed, ${ms(seen)} to the result on the screen (call asked at ${ms(asked)}, answered at ${ms(answered)}; main itself ${ms(main)}), bare FTS5 ${ms(bare)}; 2 times that and one frame: ${ms(2 * bare + FRAME)}`
  }
  console.log(`search, a letter: ${at(letters)} (medians of ${letters.length})`)
  for (const length of [1, 2, 3, 5])
    console.log(`  letter ${length}: ${at(letters.filter(({ typed }) => typed.length === length))}`)
}

export function reportMemory(before: Memory, after: Memory): void {
  const said = ({ desk, empty }: Memory) =>
    desk === null || empty === null
      ? 'not told by this system'
      : `${desk.toFixed(0)} MB, an empty window ${empty.toFixed(0)} MB, ${(desk - empty).toFixed(0)} MB more`
  console.log(`page's process, after the start: ${said(before)}`)
  console.log(`page's process, after all of this: ${said(after)}`)
}

/** Tasks over 50 ms: how many while doing what, and what the longest were. */
export function reportLong(tasks: readonly LongTask[]): void {
  console.log(`tasks over 50 ms: ${tasks.length}`)
  for (const [doing, some] of Map.groupBy(tasks, ({ doing }) => doing)) {
    console.log(`  ${doing}: ${some.length}`)
    for (const { ms: long, made } of some.slice(0, 3)) console.log(`    ${ms(long)}: ${made}`)
  }
}

function ms(value: number): string {
  return `${value.toFixed(value < 10 ? 1 : 0)} ms`
}
