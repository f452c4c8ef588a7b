import { hash } from 'node:crypto'
import type { RescueRefusal } from '../contract/rescue.ts'

/**
 * The one readable line of a rescue file. It lets whoever holds a wrong file be told why before anything is decrypted; it is
 * believed for nothing else: the sealed part says the same, signed.
 */
export type Header = { kind: 'departure' | 'return'; centreId: string; deviceId: string }

const MAGIC = 'PUPITRE-SECOURS'
const VERSION = 1
/** The longest line that `writeHeader` makes, with ids of 64 characters, escaped. */
const LONGEST = 600

export function writeHeader({ kind, centreId, deviceId }: Header, body: Uint8Array): Uint8Array {
  const ids = [centreId, deviceId].map(encodeURIComponent).join(' ')
  return new TextEncoder().encode(`${MAGIC} ${VERSION} ${kind} ${ids} ${body.byteLength} ${sha256(body)}\n`)
}

/** Refuses: not-a-rescue-file, too-new, truncated, altered. */
export function readHeader(file: Uint8Array): { header: Header; body: Uint8Array } | { refusal: RescueRefusal } {
  const line = firstLine(file)
  const [magic, version, kind, centreId, deviceId, length, digest, ...rest] = line.split(' ')
  if (magic !== MAGIC) return { refusal: 'not-a-rescue-file' }
  if (Number(version) > VERSION) return { refusal: 'too-new' }
  // The end of the line may be what is missing.
  if (file.byteLength === line.length) return { refusal: 'truncated' }
  const isKind = kind === 'departure' || kind === 'return'
  if (!isKind || !centreId || !deviceId || !digest || rest.length > 0) return { refusal: 'altered' }
  const body = file.subarray(line.length + 1)
  if (body.byteLength < Number(length)) return { refusal: 'truncated' }
  if (body.byteLength !== Number(length) || sha256(body) !== digest) return { refusal: 'altered' }
  return { header: { kind, centreId: unescaped(centreId), deviceId: unescaped(deviceId) }, body }
}

function firstLine(file: Uint8Array): string {
  const end = file.subarray(0, LONGEST).indexOf(10)
  return new TextDecoder('latin1').decode(file.subarray(0, end === -1 ? LONGEST : end))
}

/** What was escaped, or the text itself when it was not: a damaged line is no exception. */
function unescaped(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function sha256(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'hex')
}
