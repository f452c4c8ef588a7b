import { hash } from 'node:crypto'
import type { RescueRefusal } from '../contract/refusals.ts'
import { Id } from '../domain/shapes/basic.ts'

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
  const [magic, version, kind, centre, device, length, digest, ...rest] = line.split(' ')
  if (magic !== MAGIC) return { refusal: 'not-a-rescue-file' }
  if (Number(version) > VERSION) return { refusal: 'too-new' }
  // The end of the line may be what is missing.
  if (file.byteLength === line.length) return { refusal: 'truncated' }
  const isKind = kind === 'departure' || kind === 'return'
  const [centreId, deviceId] = [readId(centre), readId(device)]
  if (!isKind || centreId === null || deviceId === null || !digest || rest.length > 0) return { refusal: 'altered' }
  const body = file.subarray(line.length + 1)
  if (body.byteLength < Number(length)) return { refusal: 'truncated' }
  if (body.byteLength !== Number(length) || sha256(body) !== digest) return { refusal: 'altered' }
  return { header: { kind, centreId, deviceId }, body }
}

function firstLine(file: Uint8Array): string {
  const end = file.subarray(0, LONGEST).indexOf(10)
  return new TextDecoder('latin1').decode(file.subarray(0, end === -1 ? LONGEST : end))
}

/** An id that was escaped, or null when it is none that could be looked up: a hostile line is no exception. */
function readId(escaped = ''): string | null {
  try {
    const id = decodeURIComponent(escaped)
    return Id.safeParse(id).success && !id.includes('\0') ? id : null
  } catch {
    return null
  }
}

function sha256(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'hex')
}
