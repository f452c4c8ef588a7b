import { appendFileSync, mkdtempSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Instant } from '../domain/time.ts'
import { breakPage, fillDesk } from '../test/helpers/broken-desk.ts'
import { recallReading } from './last-reading.ts'
import { openDesk } from './open-desk.ts'
import { databaseFile } from './restore-backup.ts'

const MORNING = '2026-11-23T07:30:00.000Z'
const AFTERNOON = '2026-11-23T15:00:00.000Z'
const EVENING = '2026-11-23T20:00:00.000Z'

let dataFolder: string
let file: string
beforeEach(async () => {
  dataFolder = mkdtempSync(path.join(tmpdir(), 'pupitre-reading-'))
  file = databaseFile(dataFolder)
  const db = await openDesk(dataFolder)
  await fillDesk(db)
  await db.destroy()
})
afterEach(() => rmSync(dataFolder, { recursive: true, force: true }))

/** Opened and closed in order; tells whether the database was read whole. */
async function openAndLeave(now: Instant): Promise<boolean> {
  const reading = recallReading(dataFolder, now)
  let known = false
  const db = await openDesk(dataFolder, () => {
    known = reading.stands()
    return known
  })
  await db.destroy()
  reading.leave()
  return !known
}

describe('the database is read whole', () => {
  test('at the first start of the day, and not at the next ones', async () => {
    expect(await openAndLeave(MORNING)).toBe(true)
    expect(await openAndLeave(AFTERNOON)).toBe(false)
    // Twelve hours after the reading, not after the last start.
    expect(await openAndLeave(EVENING)).toBe(true)
  })

  test('when somebody else has written it', async () => {
    await openAndLeave(MORNING)
    appendFileSync(file, Buffer.alloc(4096))
    expect(recallReading(dataFolder, AFTERNOON).stands()).toBe(false)
  })

  test('when another file of the same size was put in its place', async () => {
    await openAndLeave(MORNING)
    const { atimeMs, mtimeMs } = statSync(file)
    utimesSync(file, atimeMs / 1000, mtimeMs / 1000 - 60)
    expect(recallReading(dataFolder, AFTERNOON).stands()).toBe(false)
  })

  test('after an end that left a journal', async () => {
    await openAndLeave(MORNING)
    writeFileSync(`${file}-wal`, '')
    expect(recallReading(dataFolder, AFTERNOON).stands()).toBe(false)
  })

  test('when the clock says that the reading is still to come, and when what was noted cannot be read', async () => {
    await openAndLeave(AFTERNOON)
    expect(recallReading(dataFolder, MORNING).stands()).toBe(false)
    writeFileSync(path.join(dataFolder, 'lecture.json'), '{"readAt":"yesterday"')
    expect(recallReading(dataFolder, AFTERNOON).stands()).toBe(false)
  })
})

test('a page spoilt between two starts of a day is found at the second', async () => {
  await openAndLeave(MORNING)
  await breakPage(file, 'entry')
  await expect(openAndLeave(AFTERNOON)).rejects.toMatchObject({ problem: 'damaged' })
})
