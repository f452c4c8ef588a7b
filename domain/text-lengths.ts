/**
 * How long texts may be, in UTF-16 units: generous for people and small for accidents. The shapes refuse what is longer; a form asks the
 * same here.
 */
export const ID_LENGTH = 64
export const SHORT_LENGTH = 200
export const LONG_LENGTH = 2000

export function isId(text: string): boolean {
  return text !== '' && text.length <= ID_LENGTH
}

export function isShortText(text: string): boolean {
  return text.length <= SHORT_LENGTH
}

/** Something to read, no longer than a short text. */
export function isShortLine(text: string): boolean {
  return isShortText(text) && text.trim() !== ''
}

/** Something to read, no longer than a long text. */
export function isLongLine(text: string): boolean {
  return text.length <= LONG_LENGTH && text.trim() !== ''
}
