import { describe, expect, test } from 'vitest'
import { aDevice } from '../../helpers/a-device.ts'
import { aClock } from '../../helpers/an-hq.ts'
import { ENGINES } from '../../helpers/hq-database.ts'
import { anOffering } from '../../helpers/rows.ts'
import { startHqWith } from '../start-hq.ts'
import { aBrowser, aForm, anAccount, anAttempt, confirmLast, formOf, lastLink, mailsOf, mustBe } from './a-browser.ts'

const OPENS = '2026-08-31T22:00:00.000Z'
const CLOSES = '2026-12-13T23:00:00.000Z'

async function start(database: (typeof ENGINES)[number], clock = aClock()) {
  const { hq, world } = await startHqWith({ candidates: [] }, { database, clock })
  return { hq, world, browser: aBrowser(hq), form: aForm(world), clock }
}

describe.each(ENGINES)('a form is sent, on %s', (database) => {
  test('twice, and at once: one request, one mail, one answer', async () => {
    const { hq, browser, form } = await start(database)
    const answers = await Promise.all(Array.from({ length: 5 }, () => mustBe(200, browser.post('/api/register', form))))
    answers.push(await mustBe(200, browser.post('/api/register', form)))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(await mailsOf(hq)).toHaveLength(1)
    await confirmLast(hq)
    // The back button, after all is done.
    expect(await mustBe(200, browser.post('/api/register', form))).toEqual(answers[0])
    expect(await hq.db.selectFrom('request').select('id').execute()).toHaveLength(1)
  })

  test('at an address that has an account: answered alike, its owner is told, nothing changes', async () => {
    const { hq, world, browser, form } = await start(database)
    await anAccount(hq, form)
    const stranger = formOf(world, 'Stranger')
    const known = { ...stranger, contact: { ...stranger.contact, email: 'anais.legoff@example.ORG' } }
    const other = await mustBe(200, browser.post('/api/register', formOf(world, 'Other')))
    expect(await mustBe(200, browser.post('/api/register', known))).toEqual(other)
    await mustBe(200, browser.post('/api/register', known))
    const told = (await mailsOf(hq)).filter(({ name }) => name === 'address-known')
    expect(told).toMatchObject([{ recipient: form.contact.email, data: { name: 'Anaïs Marie Le Goff' } }])
    await mustBe(401, browser.post('/api/sign-in', { login: form.contact.email, password: 'Stranger-1 !' }))
    const forms = await hq.db.selectFrom('submission').select(['status', 'form']).execute()
    expect(forms.find(({ status }) => status === 'known')).toEqual({ status: 'known', form: null })
  })

  test('the password is kept as argon2id alone, and the form without it', async () => {
    const { hq, browser, form } = await start(database)
    await mustBe(200, browser.post('/api/register', form))
    const { passwordHash } = await hq.db.selectFrom('submission').select('passwordHash').executeTakeFirstOrThrow()
    expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
    const kept = await hq.db.selectFrom('submission').select('form').executeTakeFirstOrThrow()
    expect(JSON.stringify(kept)).not.toContain('assword')
    expect(kept.form).toMatchObject({ identity: { birthPlace: { town: 'Rennes' } } })
    await confirmLast(hq)
    expect(await hq.db.selectFrom('submission').select(['form', 'passwordHash']).execute()).toEqual([
      { form: null, passwordHash: null },
    ])
    expect(await hq.db.selectFrom('account').select('passwordHash').execute()).toEqual([{ passwordHash }])
    const links = await hq.db.selectFrom('accountLink').select('hash').execute()
    expect(links.map(({ hash }) => hash)).not.toContain(await lastLink(hq, 'confirm-address'))
  })
})

describe.each(ENGINES)('when and what may be asked, on %s', (database) => {
  test.each([
    [OPENS, -0.001, 409, 'window-not-open'],
    [OPENS, 0, 200, null],
    [CLOSES, -0.001, 200, null],
    [CLOSES, 0, 409, 'window-closed'],
  ] as const)('a window, %s %s s', async (at, seconds, status, code) => {
    const clock = aClock(at)
    clock.advance(seconds)
    const { hq, browser, form } = await start(database, clock)
    const body = await mustBe(status, browser.post('/api/register', form))
    if (code === null) return
    expect(body).toEqual({ code, detail: '2027-01:ASCA-E1' })
    expect(await hq.db.selectFrom('account').select('id').execute()).toEqual([])
    expect(await mailsOf(hq)).toEqual([])
  })

  test('sent in the last minute and confirmed the day after it closed, it reaches the centre, which may accept it', async () => {
    const clock = aClock(CLOSES)
    clock.advance(-60)
    const { hq, browser, form } = await start(database, clock)
    await mustBe(200, browser.post('/api/register', form))
    clock.advance(24 * 3600)
    expect(await confirmLast(hq)).toEqual({ blocked: null })
    const pc = await aDevice(hq, 'rennes')
    const rows = await hq.db.selectFrom('entry').select(['id', 'requestId']).execute()
    const [entry] = rows
    const args = { requestId: entry?.requestId ?? '', entryIds: [entry?.id ?? ''] }
    expect(await pc.send(pc.command('entry.prevalidate', args))).toEqual(['applied'])
  })

  test('what the centre does not run, or does no longer, is refused; so is what does not exist', async () => {
    const { hq, world, browser, form } = await start(database)
    const choice = { examId: '2027-01:ASCA-E1', offeringId: world.offeringId }
    const send = (changes: object) => browser.post('/api/register', { ...form, attempt: anAttempt(), ...changes })
    await mustBe(409, send({ choices: [{ ...choice, offeringId: 'another' }] }))
    expect(await mustBe(404, send({ choices: [{ ...choice, examId: 'another' }] }))).toEqual({ code: 'not-found' })
    await mustBe(404, send({ centreId: 'another' }))
    await mustBe(404, send({ sessionId: 'another' }))
    await mustBe(400, send({ choices: [choice, choice] }))
    const identity = (changes: object) => ({ identity: { ...form.identity, ...changes } })
    const nowhere = { kind: 'france', communeCode: '35999', town: 'Rennes' }
    expect(await mustBe(400, send(identity({ birthPlace: nowhere })))).toEqual({
      code: 'bad-request',
      detail: '/identity/birthPlace/communeCode',
    })
    await mustBe(400, send(identity({ bornOn: '2026-11-23' })))
    const offering = anOffering({ id: world.offeringId, open: false })
    await hq.publish({ centreId: 'rennes', writes: [{ entity: 'offering', value: offering }] })
    expect(await mustBe(409, send({}))).toEqual({ code: 'not-run-there' })
    expect(await hq.db.selectFrom('account').select('id').execute()).toEqual([])
  })

  test('an accreditation that ends before the session is none', async () => {
    const world = { candidates: [], accreditationEndsOn: '2027-01-21' }
    const { hq, world: made } = await startHqWith(world, { database })
    expect(await mustBe(409, aBrowser(hq).post('/api/register', aForm(made)))).toEqual({ code: 'not-run-there' })
  })
})
