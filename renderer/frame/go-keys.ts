import { FRAME } from '../../text/screens/frame.ts'
import { SHORTCUTS } from '../../text/screens/shortcuts.ts'
import type { Shortcut } from '../shortcuts/board.ts'
import { SCREENS, type Screen } from './office.tsx'

/** After « g », as in « go to »: the letter of the screen's French name that is free, so that none has to be learnt twice. */
const LETTERS: Readonly<Record<Screen, string>> = {
  today: 'a',
  requests: 'd',
  seats: 'p',
  session: 's',
  payments: 'r',
  papers: 'i',
  review: 'v',
  exchanges: 'e',
  settings: 'g',
}

/** The shortcuts that lead from screen to screen: two letters, or Alt and the place in the rail. */
export function goShortcuts(go: (screen: Screen) => void): Shortcut[] {
  return SCREENS.map((screen, index) => ({
    keys: [`g ${LETTERS[screen]}`, `Alt+${index + 1}`],
    words: FRAME[screen],
    group: SHORTCUTS.goTo,
    run: () => go(screen),
  }))
}
