import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { breakPage, fillDesk } from '../test/helpers/broken-desk.ts'
import { backupFolder, makeBackup } from './backups.ts'
import { openOrRestore, type Question } from './offer-backup.ts'
import { asCannotOpen, openDesk } from './open-desk.ts'
import { databaseFile } from './restore-backup.ts'

/** Monday 23:10 UTC: Tuesday 00:10 on this machine, in Paris. */
const NIGHT = '2026-11-23T23:10:00.000Z'
const WHEN = 'mardi 24\u00a0novembre 2026 à 00\u00a0h\u00a010'

/** A disk with a bad sector: what it answers to whoever reads one file from end to end. No real one is at hand. */
const badSector = vi.hoisted(() => ({ file: '', code: 'EIO' }))
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>()
  const copyFileSync: typeof fs.copyFileSync = (from, to) => {
    const { file, code } = badSector
    if (from === file) throw Object.assign(new Error(`${code}: copyfile '${file}'`), { code })
    fs.copyFileSync(from, to)
  }
  return { ...fs, copyFileSync }
})

let dataFolder: string
let file: string
const asked: Question[] = []
beforeEach(async () => {
  dataFolder = mkdtempSync(path.join(tmpdir(), 'pupitre-offer-'))
  file = databaseFile(dataFolder)
  asked.length = 0
  Object.assign(badSector, { file: '', code: 'EIO' })
  const db = await openDesk(dataFolder)
  await fillDesk(db)
  await makeBackup(db, { dataFolder, clock: { now: () => NIGHT } })
  await db.destroy()
})
afterEach(() => {
  vi.restoreAllMocks()
  rmSync(dataFolder, { recursive: true, force: true })
})

function open(answer: number, opening = () => openDesk(dataFolder)) {
  return openOrRestore(opening, {
    dataFolder,
    clock: { now: () => '2026-11-25T08:00:00.000Z' },
    random: (bytes) => randomBytes(bytes),
    timeZone: 'Europe/Paris',
    ask: async (question) => {
      asked.push(question)
      return answer
    },
  })
}

test('nobody is asked anything on an ordinary day', async () => {
  await (await open(0))?.destroy()
  expect(asked).toEqual([])
})

test('a damaged database: its backup is offered by its day and hour, and what going back means is said before and after', async () => {
  breakPage(file, 'entry')
  await (await open(0))?.destroy()
  const [offer, done] = asked
  expect(offer?.message).toBe('Le fichier des données de ce poste est abîmé')
  expect(offer?.buttons).toEqual([`Restaurer la sauvegarde du ${WHEN}`, 'Quitter'])
  expect(offer?.detail).toContain('qui est gardé à côté et jamais effacé')
  expect(done?.message).toBe(`La sauvegarde du ${WHEN} est restaurée`)
  expect(done?.detail).toContain(`${file}.abime-20261125T080000000Z`)
  expect(done?.buttons).toEqual(['Continuer'])
  await (await open(0))?.destroy()
  expect(asked).toHaveLength(2)
})

test('the person would rather quit: nothing opens and nothing changes', async () => {
  breakPage(file, 'entry')
  const damaged = readFileSync(file)
  expect(await open(1)).toBeNull()
  expect(readFileSync(file).equals(damaged)).toBe(true)
})

test('a database that is gone is offered its backup, never replaced by a new one', async () => {
  rmSync(file)
  await (await open(0))?.destroy()
  expect(asked[0]?.message).toBe('Le fichier des données de ce poste a disparu')
  expect(asked[1]?.detail).toContain('Il n’y avait plus de fichier à reprendre')
})

/** The first opening meets the bad sector too. */
function refusedOnce() {
  let refused = false
  return async () => {
    if (refused) return await openDesk(dataFolder)
    refused = true
    throw asCannotOpen(Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR_READ' }), file)
  }
}

test('a disk that no longer gives the file: what to look at, and the way back, without what the file held', async () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  badSector.file = file
  await (await open(0, refusedOnce()))?.destroy()
  const [offer, done] = asked
  expect(offer?.message).toBe('Le disque refuse de lire ou d’écrire le fichier des données de ce poste')
  expect(offer?.detail).toContain('Vérifiez le disque, puis rouvrez.')
  expect(offer?.detail).toContain(`Une sauvegarde de ce poste est intacte\u00a0: celle du ${WHEN}`)
  expect(done?.detail).toContain('Le fichier abîmé n’a rien pu rendre')
  expect(done?.detail).toContain(`${file}.abime-20261125T080000000Z`)
  expect(existsSync(`${file}.abime-20261125T080000000Z`)).toBe(true)
  expect(logged).toHaveBeenCalledOnce()
})

test('a damaged file that a bad sector keeps from being read whole is restored all the same', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  breakPage(file, 'entry')
  badSector.file = file
  await (await open(0))?.destroy()
  expect(asked[1]?.detail).toContain('Le fichier abîmé n’a rien pu rendre')
})

test('want of room for reading the damaged file is said: its work is not given up for that', async () => {
  breakPage(file, 'entry')
  Object.assign(badSector, { file, code: 'ENOSPC' })
  await expect(open(0)).rejects.toMatchObject({ problem: 'disk-full' })
  expect(asked).toHaveLength(1)
  badSector.file = ''
  await (await open(0))?.destroy()
  expect(asked[2]?.detail).toContain('Rien n’avait été fait sur ce poste depuis.')
})

test('a newest backup that has been spoilt is passed over for the one before', async () => {
  const db = await openDesk(dataFolder)
  await makeBackup(db, { dataFolder, clock: { now: () => '2026-11-24T23:10:00.000Z' } })
  await db.destroy()
  breakPage(file, 'entry')
  breakPage(path.join(backupFolder(dataFolder), 'pupitre-2026-11-25.sqlite'), 'entry')
  await (await open(0))?.destroy()
  expect(asked[0]?.buttons[0]).toBe(`Restaurer la sauvegarde du ${WHEN}`)
})

test('without a backup that is whole, the reason is all that can be said', async () => {
  breakPage(file, 'entry')
  breakPage(path.join(backupFolder(dataFolder), 'pupitre-2026-11-24.sqlite'), 'entry')
  await expect(open(0)).rejects.toMatchObject({ sentence: expect.stringContaining('N’effacez rien') })
  expect(asked).toEqual([])
})
