import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { app, BrowserWindow } from 'electron'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { declareAppProtocol, serveAppProtocol } from '../../main/app-protocol.ts'
import { openPrinting, printToPdf } from '../../main/print/to-pdf.ts'
import { listPrinters, printOnPaper } from '../../main/print/to-printer.ts'
import { secureEverything } from '../../main/security.ts'
import { app as host } from '../../scripts/chromium-host/app.ts'
import { openWindows } from '../../scripts/chromium-host/windows.ts'
import { aCups, type RunningCups } from '../helpers/a-cups.ts'
import { PRINTING } from '../helpers/a-printer.ts'

// Main's own printing, in the host that the application runs in where Electron is not: a real Chromium, a real CUPS.
vi.mock('electron', async () => await import('../../scripts/chromium-host/electron.ts'))
vi.setConfig(PRINTING)
// Read as the host is.
vi.hoisted(() => {
  process.env.PUPITRE_HEADLESS = '1'
})

const folder = mkdtempSync(path.join(tmpdir(), 'pupitre-printing-'))
let cups: RunningCups
let window: BrowserWindow

beforeAll(async () => {
  // A worker ends without a word, and the browser's profile with the words of papers would stay.
  process.env.TMPDIR = folder
  // The tests end it, not its last window.
  app.on('window-all-closed', () => undefined)
  app.on('before-quit', (event) => event.preventDefault())
  cups = await aCups()
  cups.addPrinter('Accueil', 'HP LaserJet de l’accueil')
  cups.addPrinter('Bureau', 'Brother du bureau')
  declareAppProtocol()
  await app.whenReady()
  secureEverything()
  serveAppProtocol(folder)
  window = new BrowserWindow({ show: false })
})
afterAll(async () => {
  window.destroy()
  await (await host.browser()).close()
  await cups.stop()
  rmSync(folder, { recursive: true, maxRetries: 3 })
})

const PAGE = '<!doctype html><html lang="fr"><title>Un papier</title><h1>Un papier</h1></html>'

test('the printers of the PC are listed as people know them', async () => {
  expect(await listPrinters(window)).toEqual([
    { name: 'Accueil', label: 'HP LaserJet de l’accueil' },
    { name: 'Bureau', label: 'Brother du bureau' },
  ])
})

test('a printer is given the stored PDF itself, as many times as asked', async () => {
  const pdf = await printToPdf(PAGE)
  await printOnPaper(pdf, { printer: 'Bureau', copies: 3, sheet: 'A4' })
  const [job, ...others] = cups.jobs()
  expect(others).toEqual([])
  expect(job?.copies).toBe(3)
  expect(Buffer.from(job?.file ?? []).equals(pdf)).toBe(true)
})

test('a printer that went, or takes nothing, is an error; the next one prints', async () => {
  const pdf = await printToPdf(PAGE)
  const before = cups.jobs().length
  await expect(printOnPaper(pdf, { printer: 'Absente', copies: 1, sheet: 'A4' })).rejects.toThrow()
  cups.refuse('Accueil')
  await expect(printOnPaper(pdf, { printer: 'Accueil', copies: 1, sheet: 'A4' })).rejects.toThrow()
  expect(cups.jobs()).toHaveLength(before)
  await printOnPaper(pdf, { printer: 'Bureau', copies: 1, sheet: 'DL' })
  expect(cups.jobs()).toHaveLength(before + 1)
})

test('a page that crashes in the middle of many, or takes too long, is an error; the next paper is made', async () => {
  const printing = openPrinting()
  await printing.print(PAGE)
  const [unseen] = [...openWindows].filter(({ page }) => page?.url().includes('paper'))
  const page = unseen?.page
  if (!page) throw new Error('nothing is being printed')
  const cdp = await page.context().newCDPSession(page)
  // The page dies while it makes this one, which is long.
  const loaded = page.waitForEvent('load')
  const long = printing.print(`${PAGE}${'<p>Une ligne de plus.</p>'.repeat(20_000)}`)
  const failed = expect(long).rejects.toThrow('the page is gone: crashed')
  await loaded
  await cdp.send('Page.crash').catch(() => undefined)
  await failed
  expect(
    Buffer.from(await printing.print(PAGE))
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
  printing.end()

  const hurried = openPrinting({ timeLimitMs: 1 })
  const [late, next] = await Promise.allSettled([hurried.print(PAGE), printToPdf(PAGE)])
  expect(late).toMatchObject({ status: 'rejected', reason: { message: 'not done within 0.001 s' } })
  expect(next.status).toBe('fulfilled')
})
