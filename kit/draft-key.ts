/**
 * The key of a half-typed form about these rows, whatever their order: `draft.refuse.` and the id of the only one, or how many there
 * are and a fingerprint of their ids, since a click may be about hundreds.
 */
export function draftKey(form: string, ids: readonly string[]): string {
  const [only = ''] = ids
  return `draft.${form}.${ids.length === 1 ? only : `${ids.length}-${fingerprint(ids.toSorted().join('.'))}`}`
}

/** Two FNV-1a hashes of 32 bits: two selections of one person must not meet; nobody tries to make them. */
function fingerprint(text: string): string {
  return [0x811c9dc5, 0x01000193].map((seed) => hash(text, seed).toString(16)).join('')
}

function hash(text: string, seed: number): number {
  let value = seed
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0
  return value
}
