import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright'
import { findBrowser } from '../tools/find-browser.ts'
import { required } from '../tools/found.ts'
import { setWorkArea } from './desktop.ts'
import { hostOptions, say } from './host-options.ts'
import { answerRequests } from './page-requests.ts'

/** Chromium's sandbox does not start as root, and it would say so over the window. */
const AS_ROOT = process.getuid?.() === 0
/**
 * The first two draw pages of Chromium's own for an address bar that nobody sees: half a second of a processor for each window, those that
 * print too. It hears only the last such switch: what Playwright turns off stands here again.
 */
const FEATURES_OFF = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
]
export const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${FEATURES_OFF.join()}`,
  '--window-size=1366,768',
  ...(AS_ROOT ? ['--test-type'] : []),
]

/** Signals are main's business: it puts its things down first, and then the browser is closed. */
const SIGNALS_LEFT_ALONE = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false }

/** The machine's Chromium, with a profile of its own that is thrown away. */
export type HostBrowser = {
  /** A page for a window. `unseen`: one nobody will look at (printing), which must not flash on the screen. */
  openPage(unseen: boolean): Promise<Page>
  /** Resolves once the page is closed, telling whether it was on purpose or because the browser died. */
  closing(page: Page): Promise<'closed' | 'lost'>
  close(): Promise<void>
}

/** Starts the browser. Throws when there is none, or when it does not start. */
export async function startBrowser(): Promise<HostBrowser> {
  const profile = mkdtempSync(path.join(tmpdir(), 'pupitre-chromium-'))
  // On 'exit', whatever the way out: nothing of the window may stay behind.
  process.once('exit', () => rmSync(profile, { recursive: true, force: true, maxRetries: 3 }))
  const executablePath = required(await findBrowser())
  writePreferences(profile)
  const context = await launch(profile, executablePath)
  await answerRequests(context)
  await sayDebugPort(profile)
  const firstPage = context.pages()[0] ?? (await context.newPage())
  setWorkArea(await firstPage.evaluate(() => ({ width: window.screen.availWidth, height: window.screen.availHeight })))
  const destroyed = await watchDestroyed(context)
  const unseen = hostOptions.headless ? null : unseenBrowser(executablePath)
  const unused = [firstPage]

  return {
    async openPage(isUnseen) {
      if (isUnseen) return unseen === null ? context.newPage() : unseen.openPage()
      return unused.pop() ?? context.newPage()
    },
    closing: (page) => (page.context() === context ? destroyed(page) : untilClosed(page)),
    async close() {
      await context.close()
      await unseen?.close()
    },
  }
}

/** The window speaks French, and the browser must not offer to translate it. */
function writePreferences(profile: string): void {
  mkdirSync(path.join(profile, 'Default'))
  const preferences = { translate: { enabled: false }, intl: { accept_languages: 'fr-FR,fr' } }
  writeFileSync(path.join(profile, 'Default/Preferences'), JSON.stringify(preferences))
}

function launch(profile: string, executablePath: string): Promise<BrowserContext> {
  const args = [...FLAGS]
  if (hostOptions.debugPort !== null) args.push(`--remote-debugging-port=${hostOptions.debugPort}`)
  // A window without tabs or address bar, as Electron's: seen or not, Chromium would load pages of its own for these beside ours
  // (400 ms of a processor at each start). `app:` itself cannot be named here, nor is anything served yet.
  args.push('--app=data:text/html,<title>Pupitre</title>')
  return chromium.launchPersistentContext(profile, {
    ...SIGNALS_LEFT_ALONE,
    executablePath,
    headless: hostOptions.headless,
    chromiumSandbox: !AS_ROOT,
    viewport: null,
    // What Chromium leaves beside its profile goes with it.
    env: { ...ownTime(), TMPDIR: profile },
    args,
  })
}

/**
 * This process's environment without what makes the machine's date another (faketime): Chromium's own timers stop under it, and no
 * page of ours reads a clock.
 */
function ownTime(): NodeJS.ProcessEnv {
  const { LD_PRELOAD, FAKETIME: _, FAKETIME_SHARED: __, ...env } = process.env
  return LD_PRELOAD === undefined || LD_PRELOAD.includes('faketime') ? env : { ...env, LD_PRELOAD }
}

async function sayDebugPort(profile: string): Promise<void> {
  if (hostOptions.debugPort === null) return
  // Chromium writes the port down only when it chose it itself.
  if (hostOptions.debugPort !== '0') return say(`debug port ${hostOptions.debugPort}`)
  const [port] = (await readFile(path.join(profile, 'DevToolsActivePort'), 'utf8')).split('\n')
  say(`debug port ${port}`)
}

/** Headed, what nobody must see lives in a second, headless browser, started for the first print. */
function unseenBrowser(executablePath: string): { openPage: () => Promise<Page>; close: () => Promise<void> } {
  let started: Promise<{ browser: Browser; context: BrowserContext }> | null = null
  async function start(): Promise<{ browser: Browser; context: BrowserContext }> {
    const browser = await chromium.launch({
      ...SIGNALS_LEFT_ALONE,
      executablePath,
      chromiumSandbox: !AS_ROOT,
      env: ownTime(),
      args: FLAGS,
    })
    const context = await browser.newContext()
    await answerRequests(context)
    return { browser, context }
  }
  return {
    async openPage() {
      started ??= start()
      return (await started).context.newPage()
    },
    async close() {
      if (started !== null) await (await started).browser.close()
    },
  }
}

/**
 * Tells a window that was closed from a browser that died: a living browser announces each page it destroys, a dead one
 * just hangs up.
 */
async function watchDestroyed(context: BrowserContext): Promise<(page: Page) => Promise<'closed' | 'lost'>> {
  const browser = context.browser()
  if (browser === null) throw new Error('Chromium started without a browser to speak to')
  const cdp = await browser.newBrowserCDPSession()
  const announced = new Map<string, () => void>()
  cdp.on('Target.targetDestroyed', ({ targetId }) => announced.get(targetId)?.())
  await cdp.send('Target.setDiscoverTargets', { discover: true })

  return async (page) => {
    const session = await context.newCDPSession(page)
    const { targetInfo } = await session.send('Target.getTargetInfo')
    await session.detach()
    const { promise, resolve } = Promise.withResolvers<'closed' | 'lost'>()
    announced.set(targetInfo.targetId, () => resolve('closed'))
    context.once('close', () => resolve('lost'))
    return promise
  }
}

function untilClosed(page: Page): Promise<'closed'> {
  const { promise, resolve } = Promise.withResolvers<'closed'>()
  page.once('close', () => resolve('closed'))
  return promise
}
