/**
 * The text of a file that does not say how it was written: as its mark says, else UTF-16 where every other byte is zero, else UTF-8, and
 * what is not UTF-8 is Windows-1252, which French banks write most.
 */
export function decodeText(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes)
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const begun = bytes.subarray(0, 400)
  const zeros = (odd: 0 | 1) => begun.reduce((count, byte, at) => count + Number(byte === 0 && at % 2 === odd), 0)
  // Text in a language of Europe: half of its bytes.
  if (zeros(1) > begun.length / 4) return 'utf-16le'
  if (zeros(0) > begun.length / 4) return 'utf-16be'
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return 'utf-8'
  } catch {
    return 'windows-1252'
  }
}
