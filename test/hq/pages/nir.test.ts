import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { RegisterBody } from '../../../contract/candidate-pages.ts'
import { personKey } from '../../../domain/registration.ts'
import { confirmAddress } from '../../../hq/candidates/confirm-address.ts'
import { forgetUnconfirmed } from '../../../hq/candidates/forget-unconfirmed.ts'
import { lockPersons } from '../../../hq/candidates/same-person.ts'
import { readNirKey } from '../../../hq/nir-key.ts'
import { aDevice, type TestDevice, valuesOf } from '../../helpers/a-device.ts'
import { aClock, type RunningHq } from '../../helpers/an-hq.ts'
import { ENGINES } from '../../helpers/hq-database.ts'
import { smallWorld } from '../../helpers/world.ts'
import { holding, untilWaiting } from '../behind-a-lock.ts'
import { startHq } from '../start-hq.ts'
import { aBrowser, aForm, anAccount, anAttempt, confirmLast, formOf, lastLink, mustBe, PASSWORD } from './a-browser.ts'

const NIR_KEY = Buffer.alloc(32, 7).toString('base64')
/** Of Anaïs: a woman, born in February 1999 in Ille-et-Vilaine. */
const NIR = '299023523804249'
/** The same with another key, and with her month taken for another. */
const OF_MARCH = '299033523804265'

/** A NUL is refused before the form is looked at. */
const SAID = /^\{"code":"bad-request"(,"detail":"\/nir")?\}$/

async function start(database: (typeof ENGINES)[number]) {
  const rennes = smallWorld({ candidates: [] })
  const brest = smallWorld({ centreId: 'brest', candidates: [] })
  const clock = aClock()
  const hq = await startHq({ database, clock, worlds: [rennes, brest], nirKey: NIR_KEY })
  return { hq, rennes, brest, clock }
}

/** All that the database holds, as text: tables of every schema of ours, bytes included. */
async function everythingKept(hq: RunningHq): Promise<string> {
  const tables = await sql<{ name: string }>`
    select quote_ident(table_name) as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(hq.db)
  const texts = await Promise.all(
    tables.rows.map(async ({ name }) => {
      const rows = await sql<{ text: string }>`select t::text as text from ${sql.raw(name)} t`.execute(hq.db)
      return rows.rows.map(({ text }) => text)
    }),
  )
  expect(tables.rows.length).toBeGreaterThan(20)
  return texts.flat().join('\n')
}

async function candidateAt(pc: TestDevice) {
  return valuesOf(await pc.rows(), 'candidate')[0]
}

const withNir = (form: RegisterBody, nir: string | null = NIR): RegisterBody => ({ ...form, nir })

describe.each(ENGINES)('the NIR, on %s', (database) => {
  test('is kept sealed while the form waits and in the file, and stands in the clear nowhere', async () => {
    const { hq, rennes } = await start(database)
    const browser = aBrowser(hq)
    expect(await mustBe(200, browser.get('/api/catalogue'))).toMatchObject({ nirAsked: true })
    await mustBe(200, browser.post('/api/register', withNir(aForm(rennes))))
    const waiting = await hq.db.selectFrom('submission').select(['form', 'nirSealed']).executeTakeFirstOrThrow()
    expect(waiting.nirSealed).toMatch(/^[\w+/=]{50,}$/)
    expect(waiting.form).not.toHaveProperty('nir')
    expect(await everythingKept(hq)).not.toContain(NIR.slice(0, 13))

    expect(await confirmLast(hq)).toEqual({ blocked: null })
    expect(await hq.db.selectFrom('submission').select('nirSealed').execute()).toEqual([{ nirSealed: null }])
    const file = await hq.db.selectFrom('candidateFile').select(['nirSealed', 'nirMark']).executeTakeFirstOrThrow()
    expect(file.nirSealed).not.toBe(waiting.nirSealed)
    expect(file.nirMark).toMatch(/^[\w-]{43}$/)
    await mustBe(200, browser.post('/api/sign-in', { login: aForm(rennes).contact.email, password: PASSWORD }))
    const pc = await aDevice(hq, 'rennes')
    const told = JSON.stringify([await mustBe(200, browser.get('/api/me')), await pc.rows()])
    const kept = await everythingKept(hq)
    for (const secret of [NIR, NIR.slice(0, 13), NIR.slice(5, 13), '2 99 02', Buffer.from(NIR).toString('base64')]) {
      expect(kept).not.toContain(secret)
      expect(told).not.toContain(secret)
    }
    expect(await candidateAt(pc)).toMatchObject({ birthName: 'Le Goff', nirCheck: 'ok' })
    expect(hq.bugs).toEqual([])
  })

  test('whether it agrees comes with the record; a correction looks again', async () => {
    const { hq, rennes } = await start(database)
    await anAccount(hq, withNir(aForm(rennes), OF_MARCH))
    const pc = await aDevice(hq, 'rennes')
    const said = async () => (await candidateAt(pc))?.nirCheck
    expect(await said()).toBe('birth-date')
    const request = valuesOf(await pc.rows(), 'request')[0]
    const correct = (changes: object) =>
      pc.send(
        pc.command('candidate.correct', {
          requestId: request?.id ?? '',
          candidateId: request?.candidateId ?? '',
          changes,
          proof: 'identity-card',
          proofText: null,
        }),
      )
    const placeKept = async () => {
      const { birthPlace } = await hq.db.selectFrom('candidateFile').select('birthPlace').executeTakeFirstOrThrow()
      return birthPlace
    }
    expect(await correct({ bornOn: { from: '1999-02-28', to: '1999-03-28' } })).toEqual(['applied'])
    expect(await said()).toBe('ok')
    expect(await correct({ sex: { from: 'F', to: 'M' } })).toEqual(['applied'])
    expect(await said()).toBe('sex')
    await correct({ sex: { from: 'M', to: 'F' } })
    expect(await correct({ birthPlace: { from: 'Rennes', to: 'QUIMPER' } })).toEqual(['applied'])
    expect(await said()).toBe('birth-place')
    expect(await placeKept()).toEqual({ kind: 'france', communeCode: '29232', town: 'Quimper' })
    // Twelve communes are called so: which one is not known, and nothing is said of it.
    expect(await correct({ birthPlace: { from: 'QUIMPER', to: 'Sainte-Colombe' } })).toEqual(['applied'])
    expect(await said()).toBe('ok')
    expect(await placeKept()).toEqual({ kind: 'france', communeCode: null, town: 'Sainte-Colombe' })
    expect(await correct({ birthCountry: { from: 'FRANCE', to: 'Maroc' } })).toEqual(['applied'])
    expect(await said()).toBe('birth-place')
    expect(await placeKept()).toEqual({ kind: 'abroad', country: 'Maroc', town: 'Sainte-Colombe' })
    expect(hq.bugs).toEqual([])
  })

  test('equal under another name and address, it is the same person: stopped at a second centre, and shown to HQ', async () => {
    const { hq, rennes, brest } = await start(database)
    await anAccount(hq, withNir(aForm(rennes)))
    const other = formOf(brest, 'Kerouedan')
    const identity = { ...other.identity, firstNames: 'Zoé', bornOn: '1970-12-24' }
    await mustBe(200, aBrowser(hq).post('/api/register', withNir({ ...other, identity })))
    expect(await confirmLast(hq)).toEqual({ blocked: 'live-elsewhere' })
    expect(await hq.db.selectFrom('entry').select('centreId').execute()).toEqual([{ centreId: 'rennes' }])
    const cases = await hq.db.selectFrom('duplicateCase').select(['blockedAt', 'settledAt']).execute()
    expect(cases).toEqual([{ blockedAt: hq.clock.now(), settledAt: null }])
    // Signed in, she asks again: her own file remembers.
    const hers = aBrowser(hq)
    await mustBe(200, hers.post('/api/sign-in', { login: other.contact.email, password: PASSWORD }))
    const more = { attempt: anAttempt(), sessionId: other.sessionId, centreId: 'brest', choices: other.choices }
    expect(await mustBe(409, hers.post('/api/me/requests', { ...more, softwareAccepted: true }))).toEqual({
      code: 'live-elsewhere',
    })
    // Somebody else's number, at a third address: nothing stands in the way.
    const third = formOf(brest, 'Ar-Mor')
    await mustBe(
      200,
      aBrowser(hq).post(
        '/api/register',
        withNir({ ...third, identity: { ...third.identity, firstNames: 'Yann' } }, OF_MARCH),
      ),
    )
    expect(await confirmLast(hq)).toEqual({ blocked: null })
    expect(hq.bugs).toEqual([])
  })

  test('an account that nobody confirms is erased with it', async () => {
    const { hq, rennes, clock } = await start(database)
    await mustBe(200, aBrowser(hq).post('/api/register', withNir(aForm(rennes))))
    clock.advance(49 * 3600)
    expect(await forgetUnconfirmed(hq.db, clock.now())).toBe(1)
    expect(await hq.db.selectFrom('submission').select('nirSealed').execute()).toEqual([])
  })

  test('what is no number is refused by its path alone, and nothing is kept', async () => {
    const { hq, rennes } = await start(database)
    const hostile = [
      ...[NIR.replace(/.$/, (digit) => String((Number(digit) + 1) % 10)), NIR.replace(/^(.)(..)/, '$1 $2 '), `${NIR}0`],
      ...[`${NIR.slice(0, 13)}AB`, '', Number(NIR), [NIR], { nir: NIR }, true, NIR.replaceAll('2', '٢')],
      ...[`${NIR.slice(0, 14)}\u0000`, "'; drop table candidate", 'A'.repeat(40_000)],
    ]
    for (const nir of hostile) {
      const answer = await aBrowser(hq).post('/api/register', { ...aForm(rennes), nir })
      const said = JSON.stringify(answer.body)
      expect([answer.status, said], JSON.stringify(nir).slice(0, 40)).toEqual([400, expect.stringMatching(SAID)])
    }
    expect(await hq.db.selectFrom('submission').select('id').execute()).toEqual([])
    expect(hq.bugs).toEqual([])
  })
})

/** On PostgreSQL alone: PGlite has one connection. */
describe('at the same moment', () => {
  test('two confirmations of one number under two names: the second waits, and is stopped', async () => {
    const { hq, rennes, brest } = await start('postgresql')
    const browser = aBrowser(hq)
    const tokens: string[] = []
    for (const form of [aForm(rennes), formOf(brest, 'Kerouedan')]) {
      await mustBe(200, browser.post('/api/register', withNir(form)))
      tokens.push(await lastLink(hq, 'confirm-address'))
    }
    const nirMark = readNirKey(NIR_KEY, randomBytes)?.mark(NIR) ?? ''
    const lock = await holding(hq.db, (tx) => lockPersons(tx, [aPerson('Nobody', nirMark)]))
    const answers = tokens.map((token) => mustBe(200, browser.post('/api/confirm', { token, password: PASSWORD })))
    await untilWaiting(hq.db, 2)
    await lock.letGo()
    const blocked = (await Promise.all(answers)).map((answer) => (answer as { blocked: string | null }).blocked)
    expect(new Set(blocked)).toEqual(new Set([null, 'live-elsewhere']))
    expect(await hq.db.selectFrom('entry').select('id').execute()).toHaveLength(1)
    expect(hq.bugs).toEqual([])
  })

  test.each(['as they come', 'the other way round'])('names and numbers are locked in one order, %s', async (given) => {
    const { hq } = await start('postgresql')
    const hash = (key: string) => createHash('sha256').update(key).digest().readInt32BE()
    const ordered = [aPerson('A', null), aPerson('B', null), aPerson('C', null)].sort(
      (a, b) => hash(personKey(a)) - hash(personKey(b)),
    )
    const [first, ...later] = ordered
    if (!first) throw new Error('No person')
    const all = given === 'as they come' ? ordered : ordered.toReversed()
    const lock = await holding(hq.db, (tx) => lockPersons(tx, [first]))
    const waiting = hq.db.transaction().execute((tx) => lockPersons(tx, all))
    await untilWaiting(hq.db, 1)
    // Who waits for the first holds none of the later ones: nobody can wait for them in a circle.
    await hq.db.transaction().execute((tx) => lockPersons(tx, later))
    await lock.letGo()
    await waiting
  })
})

function aPerson(birthName: string, nirMark: string | null) {
  return { id: birthName, birthName, firstNames: 'A', bornOn: '1990-01-01', nirMark }
}

test('where it is not asked, the page is told so; a form with one is refused, and one without it is taken', async () => {
  const rennes = smallWorld({ candidates: [] })
  const hq = await startHq({ worlds: [rennes] })
  const browser = aBrowser(hq)
  expect(await mustBe(200, browser.get('/api/catalogue'))).toMatchObject({ nirAsked: false })
  expect(await mustBe(400, browser.post('/api/register', withNir(aForm(rennes))))).toEqual({
    code: 'bad-request',
    detail: '/nir',
  })
  expect(await hq.db.selectFrom('account').select('id').execute()).toEqual([])
  // A page that was open before the field existed.
  const { nir: _nir, ...older } = aForm(rennes)
  await mustBe(200, browser.post('/api/register', older))
  await confirmLast(hq)
  expect(await candidateAt(await aDevice(hq, 'rennes'))).toMatchObject({ nirCheck: 'none' })
})

test('no longer asked, a form that waits is confirmed without its number, which is erased', async () => {
  const rennes = smallWorld({ candidates: [] })
  const hq = await startHq({ worlds: [rennes], nirKey: NIR_KEY })
  await mustBe(200, aBrowser(hq).post('/api/register', withNir(aForm(rennes))))
  const without = {
    db: hq.db,
    clock: hq.clock,
    random: randomBytes,
    nirKey: null,
    reportBug: (error: unknown) => hq.bugs.push(error),
  }
  expect(await confirmAddress(without, await lastLink(hq, 'confirm-address'), PASSWORD)).toEqual({ blocked: null })
  expect(await candidateAt(await aDevice(hq, 'rennes'))).toMatchObject({ nirCheck: 'none' })
  expect(await hq.db.selectFrom('submission').select('nirSealed').execute()).toEqual([{ nirSealed: null }])
  const file = hq.db.selectFrom('candidateFile').select(['nirSealed', 'nirMark'])
  expect(await file.execute()).toEqual([{ nirSealed: null, nirMark: null }])
})
