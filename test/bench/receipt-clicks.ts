import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Parsed } from '../../contract/ipc.ts'
import { openDatabase } from '../../db/open.ts'
import { putRow } from '../../db/rows.ts'
import { saveSyncState } from '../../db/sync-state.ts'
import type { Printer } from '../helpers/a-printer.ts'
import { anEntry, MONDAY } from '../helpers/rows.ts'
import { smallWorld } from '../helpers/world.ts'

// Not a static import: styles of papers are found by hooks that the bench sets up first.
const { openBackend } = await import('../../main/backend.ts')

/**
 * Takes as many payments as asked, each with its receipt, as a click does: the payment, what it confirms and the number in one transaction,
 * then the PDF, stored and noted. Gives for each the milliseconds until the number is there, and until the PDF is.
 */
export async function clickReceipts(count: number, printer: Printer): Promise<{ numbered: number; printed: number }[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'pupitre-bench-'))
  const people = Array.from({ length: count }, (_, n) => `NOM-${String(n).padStart(3, '0')}`)
  const world = await writeCentre(folder, people)
  const { handlers, stop } = await openBackend({
    dataFolder: folder,
    clock: { now: () => MONDAY },
    hqUrl: null,
    enrolmentCode: null,
    appVersion: '0.1.0',
    print: printer.print,
    openFile: async () => {},
    chooseWhere: async () => null,
    chooseFile: async () => null,
  })
  const times: { numbered: number; printed: number }[] = []
  for (const name of people) {
    const entryId = world.entry(name)
    const from = performance.now()
    const { results } = await handlers['command.run']({ drafts: takeMoney(world.candidate(name), entryId) })
    const numbered = performance.now() - from
    const receipt = results.at(-1)
    if (!receipt?.ok || !receipt.createdId) throw new Error(`no receipt: ${JSON.stringify(results)}`)
    const answer = await handlers['document.open']({ kind: 'receipt', receiptId: receipt.createdId })
    if (!answer.ok) throw new Error(`no PDF: ${answer.code}`)
    times.push({ numbered, printed: performance.now() - from })
  }
  await stop()
  const pdfs = readdirSync(path.join(folder, 'documents'), { recursive: true, encoding: 'utf8' })
  if (pdfs.filter((name) => name.endsWith('.pdf')).length !== count) throw new Error('PDFs are missing')
  rmSync(folder, { recursive: true })
  return times
}

async function writeCentre(folder: string, people: readonly string[]) {
  const awaiting = { status: 'prevalidated', prevalidatedAt: MONDAY } as const
  const entries = Object.fromEntries(people.map((name) => [name, awaiting]))
  const world = smallWorld({ seats: people.length, candidates: people, entries })
  const db = await openDatabase(path.join(folder, 'pupitre.sqlite'))
  await db.transaction().execute(async (tx) => {
    for (const write of [...world.common, ...world.rows]) await putRow(tx, write, 1)
    const operatorId = `${world.centreId}-anne`
    await saveSyncState(tx, {
      deviceId: 'pc',
      series: 'A',
      centreId: world.centreId,
      snapshotComplete: '1',
      operatorId,
    })
  })
  await db.destroy()
  return world
}

function takeMoney(candidateId: string, entryId: string): Parsed<'command.run'>['drafts'] {
  const { feeAmount: amount } = anEntry()
  const payment = {
    sessionId: '2027-01',
    payer: { kind: 'candidate', id: candidateId },
    method: 'transfer',
    ...{ amount, currency: 'EUR', receivedOn: MONDAY.slice(0, 10), reference: 'VIR 42' },
    allocations: [{ entryId, amount }],
  }
  return [
    { name: 'payment.record', args: payment, after: [] },
    { name: 'entry.confirm', args: { entryIds: [entryId] }, after: [0] },
    { name: 'receipt.issue', args: { paymentId: null }, after: [0] },
  ]
}
