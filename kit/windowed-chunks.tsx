import { memo, type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'

/** Rows that come and go together, in one body of the table: few enough to be drawn within a frame. */
export const CHUNK = 12
/** A list as short as that is drawn whole. */
const WHOLE = 60
/** Rows are drawn this far beyond what is seen, in CSS pixels, so that scrolling meets no blank. */
const MARGIN = 900

type WindowedChunksProps = {
  /** Rows in all, there or not. */
  count: number
  /** Rows from `start` to before `end`; null while they are not there yet: their place is kept. */
  draw: (start: number, end: number) => ReactNode | null
  /** Index of a row that must be drawn wherever it is, since it holds the focus. */
  kept: number
  /** A guess of a row's height in CSS pixels, until it has been drawn. */
  guess: number
  scroller: RefObject<HTMLElement | null>
  /** Told the first row of each chunk near the eye, whenever they change. */
  onNear?: (starts: readonly number[]) => void
}

/**
 * The bodies of a long table, of which only those near the eye are drawn. Rows have the height that their names need: chunks are
 * measured when they leave, and the browser's scroll anchoring absorbs what the guess had wrong.
 */
export function WindowedChunks({ count, draw, kept, guess, scroller, onNear }: WindowedChunksProps) {
  const [near, setNear] = useState<ReadonlySet<number>>(() => new Set([0]))
  const [watch] = useState(() => watchChunks(scroller, setNear))
  useEffect(() => onNear?.([...near]), [near, onNear])
  const starts = Array.from({ length: Math.ceil(count / CHUNK) }, (_, index) => index * CHUNK)
  return starts.map((start) => {
    const end = Math.min(count, start + CHUNK)
    const drawn = count <= WHOLE || start === 0 || near.has(start) || (kept >= start && kept < end)
    return (
      <Chunk key={start} start={start} watch={watch} rows={end - start} guess={guess}>
        {drawn ? draw(start, end) : null}
      </Chunk>
    )
  })
}

type ChunkProps = { start: number; rows: number; guess: number; watch: Watch; children: ReactNode }

/** Far from the eye it is given the same again and again: a list of twenty thousand has more than a thousand. */
const Chunk = memo(function Chunk({ start, rows, guess, watch, children }: ChunkProps) {
  const body = useRef<HTMLTableSectionElement>(null)
  useEffect(() => (body.current ? watch.add(body.current, start) : undefined), [watch, start])
  return (
    <tbody ref={body} data-start={start}>
      {children ?? (
        // biome-ignore lint/a11y/noAriaHiddenOnFocusable: an empty row that keeps the place of a dozen takes no focus
        <tr
          className="awaited"
          aria-hidden="true"
          style={{ height: `${watch.heightOf(start) ?? guess * rows}px`, backgroundSize: `100% ${guess}px` }}
        >
          <td />
        </tr>
      )}
    </tbody>
  )
})

type Watch = {
  add: (body: HTMLElement, start: number) => () => void
  /** The height that a chunk had when it was last drawn and left. */
  heightOf: (start: number) => number | undefined
}

/** One observer for all chunks: a list of twenty thousand has more than a thousand. */
function watchChunks(
  scroller: RefObject<HTMLElement | null>,
  setNear: (change: (near: ReadonlySet<number>) => ReadonlySet<number>) => void,
): Watch {
  const starts = new Map<Element, number>()
  const heights = new Map<number, number>()
  let observer: IntersectionObserver | null = null
  const onSeen = (changes: readonly IntersectionObserverEntry[]) => {
    const told = changes.flatMap(({ target, isIntersecting, boundingClientRect: { height } }) => {
      const start = starts.get(target)
      if (start === undefined) return []
      // Its last height is what its place must keep while it is away.
      if (!isIntersecting && height > 0 && !target.querySelector('.awaited')) heights.set(start, height)
      return [{ start, isIntersecting }]
    })
    setNear((near) => {
      const next = new Set(near)
      for (const { start, isIntersecting } of told) {
        if (isIntersecting) next.add(start)
        else next.delete(start)
      }
      return next.size === near.size && [...next].every((start) => near.has(start)) ? near : next
    })
  }
  return {
    heightOf: (start) => heights.get(start),
    add: (body, start) => {
      observer ??= new IntersectionObserver(onSeen, { root: scroller.current, rootMargin: `${MARGIN}px 0px` })
      starts.set(body, start)
      observer.observe(body)
      return () => {
        observer?.unobserve(body)
        starts.delete(body)
        setNear((near) => (near.has(start) ? new Set([...near].filter((one) => one !== start)) : near))
      }
    },
  }
}
