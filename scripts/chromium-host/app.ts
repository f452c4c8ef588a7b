import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { App } from 'electron'
import { shellText } from '../../text/shell.ts'
import { type HostBrowser, startBrowser } from './browser.ts'
import { hostOptions, say } from './host-options.ts'
import { preventable } from './preventable.ts'
import { takeInstanceLock, tellFirstInstance } from './single-instance.ts'
import { openWindows } from './windows.ts'

const ROOT = path.join(import.meta.dirname, '../..')
const BROWSER_LOST = 70

const { version, productName } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
  version: string
  productName: string
}

type Same =
  | 'isPackaged'
  | 'enableSandbox'
  | 'whenReady'
  | 'quit'
  | 'exit'
  | 'getAppPath'
  | 'getVersion'
  | 'getPath'
  | 'setPath'
  | 'requestSingleInstanceLock'

/** The life of the application: ready when the browser has started, over when main says so. */
class HostApp extends EventEmitter implements Pick<App, Same> {
  readonly isPackaged = false
  readonly #paths = new Map<string, string>([
    ['userData', usualDataFolder()],
    ['documents', hostOptions.documents],
  ])
  #browser: Promise<HostBrowser> | null = null
  #quitting = false
  #lost = false
  #errand: Promise<void> = Promise.resolve()

  // Pages of the browser run in Chromium's own sandbox, except as root, where there is none.
  enableSandbox(): void {}

  async whenReady(): Promise<void> {
    await this.browser()
  }

  /** The browser, started at the first need. */
  browser(): Promise<HostBrowser> {
    this.#browser ??= startBrowser()
    return this.#browser
  }

  /**
   * Starts the browser before main is read, as Electron does; resolves once its process is on its way. Headed, an application started
   * a second time would show an empty window for a moment.
   */
  async startBrowserFirst(): Promise<void> {
    if (!hostOptions.headless) return
    let failed = false
    // Told by `whenReady`, to main.
    this.browser().catch(() => {
      failed = true
    })
    while (!failed && !process.getActiveResourcesInfo().includes('ProcessWrap')) await setImmediate()
  }

  getAppPath(): string {
    return ROOT
  }

  getVersion(): string {
    return version
  }

  getPath(name: Parameters<App['getPath']>[0]): string {
    const found = this.#paths.get(name)
    if (found === undefined) throw new Error(`the Chromium host has no path '${name}'`)
    return found
  }

  setPath(name: string, folder: string): void {
    this.#paths.set(name, folder)
  }

  requestSingleInstanceLock(): boolean {
    const dataFolder = this.getPath('userData')
    if (takeInstanceLock(dataFolder, () => this.emit('second-instance', preventable({}), [], ROOT, {}))) return true
    this.#errand = tellFirstInstance(dataFolder)
    return false
  }

  /** Electron's order: before-quit, the windows close, will-quit, quit. Either of the first two can be prevented. */
  quit(): void {
    if (this.#quitting) return
    const before = preventable({})
    this.emit('before-quit', before)
    if (before.defaultPrevented) return
    this.#quitting = true
    for (const window of [...openWindows]) window.destroy()
    const will = preventable({})
    this.emit('will-quit', will)
    if (!will.defaultPrevented) this.exit(0)
  }

  exit(code = 0): void {
    const exitCode = this.#lost ? BROWSER_LOST : code
    this.emit('quit', preventable({}), exitCode)
    void this.#closeBrowser().then(() => process.exit(exitCode))
  }

  /** The last window is closed: main decides, or without a listener the application ends, as in Electron. */
  allWindowsClosed(): void {
    if (this.#quitting) return
    if (!this.emit('window-all-closed')) this.quit()
  }

  /** The browser died under us: main still puts its things down, and the exit code tells. */
  browserLost(): void {
    if (this.#quitting) return
    this.#lost = true
    say(shellText.browserLost)
    this.quit()
  }

  async #closeBrowser(): Promise<void> {
    await this.#errand
    // A browser that is already gone, or never started, leaves nothing to close.
    if (this.#browser !== null) await this.#browser.then((browser) => browser.close()).catch(() => undefined)
  }
}

/** Where Electron itself keeps the data of an application of this name. */
function usualDataFolder(): string {
  if (process.platform === 'win32') return path.join(process.env.APPDATA ?? homedir(), productName)
  return path.join(process.env.XDG_CONFIG_HOME ?? path.join(homedir(), '.config'), productName)
}

export const app = new HostApp()

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit())
// A test that opened us and died cannot close us any more: the channel it holds is cut, whatever killed it.
process.on('disconnect', () => app.quit())
