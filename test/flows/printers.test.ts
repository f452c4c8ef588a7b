import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Input } from '../../contract/ipc.ts'
import type { Printers } from '../../main/print/send-to-printer.ts'
import { listPrinters, printPdf } from '../../scripts/chromium-host/printers.ts'
import { aCups, type RunningCups } from '../helpers/a-cups.ts'
import { aDesk } from '../helpers/a-desk.ts'
import { aClock, anHq } from '../helpers/an-hq.ts'
import { smallWorld } from '../helpers/world.ts'

const running: { stop(): Promise<void> }[] = []
let cups: RunningCups
beforeEach(async () => {
  cups = await aCups()
  running.push(cups)
  cups.addPrinter('Accueil', 'HP de l’accueil')
  cups.addPrinter('Bureau', 'Brother du bureau')
})
afterEach(async () => {
  for (const one of running.splice(0).reverse()) await one.stop()
})

/** Those of a real CUPS, without the window that Electron prints from. */
const printers: Printers = {
  list: async () => (await listPrinters()).map(({ name, displayName }) => ({ name, label: displayName })),
  print: (pdf, { printer, copies }) => printPdf(pdf, { deviceName: printer, copies }),
}

async function aPc() {
  const clock = aClock()
  const hq = await anHq({ clock, worlds: [smallWorld({ seats: 5, candidates: ['Ny', 'Roy'] })] })
  const desk = await aDesk({ hq, clock, role: 'manager', printers })
  running.push(hq, desk)
  await desk.prevalidate('Ny')
  const { results } = await desk.pay('Ny')
  const receiptId = (results[2]?.ok && results[2].createdId) || ''
  const requestId = (await desk.request('Ny')).id
  /** Makes a paper, and gives the id under which it is stored. */
  const paper = async (asked: Input<'document.open'>) => {
    const answer = await desk.call('document.open', asked as never)
    if (!answer.ok) throw new Error(answer.code)
    return answer.value.id
  }
  const send = (documentId: string, printer: string, copies = 1) =>
    desk.call('document.print', { documentId, printer, copies })
  const receipt = { kind: 'receipt', receiptId } as const
  return { clock, desk, paper, send, receipt, confirmation: { kind: 'confirmation', requestId } as const, requestId }
}

test('each kind of paper comes back to the printer that it last went to, on this PC, after a restart too', async () => {
  const { desk, paper, send, receipt, confirmation, requestId } = await aPc()
  const ids = { receipt: await paper(receipt), confirmation: await paper(confirmation) }
  const chosen = async (documentId: string) => (await desk.call('printer.list', { documentId })).chosen
  expect(await desk.call('printer.list', { documentId: ids.confirmation })).toEqual({
    printers: [
      { name: 'Accueil', label: 'HP de l’accueil' },
      { name: 'Bureau', label: 'Brother du bureau' },
    ],
    ...{ chosen: null, gone: null, sentAt: null, isOriginal: false },
  })
  expect(await send(ids.receipt, 'Accueil')).toEqual({ ok: true })
  expect(await send(ids.confirmation, 'Bureau', 3)).toEqual({ ok: true })
  expect([await chosen(ids.receipt), await chosen(ids.confirmation)]).toEqual(['Accueil', 'Bureau'])
  // Never printed yet: where the last paper went.
  expect(await chosen(await paper({ kind: 'envelope', requestIds: [requestId] }))).toBe('Bureau')
  await desk.restart()
  expect([await chosen(ids.receipt), await chosen(ids.confirmation)]).toEqual(['Accueil', 'Bureau'])

  const stored = desk.opened.map((file) => readFileSync(file))
  expect(cups.jobs().map(({ file, copies }) => [stored.findIndex((pdf) => pdf.equals(file)), copies])).toEqual([
    [0, 1],
    [1, 3],
  ])
})

test('an original is printed once whatever is asked, and it is said when it was', async () => {
  const { clock, desk, paper, send, receipt } = await aPc()
  const documentId = await paper(receipt)
  expect(await desk.call('printer.list', { documentId })).toMatchObject({ isOriginal: true, sentAt: null })
  const at = clock.now()
  await send(documentId, 'Bureau', 5)
  clock.advance(60)
  expect(cups.jobs().map(({ copies }) => copies)).toEqual([1])
  expect(await desk.call('printer.list', { documentId })).toMatchObject({ isOriginal: true, sentAt: at })
  const duplicate = await paper({ ...receipt, copy: true })
  expect(await desk.call('printer.list', { documentId: duplicate })).toMatchObject({ isOriginal: false, sentAt: null })
  await send(duplicate, 'Bureau', 2)
  expect(cups.jobs().map(({ copies }) => copies)).toEqual([1, 2])
})

test('a printer that vanished, or takes nothing, is said; the paper stays stored and goes to another', async () => {
  const { desk, paper, send, receipt } = await aPc()
  const documentId = await paper(receipt)
  await send(documentId, 'Bureau')
  cups.removePrinter('Bureau')
  expect(await send(documentId, 'Bureau')).toEqual({ ok: false, code: 'printer-gone' })
  expect(await desk.call('printer.list', { documentId })).toMatchObject({
    printers: [{ name: 'Accueil' }],
    chosen: null,
    gone: 'Brother du bureau',
  })
  cups.refuse('Accueil')
  expect(await send(documentId, 'Accueil')).toEqual({ ok: false, code: 'not-printed' })
  cups.addPrinter('Couloir', 'Canon du couloir')
  expect(await send(documentId, 'Couloir')).toEqual({ ok: true })
  // What failed chose nothing.
  expect(await desk.call('printer.list', { documentId })).toMatchObject({ chosen: 'Couloir', gone: null })
  expect(await desk.call('document.list', { sessionId: '2027-01' })).toMatchObject([{ id: documentId, onDisk: true }])
})

test('a PC without printers says so, and keeps the paper; where it went, a copy can be written', async () => {
  const { desk, paper, send, receipt } = await aPc()
  for (const name of ['Accueil', 'Bureau']) cups.removePrinter(name)
  const documentId = await paper(receipt)
  expect(await desk.call('printer.list', { documentId })).toMatchObject({ printers: [], chosen: null, gone: null })
  expect(await send(documentId, 'Accueil')).toEqual({ ok: false, code: 'printer-gone' })

  const copy = path.join(desk.folder, 'Recu-2026-A-000001.pdf')
  expect(await desk.call('document.save', { documentId })).toEqual({ ok: true, path: copy })
  const [stored = ''] = desk.opened
  expect(readFileSync(copy).equals(readFileSync(stored))).toBe(true)
  rmSync(stored)
  expect(await desk.call('document.save', { documentId })).toEqual({ ok: false, code: 'not-found' })
  expect(await send(documentId, 'Accueil')).toEqual({ ok: false, code: 'not-found' })
})

test('without a program that shows PDFs, the paper is kept and it is said where it is', async () => {
  const { desk, paper, receipt } = await aPc()
  desk.hasReader(false)
  const answer = await desk.call('document.open', receipt)
  const file = path.join(desk.folder, 'documents', 'Recu-2026-A-000001.pdf')
  expect(answer).toMatchObject({ ok: true, opened: false, file, value: { onDisk: true, duplicate: false } })
  expect(readFileSync(file).length).toBeGreaterThan(0)
  expect(await desk.call('desk.open-folder', { which: 'papers' })).toEqual({ opened: false })
  desk.hasReader(true)
  // The same one, not a DUPLICATA: nobody was handed it.
  expect(await paper(receipt)).toBe(answer.ok && answer.value.id)
  expect(desk.opened).toEqual([file])
})
