import { type ReactNode, type RefObject, useEffect, useMemo, useRef } from 'react'
import { CHUNK, stretchesOf } from './near-chunks.ts'
import { useNearChunks } from './use-near-chunks.ts'

/** A list as short as that is drawn whole. */
const WHOLE = 60

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
 * The bodies of a long table, of which only those near the eye are drawn; all that lies between two of them is one empty row, however
 * long the list. Rows have the height that their names need: chunks are measured while they are there, and the browser's scroll
 * anchoring absorbs what the guess had wrong.
 */
export function WindowedChunks({ count, draw, kept, guess, scroller, onNear }: WindowedChunksProps) {
  const body = useRef<HTMLTableSectionElement>(null)
  const { near, heightOf } = useNearChunks({ count, guess, scroller, body })
  useEffect(() => onNear?.(near), [near, onNear])
  const stretches = useMemo(() => {
    const whole = Array.from({ length: WHOLE / CHUNK }, (_, index) => index * CHUNK)
    return stretchesOf(count, count <= WHOLE ? whole : [0, ...near, Math.floor(kept / CHUNK) * CHUNK])
  }, [count, near, kept])
  return stretches.map(({ start, end, drawn }) => {
    const rows = drawn ? draw(start, end) : null
    return (
      <tbody
        key={drawn ? start : `until ${end}`}
        ref={start === 0 ? body : undefined}
        data-start={start}
        data-end={end}
        data-awaited={rows === null}
      >
        {rows ?? (
          // biome-ignore lint/a11y/noAriaHiddenOnFocusable: an empty row that keeps the place of others takes no focus
          <tr
            className="awaited"
            aria-hidden="true"
            style={{ height: `${heightOf(start, end)}px`, backgroundSize: `100% ${guess}px` }}
          >
            <td />
          </tr>
        )}
      </tbody>
    )
  })
}
