import { BrowserWindow } from 'electron'
import { paperAddress } from '../app-address.ts'
import { offerPaper } from './offered-papers.ts'

const TIME_LIMIT_MS = 30_000

/**
 * Constants, never a caller's values: one bad margin breaks printing until the application starts again.
 * The paper's own `@page` rule says the real margins (`preferCSSPageSize`).
 */
const PRINT_OPTIONS: Electron.PrintToPDFOptions = {
  pageSize: 'A4',
  margins: { top: 0.55, bottom: 0.63, left: 0.63, right: 0.63 },
  preferCSSPageSize: true,
  printBackground: true,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
}

// Loads every declared face: a face first used on page 3 would otherwise be missing when page 1 is ready.
const LOAD_FONTS =
  'Promise.all([...document.fonts].map((face) => face.load())).then(() => document.fonts.ready).then(() => true)'

let lastPrint: Promise<unknown> = Promise.resolve()

/**
 * Prints a whole HTML document (styles inside, fonts and images as `data:`) to a tagged A4 PDF titled like the document.
 * One at a time, in the order of the calls. Throws when the page, a font or the printing fails, or after 30 s.
 */
export function printToPdf(html: string): Promise<Uint8Array> {
  const print = lastPrint.then(() => printNow(html))
  lastPrint = print.catch(() => undefined)
  return print
}

async function printNow(html: string): Promise<Uint8Array> {
  const paper = offerPaper(html)
  // No preload: a paper has nothing to say to main.
  const window = new BrowserWindow({
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, spellcheck: false },
  })
  try {
    return await withinTimeLimit(printPage(window, paperAddress(paper.token)))
  } finally {
    paper.withdraw()
    window.destroy()
  }
}

async function printPage(window: BrowserWindow, address: string): Promise<Uint8Array> {
  await window.loadURL(address)
  await window.webContents.executeJavaScript(LOAD_FONTS)
  return window.webContents.printToPDF(PRINT_OPTIONS)
}

async function withinTimeLimit<T>(work: Promise<T>): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error(`not printed within ${TIME_LIMIT_MS / 1000} s`)), TIME_LIMIT_MS)
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
