import { isBareCharacter, type KeyPress, matchKeys } from './keystroke.ts'

export type Shortcut = {
  /** `r`, `?`, `Enter`, `Alt+1`, `g d` (one after the other); several ways in a list. */
  keys: string | readonly string[]
  /** What it does, as the sheet of shortcuts says it. */
  words: string
  /** Under which heading the sheet shows it. */
  group: string
  /** Null: only told in the sheet, something else listens to these keys. */
  run: (() => void) | null
}

/** `screen`: while no dialog is open. `dialog`: inside one. */
export type Layer = 'screen' | 'dialog'

type Listed = Shortcut & { layer: Layer }

/** Two presses further apart than this are no sequence, in milliseconds. */
const SEQUENCE_WITHIN = 1500

const lists = new Set<() => readonly Listed[]>()
let presses: KeyPress[] = []
let lastAt = 0
let charactersAllowed = true

/** Adds shortcuts until they are taken away; the latest added wins over one with the same keys. */
export function addShortcuts(list: () => readonly Listed[]): () => void {
  lists.add(list)
  return () => void lists.delete(list)
}

/** All that can be pressed now, in the order in which it was added. */
export function shortcutsNow(): Shortcut[] {
  return [...lists].flatMap((list) => list())
}

/** Shortcuts of a single character can be turned off (WCAG 2.1.4): who dictates, or rests a hand on the keyboard, sets off none. */
export function allowCharacters(allowed: boolean): void {
  charactersAllowed = allowed
}

export function charactersAreAllowed(): boolean {
  return charactersAllowed
}

/** The one listener of the window. Gives the way to stop it. */
export function listenToKeys(target: Window): () => void {
  target.addEventListener('keydown', onKeyDown)
  return () => target.removeEventListener('keydown', onKeyDown)
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || event.repeat || isModifier(event.key)) return
  // AltGr types characters, and is told as Ctrl+Alt on Windows.
  if (event.getModifierState('AltGraph')) return
  const { key, code, altKey: alt, shiftKey: shift, timeStamp } = event
  const press = { key, code, ctrl: event.ctrlKey || event.metaKey, alt, shift }
  const earlier = timeStamp - lastAt <= SEQUENCE_WITHIN ? presses : []
  lastAt = timeStamp
  const open = openDialog()
  const can = (keys: string) => !isBareCharacter(keys) || (charactersAllowed && !isTyping(event.target))
  const usable = [...lists]
    .flatMap((list) => list())
    .filter(({ run, layer }) => run !== null && (layer === 'dialog') === (open !== null))
  for (const tried of earlier.length > 0 ? [[...earlier, press], [press]] : [[press]]) {
    const found = usable.map((one) => ({ one, how: bestOf(one, tried, can) }))
    const hit = found.findLast(({ how }) => how === 'whole')
    if (hit) {
      presses = []
      event.preventDefault()
      hit.one.run?.()
      return
    }
    if (found.some(({ how }) => how === 'begun')) {
      presses = tried
      return
    }
  }
  presses = []
}

function bestOf({ keys }: Shortcut, tried: readonly KeyPress[], can: (keys: string) => boolean) {
  const ways = (typeof keys === 'string' ? [keys] : keys).filter(can).map((way) => matchKeys(way, tried))
  return ways.find((way) => way === 'whole') ?? ways.find((way) => way === 'begun') ?? null
}

function isModifier(key: string): boolean {
  return ['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Dead'].includes(key)
}

/** What is open above the screen: a dialog, a menu, a list that opened. */
function openDialog(): Element | null {
  return document.querySelector('[role="dialog"], [role="alertdialog"], .options')
}

const NOT_TYPED = new Set(['checkbox', 'radio', 'button', 'submit', 'reset', 'range', 'color', 'file'])

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return !NOT_TYPED.has(target.type)
  return target.isContentEditable || target.matches('textarea, select, [role="textbox"], [role="combobox"]')
}
