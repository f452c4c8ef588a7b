import { execFileSync, fork } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openDatabase } from '../../db/open.ts'
import { putRow } from '../../db/rows.ts'
import { saveSyncState } from '../../db/sync-state.ts'
import { breakPage, fillDesk } from '../helpers/broken-desk.ts'
import { MONDAY } from '../helpers/rows.ts'
import { type KilledDesk, killedDesk } from '../kills/killed-desk.ts'
import { killAll } from '../kills/own-process.ts'

/** The real backend in a process of its own, on a disk that gives it trouble. */

// Whole applications are started here, on whatever else the machine does meanwhile.
vi.setConfig({ testTimeout: 60_000 })

let folder: string
let clockFile: string
const after: (() => void)[] = []
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'pupitre-disk-'))
  clockFile = path.join(folder, 'clock')
  writeFileSync(clockFile, MONDAY)
})
afterEach(async () => {
  await killAll()
  for (const undo of after.splice(0).reverse()) undo()
  rmSync(folder, { recursive: true, force: true })
})

async function aDeskIn(data: string): Promise<KilledDesk> {
  mkdirSync(data, { recursive: true })
  const db = await openDatabase(path.join(data, 'pupitre.sqlite'))
  await fillDesk(db)
  await putRow(
    db as never,
    { entity: 'operator', value: { id: 'anne', name: 'Anne Hervé', role: 'secretary', active: true } },
    1,
  )
  await saveSyncState(db, { operatorId: 'anne' })
  await db.destroy()
  return killedDesk('ACCUEIL', data, clockFile)
}

async function prevalidate(desk: KilledDesk, n: number) {
  const args = { requestId: `request-${n}`, entryIds: [`entry-${n}`] }
  const { results } = await desk.call('command.run', { drafts: [{ name: 'entry.prevalidate', args }] })
  const [result] = results
  if (!result) throw new Error('no result')
  return result
}

/** Clicks until one is refused. */
async function clickUntilRefused(desk: KilledDesk) {
  const answered: string[] = []
  for (let n = 0; n < 400; n++) {
    const result = await prevalidate(desk, n)
    if (!result.ok) return { answered, refusal: result, next: n }
    answered.push(result.commandId)
  }
  throw new Error('the disk never filled up')
}

function statusOf(desk: KilledDesk, n: number): unknown {
  const sqlite = new Sqlite(desk.file, { readonly: true })
  try {
    return sqlite.prepare('select status from entry where id = ?').pluck().get(`entry-${n}`)
  } finally {
    sqlite.close()
  }
}

const opening = (desk: KilledDesk, within: readonly string[] = []) =>
  desk.start(within).then(
    () => 'opened',
    (error: Error) => error.message,
  )

const isRoot = process.getuid?.() === 0

/** A disk of two megabytes that really is full once they are written; only root may make one. */
function aSmallDisk(): string {
  const disk = path.join(folder, 'small')
  mkdirSync(disk)
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', disk])
  after.push(() => execFileSync('umount', [disk]))
  return disk
}

describe('a disk that takes nothing more', () => {
  test('the click is refused with the reason, what was answered stays, and work goes on once there is room', async () => {
    const desk = await aDeskIn(path.join(folder, 'data'))
    const limit = statSync(desk.file).size + 100_000
    await desk.start(['prlimit', `--fsize=${limit}:unlimited`])
    const { answered, refusal, next } = await clickUntilRefused(desk)
    expect(answered.length).toBeGreaterThan(3)
    expect(refusal).toMatchObject({ code: 'not-kept', detail: { cause: 'disk-error' } })
    expect(statusOf(desk, next)).toBe('requested')
    expect(statusOf(desk, next - 1)).toBe('prevalidated')
    execFileSync('prlimit', ['--pid', String(desk.pid), '--fsize=unlimited:unlimited'])
    expect(await prevalidate(desk, next)).toMatchObject({ ok: true })
    await desk.kill()
    const { integrity, register } = desk.look()
    expect(integrity).toBe('ok')
    expect(answered.filter((id) => !register.has(id))).toEqual([])
    expect(register.size).toBe(answered.length + 1)
  })

  test.runIf(isRoot)('the same on a disk that is full for good; at the next start it is said or it opens', async () => {
    const disk = aSmallDisk()
    const desk = await aDeskIn(path.join(disk, 'data'))
    await desk.start()
    const ballast = path.join(disk, 'ballast')
    for (let size = 1_500_000; size > 1000; size /= 2)
      try {
        writeFileSync(`${ballast}-${Math.round(size)}`, Buffer.alloc(Math.round(size), 1))
      } catch {
        // As much as fits.
      }
    const { answered, refusal, next } = await clickUntilRefused(desk)
    expect(refusal).toMatchObject({ code: 'not-kept', detail: { cause: expect.stringMatching(/^disk-(full|error)$/) } })
    await desk.kill()
    expect(await opening(desk)).toMatch(/^opened$|^Le disque (est plein|refuse)/)
    await desk.kill()
    execFileSync('sh', ['-c', 'rm "$0"-*', ballast])
    await desk.start()
    expect(await prevalidate(desk, next)).toMatchObject({ ok: true })
    await desk.kill()
    const { integrity, register } = desk.look()
    expect(integrity).toBe('ok')
    expect(answered.filter((id) => !register.has(id))).toEqual([])
  })
})

describe('data that may not be written', () => {
  // Root may write anywhere, but for a process that has lost that power.
  const within = isRoot ? ['setpriv', '--bounding-set=-dac_override'] : []

  test.each([
    ['file', 0o444, 0o644],
    ['folder', 0o555, 0o755],
  ])(
    'a read-only %s is said at the start, nothing changes, and it opens once it is put right',
    async (what, mode, right) => {
      const desk = await aDeskIn(path.join(folder, 'data'))
      const before = readFileSync(desk.file)
      const place = what === 'file' ? desk.file : path.dirname(desk.file)
      chmodSync(place, mode)
      after.push(() => chmodSync(place, right))
      expect(await opening(desk, within)).toContain('Pupitre n’a pas le droit d’écrire ses données')
      expect(readFileSync(desk.file).equals(before)).toBe(true)
      chmodSync(place, right)
      expect(await opening(desk, within)).toBe('opened')
    },
  )

  test('a file taken away while it is open: the click is refused, and kept again once it is back', async () => {
    const desk = await aDeskIn(path.join(folder, 'data'))
    await desk.start()
    const before = await prevalidate(desk, 1)
    renameSync(desk.file, `${desk.file}.moved`)
    expect(await prevalidate(desk, 2)).toMatchObject({ ok: false, code: 'not-kept', detail: { cause: 'missing' } })
    renameSync(`${desk.file}.moved`, desk.file)
    const after = await prevalidate(desk, 2)
    await desk.kill()
    renameSync(desk.file, `${desk.file}.moved`)
    expect(await opening(desk)).toContain('Le fichier des données a disparu')
    renameSync(`${desk.file}.moved`, desk.file)
    expect([...desk.look().register.keys()]).toEqual([before, after].map((result) => result.ok && result.commandId))
  })
})

describe('data held by another program', () => {
  /** A process that holds the database for itself until it is ended. */
  async function hold(file: string) {
    const script = path.join(import.meta.dirname, 'hold-database.ts')
    const holder = fork(script, [file], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    after.push(() => void holder.kill('SIGKILL'))
    await once(holder, 'message')
    return async () => {
      holder.kill('SIGKILL')
      await once(holder, 'exit')
    }
  }

  test('for a moment: the click waits for it', async () => {
    const desk = await aDeskIn(path.join(folder, 'data'))
    await desk.start()
    const letGo = await hold(desk.file)
    const clicked = prevalidate(desk, 1)
    await sleep(300)
    await letGo()
    expect(await clicked).toMatchObject({ ok: true })
  })

  test('for longer: the click is refused after five seconds, and kept once the other lets go', async () => {
    const desk = await aDeskIn(path.join(folder, 'data'))
    await desk.start()
    const letGo = await hold(desk.file)
    expect(await prevalidate(desk, 1)).toMatchObject({ ok: false, code: 'not-kept', detail: { cause: 'locked' } })
    await letGo()
    expect(await prevalidate(desk, 1)).toMatchObject({ ok: true })
    expect(statusOf(desk, 1)).toBe('prevalidated')
  })

  test('at the start it is said, and it opens once the other lets go', async () => {
    const desk = await aDeskIn(path.join(folder, 'data'))
    const letGo = await hold(desk.file)
    expect(await opening(desk)).toContain('Un autre programme tient le fichier des données')
    await letGo()
    expect(await opening(desk)).toBe('opened')
  })
})

describe('a page of the file that has become noise', () => {
  test('is said at the start, and nothing is written', async () => {
    const desk = await aDeskIn(path.join(folder, 'data'))
    breakPage(desk.file, 'entry')
    const damaged = readFileSync(desk.file)
    expect(await opening(desk)).toContain('Le fichier des données est abîmé')
    expect(readFileSync(desk.file).equals(damaged)).toBe(true)
  })

  test('is said by the click that meets it; what was answered stays, the next start offers the way back', async () => {
    const desk = await aDeskIn(path.join(folder, 'data'))
    await desk.start()
    breakPage(desk.file, 'entry')
    const { answered, refusal } = await clickUntilRefused(desk)
    expect(refusal).toMatchObject({ code: 'not-kept', detail: { cause: 'damaged' } })
    await desk.kill()
    expect([...desk.look().register.keys()].sort()).toEqual(answered.sort())
    expect(await opening(desk)).toContain('Le fichier des données est abîmé')
  })
})
