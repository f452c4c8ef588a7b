import { EventEmitter } from 'node:events'
import type { BrowserWindowConstructorOptions, BrowserWindow as ElectronWindow } from 'electron'
import type { Page } from 'playwright'
import { toWeb } from './addresses.ts'
import { app } from './app.ts'
import { hostOptions } from './host-options.ts'
import { preventable } from './preventable.ts'
import { pdfAt } from './protocol.ts'
import { HostWebContents } from './web-contents.ts'
import { type OpenWindow, openWindows } from './windows.ts'

type Same =
  | 'loadURL'
  | 'show'
  | 'focus'
  | 'restore'
  | 'maximize'
  | 'isMinimized'
  | 'isMaximized'
  | 'getNormalBounds'
  | 'isDestroyed'
  | 'close'
  | 'destroy'

/** A window is a page of the browser. Headed, the first one is the browser's own frameless application window. */
export class BrowserWindow extends EventEmitter implements Pick<ElectronWindow, Same>, OpenWindow {
  readonly webContents: HostWebContents
  readonly #options: BrowserWindowConstructorOptions
  #shown = false
  /** What main is loading. */
  #loading: string | null = null
  #closed: Promise<void> = Promise.resolve()

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super()
    this.#options = options
    this.webContents = new HostWebContents(this.#openPage(), options.webPreferences?.preload ?? null)
    openWindows.add(this)
    app.emit('web-contents-created', preventable({}), this.webContents)
  }

  get page(): Page | null {
    return this.webContents.page
  }

  async loadURL(address: string): Promise<void> {
    const { page } = await this.webContents.line
    const pdf = this.#options.webPreferences?.plugins ? await pdfAt(address) : null
    if (pdf) return this.webContents.showPdf(pdf)
    this.#loading = address
    try {
      await page.goto(toWeb(address))
    } catch (error) {
      // Main asks `isDestroyed` when a load fails: the answer must already be known.
      if (page.isClosed()) await this.#closed
      throw error
    } finally {
      this.#loading = null
    }
    this.emit('ready-to-show')
  }

  preventsNavigation(address: string): boolean {
    const current = this.webContents.getURL()
    // A load may be main's own, and loading the same address again is a reload: Electron asks about neither.
    if (address === this.#loading || !current.startsWith('app:') || current.split('#')[0] === address.split('#')[0])
      return false
    const event = preventable({ url: address, isMainFrame: true })
    this.webContents.emit('will-navigate', event)
    return event.defaultPrevented
  }

  deniesWindow(address: string): boolean {
    return this.webContents.deniesWindow(address)
  }

  show(): void {
    this.#shown = true
    this.focus()
    this.emit('show')
  }

  focus(): void {
    void this.page?.bringToFront().catch(() => undefined)
  }

  restore(): void {
    this.focus()
  }

  isVisible(): boolean {
    return this.#shown
  }

  // A browser does not tell; what is asked here is only whether to restore before focusing.
  isMinimized(): boolean {
    return false
  }

  // Where a browser window stands is between the person and their window manager; Electron shows what it maximizes.
  maximize(): void {
    this.show()
  }

  isMaximized(): boolean {
    return false
  }

  getNormalBounds(): { x: number; y: number; width: number; height: number } {
    const { x = 0, y = 0, width = 800, height = 600 } = this.#options
    return { x, y, width, height }
  }

  isDestroyed(): boolean {
    return !openWindows.has(this)
  }

  close(): void {
    this.destroy()
  }

  destroy(): void {
    void this.webContents.line.then(({ page }) => page.close()).catch(() => undefined)
    this.#gone()
  }

  async #openPage(): Promise<Page> {
    const browser = await app.browser()
    const unseen = this.#options.show === false && this.#options.webPreferences?.preload === undefined
    const page = await browser.openPage(unseen)
    await this.#resize(page)
    this.#closed = browser.closing(page).then((how) => {
      if (how === 'lost') app.browserLost()
      this.#gone()
    })
    return page
  }

  // Headed, the person's window manager has the last word on sizes; headless, a test needs the exact one.
  async #resize(page: Page): Promise<void> {
    const { width = 800, height = 600 } = this.#options
    if (hostOptions.headless) await page.setViewportSize({ width, height })
  }

  #gone(): void {
    if (!openWindows.delete(this)) return
    this.emit('closed')
    if (openWindows.size === 0) app.allWindowsClosed()
  }
}
