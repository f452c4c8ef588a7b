import { closeSync, openSync, writeSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { putRow } from '../../db/rows.ts'
import type { Db } from '../../db/schema.ts'
import { saveSyncState } from '../../db/sync-state.ts'
import { anEntry, anOffering, rennes, rennesSettings } from './rows.ts'

/** Rows enough for tables of several pages, on a PC that is enrolled and complete. */
export async function fillDesk(db: Db, entries = 400): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await putRow(tx, { entity: 'centre', value: rennes }, 1)
    await putRow(tx, { entity: 'centreSettings', value: rennesSettings }, 1)
    await putRow(tx, { entity: 'offering', value: anOffering({ seats: 500 }) }, 1)
    for (let n = 0; n < entries; n++)
      await putRow(tx, { entity: 'entry', value: anEntry({ id: `entry-${n}`, requestId: `request-${n}` }) }, 1)
    await saveSyncState(tx, { deviceId: 'device-1', series: 'A', centreId: 'rennes', snapshotComplete: '1' })
  })
}

/** Overwrites pages of a table with noise, as a failing disk does. The database must be closed. @returns how many */
export function breakPage(file: string, table: string, { which = 'leaf' as 'leaf' | 'all' } = {}): number {
  const sqlite = new Sqlite(file)
  sqlite.pragma('wal_checkpoint(truncate)')
  const size = Number(sqlite.pragma('page_size', { simple: true }))
  const found = sqlite
    .prepare("select pageno from dbstat where name = ? and (? = 'all' or pagetype = 'leaf') order by pageno")
    .pluck()
    .all(table, which) as number[]
  sqlite.close()
  const pages = which === 'all' ? found : found.slice(found.length >> 1, (found.length >> 1) + 1)
  if (pages.length === 0) throw new Error(`no page of ${table} in ${file}`)
  const open = openSync(file, 'r+')
  for (const page of pages) writeSync(open, Buffer.alloc(size, 0xa5), 0, size, (page - 1) * size)
  closeSync(open)
  return pages.length
}
