import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { breakPage, fillDesk } from '../test/helpers/broken-desk.ts'
import { backupFolder, makeBackup } from './backups.ts'
import { openOrRestore, type Question } from './offer-backup.ts'
import { openDesk } from './open-desk.ts'
import { databaseFile } from './restore-backup.ts'

/** Monday 23:10 UTC: Tuesday 00:10 on this machine, in Paris. */
const NIGHT = '2026-11-23T23:10:00.000Z'
const WHEN = 'mardi 24\u00a0novembre 2026 à 00\u00a0h\u00a010'

let dataFolder: string
let file: string
const asked: Question[] = []
beforeEach(async () => {
  dataFolder = mkdtempSync(path.join(tmpdir(), 'pupitre-offer-'))
  file = databaseFile(dataFolder)
  asked.length = 0
  const db = await openDesk(dataFolder)
  await fillDesk(db)
  await makeBackup(db, { dataFolder, clock: { now: () => NIGHT } })
  await db.destroy()
})
afterEach(() => {
  rmSync(dataFolder, { recursive: true, force: true })
})

function open(answer: number) {
  return openOrRestore(() => openDesk(dataFolder), {
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
