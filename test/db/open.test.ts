import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { migrations } from '../../db/migrations/index.ts'
import { openDatabase } from '../../db/open.ts'
import { DatabaseProblem, problemCode } from '../../db/problem.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'pupitre-db-'))
  file = path.join(folder, 'desk', 'pupitre.sqlite')
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

async function refusal(open: () => Promise<unknown>): Promise<string> {
  try {
    await open()
  } catch (error) {
    if (error instanceof DatabaseProblem) return error.code
    throw error
  }
  return 'opened'
}

describe('opening the database of this PC', () => {
  test('makes it durable: every answered click is on the disk', async () => {
    await (await openDatabase(file)).destroy()
    const sqlite = new Sqlite(file)
    expect(sqlite.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(sqlite.pragma('user_version', { simple: true })).toBe(migrations.at(-1)?.number)
    sqlite.close()
  })

  test('refuses one of a newer version, and leaves it byte for byte as it was', async () => {
    await (await openDatabase(file)).destroy()
    const sqlite = new Sqlite(file)
    sqlite.pragma('user_version = 99990')
    sqlite.close()
    const before = readFileSync(file)
    expect(await refusal(() => openDatabase(file))).toBe('from-the-future')
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  test('refuses a file that is no database, and creates no other in its place', async () => {
    await (await openDatabase(file)).destroy()
    writeFileSync(file, 'Ceci n’est pas une base.'.repeat(200))
    const before = readFileSync(file)
    expect(await refusal(() => openDatabase(file))).toBe('damaged')
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  test('refuses another program’s database', async () => {
    await (await openDatabase(file)).destroy()
    const sqlite = new Sqlite(path.join(folder, 'other.sqlite'))
    sqlite.exec('create table recipes (id integer)')
    sqlite.close()
    expect(await refusal(() => openDatabase(path.join(folder, 'other.sqlite')))).toBe('damaged')
  })

  test.each([
    String.raw`\\serveur\partage\pupitre.sqlite`,
    '/home/anne/OneDrive/Pupitre/pupitre.sqlite',
    String.raw`C:\Users\Anne\OneDrive - Centre\pupitre.sqlite`,
    '/home/anne/Dropbox/pupitre.sqlite',
  ])('refuses a shared or synchronised folder: %s', async (shared) => {
    expect(await refusal(() => openDatabase(shared))).toBe('shared-folder')
    expect(existsSync(shared)).toBe(false)
  })

  // Root may write anywhere: where the tests run as root, what SQLite itself answers is judged.
  test('says read-only when it may not write', async () => {
    await (await openDatabase(file)).destroy()
    if (process.getuid?.() === 0) {
      const sqlite = new Sqlite(file, { readonly: true })
      try {
        sqlite.exec('create table x (id integer)')
        expect.unreachable()
      } catch (error) {
        expect(problemCode(error)).toBe('read-only')
      }
      sqlite.close()
    } else {
      chmodSync(file, 0o444)
      expect(await refusal(() => openDatabase(file))).toBe('read-only')
    }
  })

  test('copies an older one aside before bringing it up to date', async () => {
    const [first] = migrations
    if (!first) throw new Error('no migration')
    const db = await openDatabase(file, [first])
    await db.insertInto('syncState').values({ key: 'deviceName', value: 'ACCUEIL' }).execute()
    await db.destroy()
    const later = { number: first.number + 10, sql: 'create table later (id text primary key) strict' }
    // A copy that a power cut stopped half-way is none.
    writeFileSync(`${file}.before-${later.number}.begun`, 'SQLite format 3, and then nothing')
    await (await openDatabase(file, [first, later])).destroy()
    expect(existsSync(`${file}.before-${later.number}.begun`)).toBe(false)
    const copy = new Sqlite(`${file}.before-${later.number}`, { readonly: true })
    expect(copy.pragma('user_version', { simple: true })).toBe(first.number)
    expect(copy.prepare('select value from sync_state').pluck().get()).toBe('ACCUEIL')
    copy.close()
  })

  test('keeps the old version whole when a migration fails half-way', async () => {
    const [first] = migrations
    if (!first) throw new Error('no migration')
    await (await openDatabase(file, [first])).destroy()
    const broken = { number: first.number + 10, sql: 'create table half (id text); create table half (id text)' }
    await expect(openDatabase(file, [first, broken])).rejects.toThrow(/half/)
    const sqlite = new Sqlite(file)
    expect(sqlite.pragma('user_version', { simple: true })).toBe(first.number)
    expect(sqlite.prepare("select count(*) from sqlite_master where name = 'half'").pluck().get()).toBe(0)
    sqlite.close()
  })
})
