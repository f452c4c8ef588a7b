import type { Page } from 'playwright'

/** A call of the window to main that was under way, in milliseconds since the gesture. */
export type CallSeen = { name: string; asked: number; answered: number }

export type Outcome = {
  /** Milliseconds from the gesture to the change in the document, and to the frame that shows it. */
  dom: number
  painted: number
  /** Calls asked since the gesture, and answered by then. */
  calls: CallSeen[]
}

export type Wanted = {
  /** The event of the gesture from which time is counted. */
  on: 'keydown' | 'pointerup'
  selector: string
  /** Words that the element must no longer hold. */
  without?: string
  /** Whether it must hold some words. */
  filled?: boolean
}

export type LongTask = { ms: number; doing: string; made: string }

type Probe = {
  doing: string
  /** Tasks over 50 ms, and frames that were held up, in milliseconds of the page's clock. */
  long: { at: number; ms: number; doing: string }[]
  held: { from: number; to: number; made: string }[]
  /** Milliseconds of the page's clock. */
  calls: { id: number; name: string; asked: number; answered: number | null }[]
  outcome: Promise<Outcome> | null
  frames: number[]
  counting: boolean
}
type Probed = { benchProbe: Probe }

/** Puts into the page what looks on: long tasks and what they were made of, calls to main. It changes nothing there. */
export async function installProbe(page: Page): Promise<void> {
  await page.evaluate(install)
}

/** In the page. The calls are seen on the host's bridge between its two worlds (`scripts/chromium-host/bridge/page-world.ts`). */
function install(): void {
  const probe: Probe = { doing: 'start', long: [], held: [], calls: [], outcome: null, frames: [], counting: false }
  ;(window as unknown as Probed).benchProbe = probe
  seeLongTasks()
  seeCalls()

  type Frame = PerformanceEntry & {
    renderStart: number
    styleAndLayoutStart: number
    scripts: { duration: number; invoker: string; sourceFunctionName: string; forcedStyleAndLayoutDuration: number }[]
  }

  function seeLongTasks(): void {
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries())
        probe.long.push({ at: startTime, ms: duration, doing: probe.doing })
    }).observe({ type: 'longtask', buffered: true })
    // The task tells how long, the frame it held up tells what it was.
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as Frame[])
        probe.held.push({ from: entry.startTime, to: entry.startTime + entry.duration, made: madeOf(entry) })
    }).observe({ type: 'long-animation-frame', buffered: true })
  }

  function madeOf({ startTime, duration, renderStart, styleAndLayoutStart, scripts }: Frame): string {
    const end = startTime + duration
    const told = scripts
      .toSorted((a, b) => b.duration - a.duration)
      .slice(0, 3)
      .map(
        ({ duration, invoker, sourceFunctionName, forcedStyleAndLayoutDuration: forced }) =>
          `${invoker} ${sourceFunctionName} ${duration.toFixed(0)} ms${forced > 1 ? ` (layout ${forced.toFixed(0)})` : ''}`,
      )
    const drawing = renderStart > 0 ? end - renderStart : 0
    const layout = styleAndLayoutStart > 0 ? end - styleAndLayoutStart : 0
    return [
      ...told,
      `rendering ${drawing.toFixed(0)} ms, style and layout and paint ${layout.toFixed(0)} of them`,
    ].join('; ')
  }

  function seeCalls(): void {
    const dispatch = window.dispatchEvent.bind(window)
    let listening = false
    window.dispatchEvent = (event) => {
      if (event.type.endsWith('-from-page')) {
        if (!listening) window.addEventListener(event.type.replace('-from-page', '-from-preload'), onSettled, true)
        listening = true
        const message = JSON.parse((event as CustomEvent<string>).detail)
        const name = message.args?.[0]?.value
        if (message.kind === 'call' && typeof name === 'string')
          probe.calls.push({ id: message.id, name, asked: performance.now(), answered: null })
      }
      return dispatch(event)
    }
  }

  function onSettled(event: Event): void {
    const message = JSON.parse((event as CustomEvent<string>).detail)
    const call = message.kind === 'settled' ? probe.calls.find(({ id }) => id === message.id) : undefined
    if (call) call.answered = performance.now()
  }
}

/**
 * Makes a gesture, and tells how long after its event the document showed what is wanted, which it must not have shown all along.
 * @throws when it does not within ten seconds
 */
export async function until(page: Page, wanted: Wanted, gesture: () => Promise<unknown>): Promise<Outcome> {
  await page.evaluate(arm, wanted)
  await gesture()
  return page.evaluate(() => (window as unknown as Probed).benchProbe.outcome as Promise<Outcome>)
}

function arm({ on, selector, without, filled }: Wanted): void {
  const probe = (window as unknown as Probed).benchProbe
  probe.calls = []
  let from = Number.NaN
  const { promise, resolve, reject } = Promise.withResolvers<Outcome>()
  probe.outcome = promise
  promise.catch(() => undefined)
  const isThere = () => {
    const text = document.querySelector(selector)?.textContent
    if (text === undefined) return false
    return (without === undefined || !text.includes(without)) && (filled !== true || text !== '')
  }
  let wasAbsent = !isThere()
  window.addEventListener(
    on,
    (event) => {
      from = event.timeStamp
    },
    { capture: true, once: true },
  )
  const late = setTimeout(() => reject(new Error(`not within ten seconds: ${selector}`)), 10_000)
  const observer = new MutationObserver(() => {
    const there = isThere()
    if (!there) wasAbsent = true
    if (!there || !wasAbsent || Number.isNaN(from)) return
    observer.disconnect()
    clearTimeout(late)
    const dom = performance.now() - from
    const calls = probe.calls.flatMap(({ name, asked, answered }) =>
      answered === null ? [] : [{ name, asked: asked - from, answered: answered - from }],
    )
    requestAnimationFrame(() => {
      // After the frame's own work.
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => resolve({ dom, painted: performance.now() - from, calls })
      port2.postMessage(null)
    })
  })
  observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true })
}

/** Instants at which the page was given a frame during a gesture, in milliseconds of its clock. */
export async function framesOf(page: Page, gesture: () => Promise<unknown>): Promise<number[]> {
  await page.evaluate(() => {
    const probe = (window as unknown as Probed).benchProbe
    probe.frames = []
    probe.counting = true
    const next = (at: number) => {
      probe.frames.push(at)
      if (probe.counting) requestAnimationFrame(next)
    }
    requestAnimationFrame(next)
  })
  await gesture()
  return page.evaluate(() => {
    const probe = (window as unknown as Probed).benchProbe
    probe.counting = false
    return probe.frames
  })
}

/** Tells the probe what is about to be done: long tasks are told by it. */
export async function nowDoing(page: Page, doing: string): Promise<void> {
  await page.evaluate((doing) => {
    ;(window as unknown as Probed).benchProbe.doing = doing
  }, doing)
}

/** Long tasks so far, the longest first. */
export async function longTasks(page: Page): Promise<LongTask[]> {
  // The browser tells of a task a little after it.
  await page.waitForTimeout(500)
  const { long, held } = await page.evaluate(() => {
    const { long, held } = (window as unknown as Probed).benchProbe
    return { long, held }
  })
  const madeOf = (at: number) => held.find(({ from, to }) => from <= at + 1 && at < to)?.made ?? 'not told'
  return long.map(({ at, ms, doing }) => ({ ms, doing, made: madeOf(at) })).toSorted((a, b) => b.ms - a.ms)
}
