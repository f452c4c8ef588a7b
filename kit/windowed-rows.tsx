import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'

const CHUNK = 30
/** Rows are drawn this far beyond what is seen, in CSS pixels, so that scrolling meets no blank. */
const MARGIN = 900

type WindowedRowsProps<R> = {
  rows: readonly R[]
  keyOf: (row: R) => string
  draw: (row: R, index: number) => ReactNode
  /** Index of a row that must be drawn wherever it is, since it holds the focus. */
  kept: number
  /** A guess of a row's height in CSS pixels, until it has been drawn. */
  guess: number
  scroller: RefObject<HTMLElement | null>
}

/**
 * The bodies of a long table, of which only those near the eye are drawn. Rows have the height that their names need: chunks are
 * measured when they leave, and the browser's scroll anchoring absorbs what the guess had wrong.
 */
export function WindowedRows<R>({ rows, keyOf, draw, kept, guess, scroller }: WindowedRowsProps<R>) {
  const chunks = Array.from({ length: Math.ceil(rows.length / CHUNK) }, (_, index) => index * CHUNK)
  return chunks.map((start) => {
    const here = rows.slice(start, start + CHUNK)
    const held = kept >= start && kept < start + CHUNK
    return (
      <Chunk
        key={start}
        scroller={scroller}
        guess={guess * here.length}
        drawn={chunks.length < 3 || held || start === 0}
      >
        {() => here.map((row, index) => <Keyed key={keyOf(row)}>{draw(row, start + index)}</Keyed>)}
      </Chunk>
    )
  })
}

function Keyed({ children }: { children: ReactNode }) {
  return children
}

type ChunkProps = { scroller: RefObject<HTMLElement | null>; guess: number; drawn: boolean; children: () => ReactNode }

function Chunk({ scroller, guess, drawn, children }: ChunkProps) {
  const body = useRef<HTMLTableSectionElement>(null)
  const [near, setNear] = useState(false)
  const height = useRef(guess)
  useEffect(() => {
    if (!body.current) return
    const observer = new IntersectionObserver(
      ([seen]) => {
        if (!seen) return
        // Its last height is what its place must keep while it is away.
        if (!seen.isIntersecting && seen.boundingClientRect.height > 0) height.current = seen.boundingClientRect.height
        setNear(seen.isIntersecting)
      },
      { root: scroller.current, rootMargin: `${MARGIN}px 0px` },
    )
    observer.observe(body.current)
    return () => observer.disconnect()
  }, [scroller])
  return (
    <tbody ref={body}>
      {near || drawn ? (
        children()
      ) : (
        // biome-ignore lint/a11y/noAriaHiddenOnFocusable: an empty row that keeps the place of thirty takes no focus
        <tr aria-hidden="true" style={{ height: `${height.current}px` }}>
          <td />
        </tr>
      )}
    </tbody>
  )
}
