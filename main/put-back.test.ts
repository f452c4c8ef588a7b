import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase } from '../db/open.ts'
import { salvage } from '../db/salvage.ts'
import type { Db } from '../db/schema.ts'
import { fillDesk } from '../test/helpers/broken-desk.ts'
import { MONDAY } from '../test/helpers/rows.ts'
import { runClick } from './commands/run-click.ts'
import { putBack } from './put-back.ts'

let folder: string
const opened: Db[] = []
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'pupitre-put-back-'))
})
afterEach(async () => {
  for (const db of opened.splice(0)) await db.destroy()
  rmSync(folder, { recursive: true, force: true })
})

async function open(name: string): Promise<Db> {
  const db = await openDatabase(path.join(folder, name))
  opened.push(db)
  return db
}

test('a line that the damaged file gave twice counts once, and holds up nothing', async () => {
  const before = await openDatabase(path.join(folder, 'now.sqlite'))
  await fillDesk(before, 3)
  await before.destroy()
  copyFileSync(path.join(folder, 'now.sqlite'), path.join(folder, 'copy.sqlite'))
  const now = await open('now.sqlite')
  for (const n of [1, 2])
    await runClick(
      now,
      [{ name: 'entry.prevalidate', args: { requestId: `request-${n}`, entryIds: [`entry-${n}`] } }],
      {
        clock: { now: () => MONDAY },
        random: (bytes) => new Uint8Array(bytes).fill(n),
        operator: { id: 'anne', name: 'Anne Hervé', role: 'secretary', active: true },
      },
    )
  const found = salvage(path.join(folder, 'now.sqlite'))
  expect(found.commands).toHaveLength(2)
  const [first, second] = found.commands
  const twice = { ...found, commands: [first, second, first].flatMap((command) => command ?? []) }
  const copy = await open('copy.sqlite')
  expect(await copy.transaction().execute((tx) => putBack(tx, twice))).toBe(2)
  const register = await copy.selectFrom('command').select(['id', 'sequence', 'state']).orderBy('sequence').execute()
  expect(register).toEqual([
    { id: first?.id, sequence: 1, state: 'waiting' },
    { id: second?.id, sequence: 2, state: 'waiting' },
  ])
})
