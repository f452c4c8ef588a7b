import type { BrowserContext, Request as PageRequest, Route } from 'playwright'
import { toApp } from './addresses.ts'
import { say } from './host-options.ts'
import { answerFromMain } from './protocol.ts'
import { session } from './session.ts'
import { isOfInnerFrame, openWindows, windowOf } from './windows.ts'

/** Puts every request of every page before main, in Electron's order: navigation, `webRequest`, then the protocol's handler. */
export async function answerRequests(context: BrowserContext): Promise<void> {
  await context.route('**/*', async (route) => {
    try {
      await answer(route)
    } catch (error) {
      // A page that closes while its request is being answered is no news.
      say(`request not answered: ${toApp(route.request().url())}: ${error instanceof Error ? error.message : error}`)
    }
  })
}

async function answer(route: Route): Promise<void> {
  const request = route.request()
  const address = toApp(request.url())
  // "aborted" leaves the page where it is, as a prevented navigation does.
  if (isPrevented(request, address)) return route.abort('aborted')
  if (await session.defaultSession.cancels(address)) return route.abort('blockedbyclient')
  const response = await answerFromMain(new Request(address, { method: request.method(), headers: request.headers() }))
  if (response === null) return route.continue()
  return route.fulfill({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  })
}

/**
 * A page asks by itself to go elsewhere, or is one that a page of ours wants opened: of that one Electron asks main before it makes a
 * window, where Chromium begins to load it and tells afterwards.
 */
function isPrevented(request: PageRequest, address: string): boolean {
  if (!request.isNavigationRequest() || isOfInnerFrame(request)) return false
  return (
    windowOf(request)?.preventsNavigation(address) ?? [...openWindows].some((window) => window.deniesWindow(address))
  )
}
