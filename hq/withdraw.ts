import { parseArgs } from 'node:util'
import { SENTENCES } from '../text/hq.ts'
import { bootHq, StartRefused } from './boot.ts'
import { withdrawEntry } from './candidates/withdraw-entry.ts'
import { tellingOthers } from './other-instances.ts'
import { reportBug } from './report-bug.ts'

/** A candidate withdraws an entry, for demonstrations: `node hq/withdraw.ts --data <folder> --entry <id>`, with HQ stopped. */

async function run(): Promise<string> {
  const { data, entry } = readArguments()
  const { hq, close } = await bootHq({
    dataFolder: data,
    databaseUrl: process.env.HQ_DATABASE_URL || undefined,
    clockFile: process.env.PUPITRE_CLOCK_FILE || undefined,
    nirKey: process.env.HQ_NIR_KEY || undefined,
    mustExist: true,
    reportBug,
  })
  try {
    const result = await tellingOthers(hq, () => withdrawEntry(hq, entry))
    if (result === 'not-found') throw new StartRefused(SENTENCES.entryUnknown(entry), { exitCode: 4 })
    if (result === 'wrong-status') throw new StartRefused(SENTENCES.entryNotWithdrawable(entry), { exitCode: 5 })
    return SENTENCES.entryWithdrawn(entry)
  } finally {
    await close()
  }
}

function readArguments(): { data: string; entry: string } {
  const { values } = parseArgs({ options: { data: { type: 'string' }, entry: { type: 'string' } }, strict: false })
  const { data, entry } = values
  if (typeof data !== 'string' || typeof entry !== 'string')
    throw new StartRefused(SENTENCES.withdrawUsage, { exitCode: 2 })
  return { data, entry }
}

run().then(
  (sentence) => console.log(sentence),
  (error: unknown) => {
    console.error(error instanceof StartRefused ? error.message : error)
    process.exitCode = error instanceof StartRefused ? error.exitCode : 1
  },
)
