import type { Instant } from './time.ts'

/**
 * A UUIDv7 (RFC 9562 §5.7): sorts by the instant it was drawn.
 * @param at the instant, from the injected clock
 * @param random sixteen random bytes, from the injected source; the first six are not used
 */
export function uuidV7(at: Instant, random: Uint8Array): string {
  const bytes = Uint8Array.from(random.subarray(0, 16))
  let milliseconds = Date.parse(at)
  for (let i = 5; i >= 0; i--) {
    bytes[i] = milliseconds % 256
    milliseconds = Math.floor(milliseconds / 256)
  }
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
