import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright'
import { openInChromium } from '../../scripts/open-desk/desk-in-chromium.ts'
import type { Desk } from '../../scripts/open-desk/open-desk.ts'
import { installProbe } from './desk-probe.ts'

export type StartTimes = {
  /** Milliseconds from asking for the process to what a person can use, or sees. */
  usable: number
  /** … until the page began to load: processes, and for the desk its main and its database. */
  page: number
  /** … until the page first painted anything. */
  painted: number
}

export type BenchWindow = { page: Page; start: StartTimes; close(): Promise<void> }

/** The desk in the Chromium host, once a row of Demandes is there. */
export function openBenchDesk(userData: string, clockFile: string): Promise<BenchWindow> {
  return openWindow(
    () => openInChromium({ userData, clockFile, hqUrl: null, enrolmentCode: null }),
    'table.request-rows tbody tr[aria-rowindex]',
  )
}

/** An empty window of the same host, once it has painted. */
export function openEmptyWindow(userData: string): Promise<BenchWindow> {
  const program = path.join(import.meta.dirname, 'desk-empty-host.ts')
  return openWindow(
    () => openInChromium({ userData, clockFile: null, hqUrl: null, enrolmentCode: null }, program),
    '#box',
  )
}

async function openWindow(open: () => Promise<Desk>, usable: string): Promise<BenchWindow> {
  // Of the machine's clock, which the page's own times are told by too.
  const from = performance.timeOrigin + performance.now()
  const desk = await open()
  const { page } = desk
  try {
    const there = await page.evaluate(whenThere, usable)
    await installProbe(page)
    const start = { usable: there.usable - from, page: there.page - from, painted: there.painted - from }
    return { page, start, close: desk.close }
  } catch (error) {
    await desk.kill()
    throw new Error(`not usable:\n${desk.log.join('\n')}`, { cause: error })
  }
}

/** In the page: when the element was there and painted, by the machine's clock. */
async function whenThere(selector: string): Promise<{ usable: number; page: number; painted: number }> {
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
  const firstPaint = () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime
  let waited = false
  while (document.querySelector(selector) === null || firstPaint() === undefined) {
    waited = true
    await frame()
  }
  // Two frames: the second begins once the first is on its way to the screen. There before anybody asked, it was so at its first paint.
  if (waited) {
    await frame()
    await frame()
  }
  const { timeOrigin } = performance
  const painted = timeOrigin + (firstPaint() ?? 0)
  return { page: timeOrigin, painted, usable: waited ? timeOrigin + performance.now() : painted }
}

/** Proportional set size of the page's own process, in megabytes, after a collection; null where the system does not tell. */
export async function pageMemory(page: Page): Promise<number | null> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('HeapProfiler.collectGarbage')
  await cdp.detach()
  const browser = page.context().browser()
  if (browser === null) return null
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  // The browser keeps a spare one in reserve: the page's is the largest.
  const sizes = processInfo.filter(({ type }) => type === 'renderer').flatMap(({ id }) => residentShare(id) ?? [])
  return sizes.length > 0 ? Math.max(...sizes) : null
}

function residentShare(pid: number): number | null {
  try {
    const kilobytes = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1]
    return kilobytes === undefined ? null : Number(kilobytes) / 1024
  } catch {
    // Another system, or a process that has just ended.
    return null
  }
}
