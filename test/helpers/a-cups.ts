import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { findCups } from '../../scripts/tools/find-cups.ts'
import { required } from '../../scripts/tools/found.ts'

/** One that a printer was given: the file as it came, and how many times it was to be printed. */
export type CupsJob = { file: Uint8Array; copies: number }

/** A CUPS of our own, behind a socket of its own, whose printers keep what they are given. */
export type RunningCups = {
  addPrinter(name: string, description: string): void
  removePrinter(name: string): void
  /** It takes no job any more, as one whose driver is out of order. */
  refuse(name: string): void
  jobs(): CupsJob[]
  stop(): Promise<void>
}

const OPEN_TO_ALL = `DefaultAuthType None
WebInterface No
Browsing No
PreserveJobFiles Yes
DirtyCleanInterval 0
<Location />
Order allow,deny
Allow all
</Location>
<Location /admin>
Order allow,deny
Allow all
</Location>
<Policy default>
<Limit All>
Order deny,allow
</Limit>
</Policy>
`

/** Starts it, and has every program that this process starts speak to it until it is stopped. */
export async function aCups(): Promise<RunningCups> {
  const { cupsd, lpadmin } = required(await findCups())
  const folder = mkdtempSync(path.join(tmpdir(), 'pupitre-cups-'))
  const spool = path.join(folder, 'spool')
  const socket = path.join(folder, 'socket')
  const places = { RequestRoot: 'spool', CacheDir: 'cache', StateDir: 'state', ServerRoot: 'root' }
  const logs = { AccessLog: 'access', ErrorLog: 'error', PageLog: 'page' }
  for (const place of Object.values(places)) mkdirSync(path.join(folder, place))
  const lines = Object.entries({ ...places, ...logs }).map(([what, name]) => `${what} ${path.join(folder, name)}`)
  const installed = path.join(path.dirname(cupsd), '..')
  lines.push(`ServerBin ${installed}/lib/cups`, `DataDir ${installed}/share/cups`, 'FileDevice Yes', 'SystemGroup root')
  writeFileSync(path.join(folder, 'files.conf'), `${lines.join('\n')}\n`)
  writeFileSync(path.join(folder, 'cupsd.conf'), `Listen ${socket}\n${OPEN_TO_ALL}`)
  const child = spawn(cupsd, ['-f', '-c', path.join(folder, 'cupsd.conf'), '-s', path.join(folder, 'files.conf')], {
    stdio: 'ignore',
  })
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  // It must not outlive whoever started it.
  process.once('exit', () => child.kill())
  const before = process.env.CUPS_SERVER
  process.env.CUPS_SERVER = socket
  const admin = (...args: string[]) => execFileSync(lpadmin, args, { stdio: 'pipe' })
  await untilItAnswers()

  return {
    addPrinter: (name, description) => void admin('-p', name, '-E', '-v', 'file:///dev/null', '-D', description),
    removePrinter: (name) => void admin('-x', name),
    refuse: (name) => void execFileSync(path.join(path.dirname(lpadmin), 'cupsreject'), [name], { stdio: 'pipe' }),
    jobs: () =>
      readdirSync(spool)
        .filter((name) => name.startsWith('d'))
        .sort()
        .map((name) => ({
          file: readFileSync(path.join(spool, name)),
          copies: copiesOf(readFileSync(path.join(spool, `c${name.slice(1, 6)}`))),
        })),
    async stop() {
      child.kill()
      await gone
      if (before === undefined) delete process.env.CUPS_SERVER
      else process.env.CUPS_SERVER = before
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function untilItAnswers(): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    try {
      if (execFileSync('lpstat', ['-r'], { encoding: 'utf8', stdio: 'pipe' }).includes('is running')) return
    } catch {
      // Not yet.
    }
    await sleep(50)
  }
  throw new Error('CUPS did not start')
}

/** Of an IPP job: the name of the attribute, the length of its value in two bytes, and the value as a 32-bit integer. */
function copiesOf(job: Buffer): number {
  const at = job.indexOf('copies')
  return at === -1 ? 1 : job.readInt32BE(at + 'copies'.length + 2)
}
