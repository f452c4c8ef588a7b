import type { BrowserWindow, WebContents, WebContentsPrintOptions } from 'electron'
import type { Printer } from '../../contract/desk-printing.ts'
import { paperAddress } from '../app-address.ts'
import { offerPaper } from './offered-papers.ts'
import type { PrintJob } from './send-to-printer.ts'
import { openUnseen, whileItLives } from './unseen-window.ts'

/** Reading two thousand pages takes three seconds; drawing hundreds of them for a slow printer takes its time. */
const READING_LIMIT_MS = 20_000
const PRINTING_LIMIT_MS = 120_000

/** In thousandths of a millimetre. */
const DL = { width: 220_000, height: 110_000 }

/** The printers that the system knows, by any window. @throws when it cannot say */
export async function listPrinters({ webContents }: BrowserWindow): Promise<Printer[]> {
  const printers = await webContents.getPrintersAsync()
  return printers.map(({ name, displayName }) => ({ name, label: displayName || name }))
}

/**
 * Hands a PDF to a printer without a dialog of the system: it is shown in Chromium's own viewer, in a window nobody sees, and printed
 * from there, page for page as it is stored. Resolves once the system has taken it.
 * @throws when it has no such printer, would not take it, the viewer cannot read the PDF or died, or after two minutes
 */
export async function printOnPaper(pdf: Uint8Array, { printer, copies, sheet }: PrintJob): Promise<void> {
  const paper = offerPaper(pdf)
  const window = openUnseen({ viewer: true })
  // The PDF has its margins already.
  const margins = { marginType: 'none' } as const
  const pageSize = sheet === 'DL' ? DL : 'A4'
  const options = { silent: true, printBackground: true, deviceName: printer, copies, margins, pageSize } as const
  const { webContents } = window
  try {
    await whileItLives(webContents, READING_LIMIT_MS, showPdf(window, paperAddress(paper.token)))
    await whileItLives(webContents, PRINTING_LIMIT_MS, printShown(webContents, options))
  } finally {
    window.destroy()
    paper.withdraw()
  }
}

/** Loaded is not shown: printed before the viewer has read the PDF, it would be an empty page. */
async function showPdf(window: BrowserWindow, address: string): Promise<void> {
  const { promise: shown, resolve } = Promise.withResolvers<void>()
  // Electron's own event, on which its tests of printing PDFs rest too; its types leave it out.
  window.webContents.once('-pdf-ready-to-print' as 'dom-ready', () => resolve())
  await window.loadURL(address)
  await shown
}

function printShown(webContents: WebContents, options: WebContentsPrintOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    webContents.print(options, (taken, reason) => (taken ? resolve() : reject(new Error(reason))))
  })
}
