import { Fragment, type ReactNode, type RefObject } from 'react'
import { WindowedChunks } from './windowed-chunks.tsx'

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

/** The bodies of a long table whose rows are all there, of which only those near the eye are drawn. */
export function WindowedRows<R>({ rows, keyOf, draw, kept, guess, scroller }: WindowedRowsProps<R>) {
  return (
    <WindowedChunks
      count={rows.length}
      kept={kept}
      guess={guess}
      scroller={scroller}
      draw={(start, end) =>
        rows.slice(start, end).map((row, index) => <Fragment key={keyOf(row)}>{draw(row, start + index)}</Fragment>)
      }
    />
  )
}
