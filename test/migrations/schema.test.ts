import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrations } from '../../db/migrations/index.ts'
import { openDatabase } from '../../db/open.ts'
import { entityShapes } from '../../domain/shapes/entities.ts'

async function schemaOf(steps: typeof migrations): Promise<{ tables: Map<string, string[]>; sql: string }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'pupitre-schema-'))
  await (await openDatabase(path.join(folder, 'pupitre.sqlite'), steps)).destroy()
  const sqlite = new Sqlite(path.join(folder, 'pupitre.sqlite'), { readonly: true })
  const objects = sqlite.prepare('select name, sql from sqlite_master where sql is not null order by name').all() as {
    name: string
    sql: string
  }[]
  const tables = new Map(
    objects.map(({ name }) => [
      name,
      (sqlite.pragma(`table_info(${name})`) as { name: string }[]).map((column) => column.name),
    ]),
  )
  sqlite.close()
  rmSync(folder, { recursive: true })
  return { tables, sql: objects.map(({ sql }) => `${sql};`).join('\n\n') }
}

test('the schema is the one that was reviewed', async () => {
  await expect((await schemaOf(migrations)).sql).toMatchFileSnapshot('../../db/schema.snapshot.sql')
})

test('every field of every entity has its column', async () => {
  const { tables } = await schemaOf(migrations)
  const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  for (const [name, schema] of Object.entries(entityShapes))
    expect(tables.get(snake(name))?.toSorted(), name).toEqual(
      [...Object.keys(schema.shape).map(snake), 'revision'].sort(),
    )
})

test('numbers go in tens and only grow', () => {
  const numbers = migrations.map(({ number }) => number)
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
  expect(numbers.every((number) => number % 10 === 0)).toBe(true)
})
