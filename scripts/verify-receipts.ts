/**
 * `npm run verify:receipts [-- --data <folder>]`: whether the receipts of a PC's data folder (by default, of `npm start`) follow each
 * other, untouched; exit code 1 when one does not. Works on a copy: the application may be open. `-- --simulated-year` plays a year
 * on three PCs first, and shows that it holds, and that one altered byte is found.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import Sqlite from 'better-sqlite3'
import { openDatabase } from '../db/open.ts'
import { clockFrom } from '../main/clock.ts'
import { checkReceipts } from '../main/reads/check-receipts.ts'
import { databaseFile } from '../main/restore-backup.ts'
import { receiptCheckLines } from '../text/receipt-check-lines.ts'
import { root, runNode } from './tools/run-bin.ts'

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: path.join(root, '.pupitre/desk') },
    'simulated-year': { type: 'boolean', default: false },
  },
})

process.exitCode = values['simulated-year']
  ? await runNode(['--import', './test/helpers/vite-imports.ts', 'test/receipts/simulated-year.ts'])
  : await verify(path.resolve(values.data)).catch((error: unknown) => {
      console.error(error instanceof Error ? error.message : error)
      return 2
    })

async function verify(folder: string): Promise<number> {
  const file = databaseFile(folder)
  if (!existsSync(file))
    throw new Error(`Aucune base de Pupitre dans ${folder}. Indiquez le dossier : -- --data <dossier>`)
  const aside = mkdtempSync(path.join(tmpdir(), 'pupitre-recus-'))
  try {
    const copy = databaseFile(aside)
    const sqlite = new Sqlite(file, { readonly: true, fileMustExist: true })
    try {
      sqlite.prepare('vacuum into ?').run(copy)
    } finally {
      sqlite.close()
    }
    const db = await openDatabase(copy)
    try {
      const check = await checkReceipts(db, clockFrom(null))
      for (const line of receiptCheckLines(check)) console.log(line)
      return check.years.every(({ faultCount }) => faultCount === 0) ? 0 : 1
    } finally {
      await db.destroy()
    }
  } finally {
    rmSync(aside, { recursive: true, force: true })
  }
}
