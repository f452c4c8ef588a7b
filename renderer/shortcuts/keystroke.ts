/** One press, as the browser tells it. `code` is the place of the key, whatever is engraved on it. */
export type KeyPress = { key: string; code: string; ctrl: boolean; alt: boolean; shift: boolean }

/** One press that is waited for. `shift` null: whatever, the character already says it (« ? »). */
type Stroke = { key: string; ctrl: boolean; alt: boolean; shift: boolean | null }

/**
 * Whether the last presses are these keys: `r`, `?`, `Enter`, `Alt+1`, `Ctrl+Shift+P`, or one after the other: `g d`. « begun »: they
 * may still become so.
 */
export function matchKeys(keys: string, presses: readonly KeyPress[]): 'whole' | 'begun' | null {
  const strokes = keys.split(' ').map(readStroke)
  if (presses.length === 0 || presses.length > strokes.length) return null
  const same = presses.every((press, index) => {
    const stroke = strokes[index]
    return stroke !== undefined && isStroke(stroke, press)
  })
  if (!same) return null
  return presses.length === strokes.length ? 'whole' : 'begun'
}

/** Whether these keys only type a character when a field has the focus, and are too easily pressed by voice or by a cat. */
export function isBareCharacter(keys: string): boolean {
  return keys.split(' ').some((part) => {
    const { key, ctrl, alt } = readStroke(part)
    return !ctrl && !alt && [...key].length === 1
  })
}

function readStroke(part: string): Stroke {
  const names = part.split('+')
  const key = names.at(-1) ?? ''
  const character = [...key].length === 1
  const shift = names.includes('Shift')
  const letter = character && key.toLowerCase() !== key.toUpperCase()
  return {
    key: letter ? key.toLowerCase() : key,
    ctrl: names.includes('Ctrl'),
    alt: names.includes('Alt'),
    shift: character && !letter && !shift ? null : shift,
  }
}

function isStroke(stroke: Stroke, press: KeyPress): boolean {
  if (stroke.ctrl !== press.ctrl || stroke.alt !== press.alt) return false
  if (stroke.shift !== null && stroke.shift !== press.shift && !isDigitByPlace(stroke)) return false
  // With Ctrl or Alt a digit is a place on the keyboard: on a French one it is typed with Shift.
  if (isDigitByPlace(stroke)) return press.code === `Digit${stroke.key}`
  return stroke.key === (press.key.length === 1 ? press.key.toLowerCase() : press.key)
}

function isDigitByPlace({ key, ctrl, alt }: Stroke): boolean {
  return (ctrl || alt) && /^\d$/.test(key)
}
