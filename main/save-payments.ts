import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { PaymentsToSave } from '../contract/desk-money.ts'
import type { SavedFile } from '../contract/desk-session.ts'
import type { Parsed } from '../contract/ipc.ts'
import { getRow } from '../db/rows.ts'
import type { Db } from '../db/schema.ts'
import { writeCsv } from '../text/csv.ts'
import { type PaymentsOf, paymentsFileName, paymentsTable } from '../text/payments-table.ts'
import { ownCentre } from './own-centre.ts'
import { listPaymentsToSave } from './reads/payments-to-save.ts'

type Tools = {
  chooseWhere: (name: string) => Promise<string | null>
  openFile: (path: string) => Promise<void>
}

/**
 * Payments as tables for whoever keeps the accounts: an Excel workbook, or CSV. `save` asks where; `open` opens one that was saved since
 * the application started, or its folder, and nothing else whatever the window asks for.
 */
export function createSavedTables(db: Db, { chooseWhere, openFile }: Tools) {
  const written = new Set<string>()
  return {
    async save(wanted: PaymentsToSave): Promise<SavedFile> {
      const of = await whichOf(db, wanted)
      if (!of) return { ok: false, code: 'not-found' }
      const place = await chooseWhere(paymentsFileName(of, wanted.as))
      if (place === null) return { ok: false, code: 'cancelled' }
      const { timeZone } = (await ownCentre(db)).centre
      const table = paymentsTable(await listPaymentsToSave(db, wanted), of, timeZone)
      try {
        await writeFile(place, wanted.as === 'csv' ? writeCsv(table) : await workbook(sheetName(of), table))
        written.add(place)
        return { ok: true, path: place }
      } catch (error) {
        console.error('payments not written', error)
        return { ok: false, code: 'not-written' }
      }
    },
    async open({ path: asked, which }: Parsed<'payment.open-saved'>): Promise<{ opened: boolean }> {
      if (!written.has(asked)) return { opened: false }
      try {
        await openFile(which === 'file' ? asked : path.dirname(asked))
        return { opened: true }
      } catch (error) {
        console.error('table not opened', error)
        return { opened: false }
      }
    },
  }
}

async function whichOf(db: Db, wanted: PaymentsToSave): Promise<PaymentsOf | null> {
  if (wanted.of === 'days') return { of: 'days', from: wanted.from, to: wanted.to }
  const session = await getRow(db, 'examSession', wanted.sessionId)
  return session && { of: 'session', label: session.label }
}

function sheetName(of: PaymentsOf): string {
  return of.of === 'session' ? of.label : `${of.from} au ${of.to}`
}

/** What writes workbooks is read when somebody wants one, a few times a year, and not at each start. */
async function workbook(...table: Parameters<typeof import('./write-xlsx.ts').writeXlsx>): Promise<Uint8Array> {
  const { writeXlsx } = await import('./write-xlsx.ts')
  return await writeXlsx(...table)
}
