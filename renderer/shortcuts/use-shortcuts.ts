import { useContext, useEffect, useRef } from 'react'
import { addShortcuts, type Layer, type Shortcut } from './board.ts'
import { CoveredContext } from './covered.ts'

/**
 * Shortcuts of what is drawn, for as long as it is: `useShortcuts([{ keys: 'r', words: 'Relancer', group: 'Aujourd’hui', run }])`.
 * Single characters wait while something is typed in a field; nothing of a screen runs while a dialog, a menu or a list is open. They
 * are told by the sheet that « ? » opens. Nothing runs of a screen that something covers whole.
 * @param layer `dialog` for those of a dialog: they run only while one is open
 */
export function useShortcuts(shortcuts: readonly Shortcut[], layer: Layer = 'screen'): void {
  // The latest of them, without taking them away and adding them again at each drawing, nor when what covered them goes: their order
  // decides who wins.
  const covered = useContext(CoveredContext)
  const latest = useRef(shortcuts)
  useEffect(() => {
    latest.current = shortcuts
  })
  useEffect(
    () => addShortcuts(() => (covered.current ? [] : latest.current.map((shortcut) => ({ ...shortcut, layer })))),
    [layer, covered],
  )
}
