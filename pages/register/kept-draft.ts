import { type Draft, emptyDraft } from './draft.ts'

/** Where the draft is kept on this device. The number changes when an older draft could no longer be read. */
const KEY = 'pupitre.inscription.1'

/** Something that keeps texts: the browser's storage, which may be full, switched off, or hold anything. */
export type Keeping = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** The draft kept on this device; null when there is none that can be read. */
export function readDraft(keeping: Keeping): Draft | null {
  try {
    const text = keeping.getItem(KEY)
    return text === null ? null : parseDraft(text)
  } catch {
    return null
  }
}

/** Keeps the draft. A browser that refuses loses only what a closed tab would have brought back. */
export function keepDraft(keeping: Keeping, draft: Draft): void {
  try {
    keeping.setItem(KEY, JSON.stringify(draft))
  } catch {
    // Storage switched off or full: the form goes on in memory.
  }
}

export function forgetDraft(keeping: Keeping): void {
  try {
    keeping.removeItem(KEY)
  } catch {
    // As above: nothing was kept.
  }
}

/** What another tab of this browser kept, from its `storage` event; null when the event is about something else. */
export function draftFromAnotherTab({ key, newValue }: Pick<StorageEvent, 'key' | 'newValue'>): Draft | null {
  return key === KEY && newValue !== null ? parseDraft(newValue) : null
}

/** Only fields that a draft has, and only of the kind that they have: the rest is as if it had not been typed. */
function parseDraft(text: string): Draft | null {
  let found: unknown
  try {
    found = JSON.parse(text)
  } catch {
    return null
  }
  return typeof found === 'object' && found !== null ? overlay(emptyDraft(), found) : null
}

function overlay<T extends object>(base: T, found: object): T {
  const kept = Object.entries(base).map(([name, empty]) => {
    const value = (found as Record<string, unknown>)[name]
    return [name, sameKind(name, empty, value) ? value : empty]
  })
  return Object.fromEntries(kept) as T
}

const CODES: Readonly<Record<string, readonly string[]>> = {
  sex: ['', 'F', 'M'],
  bornIn: ['', 'france', 'abroad'],
  passedBefore: ['', 'yes', 'no'],
  funding: ['', 'own', 'training-centre', 'employer'],
}

function sameKind(name: string, empty: unknown, value: unknown): boolean {
  const codes = CODES[name]
  if (codes) return typeof value === 'string' && codes.includes(value)
  if (Array.isArray(empty)) return Array.isArray(value) && value.every((one) => typeof one === 'string')
  if (typeof empty !== 'object' || empty === null) return typeof value === typeof empty
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const names = Object.keys(empty)
  return Object.values(value).every((one) => typeof one === 'string') && names.every((one) => one in value)
}
