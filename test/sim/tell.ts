import { ORACLES } from './oracle/broken.ts'
import type { SeedResult } from './play/run-seed.ts'

/** A failing seed as a story: what promise broke, what was seen, and the shortest day that leads there, in sentences. */
export function tellStory(failed: SeedResult, shortest: SeedResult): string {
  const { seed, broken } = shortest
  if (!broken) return `Seed ${seed} holds.`
  const sentences = shortest.story.map((sentence, n) => `  ${String(n + 1).padStart(3)}. ${sentence}`)
  return [
    `Seed ${seed} breaks « ${ORACLES[broken.oracle]} » after ${failed.played} events (${shortest.played} in the shortest day found):`,
    ...sentences,
    `  Seen: ${broken.saw}`,
    `  Again: npm run sim -- --seed ${seed}`,
  ].join('\n')
}

/** The one line that the whole run comes down to. */
export function closingLine(results: readonly SeedResult[]): string {
  const sum = (count: (result: SeedResult) => number) => results.reduce((total, result) => total + count(result), 0)
  return `${results.length} seeds, ${sum(({ commands }) => commands)} commands, ${sum(({ refusals }) => refusals)} refusals, ${sum(
    ({ interleavings }) => interleavings,
  )} interleavings, ${sum(({ broken }) => (broken ? 1 : 0))} broken`
}
