import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { MeAnswer } from '../../../contract/candidate-pages.ts'
import { lockPersons } from '../../../hq/candidates/same-person.ts'
import { readNirKey } from '../../../hq/nir-key.ts'
import { aDevice, valuesOf } from '../../helpers/a-device.ts'
import { aClock } from '../../helpers/an-hq.ts'
import { ENGINES, type Engine } from '../../helpers/hq-database.ts'
import { smallWorld } from '../../helpers/world.ts'
import { holding, untilWaiting } from '../behind-a-lock.ts'
import { startHq } from '../start-hq.ts'
import { aForm, anAccount, type Browser, formOf, mustBe, PASSWORD } from './a-browser.ts'

const NIR_KEY = Buffer.alloc(32, 7).toString('base64')
/** Of Anaïs: a woman, born in February 1999 in Ille-et-Vilaine; then the same of March. */
const NIR = '299023523804249'
const OF_MARCH = '299033523804265'
const DONE = { done: true }

async function start(database: Engine, nirKey: string | null = NIR_KEY) {
  const [world, clock] = [smallWorld({ candidates: [] }), aClock()]
  const hq = await startHq({ database, clock, worlds: [world], ...(nirKey === null ? {} : { nirKey }) })
  const anais = await anAccount(hq, aForm(world))
  const { candidateId } = await hq.db.selectFrom('candidateFile').select('candidateId').executeTakeFirstOrThrow()
  const fileOf = () =>
    hq.db
      .selectFrom('candidateFile')
      .select(['nirSealed', 'nirMark'])
      .where('candidateId', '=', candidateId)
      .executeTakeFirstOrThrow()
  return { hq, clock, world, anais, candidateId, fileOf }
}

const me = async (browser: Browser) => MeAnswer.parse(await mustBe(200, browser.get('/api/me')))
const give = (browser: Browser, nir: unknown, password = PASSWORD) => browser.post('/api/me/nir', { nir, password })

describe.each(ENGINES)('a candidate’s own NIR, on %s', (database) => {
  test('is given, changed and taken back with the password; centres hear whether it agrees', async () => {
    const { hq, clock, anais, candidateId, fileOf } = await start(database)
    const pc = await aDevice(hq, 'rennes')
    const check = async () => valuesOf(await pc.rows(), 'candidate')[0]?.nirCheck
    expect((await me(anais)).nir).toEqual({ given: false, asked: true, open: true })
    await mustBe(401, give(anais, NIR, 'autre'))
    for (const bad of ['', '299023523804248', 299023523804249, undefined]) await mustBe(400, give(anais, bad))
    expect(await fileOf()).toEqual({ nirSealed: null, nirMark: null })

    expect(await mustBe(200, give(anais, OF_MARCH))).toEqual(DONE)
    expect(await check()).toBe('birth-date')
    expect(await mustBe(200, give(anais, NIR))).toEqual(DONE)
    expect(await check()).toBe('ok')
    const told = await me(anais)
    expect(told.nir).toEqual({ given: true, asked: true, open: true })
    expect(JSON.stringify(told)).not.toContain(NIR.slice(0, 13))
    const { nirSealed, nirMark } = await fileOf()
    const key = readNirKey(NIR_KEY, randomBytes)
    expect(key?.open(nirSealed ?? '', { table: 'candidate_file', id: candidateId })).toBe(NIR)
    expect(nirMark).toBe(key?.mark(NIR))
    // The same again says nothing new to anybody.
    const before = (await pc.changes()).cursor
    await mustBe(200, give(anais, NIR))
    expect((await pc.changes()).cursor).toEqual(before)

    expect(await mustBe(200, give(anais, null))).toEqual(DONE)
    expect([await check(), await fileOf()]).toEqual(['none', { nirSealed: null, nirMark: null }])
    // The session is over: results go with who they were.
    clock.set('2027-01-22T23:00:00.000Z')
    await mustBe(
      200,
      anais.post('/api/sign-in', { login: aForm({ centreId: '', offeringId: '' }).contact.email, password: PASSWORD }),
    )
    expect((await me(anais)).nir).toEqual({ given: false, asked: true, open: false })
    expect(await mustBe(409, give(anais, NIR))).toEqual({ code: 'not-modifiable' })
    expect(hq.bugs).toEqual([])
  })

  test('of another record, it is taken alike, and HQ’s staff are told', async () => {
    const { hq, world, anais, candidateId } = await start(database)
    const paul = await anAccount(hq, formOf(world, 'Paul'))
    await mustBe(200, give(anais, NIR))
    expect(await hq.db.selectFrom('duplicateCase').select('id').execute()).toEqual([])
    expect(await mustBe(200, give(paul, NIR))).toEqual(DONE)
    const cases = await hq.db.selectFrom('duplicateCase').select(['candidateId', 'otherId', 'blockedAt']).execute()
    expect(cases).toHaveLength(1)
    expect([cases[0]?.candidateId, cases[0]?.otherId]).toContain(candidateId)
    expect(cases[0]?.blockedAt).toBeNull()
    expect((await me(paul)).nir).toEqual((await me(anais)).nir)
    expect(hq.bugs).toEqual([])
  })
})

test('where it is not asked, it is not taken', async () => {
  const { anais, fileOf } = await start('pglite', null)
  expect((await me(anais)).nir).toEqual({ given: false, asked: false, open: true })
  expect(await mustBe(400, give(anais, NIR))).toEqual({ code: 'bad-request', detail: '/nir' })
  expect(await fileOf()).toEqual({ nirSealed: null, nirMark: null })
})

test('given while somebody decides on who has it: whoever waits for the person waits for the number too', async () => {
  const { hq, anais, candidateId } = await start('postgresql')
  const row = await hq.db.selectFrom('candidate').selectAll().where('id', '=', candidateId).executeTakeFirstOrThrow()
  const giving = await holding(hq.db, async (tx) => {
    await lockPersons(tx, [row])
    await tx
      .updateTable('candidateFile')
      .set({ nirSealed: 'sealed', nirMark: 'mark' })
      .where('candidateId', '=', candidateId)
      .execute()
  })
  const somebody = { ...row, id: 'somebody', birthName: 'Zo', nirMark: 'mark' }
  const deciding = await holding(hq.db, (tx) => lockPersons(tx, [somebody]))
  const sent = give(anais, null)
  try {
    await untilWaiting(hq.db, 1).finally(() => giving.letGo())
    await untilWaiting(hq.db, 1)
  } finally {
    await deciding.letGo()
  }
  expect(await mustBe(200, sent)).toEqual(DONE)
  expect(hq.bugs).toEqual([])
})
