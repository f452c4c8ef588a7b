import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { isKeyOf, mustBeKeyOf, type NirKey, NirKeyDiffers, readNirKey } from '../../hq/nir-key.ts'
import { ENGINES } from '../helpers/hq-database.ts'
import { smallWorld } from '../helpers/world.ts'
import { holding, untilWaiting } from './behind-a-lock.ts'
import { aBrowser, aForm, confirmLast, lastLink, mustBe, PASSWORD } from './pages/a-browser.ts'
import { startHq, startHqWith } from './start-hq.ts'

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

describe.each(ENGINES)('a key that is not the database’s any more, on %s', (database) => {
  const start = async () => {
    const world = smallWorld({ candidates: [] })
    const hq = await startHq({ worlds: [world], nirKey: TEXT, database })
    const register = (form: object = {}) => aBrowser(hq).post('/api/register', { ...aForm(world), nir: NIR, ...form })
    return { hq, world, register }
  }
  const unavailable = { code: 'nir-unavailable', detail: '/nir' }

  test('seals nothing: the form is refused whole, and HQ’s operators are told once', async () => {
    const { hq, register } = await start()
    expect(await isKeyOf(hq.db, aKey(TEXT))).toBe(true)
    // Another instance starts with another key while nothing is sealed.
    expect(await isKeyOf(hq.db, aKey())).toBe(true)
    expect(await mustBe(503, register())).toEqual(unavailable)
    expect(await mustBe(503, register())).toEqual(unavailable)
    expect(await hq.db.selectFrom('submission').select('id').execute()).toEqual([])
    expect(hq.bugs).toEqual([expect.any(NirKeyDiffers)])
    await mustBe(200, register({ nir: null }))
    await confirmLast(hq)
  })

  test('does not finish a form: its link and what it says are kept, and it is finished once the key is right', async () => {
    const { hq, register } = await start()
    await mustBe(200, register())
    const { id, nirSealed } = await hq.db.selectFrom('submission').selectAll().executeTakeFirstOrThrow()
    const keep = (sealed: string | null) => hq.db.updateTable('submission').set({ nirSealed: sealed }).execute()
    await keep(aKey().seal(NIR, { table: 'submission', id }))
    const body = { token: await lastLink(hq, 'confirm-address'), password: PASSWORD }
    const confirm = () => aBrowser(hq).post('/api/confirm', body)
    const before = await hq.db.selectFrom('submission').selectAll().execute()
    expect(await mustBe(503, confirm())).toEqual(unavailable)
    expect(await mustBe(503, confirm())).toEqual(unavailable)
    expect(hq.bugs).toHaveLength(1)
    expect(await hq.db.selectFrom('submission').selectAll().execute()).toEqual(before)
    await keep(nirSealed)
    // Sealed with the right one, but the database has taken another meanwhile.
    await hq.db.updateTable('hqKey').set({ value: aKey().fingerprint }).where('name', '=', 'nir-fingerprint').execute()
    expect(await mustBe(503, confirm())).toEqual(unavailable)
    await hq.db
      .updateTable('hqKey')
      .set({ value: aKey(TEXT).fingerprint })
      .where('name', '=', 'nir-fingerprint')
      .execute()
    expect(await mustBe(200, confirm())).toEqual({ blocked: null })
    expect(await hq.db.selectFrom('candidateFile').select('nirMark').execute()).toEqual([
      { nirMark: aKey(TEXT).mark(NIR) },
    ])
  })
})

test('an instance that starts with another key waits for the number that is being sealed, and is refused', async () => {
  const { hq, world } = await startHqWith({ candidates: [] }, { database: 'postgresql', nirKey: TEXT })
  expect(await isKeyOf(hq.db, aKey(TEXT))).toBe(true)
  await mustBe(200, aBrowser(hq).post('/api/register', aForm(world)))
  const sealing = await holding(hq.db, async (tx) => {
    await mustBeKeyOf(tx, aKey(TEXT))
    await tx.updateTable('submission').set({ nirSealed: 'sealed' }).execute()
  })
  const starting = isKeyOf(hq.db, aKey())
  await untilWaiting(hq.db, 1).finally(() => sealing.letGo())
  expect(await starting).toBe(false)
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
