import { useLayoutEffect } from 'react'
import { TEXT_SIZES, type TextSize, THEMES, type Theme } from '../../contract/choices.ts'
import { isOneOf, isShaped, isYesNo } from '../../kit/accepts.ts'
import { type Accept, useKept } from '../../kit/kept.ts'
import { api } from '../api.ts'
import { allowCharacters } from '../shortcuts/board.ts'

/** How one person wants the window. */
export type Appearance = {
  theme: Theme
  contrast: 'system' | 'more'
  textSize: TextSize
  motion: 'system' | 'reduced'
  /** Whether shortcuts of a single character act. */
  letters: boolean
}

const USUAL: Appearance = { theme: 'system', contrast: 'system', textSize: 100, motion: 'system', letters: true }

const isAppearance: Accept<Appearance> = isShaped({
  theme: isOneOf(...THEMES),
  contrast: isOneOf('system', 'more'),
  textSize: isOneOf(...TEXT_SIZES),
  motion: isOneOf('system', 'reduced'),
  letters: isYesNo,
})

export function useAppearance() {
  return useKept<Appearance>('appearance', USUAL, isAppearance)
}

/** Dresses the whole window as the person who sits here wants it, before their first screen is painted. Once, in the frame. */
export function useWornAppearance(): void {
  const [{ theme, contrast, textSize, motion, letters }] = useAppearance()
  useLayoutEffect(() => {
    const page = document.documentElement
    page.dataset.theme = theme
    page.dataset.motion = motion
    allowCharacters(letters)
    // The window's own parts; a window that could not be dressed is told by nothing worse than a light title bar.
    void api.call('desk.dress', { theme, textSize }).catch(() => undefined)
  }, [theme, textSize, motion, letters])
  useLayoutEffect(() => {
    const system = matchMedia('(prefers-contrast: more)')
    const wear = () => {
      document.documentElement.dataset.contrast = contrast === 'more' || system.matches ? 'more' : 'usual'
    }
    wear()
    system.addEventListener('change', wear)
    return () => system.removeEventListener('change', wear)
  }, [contrast])
}
