import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openDatabase } from '../../db/open.ts'
import type { Db, Tx } from '../../db/schema.ts'
import { writeLightly } from '../../db/undurable.ts'

const FULL = 2
const NORMAL = 1
const synchronous = async (db: Db | Tx) =>
  (await sql<{ synchronous: number }>`pragma synchronous`.execute(db)).rows[0]?.synchronous

test('only what can be made again is written lightly: a click meanwhile, and everything after, waits for the disk', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'pupitre-light-'))
  const db = await openDatabase(path.join(folder, 'pupitre.sqlite'))
  const seen: unknown[] = []
  await Promise.all([
    writeLightly(db, async (tx) => {
      seen.push(['light', await synchronous(tx)])
      await tx.insertInto('staleCandidate').values({ id: 'a' }).execute()
    }),
    db.transaction().execute(async (tx) => seen.push(['click', await synchronous(tx)])),
  ])
  await expect(
    writeLightly(db, async (tx) => {
      await tx.insertInto('staleCandidate').values({ id: 'b' }).execute()
      throw new Error('a bug')
    }),
  ).rejects.toThrow('a bug')
  seen.push(['after a bug', await synchronous(db)])
  expect(seen).toEqual([
    ['light', NORMAL],
    ['click', FULL],
    ['after a bug', FULL],
  ])
  expect(await db.selectFrom('staleCandidate').selectAll().execute()).toEqual([{ id: 'a' }])
  await db.destroy()
  rmSync(folder, { recursive: true, force: true })
})
