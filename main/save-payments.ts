import { writeFile } from 'node:fs/promises'
import type { SavedFile } from '../contract/desk-session.ts'
import type { Parsed } from '../contract/ipc.ts'
import { getRow, listRowsOfSession } from '../db/rows.ts'
import type { Db } from '../db/schema.ts'
import { writeCsv } from '../text/csv.ts'
import { paymentsFileName, paymentsTable } from '../text/payments-table.ts'
import { paymentRows } from './reads/cheque-list.ts'

/** Asks where, then writes the payments of a session as a table for whoever keeps the accounts: an Excel workbook, or CSV. */
export async function savePayments(
  db: Db,
  { sessionId, as }: Parsed<'payment.save'>,
  chooseWhere: (name: string) => Promise<string | null>,
): Promise<SavedFile> {
  const session = await getRow(db, 'examSession', sessionId)
  if (!session) return { ok: false, code: 'not-found' }
  const path = await chooseWhere(paymentsFileName(sessionId, as))
  if (path === null) return { ok: false, code: 'cancelled' }
  const payments = await listRowsOfSession(db, 'payment', sessionId)
  const table = paymentsTable(
    await paymentRows(
      db,
      payments.map(({ id }) => id),
    ),
  )
  try {
    await writeFile(path, as === 'csv' ? writeCsv(table) : await workbook(session.label, table))
    return { ok: true, path }
  } catch (error) {
    console.error('payments not written', error)
    return { ok: false, code: 'not-written' }
  }
}

/** What writes workbooks is read when somebody wants one, a few times a year, and not at each start. */
async function workbook(...table: Parameters<typeof import('./write-xlsx.ts').writeXlsx>): Promise<Uint8Array> {
  const { writeXlsx } = await import('./write-xlsx.ts')
  return await writeXlsx(...table)
}
