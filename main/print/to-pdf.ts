import type { BrowserWindow } from 'electron'
import { paperAddress } from '../app-address.ts'
import { offerPaper } from './offered-papers.ts'
import { LOAD_FONTS, PRINT_OPTIONS } from './print-options.ts'
import { openUnseen, whileItLives } from './unseen-window.ts'

const TIME_LIMIT_MS = 30_000

let lastPrint: Promise<unknown> = Promise.resolve()

/**
 * Prints a whole HTML document (styles inside, fonts and images as `data:`) to a tagged A4 PDF titled like the document.
 * One at a time, in the order of the calls. Throws when the page, a font or the printing fails, when its process dies, or after 30 s.
 */
export function printToPdf(html: string): Promise<Uint8Array> {
  const printing = openPrinting()
  return printing.print(html).finally(printing.end)
}

/** Papers that follow each other. `end` must be called: until then their window stays. */
export type Printing = { print: (html: string) => Promise<Uint8Array>; end: () => void }

/** Prints like `printToPdf`, papers after papers in one window: opening one for each would cost more than the printing. */
export function openPrinting({ timeLimitMs = TIME_LIMIT_MS } = {}): Printing {
  let window: BrowserWindow | null = null
  const end = () => {
    window?.destroy()
    window = null
  }
  async function printNow(html: string): Promise<Uint8Array> {
    const paper = offerPaper(html)
    window ??= openUnseen()
    try {
      return await whileItLives(window.webContents, timeLimitMs, printPage(window, paperAddress(paper.token)))
    } catch (error) {
      // Whatever it is doing, the next paper must not wait for it.
      end()
      throw error
    } finally {
      paper.withdraw()
    }
  }
  return {
    print(html) {
      const print = lastPrint.then(() => printNow(html))
      lastPrint = print.catch(() => undefined)
      return print
    },
    end,
  }
}

async function printPage(window: BrowserWindow, address: string): Promise<Uint8Array> {
  await window.loadURL(address)
  await window.webContents.executeJavaScript(LOAD_FONTS)
  return window.webContents.printToPDF(PRINT_OPTIONS)
}
