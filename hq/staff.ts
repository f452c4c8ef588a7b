import { parseArgs } from 'node:util'
import { SENTENCES } from '../text/hq.ts'
import { STAFF_SENTENCES } from '../text/hq-staff.ts'
import { bootHq, StartRefused } from './boot.ts'
import { readPublicUrl } from './mail/mail-settings.ts'
import { reportBug } from './report-bug.ts'
import { obeyStaffOrder, readStaffOrder, type StaffOrder } from './staff/staff-orders.ts'

/**
 * Accounts of HQ's own staff: `npm run hq:staff -- --data <folder> add <mail> <name> | link <mail> | close <mail> | list`. Passwords are
 * never typed here: their owners choose them, by a link.
 * Exit codes: 0 done; 2 the command line, a folder that is no HQ's among it; 4 there is no such account, or there is one already; 1 anything else.
 */

async function run(): Promise<string> {
  const { data, order } = readArguments()
  const publicUrl = readUrl()
  const { hq, close } = await bootHq({
    dataFolder: data,
    databaseUrl: process.env.HQ_DATABASE_URL || undefined,
    clockFile: process.env.PUPITRE_CLOCK_FILE || undefined,
    mustExist: true,
    reportBug,
  })
  try {
    return await obeyStaffOrder(hq, order, publicUrl)
  } finally {
    await close()
  }
}

function readArguments(): { data: string; order: StaffOrder } {
  const { values, positionals } = parseArgs({
    options: { data: { type: 'string' } },
    strict: false,
    allowPositionals: true,
  })
  const order = readStaffOrder(positionals)
  if (typeof values.data !== 'string' || order === null) throw new StartRefused(STAFF_SENTENCES.usage, { exitCode: 2 })
  return { data: values.data, order }
}

function readUrl(): string | null {
  const given = process.env.HQ_PUBLIC_URL
  if (!given) return null
  const url = readPublicUrl(given)
  if (url === null) throw new StartRefused(SENTENCES.publicUrlUnusable, { exitCode: 2 })
  return url
}

run().then(
  (sentence) => console.log(sentence),
  (error: unknown) => {
    console.error(error instanceof StartRefused ? error.message : error)
    process.exitCode = error instanceof StartRefused ? error.exitCode : 1
  },
)
