import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { type Body, CHUNK, chooseChunks, chunksWithin } from './near-chunks.ts'

/** Rows are drawn this far beyond what is seen, in CSS pixels, so that scrolling meets no blank. */
const MARGIN = 900
/** They go only when they are farther than that: a chunk at the border does not come and go with each notch. */
const LEAVING = 1500
/** Where more than a screen goes by between two frames nobody reads: rows are drawn this long after the last, in milliseconds. */
const SETTLED = 60

type NearChunksOptions = {
  /** Rows in all. */
  count: number
  /** A guess of a row's height in CSS pixels, until it has been drawn. */
  guess: number
  scroller: RefObject<HTMLElement | null>
  /** Any body of the table, whose bodies say which rows they hold: `data-start`, `data-end`, and `data-awaited` where they are empty. */
  body: RefObject<HTMLElement | null>
}

/** The first rows of the chunks near the eye, and the height in CSS pixels of the chunks from a row to before another, as far as is known. */
export function useNearChunks({ count, guess, scroller, body }: NearChunksOptions): {
  near: readonly number[]
  heightOf: (start: number, end: number) => number
} {
  const [near, setNear] = useState<readonly number[]>([0])
  const [heights] = useState(() => new Map<number, number>())
  const again = useRef(0)
  const latest = useRef(() => {})
  const chunkHeight = (start: number) => heights.get(start) ?? guess * Math.min(CHUNK, count - start)
  const { hold, putBack } = useHeldRow(scroller, body)
  const look = () => {
    hold()
    const box = scroller.current?.getBoundingClientRect()
    const table = body.current?.closest('table')
    if (!box || !table) return
    const bodies = [...table.tBodies].map((one) => bodyAt(one, heights))
    const within = (margin: number) =>
      chunksWithin(bodies, { from: box.top - margin, to: box.bottom + margin }, chunkHeight)
    const chunks = chooseChunks({ drawn: near, seen: within(0), wanted: within(MARGIN), staying: within(LEAVING) })
    if (chunks.join() !== near.join()) setNear(chunks)
  }

  // In the frame after each drawing: rows may have become higher, or others have come near, and those around are drawn little by little.
  useLayoutEffect(() => {
    putBack()
    latest.current = look
  })
  useEffect(() => {
    again.current = requestAnimationFrame(() => latest.current())
    return () => cancelAnimationFrame(again.current)
  })
  useEffect(() => {
    const box = scroller.current
    if (!box) return
    let settled: ReturnType<typeof setTimeout> | undefined
    let top = box.scrollTop
    const onScroll = () => {
      hold()
      const gone = Math.abs(box.scrollTop - top)
      top = box.scrollTop
      clearTimeout(settled)
      // Once a frame, whoever asks.
      cancelAnimationFrame(again.current)
      if (gone < box.clientHeight) again.current = requestAnimationFrame(() => latest.current())
      else settled = setTimeout(() => latest.current(), SETTLED)
    }
    const sizes = new ResizeObserver(() => latest.current())
    sizes.observe(box)
    box.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      clearTimeout(settled)
      sizes.disconnect()
      box.removeEventListener('scroll', onScroll)
    }
  }, [scroller, hold])

  const heightOf = (start: number, end: number) => {
    let height = guess * (end - start)
    // Of the chunks that were drawn once, which are fewer than all.
    for (const [first, known] of heights)
      if (first >= start && first < end) height += known - guess * Math.min(CHUNK, count - first)
    return height
  }
  return { near, heightOf }
}

/**
 * Holds the row that has the keyboard where it was seen: those drawn above it are rarely as high as was guessed, and would push it out of
 * sight. The browser's own anchoring gives up where bodies come and go.
 */
function useHeldRow(scroller: RefObject<HTMLElement | null>, body: RefObject<HTMLElement | null>) {
  const held = useRef<{ row: Element; top: number; scrolled: number; bodies: string } | null>(null)
  const hold = useCallback(() => {
    held.current = null
    const box = scroller.current
    const row = document.activeElement?.closest('tr')
    const table = body.current?.closest('table')
    if (!box || !row || !table?.contains(row)) return
    const { top, bottom } = row.getBoundingClientRect()
    const sight = box.getBoundingClientRect()
    if (bottom > sight.top && top < sight.bottom)
      held.current = { row, top, scrolled: box.scrollTop, bodies: bodiesOf(table) }
  }, [scroller, body])
  const putBack = () => {
    const [box, one, table] = [scroller.current, held.current, body.current?.closest('table')]
    // The same bodies: nothing was pushed, and no layout is worth forcing to see that.
    if (!box || !table || !one?.row.isConnected || bodiesOf(table) === one.bodies) return
    // Scrolled since, somebody wants to see something else.
    if (box.scrollTop !== one.scrolled) return
    const pushed = one.row.getBoundingClientRect().top - one.top
    if (Math.abs(pushed) >= 1) box.scrollTop += pushed
  }
  return { hold, putBack }
}

/** Which rows a table has drawn, without asking where they are. */
function bodiesOf(table: HTMLTableElement): string {
  return [...table.tBodies].map(({ dataset: { start, end, awaited } }) => `${start}-${end}${awaited}`).join()
}

/** Where a body stands. The height of a chunk that is there is noted: it is what its place must keep while it is away. */
function bodyAt(body: HTMLElement, heights: Map<number, number>): Body {
  const { top, height } = body.getBoundingClientRect()
  const start = Number(body.dataset.start)
  if (body.dataset.awaited !== 'true') heights.set(start, height)
  return { start, end: Number(body.dataset.end), top, height }
}
