import { randomBytes } from 'node:crypto'
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { listNotices } from '../db/notices.ts'
import { openDatabase } from '../db/open.ts'
import type { Db } from '../db/schema.ts'
import { saveSyncState } from '../db/sync-state.ts'
import { addDays, type Instant } from '../domain/time.ts'
import { breakPage, fillDesk } from '../test/helpers/broken-desk.ts'
import { MONDAY } from '../test/helpers/rows.ts'
import { backupFolder, createBackups, listBackups, makeBackup } from './backups.ts'

let dataFolder: string
let db: Db
let now: Instant
const clock = { now: () => now }
beforeEach(async () => {
  now = MONDAY
  dataFolder = mkdtempSync(path.join(tmpdir(), 'pupitre-backups-'))
  db = await openDatabase(path.join(dataFolder, 'pupitre.sqlite'))
  await fillDesk(db)
})
afterEach(async () => {
  vi.restoreAllMocks()
  await db.destroy()
  rmSync(dataFolder, { recursive: true, force: true })
})

const backup = () => makeBackup(db, { dataFolder, clock })
const names = () => readdirSync(backupFolder(dataFolder)).sort()
const onDay = (n: number) => {
  now = `${addDays('2026-11-23', n)}T08:41:00.000Z`
}

describe('the daily backup', () => {
  test('is a whole copy, named after the day in the centre, and read before it counts', async () => {
    // 23:30 UTC is already Tuesday in Rennes.
    now = '2026-11-23T23:30:00.000Z'
    expect(await backup()).toMatchObject({ made: true })
    expect(names()).toEqual(['pupitre-2026-11-24.sqlite'])
    expect(listBackups(dataFolder)).toEqual([
      {
        file: path.join(backupFolder(dataFolder), 'pupitre-2026-11-24.sqlite'),
        date: '2026-11-24',
        bytes: expect.any(Number),
        takenAt: now,
      },
    ])
  })

  test('is made once a day, and seven days are kept', async () => {
    for (let day = 0; day < 10; day++) {
      onDay(day)
      expect(await backup()).toMatchObject({ made: true })
      expect(await backup()).toEqual({ made: false, why: 'made-already' })
    }
    expect(names()).toEqual(Array.from({ length: 7 }, (_, n) => `pupitre-${addDays('2026-11-26', n)}.sqlite`))
  })

  test('just made stays, even when a wrong clock has left seven of later dates', async () => {
    for (let day = 400; day < 407; day++) {
      onDay(day)
      await backup()
    }
    onDay(0)
    await backup()
    expect(names()).toHaveLength(7)
    expect(names()).toContain('pupitre-2026-11-23.sqlite')
  })

  test('of a day when the clock was years ahead is neither the one offered nor kept for ever', async () => {
    now = '2030-01-01T08:41:00.000Z'
    await saveSyncState(db, { lastSequence: '9' })
    await backup()
    // Its file was written by that clock too.
    utimesSync(path.join(backupFolder(dataFolder), 'pupitre-2030-01-01.sqlite'), new Date(now), new Date(now))
    for (let day = 0; day < 7; day++) {
      onDay(day)
      await saveSyncState(db, { lastSequence: String(10 + day) })
      await backup()
      expect(listBackups(dataFolder)[0]?.date).toBe(addDays('2026-11-23', day))
    }
    expect(names()).toEqual(Array.from({ length: 7 }, (_, n) => `pupitre-${addDays('2026-11-23', n)}.sqlite`))
  })

  test('when no work was done in between, the last one written is the newest whatever its name', async () => {
    now = '2030-01-01T08:41:00.000Z'
    await backup()
    const anHourAgo = new Date(statSync(path.join(dataFolder, 'pupitre.sqlite')).mtimeMs - 3_600_000)
    utimesSync(path.join(backupFolder(dataFolder), 'pupitre-2030-01-01.sqlite'), anHourAgo, anHourAgo)
    onDay(0)
    await backup()
    expect(listBackups(dataFolder).map(({ date }) => date)).toEqual(['2026-11-23', '2030-01-01'])
  })

  test('that is a copy no more comes after all others', async () => {
    await backup()
    writeFileSync(path.join(backupFolder(dataFolder), 'pupitre-2026-11-30.sqlite'), 'Ceci n’est pas une base.')
    expect(listBackups(dataFolder).map(({ date }) => date)).toEqual(['2026-11-23', '2026-11-30'])
  })

  test('takes away, once it is good, the copies made before migrations thirty days ago', async () => {
    const copy = (name: string, writtenAt: Instant) => {
      const file = path.join(dataFolder, name)
      writeFileSync(file, 'as it was')
      utimesSync(file, new Date(writtenAt), new Date(writtenAt))
    }
    const beside = () => readdirSync(dataFolder).filter((name) => name.includes('.sqlite.'))
    copy('pupitre.sqlite.before-90', '2026-10-24T08:41:00.000Z')
    copy('pupitre.sqlite.before-100', '2026-10-24T08:41:00.001Z')
    // By a clock that was years ahead.
    copy('pupitre.sqlite.before-110', '2030-01-01T08:41:00.000Z')
    // The damaged file of a restore is the assistance's, not ours to take away.
    copy('pupitre.sqlite.abime-20200101T000000000Z', '2020-01-01T00:00:00.000Z')
    writeFileSync(backupFolder(dataFolder), 'not a folder')
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    expect(await backup()).toMatchObject({ made: false })
    expect(beside()).toHaveLength(4)
    rmSync(backupFolder(dataFolder))
    await backup()
    const rest = ['pupitre.sqlite.abime-20200101T000000000Z', 'pupitre.sqlite.before-100', 'pupitre.sqlite.before-110']
    expect(beside()).toEqual(rest)
    onDay(1)
    await backup()
    expect(beside()).toEqual(rest.filter((name) => !name.endsWith('100')))
    onDay(30)
    await backup()
    expect(beside()).toEqual(rest.slice(0, 1))
  })

  test('of a damaged database is not made, and the good ones stay', async () => {
    // What the application logs of it is not what is judged here.
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    await backup()
    const good = readFileSync(path.join(backupFolder(dataFolder), 'pupitre-2026-11-23.sqlite'))
    await db.destroy()
    breakPage(path.join(dataFolder, 'pupitre.sqlite'), 'entry')
    db = await openDatabase(path.join(dataFolder, 'pupitre.sqlite'))
    for (let day = 1; day < 10; day++) {
      onDay(day)
      expect(await backup()).toEqual({ made: false, why: 'damaged' })
    }
    expect(names()).toEqual(['pupitre-2026-11-23.sqlite'])
    expect(readFileSync(path.join(backupFolder(dataFolder), 'pupitre-2026-11-23.sqlite')).equals(good)).toBe(true)
  })

  test('cut short by a crash leaves nothing that counts, and is made the next time', async () => {
    await backup()
    onDay(1)
    writeFileSync(path.join(backupFolder(dataFolder), 'en-cours.sqlite'), 'half a copy')
    expect(listBackups(dataFolder)).toHaveLength(1)
    expect(await backup()).toMatchObject({ made: true })
    expect(names()).toEqual(['pupitre-2026-11-23.sqlite', 'pupitre-2026-11-24.sqlite'])
  })

  test('that has been spoilt since is known for it', async () => {
    await backup()
    onDay(1)
    await backup()
    breakPage(path.join(backupFolder(dataFolder), 'pupitre-2026-11-24.sqlite'), 'entry')
    expect(listBackups(dataFolder).map(({ date, takenAt }) => [date, takenAt])).toEqual([
      ['2026-11-24', null],
      ['2026-11-23', MONDAY],
    ])
  })

  test('waits until this PC is enrolled: there is nothing to save before', async () => {
    await saveSyncState(db, { centreId: null })
    expect(await backup()).toEqual({ made: false, why: 'not-enrolled' })
    expect(existsSync(backupFolder(dataFolder))).toBe(false)
  })
})

describe('while the application is open', () => {
  let told: number
  const errors: unknown[] = []
  function start() {
    told = 0
    errors.length = 0
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] })
    const backups = createBackups(db, {
      ...{ dataFolder, clock, random: (bytes: number) => randomBytes(bytes) },
      onNotice: () => void told++,
      onError: (error) => errors.push(error),
    })
    backups.start()
    vi.advanceTimersByTime(10_000)
    return backups
  }
  afterEach(() => {
    vi.useRealTimers()
  })

  test('a backup is taken soon after the start and on each new day', async () => {
    const backups = start()
    for (let day = 0; day < 3; day++) {
      onDay(day)
      vi.advanceTimersByTime(24 * 3_600_000)
      await vi.waitFor(() => expect(names()).toHaveLength(day + 1))
    }
    await backups.stop()
    onDay(3)
    vi.advanceTimersByTime(24 * 3_600_000)
    expect(names()).toEqual(['pupitre-2026-11-23.sqlite', 'pupitre-2026-11-24.sqlite', 'pupitre-2026-11-25.sqlite'])
    expect(errors).toEqual([])
    expect(told).toBe(0)
  })

  test('one that cannot be made is told, once, and made as soon as it can be', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    writeFileSync(backupFolder(dataFolder), 'not a folder')
    const backups = start()
    await vi.waitFor(() => expect(told).toBe(1))
    vi.advanceTimersByTime(5 * 3_600_000)
    await backups.stop()
    expect(await listNotices(db)).toMatchObject([{ kind: 'backup-failed', detail: { cause: 'cannot-open' } }])
    rmSync(backupFolder(dataFolder))
    const again = start()
    await vi.waitFor(() => expect(names()).toHaveLength(1))
    await again.stop()
    expect(errors).toEqual([])
  })
})
