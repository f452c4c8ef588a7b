import { parseArgs } from 'node:util'

export type StartArguments = {
  /** Forget everything first: HQ's data and this PC's. */
  reset: boolean
  sample: 'small' | 'big'
  /** The sample centre whose secretary sits here. */
  centre: 'rennes' | 'papeete'
}

/** Reads `npm start -- …`. A word that is not understood is an answer in French, not a guess. */
export function readArguments(words: readonly string[]): StartArguments | { problem: string } {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: { reset: { type: 'boolean' }, sample: { type: 'string' }, centre: { type: 'string' } },
    })
    const sample = values.sample ?? 'small'
    const centre = values.centre ?? 'rennes'
    if (sample !== 'small' && sample !== 'big') return { problem: `--sample ${sample} : dites small ou big.` }
    if (centre !== 'rennes' && centre !== 'papeete') return { problem: `--centre ${centre} : dites rennes ou papeete.` }
    return { reset: values.reset ?? false, sample, centre }
  } catch (error) {
    return {
      problem: `${error instanceof Error ? error.message : error}\nUsage : npm start -- [--reset] [--sample big] [--centre papeete]`,
    }
  }
}
