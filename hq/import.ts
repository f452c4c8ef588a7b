import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { CommandResult } from '../contract/hq.ts'
import { RESCUE_REFUSALS } from '../contract/refusals.ts'
import { fileSafe } from '../rescue/file-name.ts'
import { IMPORT_REFUSALS, SENTENCES } from '../text/hq.ts'
import { bootHq, StartRefused } from './boot.ts'
import { tellingOthers } from './other-instances.ts'
import { reportBug } from './report-bug.ts'
import { type Taken, takeDeparture } from './take-departure.ts'

/**
 * Takes in the rescue file of a PC whose network is out for long, and writes HQ's answer:
 * `npm run hq:import -- --data <folder> --file <file of the PC> --out <file or folder>`.
 * Exit codes: 0 taken; 2 the command line, a folder that is no HQ's among it; 3 a file could not be read or written; 10 and up, a file refused, in the order of
 * `RESCUE_REFUSALS`; 1 anything else.
 */

const FIRST_REFUSAL = 10

async function run(): Promise<string> {
  const { data, file, out } = readArguments()
  const bytes = read(file)
  const { hq, close } = await bootHq({
    dataFolder: data,
    databaseUrl: process.env.HQ_DATABASE_URL || undefined,
    clockFile: process.env.PUPITRE_CLOCK_FILE || undefined,
    nirKey: process.env.HQ_NIR_KEY || undefined,
    mustExist: true,
    reportBug,
  })
  try {
    const taken = await tellingOthers(hq, () => takeDeparture(hq, bytes))
    if (!taken.ok)
      throw new StartRefused(IMPORT_REFUSALS[taken.refusal], {
        exitCode: FIRST_REFUSAL + RESCUE_REFUSALS.indexOf(taken.refusal),
      })
    const { deviceName, departure: number } = taken
    console.log(SENTENCES.imported({ deviceName, number, counts: countsOf(taken.results) }))
    return SENTENCES.answered(write(out, taken))
  } finally {
    await close()
  }
}

function readArguments(): { data: string; file: string; out: string } {
  const options = { data: { type: 'string' }, file: { type: 'string' }, out: { type: 'string' } } as const
  const { data, file, out } = parseArgs({ options, strict: false }).values
  if (typeof data !== 'string' || typeof file !== 'string' || typeof out !== 'string')
    throw new StartRefused(SENTENCES.importUsage, { exitCode: 2 })
  return { data, file, out }
}

function read(file: string): Uint8Array {
  try {
    return readFileSync(file)
  } catch (cause) {
    throw new StartRefused(SENTENCES.fileUnreadable(file), { cause, exitCode: 3 })
  }
}

/** Into the file named, or into the folder under a name of ours; whole or not at all. */
function write(out: string, { answer, deviceName, number }: Extract<Taken, { ok: true }>): string {
  const file = isFolder(out) ? path.join(out, `retour-${fileSafe(deviceName)}-${number}.pupitre`) : out
  try {
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(`${file}.part`, answer)
    renameSync(`${file}.part`, file)
    return file
  } catch (cause) {
    throw new StartRefused(SENTENCES.fileNotWritten(file), { cause, exitCode: 3 })
  }
}

function isFolder(place: string): boolean {
  return statSync(place, { throwIfNoEntry: false })?.isDirectory() ?? place.endsWith(path.sep)
}

function countsOf(results: readonly CommandResult[]) {
  const count = (...statuses: string[]) => results.filter(({ status }) => statuses.includes(status)).length
  return { judged: count('applied', 'refused'), invalid: count('invalid'), failed: count('failed') }
}

run().then(
  (sentence) => console.log(sentence),
  (error: unknown) => {
    console.error(error instanceof StartRefused ? error.message : error)
    process.exitCode = error instanceof StartRefused ? error.exitCode : 1
  },
)
