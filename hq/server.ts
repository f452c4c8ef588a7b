import { parseArgs } from 'node:util'
import { SENTENCES } from '../text/hq.ts'
import { buildApp } from './app.ts'
import { bootHq, StartRefused } from './boot.ts'
import { changeAddressesRegularly } from './candidates/change-addresses-due.ts'
import { forgetUnconfirmedHourly } from './candidates/forget-unconfirmed.ts'
import { compactDaily } from './compact.ts'
import { issueEnrolmentCode, withdrawUnusedCodes } from './enrolment-codes.ts'
import type { Hq } from './hq.ts'
import { LOG_LEVELS, type LogLevel, openLog } from './log/open-log.ts'
import { readMailSettings, readPublicUrl } from './mail/mail-settings.ts'
import { remindRegularly } from './mail/remind.ts'
import { sendMails } from './mail/send-mails.ts'
import { smtpPost } from './mail/smtp-post.ts'
import { reportBug, reportBugTo } from './report-bug.ts'
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
  const { smtp, publicUrl, dev, logLevel } = readEnvironment()
  const log = logLevel === null ? undefined : openLog(logLevel, process.stderr)
  const { hq: booted, close } = await bootHq({
    dataFolder: given.data,
    databaseUrl: process.env.HQ_DATABASE_URL || undefined,
    clockFile: process.env.PUPITRE_CLOCK_FILE || undefined,
    nirKey: process.env.HQ_NIR_KEY || undefined,
    reset: given.reset,
    reportBug: log ? reportBugTo(log) : reportBug,
    log,
  })
  const hq: Hq = { ...booted, publicUrl, dev }
  const warn = (sentence: string) => (log ? log.warn(sentence) : console.warn(sentence))
  try {
    if (given.sample) await loadSample(hq, given.sample)
    const app = await buildApp(hq)
    const url = await app.listen({ host: '127.0.0.1', port: given.port })
    const stopCompacting = compactDaily(hq)
    const stopForgetting = forgetUnconfirmedHourly(hq)
    const stopReminding = remindRegularly(hq)
    const stopChangingAddresses = changeAddressesRegularly(hq, smtp === null && dev ? 'shows' : 'sends')
    const stopMails = smtp === null ? async () => {} : sendMails(hq, smtpPost(smtp))
    stopWhenAsked(async () => {
      await Promise.all([stopCompacting(), stopForgetting(), stopReminding(), stopChangingAddresses()])
      const late = setTimeout(() => app.server.closeAllConnections(), CLOSE_WITHIN_MS)
      await Promise.all([app.close(), stopMails()])
      clearTimeout(late)
      await close()
      log?.info('stopped')
    })
    // Before the parent hears that HQ is ready: it may go at any moment after that, and the terminal with it.
    if (smtp === null) warn(dev ? SENTENCES.mailsShown(url) : SENTENCES.mailsWait)
    announce(url, await freshCodes(hq))
  } catch (cause) {
    await close()
    if (cause instanceof NotEmpty) throw new StartRefused(SENTENCES.notEmpty, { cause })
    if (cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE')
      throw new StartRefused(SENTENCES.portTaken(given.port), { cause, exitCode: 3 })
    throw cause
  }
}

/** How mails leave, and whether what is only for demonstrations is shown. The default is production. */
function readEnvironment() {
  const { HQ_SMTP_URL, HQ_MAIL_FROM, HQ_PUBLIC_URL, HQ_DEV, HQ_LOG } = process.env
  const smtp = readMailSettings(HQ_SMTP_URL, HQ_MAIL_FROM)
  if (smtp === 'bad-url') throw new StartRefused(SENTENCES.smtpUrlUnusable, { exitCode: 2 })
  if (smtp === 'bad-from') throw new StartRefused(SENTENCES.mailFromUnusable, { exitCode: 2 })
  // Without one, HQ's own address: `buildApp` fills it in.
  const publicUrl = HQ_PUBLIC_URL ? readPublicUrl(HQ_PUBLIC_URL) : ''
  if (publicUrl === null) throw new StartRefused(SENTENCES.publicUrlUnusable, { exitCode: 2 })
  if (HQ_LOG && !isLogLevel(HQ_LOG)) throw new StartRefused(SENTENCES.logLevelUnknown(LOG_LEVELS), { exitCode: 2 })
  return { smtp, publicUrl, dev: HQ_DEV === '1', logLevel: logLevelOf(HQ_LOG) }
}

/** Started by another program, as for a demonstration, HQ speaks to a person, in French; by itself, to whatever keeps its log. */
function logLevelOf(wanted: string | undefined): LogLevel | null {
  if (wanted && isLogLevel(wanted)) return wanted
  return process.send ? null : 'info'
}

function isLogLevel(text: string): text is LogLevel {
  return (LOG_LEVELS as readonly string[]).includes(text)
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
