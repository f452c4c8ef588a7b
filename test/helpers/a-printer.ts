import { type Browser, type CDPSession, chromium, type Page } from 'playwright'
import { LOAD_FONTS, PRINT_OPTIONS } from '../../main/print/print-options.ts'
import type { Printing } from '../../main/print/to-pdf.ts'
import { FLAGS } from '../../scripts/chromium-host/browser.ts'
import { printToPdf } from '../../scripts/chromium-host/print-to-pdf.ts'
import { findBrowser } from '../../scripts/tools/find-browser.ts'
import { required } from '../../scripts/tools/found.ts'

/** Times for tests that print: a Chromium starts, and prints slowly where others work too. */
export const PRINTING = { testTimeout: 60_000, hookTimeout: 60_000 }

export type Printer = {
  print: (html: string) => Promise<Uint8Array>
  /** The same, papers after papers in one page. */
  openPrinting: () => Printing
  /** Addresses printed one after the other in one page that stays open: the least that Chromium can do. */
  printFiles: (addresses: readonly string[], onPdf: (pdf: Uint8Array, index: number) => void) => Promise<void>
  stop: () => Promise<void>
}

/** The machine's Chromium, which prints papers as the desk does: same options, fonts loaded first. */
export async function aPrinter(): Promise<Printer> {
  const browser: Browser = await chromium.launch({
    executablePath: required(await findBrowser()),
    chromiumSandbox: process.getuid?.() !== 0,
    args: FLAGS,
  })
  const context = await browser.newContext()
  function openPrinting(): Printing {
    let opened: Promise<{ page: Page; session: CDPSession }> | null = null
    const open = async () => {
      const page = await context.newPage()
      return { page, session: await context.newCDPSession(page) }
    }
    return {
      async print(html) {
        opened ??= open()
        const { page, session } = await opened
        await page.setContent(html)
        await page.evaluate(LOAD_FONTS)
        return await printToPdf(session, PRINT_OPTIONS)
      },
      end: () => void opened?.then(({ page }) => page.close()).catch(() => undefined),
    }
  }
  return {
    openPrinting,
    print(html) {
      const printing = openPrinting()
      return printing.print(html).finally(printing.end)
    },
    async printFiles(addresses, onPdf) {
      const page = await context.newPage()
      const session = await context.newCDPSession(page)
      for (const [index, address] of addresses.entries()) {
        await page.goto(address)
        onPdf(await printToPdf(session, PRINT_OPTIONS), index)
      }
      await page.close()
    },
    stop: () => browser.close(),
  }
}
