import { parseArgs } from 'node:util'
import { SENTENCES } from '../text/hq.ts'
import { buildApp } from './app.ts'
import { bootHq, StartRefused } from './boot.ts'
import { compactDaily } from './compact.ts'
import { issueEnrolmentCode, withdrawUnusedCodes } from './enrolment-codes.ts'
import type { Hq } from './hq.ts'
import { SAMPLE_CENTRE_IDS } from './sample/centres.ts'
import { holdsSample, loadSample, NotEmpty } from './sample/load-sample.ts'
import type { SampleSize } from './sample/make-sample.ts'

/** HQ as a process: `node hq/server.ts --data <folder> --port <number>`. Listens on this machine only. */

const CLOSE_WITHIN_MS = 5000

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        data: { type: 'string' },
        port: { type: 'string', default: '4180' },
        sample: { type: 'string' },
        reset: { type: 'boolean', default: false },
      },
    })
    const port = Number(values.port)
    const { data, sample, reset } = values
    if (data === undefined || !Number.isInteger(port) || port < 0 || port > 65_535) return null
    if (sample !== undefined && sample !== 'small' && sample !== 'big') return null
    return { data, port, sample: sample as SampleSize | undefined, reset }
  } catch {
    return null
  }
}

async function start(): Promise<void> {
  const given = readArguments()
  if (!given) throw new StartRefused(SENTENCES.usage, { exitCode: 2 })
  const { hq, close } = await bootHq({
    dataFolder: given.data,
    databaseUrl: process.env.HQ_DATABASE_URL || undefined,
    clockFile: process.env.PUPITRE_CLOCK_FILE || undefined,
    reset: given.reset,
    reportBug: (error, during) => console.error(SENTENCES.bug(during), error),
  })
  try {
    if (given.sample) await loadSample(hq, given.sample)
    const app = await buildApp(hq)
    const url = await app.listen({ host: '127.0.0.1', port: given.port })
    const stopCompacting = compactDaily(hq)
    stopWhenAsked(async () => {
      await stopCompacting()
      const late = setTimeout(() => app.server.closeAllConnections(), CLOSE_WITHIN_MS)
      await app.close()
      clearTimeout(late)
      await close()
    })
    announce(url, await freshCodes(hq))
  } catch (cause) {
    await close()
    if (cause instanceof NotEmpty) throw new StartRefused(SENTENCES.notEmpty, { cause })
    if (cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE')
      throw new StartRefused(SENTENCES.portTaken(given.port), { cause, exitCode: 3 })
    throw cause
  }
}

/** With the sample, one code a centre at each start; those of earlier starts stop working. */
async function freshCodes(hq: Hq): Promise<Record<string, string>> {
  if (!(await holdsSample(hq.db))) return {}
  const codes: Record<string, string> = {}
  for (const centreId of SAMPLE_CENTRE_IDS) {
    await withdrawUnusedCodes(hq, centreId)
    codes[centreId] = await issueEnrolmentCode(hq, centreId)
  }
  return codes
}

function announce(url: string, enrolmentCodes: Record<string, string>): void {
  if (process.send) process.send({ type: 'ready', url, enrolmentCodes })
  else {
    console.log(SENTENCES.ready(url))
    for (const [centreId, code] of Object.entries(enrolmentCodes)) console.log(SENTENCES.code(centreId, code))
  }
}

/** In order, once, whoever asks: the terminal, the system, or the parent by going away. */
function stopWhenAsked(stop: () => Promise<void>): void {
  let stopping = false
  const onAsked = () => {
    if (stopping) return
    stopping = true
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error)
        process.exit(1)
      },
    )
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, onAsked)
  process.on('disconnect', onAsked)
}

start().catch((error: unknown) => {
  if (error instanceof StartRefused) console.error(error.message)
  else console.error(error)
  process.exit(error instanceof StartRefused ? error.exitCode : 1)
})
