import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase } from '../../db/open.ts'
import { salvage } from '../../db/salvage.ts'
import type { CommandTable, Db } from '../../db/schema.ts'
import { DOCUMENT_KINDS } from '../../domain/document-kinds.ts'
import { breakPage } from '../helpers/broken-desk.ts'
import { MONDAY } from '../helpers/rows.ts'

let folder: string
let file: string
let db: Db
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'pupitre-salvage-'))
  file = path.join(folder, 'pupitre.sqlite')
  db = await openDatabase(file)
})
afterEach(async () => {
  await db.destroy()
  rmSync(folder, { recursive: true, force: true })
})

function aCommand(sequence: number): CommandTable {
  const id = `01900000-0000-7000-8000-${String(sequence).padStart(12, '0')}`
  return {
    ...{
      id,
      sequence,
      v: 1,
      deviceId: 'device-1',
      at: MONDAY,
      name: 'entry.prevalidate',
      clickId: id,
      sendAfter: MONDAY,
    },
    operator: JSON.stringify({ id: 'anne', name: 'Anne Hervé', role: 'secretary' }),
    args: JSON.stringify({ requestId: `request-${sequence}`, entryIds: [`entry-${sequence}`] }),
    ...{ dependsOn: '[]', touches: '[]', state: 'waiting', doubtful: 0 },
    ...{ code: null, detail: null, settledAt: null, sentAt: null },
  }
}

async function fill(count: number): Promise<void> {
  await db.transaction().execute(async (tx) => {
    for (let sequence = 1; sequence <= count; sequence++)
      await tx.insertInto('command').values(aCommand(sequence)).execute()
  })
  await db.destroy()
}

function change(...statements: string[]): void {
  const sqlite = new Sqlite(file)
  for (const statement of statements) sqlite.exec(statement)
  sqlite.pragma('wal_checkpoint(truncate)')
  sqlite.close()
}

const sequences = () => salvage(file).commands.map(({ sequence }) => sequence)
const upTo = (count: number) => Array.from({ length: count }, (_, n) => n + 1)

/** The place in the file of the number of one line: after the length of the line, in the cell that holds it. */
function placeOfRowid(rowid: number): number {
  const sqlite = new Sqlite(file, { readonly: true })
  const size = Number(sqlite.pragma('page_size', { simple: true }))
  const leaves = sqlite
    .prepare("select pageno from dbstat where name = 'command' and pagetype = 'leaf'")
    .pluck()
    .all() as number[]
  sqlite.close()
  const open = openSync(file, 'r')
  try {
    for (const pageno of leaves) {
      const page = Buffer.alloc(size)
      readSync(open, page, 0, size, (pageno - 1) * size)
      for (let cell = 0; cell < page.readUInt16BE(3); cell++) {
        let at = page.readUInt16BE(8 + 2 * cell)
        while (page.readUInt8(at) >= 0x80) at++
        at++
        // Numbers of 128 to 16 383 are written on two bytes.
        const high = page.readUInt8(at)
        if (high >= 0x80 && (high & 0x7f) * 128 + page.readUInt8(at + 1) === rowid) return (pageno - 1) * size + at
      }
    }
  } finally {
    closeSync(open)
  }
  throw new Error(`no line ${rowid}`)
}

describe('what can be read of a damaged database', () => {
  test('documents of every kind, those of credit notes too', async () => {
    for (const kind of DOCUMENT_KINDS)
      await db
        .insertInto('document')
        .values({
          ...{ id: kind, kind, refId: 'ref-1', sessionId: '2027-01', title: 'Avoir', version: 1, duplicate: 0 },
          ...{
            templateVersion: 1,
            content: '{}',
            fileName: 'a.pdf',
            sha256: 'a',
            madeAt: MONDAY,
            madeBy: 'Anne Hervé',
          },
        })
        .execute()
    await db.destroy()
    expect(salvage(file).documents.map(({ kind }) => kind)).toEqual([...DOCUMENT_KINDS])
  })

  test('a line whose number has become noise does not make reading endless, and is read', async () => {
    await fill(10)
    // Far enough that walking there takes longer than a test may last, and not for ever.
    change('update command set rowid = 10000000 where rowid = 10')
    expect(sequences()).toEqual(upTo(10))
    expect(salvage(file).unread).toBe(0)
  })

  test('nor one whose number is greater than any that can be counted to', async () => {
    await fill(10)
    change('update command set rowid = 9223372036854775807 where rowid = 10')
    expect(sequences()).toEqual(upTo(10))
  })

  test('a number that has become noise among others hides nothing of the pages after it', async () => {
    await fill(400)
    change('select 1')
    const open = openSync(file, 'r+')
    // 200 becomes 16 328: nothing says that it is not so.
    writeSync(open, Buffer.from([0xff]), 0, 1, placeOfRowid(200))
    closeSync(open)
    const found = sequences()
    expect(new Set(found).size).toBe(found.length)
    expect(found.filter((sequence) => sequence > 220)).toEqual(upTo(400).slice(220))
  })

  test('lines behind a long gap are read', async () => {
    await fill(10)
    change('update command set rowid = rowid + 100000 where rowid > 5')
    expect(sequences()).toEqual(upTo(10))
    expect(salvage(file).unread).toBe(0)
  })

  test('a page that is noise costs its own lines, not the first of the next, and each is counted', async () => {
    await fill(400)
    breakPage(file, 'command')
    const { commands, unread } = salvage(file)
    const lost = upTo(400).filter((n) => !commands.some(({ sequence }) => sequence === n))
    expect(lost.length).toBeGreaterThan(1)
    expect(lost.length).toBeLessThan(30)
    expect(unread).toBe(lost.length)
  })

  test('an end that cannot be read is not told as nothing lost', async () => {
    await fill(400)
    const sqlite = new Sqlite(file, { readonly: true })
    const size = Number(sqlite.pragma('page_size', { simple: true }))
    const last = sqlite.prepare("select pageno from dbstat where name = 'command' order by path desc").pluck().get()
    sqlite.close()
    const open = openSync(file, 'r+')
    writeSync(open, Buffer.alloc(size, 0xa5), 0, size, (Number(last) - 1) * size)
    closeSync(open)
    const { commands, unread } = salvage(file)
    expect(commands.length).toBeGreaterThan(350)
    expect(commands.length).toBeLessThan(400)
    expect(unread).toBe(1)
  })
})
