import { type ChildProcess, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { makeSample } from '../../hq/sample/make-sample.ts'
import { AGE, ask } from '../helpers/a-device.ts'
import { newPostgresDatabase } from '../helpers/hq-database.ts'
import { MONDAY } from '../helpers/rows.ts'

const SERVER = path.resolve(import.meta.dirname, '../../hq/server.ts')
const WITHDRAW = path.resolve(import.meta.dirname, '../../hq/withdraw.ts')

type Ready = { type: string; url: string; enrolmentCodes: Record<string, string> }

/** With the sample, as the first test leaves it: making a database costs several seconds, copying one a tenth. */
const made = mkdtempSync(path.join(tmpdir(), 'pupitre-hq-made-'))
/** HQ's code, read by the first process for the others too. */
const compiled = mkdtempSync(path.join(tmpdir(), 'pupitre-hq-compiled-'))
afterAll(() => {
  for (const folder of [made, compiled]) rmSync(folder, { recursive: true, force: true })
})

function aFolder({ filled = false } = {}): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'pupitre-hq-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  if (filled) cpSync(made, path.join(folder, 'hq'), { recursive: true })
  writeFileSync(path.join(folder, 'clock'), MONDAY)
  return folder
}

/** A process of HQ, with what it said, ended with the test. */
function start(script: string, args: readonly string[], env: Record<string, string> = {}) {
  const child = fork(script, [...args], {
    silent: true,
    env: { ...process.env, NODE_COMPILE_CACHE: compiled, HQ_DATABASE_URL: '', PUPITRE_CLOCK_FILE: '', ...env },
  })
  let said = ''
  for (const output of [child.stdout, child.stderr]) output?.on('data', (data) => (said += String(data)))
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended
  })
  return { child, ended, said: () => said }
}

async function ready(child: ChildProcess): Promise<Ready> {
  const [message] = await once(child, 'message')
  return message as Ready
}

async function stop({ child, ended }: ReturnType<typeof start>): Promise<number | null> {
  child.kill('SIGTERM')
  return ended
}

const PUBLIC_KEY = 'MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE='

/** One that the sample of that Monday holds; the same each time. */
function aRequestedEntry(): string {
  const writes = makeSample(MONDAY).centres.flatMap(({ batches }) => batches.flat())
  const found = writes.find((write) => write.entity === 'entry' && write.value.status === 'requested')
  if (!found) throw new Error('No requested entry in the sample')
  return found.value.id
}

function enrol(url: string, code = '') {
  const body = { code, deviceName: 'POSTE', publicKey: PUBLIC_KEY, agePublicKey: AGE.recipient, appVersion: '0.1.0' }
  return ask(url, '/v1/devices/enrol', { body })
}

/** A folder that no database opens. */
function damagedIn(folder: string): string {
  mkdirSync(path.join(folder, 'pglite'), { recursive: true })
  writeFileSync(path.join(folder, 'pglite', 'PG_VERSION'), 'garbage')
  return folder
}

test('it starts anew on sample data, says where it is, and finds everything again after a stop', async () => {
  const folder = aFolder()
  const data = damagedIn(path.join(folder, 'hq'))
  const args = ['--data', data, '--port', '0', '--sample', 'small']
  const env = { PUPITRE_CLOCK_FILE: path.join(folder, 'clock') }
  const first = start(SERVER, [...args, '--reset'], env)
  const { type, url, enrolmentCodes } = await ready(first.child)
  expect([type, Object.keys(enrolmentCodes)]).toEqual(['ready', ['rennes', 'papeete']])
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  expect(await ask(url, '/v1/health')).toEqual({ status: 200, body: { status: 'ok', now: MONDAY, database: 'pglite' } })
  writeFileSync(path.join(folder, 'clock'), '2026-11-23T09:00:00.000Z')
  expect((await ask(url, '/v1/health')).body).toMatchObject({ now: '2026-11-23T09:00:00.000Z' })
  const before = await enrol(url, enrolmentCodes.rennes)
  expect(before).toMatchObject({ status: 200, body: { series: 'B' } })
  expect(await stop(first)).toBe(0)
  expect(existsSync(path.join(data, 'hq.lock'))).toBe(false)
  cpSync(data, made, { recursive: true })

  const second = start(SERVER, args, env)
  const again = await ready(second.child)
  // The unused code of the first start is dead; the used one still answers its own PC, and a new one was made.
  expect((await enrol(again.url, enrolmentCodes.papeete)).status).toBe(401)
  expect(await enrol(again.url, enrolmentCodes.rennes)).toEqual(before)
  expect((await enrol(again.url, again.enrolmentCodes.rennes)).body).toMatchObject({ series: 'C' })
  expect(await stop(second)).toBe(0)
})

test('a second process on the same folder is refused; one that was killed lost nothing and its lock is taken over', async () => {
  const folder = path.join(aFolder({ filled: true }), 'hq')
  const args = ['--data', folder, '--port', '0', '--sample', 'small']
  const first = start(SERVER, args)
  const { url, enrolmentCodes } = await ready(first.child)
  expect((await enrol(url, enrolmentCodes.rennes)).body).toMatchObject({ series: 'C' })
  const second = start(SERVER, args)
  const tool = start(WITHDRAW, ['--data', folder, '--entry', 'x'])
  expect([await second.ended, await tool.ended]).toEqual([1, 1])
  expect(second.said()).toMatch(/^Un siège utilise déjà ce dossier de données \(processus \d+\)/)
  first.child.kill('SIGKILL')
  await first.ended
  expect(existsSync(path.join(folder, 'hq.lock'))).toBe(true)
  const third = start(SERVER, args)
  const again = await ready(third.child)
  // What was answered before the kill is there after it.
  expect((await enrol(again.url, again.enrolmentCodes.rennes)).body).toMatchObject({ series: 'D' })
  expect(await stop(third)).toBe(0)
})

test('a candidate withdraws, for demonstrations, with HQ stopped: kept, and not twice', async () => {
  const folder = path.join(aFolder({ filled: true }), 'hq')
  const withdraw = async (entry: string) => {
    const { ended, said } = start(WITHDRAW, ['--data', folder, '--entry', entry])
    return [await ended, said()]
  }
  const entryId = aRequestedEntry()
  expect(await withdraw(entryId)).toEqual([0, `Inscription ${entryId} retirée par le candidat.\n`])
  expect(await withdraw(entryId)).toEqual([
    5,
    expect.stringMatching(/ne peut plus être retirée dans son état actuel\.\n$/),
  ])
})

test('it goes when its parent goes, even by surprise', async () => {
  const folder = path.join(aFolder({ filled: true }), 'hq')
  const parent = spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { fork } from 'node:child_process'
       const child = fork(${JSON.stringify(SERVER)}, ['--data', ${JSON.stringify(folder)}, '--port', '0'], { execArgv: [] })
       child.once('message', () => { console.log(child.pid); process.kill(process.pid, 'SIGKILL') })`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const [pid] = await once(parent.stdout, 'data')
  await expect.poll(() => isAlive(Number(String(pid))), { timeout: 20_000 }).toBe(false)
  expect(existsSync(path.join(folder, 'hq.lock'))).toBe(false)
})

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

test('trouble at the start is one French sentence and an exit code', async () => {
  const folder = aFolder({ filled: true })
  const taken = createServer()
  const port = await new Promise<number>((resolve) => {
    taken.listen(0, '127.0.0.1', () => resolve((taken.address() as { port: number }).port))
  })
  onTestFinished(() => void taken.close())
  const file = path.join(folder, 'file')
  writeFileSync(file, '')
  const damaged = damagedIn(path.join(folder, 'damaged'))
  const cases: [string[], Record<string, string>, number, RegExp][] = [
    [['--data', folder, '--port', 'x'], {}, 2, /^Usage : node hq\/server\.ts/],
    [['--data', folder, '--sample', 'huge'], {}, 2, /^Usage/],
    [['--data', path.join(folder, 'hq'), '--port', String(port)], {}, 3, new RegExp(`^Le port ${port} est déjà pris`)],
    [['--data', path.join(file, 'b')], {}, 1, /^Le dossier de données .* ne peut pas être utilisé/],
    [['--data', folder], { HQ_NIR_KEY: 'c2VjcmV0' }, 2, /^HQ_NIR_KEY doit être une clé de 32 octets/],
    [['--data', damaged], {}, 1, /^La base de données du siège .* ne s’ouvre pas/],
    [
      ['--data', folder],
      { HQ_DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' },
      1,
      /^La base PostgreSQL .* ne répond pas/,
    ],
    [
      ['--data', folder, '--reset'],
      { HQ_DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' },
      2,
      /^--reset n’efface jamais/,
    ],
  ]
  await Promise.all(
    cases.map(async ([args, env, code, sentence]) => {
      const { ended, said } = start(SERVER, args, env)
      expect([args, await ended]).toEqual([args, code])
      expect(said()).toMatch(sentence)
      expect(said()).not.toMatch(/\n\s+at /)
    }),
  )
})

test('on PostgreSQL it runs without a lock, several at a time, on the same data', async () => {
  const HQ_DATABASE_URL = await newPostgresDatabase()
  const args = ['--data', aFolder(), '--port', '0', '--sample', 'small']
  const one = start(SERVER, args, { HQ_DATABASE_URL })
  const { url } = await ready(one.child)
  expect((await ask(url, '/v1/health')).body).toMatchObject({ database: 'postgresql' })
  const two = start(SERVER, args, { HQ_DATABASE_URL })
  await ready(two.child)
  expect([await stop(one), await stop(two)]).toEqual([0, 0])
})
