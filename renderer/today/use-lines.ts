import {
  createContext,
  type KeyboardEvent,
  useCallback,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react'
import { useKept } from '../../kit/kept.ts'
import { TODAY } from '../../text/screens/today.ts'
import { useShortcuts } from '../shortcuts/use-shortcuts.ts'
import { useToast } from '../ui/toast.tsx'
import { cursorAmong } from './steady-rows.ts'

/** The letters of Aujourd'hui: each does one thing, whatever the line. */
const LETTERS = [
  ['r', TODAY.remind],
  ['t', TODAY.remindByPhone],
  ['p', TODAY.extend],
  ['l', TODAY.release],
  ['e', TODAY.collect],
  ['v', TODAY.prevalidateKey],
  ['x', TODAY.refuse],
] as const
export type Letter = (typeof LETTERS)[number][0]

export type Act = {
  letter: Letter | null
  words: string
  /** Whom or what it is about, said after the words to whoever does not see the line. */
  about: string
  /** No « Annuler » follows: it must be meant for this very line. */
  final?: boolean
  /** Why it cannot be done; null when it can. */
  reason: string | null
  run: () => void
}
type LineActs = { acts: readonly Act[]; open: () => void }

type Lines = {
  cursor: string | null
  /** The line has the keyboard now. */
  reach: (key: string) => void
  /** What can be done on a line, for as long as it is drawn. */
  register: (key: string, acts: LineActs) => () => void
}
const LinesContext = createContext<Lines | null>(null)
export const LinesProvider = LinesContext.Provider

export function useLine(key: string, acts: LineActs): { isAt: boolean; reach: () => void } {
  const lines = useContext(LinesContext)
  if (!lines) throw new Error('A line was drawn outside Aujourd’hui')
  const { register, reach, cursor } = lines
  useLayoutEffect(() => register(key, acts))
  return { isAt: cursor === key, reach: () => reach(key) }
}

/** Id of a line in the document. */
export function lineId(key: string): string {
  return `line-${key}`
}

/** A line that came under the cursor by itself is not yet seen for so long, in milliseconds. */
const UNSEEN_MS = 700

type Place = { key: string | null; among: readonly string[] }
const NOWHERE: Place = { key: null, among: [] }

/**
 * One cursor over all lines of the screen, and the keys that act on the line where it stands. It is kept while another screen is looked
 * at; when its line leaves, it goes to the next.
 * @param keys all lines, in the order in which they are read
 */
export function useLines(keys: readonly string[]) {
  const [place, setPlace] = useKept<Place>('today.cursor', NOWHERE)
  const say = useToast()
  const acts = useRef(new Map<string, LineActs>())
  const hadFocus = useRef(false)
  const cursor = cursorAmong(place.key, place.among, keys)
  // The line left under the finger: what was about to be pressed was meant for it, not for the one that took its place.
  const slidAt = useRef(Number.NEGATIVE_INFINITY)
  useEffect(() => {
    if (place.key !== null && place.key !== cursor) slidAt.current = performance.now()
    if (place.key !== cursor || place.among.join() !== keys.join()) setPlace({ key: cursor, among: keys })
  })
  const reach = useCallback((key: string) => setPlace((before) => ({ ...before, key })), [setPlace])
  const register = useCallback((key: string, registered: LineActs) => {
    acts.current.set(key, registered)
    return () => void acts.current.delete(key)
  }, [])

  // Who comes here can work at once. Later on, the line that had the keyboard may have left with it, or a dialog had nowhere to give it back.
  useLayoutEffect(() => {
    const { activeElement } = document
    const cameBy = !hadFocus.current && activeElement?.closest('nav') != null
    const nobody = (activeElement === document.body || cameBy) && !document.querySelector('[role="dialog"]')
    if (nobody && cursor !== null) document.getElementById(lineId(cursor))?.focus({ preventScroll: hadFocus.current })
    hadFocus.current = true
  })

  const moveBy = (step: number) => {
    const to = cursor === null ? 0 : keys.indexOf(cursor) + step
    const key = keys[Math.min(keys.length - 1, Math.max(0, to))]
    if (key === undefined) return
    reach(key)
    const line = document.getElementById(lineId(key))
    line?.focus({ preventScroll: true })
    line?.scrollIntoView({ block: 'nearest' })
  }
  const here = () => (cursor === null ? undefined : acts.current.get(cursor))
  const press = (letter: Letter) => {
    const act = here()?.acts.find((one) => one.letter === letter)
    if (act?.final && performance.now() - slidAt.current < UNSEEN_MS) return
    if (act?.reason) say(act.reason)
    else act?.run()
  }
  // Arrows move the caret in a field that has the focus.
  const step = (by: number) => () => document.activeElement instanceof HTMLInputElement || moveBy(by)
  const { shortcuts: group } = TODAY
  useShortcuts([
    { keys: ['j', 'ArrowDown'], words: TODAY.nextLine, group, run: step(1) },
    { keys: ['k', 'ArrowUp'], words: TODAY.previousLine, group, run: step(-1) },
    { keys: 'Enter', words: TODAY.openLine, group, run: null },
    ...LETTERS.map(([letter, words]) => ({ keys: letter, words, group, run: () => press(letter) })),
  ])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    if (event.key === 'Home' || event.key === 'End') {
      event.preventDefault()
      moveBy(event.key === 'Home' ? -keys.length : keys.length)
    } else if (event.key === 'Enter' && (event.target as HTMLElement).matches('tr')) {
      event.preventDefault()
      here()?.open()
    }
  }
  const lines = useMemo<Lines>(() => ({ cursor, reach, register }), [cursor, reach, register])
  return { lines, onKeyDown }
}
