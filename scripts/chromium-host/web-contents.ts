import { EventEmitter } from 'node:events'
import type { IpcMainInvokeEvent, PrinterInfo, PrintToPDFOptions, WebContents, WebContentsPrintOptions } from 'electron'
import type { CDPSession, Page } from 'playwright'
import { toApp } from './addresses.ts'
import { openPreloadChannel, type PreloadChannel } from './bridge/preload-channel.ts'
import { say } from './host-options.ts'
import { invokeHandler } from './ipc-main.ts'
import { preventable } from './preventable.ts'
import { printToPdf } from './print-to-pdf.ts'
import { listPrinters, printPdf } from './printers.ts'
import { session } from './session.ts'

type WindowOpenHandler = Parameters<WebContents['setWindowOpenHandler']>[0]
type Line = { page: Page; cdp: CDPSession; preload: PreloadChannel | null }

/** The page of a window, as main sees it. Everything waits for the browser to have opened it. */
export class HostWebContents
  extends EventEmitter
  implements
    Pick<
      WebContents,
      | 'send'
      | 'getURL'
      | 'setWindowOpenHandler'
      | 'setZoomFactor'
      | 'printToPDF'
      | 'print'
      | 'getPrintersAsync'
      | 'executeJavaScript'
    >
{
  readonly line: Promise<Line>
  #page: Page | null = null
  #pdf: Uint8Array | null = null
  #windowOpenHandler: WindowOpenHandler = () => ({ action: 'allow' })

  constructor(opening: Promise<Page>, preload: string | null) {
    super()
    this.line = opening.then((page) => this.#connect(page, preload))
    // Told again to whoever awaits it; a window nobody awaits must not end the process.
    this.line.catch((error) => say(`window not opened: ${error}`))
  }

  get page(): Page | null {
    return this.#page
  }

  getURL(): string {
    return this.#page === null ? '' : toApp(this.#page.url())
  }

  send(channel: string, ...args: unknown[]): void {
    void this.line.then(({ preload }) => preload?.signal(channel, args))
  }

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.#windowOpenHandler = handler
  }

  /** Runs in the page itself, past its content policy, as Electron does. */
  async executeJavaScript(expression: string): Promise<unknown> {
    const { cdp } = await this.line
    const { result, exceptionDetails } = await cdp.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    })
    if (exceptionDetails !== undefined)
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value
  }

  /** A browser's zoom is the person's own; the page is enlarged instead. */
  setZoomFactor(factor: number): void {
    void this.executeJavaScript(`document.documentElement.style.zoom = ${factor}`).catch(() => undefined)
  }

  async printToPDF(options: PrintToPDFOptions): Promise<Buffer> {
    const { cdp } = await this.line
    return printToPdf(cdp, options)
  }

  getPrintersAsync(): Promise<PrinterInfo[]> {
    return listPrinters()
  }

  /** Shows a PDF, which an unseen browser has no viewer for: what is printed is its file, as it is. */
  showPdf(pdf: Uint8Array): void {
    this.#pdf = pdf
    setImmediate(() => this.emit('-pdf-ready-to-print'))
  }

  print(options: WebContentsPrintOptions = {}, callback: (taken: boolean, reason: string) => void = () => {}): void {
    if (this.#pdf === null) throw new Error('the Chromium host prints PDFs only')
    printPdf(this.#pdf, options).then(
      () => callback(true, ''),
      (error: Error) => callback(false, error.message),
    )
  }

  async #connect(page: Page, preload: string | null): Promise<Line> {
    this.#page = page
    const cdp = await page.context().newCDPSession(page)
    await cdp.send('Page.enable')
    await this.#refusePermissions(cdp)
    page.on('popup', (popup) => this.#judgePopup(popup))
    page.on('console', (message) => say(`window ${message.type()}: ${message.text()}`))
    page.on('crash', () => this.emit('render-process-gone', preventable({}), { reason: 'crashed', exitCode: 1 }))
    page.on('pageerror', (error) => say(`window threw: ${error.stack ?? error.message}`))
    page.on('download', (download) => {
      const event = preventable({})
      session.defaultSession.emit('will-download', event)
      if (event.defaultPrevented) void download.cancel()
    })
    const answer = (channel: string, args: unknown[]): Promise<unknown> =>
      invokeHandler(channel, this.#ipcEvent(), args)
    return { page, cdp, preload: preload === null ? null : await openPreloadChannel(cdp, preload, answer) }
  }

  async #refusePermissions(cdp: CDPSession): Promise<void> {
    for (const name of session.defaultSession.refusedPermissions())
      await cdp.send('Browser.setPermission', { permission: { name }, setting: 'denied' })
  }

  /** Whether main denies the page a window of its own at that address. */
  deniesWindow(address: string): boolean {
    return this.#windowOpenHandler({ url: address } as Electron.HandlerDetails).action === 'deny'
  }

  // Chromium opens first and tells afterwards: what main denies is closed at once, and its requests never left (page-requests.ts).
  #judgePopup(popup: Page): void {
    if (this.deniesWindow(toApp(popup.url()))) void popup.close()
  }

  // Only the top frame has a preload (bridge/preload-world.ts), so the sender is always the top frame.
  #ipcEvent(): IpcMainInvokeEvent {
    const senderFrame = { url: this.getURL(), parent: null }
    return { sender: this, senderFrame, type: 'frame' } as unknown as IpcMainInvokeEvent
  }
}
