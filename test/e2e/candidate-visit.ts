import { randomBytes } from 'node:crypto'
import { type Browser, type BrowserContext, chromium } from 'playwright'
import { test as base } from 'playwright/test'
import { FLAGS } from '../../scripts/chromium-host/browser.ts'
import { findBrowser } from '../../scripts/tools/find-browser.ts'
import { required } from '../../scripts/tools/found.ts'
import { aClock, anHq, type MovableClock, type RunningHq } from '../helpers/an-hq.ts'
import { brokenRules } from './accessibility.ts'
import { CandidateHands } from './candidate-hands.ts'
import { keepPicture } from './keep-picture.ts'

/** HQ with its sample data, and candidates' phones: each a browser of its own, as small as phones still are. */
export type Visit = {
  hq: RunningHq
  clock: MovableClock
  /** A phone that nobody has used yet. */
  phone(look?: {
    colorScheme?: 'light' | 'dark'
    width?: number
  }): Promise<{ hands: CandidateHands; context: BrowserContext }>
  /**
   * What the screen in front of a candidate breaks, on a phone by day and on a PC by night, which are one walk for two: rules of
   * accessibility, and words beside the edge.
   */
  look(hands: CandidateHands, screen: string): Promise<void>
  /** What was seen to be broken so far, and breaches of the content security policy. */
  broken: string[]
  /** The link in the last mail of that name to that address. */
  linkIn(name: string, email: string): Promise<string>
}

const LOOKS = [
  { colorScheme: 'light', width: 320, height: 640 },
  { colorScheme: 'dark', width: 1366, height: 768 },
] as const

export const test = base.extend<{ visit: Visit }, { browser: Browser }>({
  browser: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
    async ({}, use) => {
      const browser = await chromium.launch({ executablePath: required(await findBrowser()), args: FLAGS })
      await use(browser)
      await browser.close()
    },
    { scope: 'worker' },
  ],
  visit: async ({ browser }, use) => {
    const clock = aClock()
    const hq = await anHq({ clock, sample: true, nirKey: randomBytes(32).toString('base64') })
    const broken: string[] = []
    const contexts: BrowserContext[] = []
    const visit: Visit = {
      hq,
      clock,
      broken,
      async phone({ colorScheme = 'light', width = 320 } = {}) {
        const context = await browser.newContext({ colorScheme, viewport: { width, height: 640 }, locale: 'fr-FR' })
        contexts.push(context)
        const page = await context.newPage()
        page.on('pageerror', (error) => broken.push(`error: ${error.message}`))
        page.on('console', (message) => {
          if (message.text().includes('Content Security Policy')) broken.push(message.text())
        })
        return { hands: new CandidateHands(page, hq.url), context }
      },
      async look({ page }, screen) {
        const held = page.viewportSize()
        for (const { colorScheme, ...size } of LOOKS) {
          await page.emulateMedia({ colorScheme })
          await page.setViewportSize(size)
          await keepPicture(page, 'pages', screen, size.width, colorScheme)
          const rules = await brokenRules(page)
          broken.push(...rules.map((rule) => `${screen}, ${colorScheme}: ${rule}`))
          const beside = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
          if (beside > 0) broken.push(`${screen}: ${beside} px beside a screen of ${size.width}`)
        }
        await page.emulateMedia({ colorScheme: null })
        if (held) await page.setViewportSize(held)
      },
      async linkIn(name, email) {
        const mails = await hq.db
          .selectFrom('mail')
          .selectAll()
          .where('name', '=', name)
          .orderBy('id', 'desc')
          .execute()
        const mail = mails.find((one) => one.recipient === email)
        const link = mail && (mail.data as { link?: string }).link
        if (!link) throw new Error(`no mail ${name} to ${email}`)
        return new URL(link, hq.url).href
      },
    }
    await use(visit)
    for (const context of contexts) await context.close()
    await hq.stop()
  },
})
