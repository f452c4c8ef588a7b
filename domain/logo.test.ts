import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { A_JPEG, aLogo, aPng } from '../test/helpers/a-logo.ts'
import { fromBase64 } from './base64.ts'
import { decideSetLogo } from './commands/set-logo.ts'
import { isLogo, MOST_LOGO_BYTES, readLogo } from './logo.ts'

const text = (words: string) => new TextEncoder().encode(words)
const changed = (bytes: Uint8Array, at: number, ...to: number[]) => {
  const copy = Uint8Array.from(bytes)
  copy.set(to, at)
  return copy
}

describe('a file chosen as a logo', () => {
  it('is a PNG or a JPEG, whatever it is called', () => {
    expect(readLogo(aPng(240, 120))).toEqual({ type: 'image/png', width: 240, height: 120 })
    expect(readLogo(A_JPEG)).toEqual({ type: 'image/jpeg', width: 8, height: 4 })
  })
  it.each([
    ['of five megabytes', new Uint8Array(5_000_000), 'too-heavy'],
    ['that is empty', new Uint8Array(), 'not-an-image'],
    ['that is a text', text('Bonjour'), 'not-an-image'],
    ['that is an SVG with a script', text('<svg xmlns="…"><script>alert(1)</script></svg>'), 'not-an-image'],
    ['that is a PDF', text('%PDF-1.7'), 'not-an-image'],
    ['that claims to be a gigabyte of pixels', changed(aPng(), 16, 0, 0, 0x80, 0), 'too-large'],
    ['that has no pixel', changed(aPng(), 16, 0, 0, 0, 0), 'not-an-image'],
    ['that is a line', aPng(390, 3), 'too-long'],
    ['of which a chunk ends beyond the file', changed(aPng(), 33, 0x7f, 0xff, 0xff, 0xff), 'cut-short'],
    ['that begins as a PNG and goes on as something else', changed(aPng(), 12, 0x41), 'not-an-image'],
  ] as const)('%s is refused', (_, bytes, fault) => {
    expect(readLogo(bytes)).toBe(fault)
  })
  it('that stops anywhere before its end is refused', () => {
    for (const whole of [aPng(20, 10), A_JPEG])
      for (let length = 8; length < whole.length; length++)
        expect(['cut-short', 'not-an-image'], `${length} bytes`).toContain(readLogo(whole.subarray(0, length)))
  })
  it('of any bytes is judged without a fault of ours', () => {
    const starts = fc.constantFrom<number[]>([], [...aPng(2, 2).subarray(0, 33)], [0xff, 0xd8, 0xff])
    fc.assert(
      fc.property(starts, fc.uint8Array({ maxLength: 200 }), (start, rest) => {
        const read = readLogo(Uint8Array.from([...start, ...rest]))
        expect(['string', 'object']).toContain(typeof read)
      }),
    )
  })
})

describe('base64', () => {
  it('gives the bytes back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        expect(fromBase64(Buffer.from(bytes).toString('base64'))).toEqual(Uint8Array.from(bytes))
      }),
    )
  })
  it.each(['abc', 'a?==', '=a==', 'é===', 'ab=c'])('%s is none', (some) => expect(fromBase64(some)).toBeNull())
})

describe('the logo of a centre', () => {
  const logo = aLogo()
  const other = { ...logo, imageId: '01890a5d-ac96-774b-bcce-b302099a8058' }
  const has = { centreId: 'rennes', logo: { id: 'rennes', image: logo } }
  const none = { centreId: 'rennes', logo: null }
  it('is set, changed and taken away', () => {
    const value = { id: 'rennes', image: logo }
    expect(decideSetLogo({ from: null, image: logo }, none)).toMatchObject({
      writes: [{ entity: 'centreLogo', value }],
    })
    expect(decideSetLogo({ from: logo.imageId, image: other }, has)).toMatchObject({ ok: true })
    expect(decideSetLogo({ from: logo.imageId, image: null }, has)).toMatchObject({
      writes: [{ value: { image: null } }],
    })
  })
  it('is not written over unseen', () => {
    expect(decideSetLogo({ from: null, image: other }, has)).toMatchObject({ refusal: { code: 'value-changed' } })
    expect(decideSetLogo({ from: other.imageId, image: null }, none)).toMatchObject({ ok: true })
  })
  it('is what it says of itself, or is refused', () => {
    for (const wrong of [
      { width: 241 },
      { type: 'image/jpeg' as const },
      { data: Buffer.from('Bonjour').toString('base64') },
      { data: 'not base64' },
      { data: 'A'.repeat(4 * Math.ceil((MOST_LOGO_BYTES + 1) / 3)) },
    ]) {
      expect(isLogo({ ...logo, ...wrong })).toBe(false)
      expect(decideSetLogo({ from: null, image: { ...logo, ...wrong } }, none)).toMatchObject({ ok: false })
    }
  })
  it('that there is none to take away, or the same again, is no change', () => {
    expect(decideSetLogo({ from: null, image: null }, none)).toMatchObject({ refusal: { code: 'not-valid' } })
    expect(decideSetLogo({ from: logo.imageId, image: logo }, has)).toMatchObject({ refusal: { code: 'not-valid' } })
  })
})
