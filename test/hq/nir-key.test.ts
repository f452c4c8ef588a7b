import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { isKeyOf, type NirKey, readNirKey } from '../../hq/nir-key.ts'
import { smallWorld } from '../helpers/world.ts'
import { aBrowser, aForm, confirmLast, mustBe } from './pages/a-browser.ts'
import { startHq } from './start-hq.ts'

const TEXT = Buffer.alloc(32, 7).toString('base64')
const NIR = '299023523804249'
const ROW = { table: 'candidate_file', id: 'one' } as const

function aKey(text = randomBytes(32).toString('base64')): NirKey {
  const key = readNirKey(text, randomBytes)
  if (!key) throw new Error(`${text} is no key`)
  return key
}

test.each(['', 'x', TEXT.slice(0, -4), TEXT.slice(0, -1), `${TEXT}AAAA`, `!${TEXT.slice(1)}`, 'é'.repeat(44)])(
  '%j is no key',
  (text) => {
    expect(readNirKey(text, randomBytes)).toBeNull()
  },
)

test('a number is sealed for its row, otherwise each time, and by this key alone', () => {
  const key = aKey(` ${TEXT}\n`)
  const sealed = key.seal(NIR, ROW)
  expect(aKey(TEXT).open(sealed, ROW)).toBe(NIR)
  expect(key.seal(NIR, ROW)).not.toBe(sealed)
  expect(() => key.open(sealed, { ...ROW, id: 'another' })).toThrow()
  expect(() => key.open(sealed, { ...ROW, table: 'submission' })).toThrow()
  expect(() => aKey().open(sealed, ROW)).toThrow()
  const bytes = Buffer.from(sealed, 'base64')
  for (const place of [0, 12, 20, bytes.length - 1]) {
    const changed = Buffer.from(bytes)
    changed[place] = (changed[place] ?? 0) ^ 1
    expect(() => key.open(changed.toString('base64'), ROW)).toThrow()
  }
  expect(() => key.open(bytes.subarray(0, 20).toString('base64'), ROW)).toThrow()
})

test('the mark is that of the number and of the key; it is not the fingerprint of the key', () => {
  const key = aKey(TEXT)
  expect(key.mark(NIR)).toBe(aKey(TEXT).mark(NIR))
  expect(new Set([key.mark(NIR), key.mark('299033523804265'), aKey().mark(NIR), key.fingerprint]).size).toBe(4)
})

test('a database keeps to the key that its numbers were sealed with; one without numbers takes another', async () => {
  const world = smallWorld({ candidates: [] })
  const hq = await startHq({ worlds: [world], nirKey: TEXT })
  expect(await isKeyOf(hq.db, aKey())).toBe(true)
  expect(await isKeyOf(hq.db, aKey(TEXT))).toBe(true)
  await mustBe(200, aBrowser(hq).post('/api/register', { ...aForm(world), nir: NIR }))
  expect(await isKeyOf(hq.db, aKey())).toBe(false)
  await confirmLast(hq)
  expect(await isKeyOf(hq.db, aKey())).toBe(false)
  expect(await isKeyOf(hq.db, aKey(TEXT))).toBe(true)
})
