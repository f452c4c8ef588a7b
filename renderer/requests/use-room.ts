import { type RefObject, useLayoutEffect, useState } from 'react'
import { columnsShown, FIRST_COLUMNS, leastWidth, type Room } from './list-columns.ts'

/** A scrollbar beside the rows, in CSS pixels, at most. */
const SCROLLBAR = 16
const WIDE = leastWidth(columnsShown(FIRST_COLUMNS), 'wide') + SCROLLBAR

/**
 * How much room the list has: beside an open file, or else by the width of the box that it is drawn in. Told by the box and not by the
 * columns chosen: who adds some scrolls, and finds the others as they were.
 */
export function useRoom(box: RefObject<HTMLElement | null>, besideFile: boolean): Room {
  const [isWide, setWide] = useState(true)
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const measure = () => setWide(element.offsetWidth >= WIDE)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [box])
  return besideFile ? 'narrow' : isWide ? 'wide' : 'middle'
}
