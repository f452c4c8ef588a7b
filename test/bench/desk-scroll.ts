import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'playwright'
import { framesOf, nowDoing } from './desk-probe.ts'
import { type ThreadTime, threadTimeOf } from './desk-thread.ts'

/** What the gestures scroll: the list of the desk, or the box of the empty window. */
type Scrolled = { page: Page; selector: string }

export type Dropped = { what: string; desk: Frames; empty: Frames }
/** Frames in all that the gesture had time for, those that did not come, and the longest wait for one in milliseconds; what it took. */
export type Frames = { due: number; dropped: number; longest: number; thread: ThreadTime; steps: number }

const FRAME = 1000 / 60
/** One notch of a wheel, in CSS pixels. */
const NOTCH = 120

type Gesture = { what: string; steps: number; key?: string; notch: (height: number) => number }

/** Scrolls both by the same gestures, in turn, and counts the frames that each dropped. */
export async function scrollBoth(desk: Page, empty: Page, steps: number): Promise<Dropped[]> {
  const list = { page: desk, selector: '.table-box' }
  const box = { page: empty, selector: '#box' }
  const height = await heightOf(list)
  await empty.evaluate((height) => {
    document.querySelector<HTMLElement>('#box > div')?.style.setProperty('height', `${height}px`)
  }, height)
  const gestures: Gesture[] = [
    { what: 'wheel, a notch a frame', steps, notch: () => NOTCH },
    { what: 'end to end by the wheel', steps, notch: (height) => height / steps },
    { what: '« Page suiv. » held', steps: Math.ceil(steps / 2), key: 'PageDown', notch: () => 0 },
  ]
  const all: Dropped[] = []
  for (const gesture of gestures) {
    const emptyFrames = await scroll(box, gesture, height)
    const deskFrames = await scroll(list, gesture, height)
    all.push({ what: gesture.what, desk: deskFrames, empty: emptyFrames })
  }
  return all
}

async function scroll({ page, selector }: Scrolled, gesture: Gesture, height: number): Promise<Frames> {
  await nowDoing(page, gesture.what)
  await page.locator(selector).evaluate((box) => box.scrollTo({ top: 0 }))
  const focused = page.locator(`${selector} tr[tabindex="0"], ${selector}[tabindex="0"]`).first()
  await focused.focus()
  await sleep(300)
  const box = await page.locator(selector).boundingBox()
  if (!box) throw new Error(`nothing to scroll: ${selector}`)
  const cdp = await page.context().newCDPSession(page)
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  const { key, steps } = gesture
  const turn = { type: 'mouseWheel', ...at, deltaX: 0, deltaY: gesture.notch(height) } as const
  const press = { type: 'rawKeyDown', key, code: key, windowsVirtualKeyCode: 34, autoRepeat: true } as const
  const act = () =>
    key === undefined
      ? cdp.send('Input.dispatchMouseEvent', turn)
      : cdp.send('Input.dispatchKeyEvent', { ...press, key, code: key })
  const gestureAtPace = async () => {
    // At the pace of a hand, whether the page follows or not: a key repeats thirty times a second.
    const pace = key === undefined ? FRAME : 2 * FRAME
    const begun = performance.now()
    const acts: Promise<unknown>[] = []
    for (let step = 0; step < steps; step++) {
      acts.push(act())
      await sleep(Math.max(0, begun + (step + 1) * pace - performance.now()))
    }
    await Promise.all(acts)
  }
  let instants: number[] = []
  const thread = await threadTimeOf(cdp, async () => {
    instants = await framesOf(page, gestureAtPace)
  })
  await cdp.detach()
  return { ...dropped(instants), thread, steps }
}

function heightOf({ page, selector }: Scrolled): Promise<number> {
  return page.locator(selector).evaluate((box) => box.scrollHeight)
}

function dropped(instants: readonly number[]): Omit<Frames, 'thread' | 'steps'> {
  const gaps = instants.slice(1).map((at, index) => at - (instants[index] ?? at))
  const missed = gaps.map((gap) => Math.max(0, Math.round(gap / FRAME) - 1))
  const count = missed.reduce((sum, one) => sum + one, 0)
  return { due: gaps.length + count, dropped: count, longest: Math.max(0, ...gaps) }
}
