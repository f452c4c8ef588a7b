import { type PointerEvent, useEffect, useRef, useState } from 'react'
import { type Steady, steadyRows } from './steady-rows.ts'

/** How long after its last movement over the page a pointer is believed to be about to click, in milliseconds. */
const STILL_AFTER = 2500

/** Whether somebody is about to click in what is given these listeners. */
export function usePointerNear() {
  const [near, setNear] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const moved = (event: PointerEvent) => {
    if (event.type === 'pointermove' && event.movementX === 0 && event.movementY === 0) return
    setNear(true)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setNear(false), STILL_AFTER)
  }
  const left = () => {
    clearTimeout(timer.current)
    setNear(false)
  }
  return { near, listeners: { onPointerMove: moved, onPointerDown: moved, onPointerLeave: left } }
}

/** The rows as they are to be shown: while a pointer is near, each stays where it was. */
export function useSteady<T>(rows: readonly T[], keyOf: (row: T) => string, near: boolean): Steady<T>[] {
  const [shown, setShown] = useState<{ rows: readonly T[]; near: boolean; steady: Steady<T>[] }>(() => ({
    ...{ rows, near },
    steady: rows.map((row) => ({ row, gone: false })),
  }))
  if (shown.rows === rows && shown.near === near) return shown.steady
  const steady = near ? steadyRows(shown.steady, rows, keyOf) : rows.map((row) => ({ row, gone: false }))
  setShown({ rows, near, steady })
  return steady
}
