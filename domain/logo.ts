import { fromBase64 } from './base64.ts'
import type { LogoImage } from './shapes/logo.ts'

export type { CentreLogo, LogoImage } from './shapes/logo.ts'

/** A logo goes to every PC of the centre with its settings, and onto every paper: small. */
export const MOST_LOGO_BYTES = 200_000
/** As its text in base64. */
export const LONGEST_LOGO = Math.ceil(MOST_LOGO_BYTES / 3) * 4
/** Pixels of a side: a small file may claim to be an image of gigabytes. */
export const MOST_LOGO_PIXELS = 4000
/** Beside its height: beyond, it is a line and not a logo. */
const MOST_TIMES_WIDER = 12
export const LOGO_TYPES = ['image/png', 'image/jpeg'] as const

export type LogoSize = Pick<LogoImage, 'type' | 'width' | 'height'>
export const LOGO_FAULTS = ['too-heavy', 'not-an-image', 'cut-short', 'too-large', 'too-long'] as const
export type LogoFault = (typeof LOGO_FAULTS)[number]

/**
 * What kind of image a file is, and how large, read from the file itself whatever it is called: PNG or JPEG, whole. SVG is none: it may
 * hold scripts and call elsewhere.
 */
export function readLogo(bytes: Uint8Array): LogoSize | LogoFault {
  if (bytes.length > MOST_LOGO_BYTES) return 'too-heavy'
  const read = startsWith(bytes, PNG) ? readPng(bytes) : startsWith(bytes, JPEG) ? readJpeg(bytes) : 'not-an-image'
  if (typeof read === 'string') return read
  const { width, height } = read
  if (width === 0 || height === 0) return 'not-an-image'
  if (Math.max(width, height) > MOST_LOGO_PIXELS) return 'too-large'
  return Math.max(width, height) > MOST_TIMES_WIDER * Math.min(width, height) ? 'too-long' : read
}

/** Whether an image is what it says of itself: asked by HQ of what a PC sends. */
export function isLogo({ data, type, width, height }: LogoImage): boolean {
  const bytes = fromBase64(data)
  const read = bytes && readLogo(bytes)
  return (
    read !== null && typeof read !== 'string' && read.type === type && read.width === width && read.height === height
  )
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const JPEG = [0xff, 0xd8, 0xff]

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte)
}

/** Its chunks, one after the other, up to the one that ends it (ISO/IEC 15948 § 5). */
function readPng(bytes: Uint8Array): LogoSize | LogoFault {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let size: LogoSize | null = null
  let hasPixels = false
  for (let at = PNG.length; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at)
    const kind = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    const next = at + 12 + length
    if (next > bytes.length) return 'cut-short'
    if (size === null) {
      if (kind !== 'IHDR' || length !== 13) return 'not-an-image'
      size = { type: 'image/png', width: view.getUint32(at + 8), height: view.getUint32(at + 12) }
    }
    if (kind === 'IDAT') hasPixels = true
    if (kind === 'IEND') return hasPixels ? size : 'not-an-image'
    at = next
  }
  return 'cut-short'
}

/** Its segments up to the pixels, then the mark that ends it (ITU-T T.81, annexe B). */
function readJpeg(bytes: Uint8Array): LogoSize | LogoFault {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let size: LogoSize | null = null
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return 'not-an-image'
    const mark = bytes[at + 1] ?? 0
    // Marks may be preceded by any number of 0xff.
    if (mark === 0xff) {
      at += 1
      continue
    }
    const length = view.getUint16(at + 2)
    if (length < 2) return 'not-an-image'
    if (isFrame(mark)) {
      if (at + 9 > bytes.length) return 'cut-short'
      size = { type: 'image/jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    }
    if (mark === 0xda) return size === null ? 'not-an-image' : endsWhole(bytes, at + 2 + length) ? size : 'cut-short'
    at += 2 + length
  }
  return 'cut-short'
}

/** The segments that say how large the image is: all of 0xc0 to 0xcf, but tables and extensions. */
function isFrame(mark: number): boolean {
  return mark >= 0xc0 && mark <= 0xcf && mark !== 0xc4 && mark !== 0xc8 && mark !== 0xcc
}

function endsWhole(bytes: Uint8Array, from: number): boolean {
  for (let at = bytes.length - 2; at >= from; at--) if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return true
  return false
}
