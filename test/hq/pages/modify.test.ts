import { describe, expect, test } from 'vitest'
import { MeAnswer, type ModifyBody, type MyRequest } from '../../../contract/candidate-pages.ts'
import { contactOf } from '../../../domain/modification.ts'
import { addSeconds } from '../../../domain/time.ts'
import { aDevice, valuesOf } from '../../helpers/a-device.ts'
import { aClock, type RunningHq } from '../../helpers/an-hq.ts'
import { ENGINES, type Engine } from '../../helpers/hq-database.ts'
import { anEntry, anOffering, aRequest, MONDAY } from '../../helpers/rows.ts'
import { smallWorld } from '../../helpers/world.ts'
import { startHq } from '../start-hq.ts'
import { aForm, anAccount, anAttempt, type Browser, formOf, mailsOf, mustBe } from './a-browser.ts'

const DAY = 24 * 3600
const CLOSES = '2026-12-13T23:00:00.000Z'
const SAGE = anOffering({ id: 'rennes-sage', softwareIds: ['sage'], seats: 0 })
const CLOSED = anOffering({ id: 'rennes-closed', softwareIds: [], open: false })
const E2 = anOffering({ id: 'rennes-e2', examId: '2027-01:ASCA-E2' })

/** Anaïs has asked Rennes for an exam that it runs on three offerings: hers, a full one, a closed one. Brest runs it too. */
async function start(database: Engine) {
  const clock = aClock()
  const [world, brest] = [smallWorld({ candidates: [] }), smallWorld({ candidates: [], centreId: 'brest' })]
  const hq = await startHq({ clock, database, worlds: [world, brest] })
  const exam = world.common.find(({ entity }) => entity === 'exam')?.value as { id: string }
  const second = { ...exam, id: E2.examId, code: 'ASCA-E2' }
  await hq.publish({
    centreId: null,
    writes: [
      { entity: 'software', value: { id: 'sage', name: 'SAGE 50' } },
      { entity: 'exam', value: second as never },
    ],
  })
  const offerings = [SAGE, CLOSED, E2].map((value) => ({ entity: 'offering' as const, value }))
  await hq.publish({ centreId: 'rennes', writes: offerings })
  const anais = await anAccount(hq, aForm(world))
  return { hq, clock, world, brest, anais }
}

const me = async (browser: Browser) => MeAnswer.parse(await mustBe(200, browser.get('/api/me')))
const firstOf = async (browser: Browser) => {
  const [request] = (await me(browser)).requests
  if (!request) throw new Error('No request')
  return request
}

/** The form of `aForm` as it was, for this request, with what changes. */
function bodyOf({ id: requestId, version }: Pick<MyRequest, 'id' | 'version'>, changes: Partial<ModifyBody> = {}) {
  const { contact, situation, funding } = aForm({ centreId: '', offeringId: '' })
  const { email: _, ...reached } = contact
  const whole: ModifyBody = {
    ...{ requestId, version, attempt: anAttempt(), contact: reached, situation, funding },
    ...{ software: [], softwareAccepted: false },
  }
  return { ...whole, ...changes }
}
const PHONE = { contact: { ...bodyOf({ id: '', version: 1 }).contact, phone: '06 39 98 99 99' } }
const toSage = (request: MyRequest, offeringId = SAGE.id) => ({
  ...{ software: [{ entryId: request.entries[0]?.id ?? '', offeringId }], softwareAccepted: true },
})
const modify = (browser: Browser, body: unknown) => browser.post('/api/me/modify', body)

describe.each(ENGINES)('a request that its candidate modifies, on %s', (database) => {
  test('version 2: the centre has all of it with what it was, the candidate a mail, other centres the person’s new phone', async () => {
    const { hq, anais } = await start(database)
    const asked = await firstOf(anais)
    expect(asked).toMatchObject({ version: 1, modifiedAt: null, modifiableUntil: CLOSES })
    expect(asked.entries[0]?.choices).toEqual([
      { examId: SAGE.examId, offeringId: 'rennes-offering', softwareNames: ['CIEL COMPTABILITE'], seat: 'free' },
      { examId: SAGE.examId, offeringId: SAGE.id, softwareNames: ['SAGE 50'], seat: 'queue' },
    ])
    const { id: candidateId } = await hq.db.selectFrom('candidate').select('id').executeTakeFirstOrThrow()
    // Withdrawn at Brest: it still has the record of the person, and the note of that request.
    const old = aRequest({ id: 'old', candidateId, note: 'Situation : autre' })
    const gone = anEntry({ id: 'gone', requestId: 'old', candidateId, offeringId: null, status: 'withdrawn' })
    const there = [
      { entity: 'request' as const, value: old },
      { entity: 'entry' as const, value: gone },
    ]
    await hq.publish({ centreId: 'brest', writes: there })
    const [rennes, brest] = [await aDevice(hq, 'rennes'), await aDevice(hq, 'brest')]
    const entryId = asked.entries[0]?.id ?? ''
    const proposal = { requestId: asked.id, entryId, offeringId: SAGE.id }
    expect(await rennes.send(rennes.command('entry.propose-offering', proposal))).toEqual(['applied'])

    const to = bodyOf(asked, {
      contact: { phone: '06 39 98 99 99', addressLines: ['1 quai', 'Bât. B'], postcode: '29200', town: 'Brest' },
      situation: { category: 'job-seeker', previousExams: 'ASCA-E1 en 2024' },
      funding: { kind: 'own' },
      ...toSage(asked),
    })
    await mustBe(200, modify(anais, to))

    const rows = await rennes.rows()
    const [request] = valuesOf(rows, 'request')
    expect(request).toMatchObject({
      ...{ version: 2, note: 'Situation\u00a0: en recherche d’emploi\nÉpreuves déjà passées\u00a0: ASCA-E1 en 2024' },
      changes: [
        { what: 'software', examId: SAGE.examId, before: 'CIEL COMPTABILITE', after: 'SAGE 50' },
        { what: 'phone', examId: null, before: '06 39 98 12 34', after: '06 39 98 99 99' },
        { what: 'address', before: '3 allée du Modèle, 35000 Rennes', after: '1 quai, Bât. B, 29200 Brest' },
        { what: 'category', before: 'en emploi salarié', after: 'en recherche d’emploi' },
        { what: 'previous-exams', before: null, after: 'ASCA-E1 en 2024' },
        { what: 'funding', after: 'à titre personnel' },
      ],
    })
    expect(request?.changes.every(({ version, at }) => version === 2 && at === MONDAY)).toBe(true)
    expect(valuesOf(rows, 'entry')).toMatchObject([{ offeringId: SAGE.id, proposedOfferingId: null }])
    const there2 = await brest.rows()
    // A row may be told more than once, the same each time.
    for (const at of [rows, there2])
      expect(valuesOf(at, 'candidate').map(contactOf)).toEqual(valuesOf(at, 'candidate').map(() => to.contact))
    expect(valuesOf(there2, 'request')).toMatchObject([{ id: 'old', version: 1, changes: [], note: request?.note }])

    const now = await me(anais)
    expect(now).toMatchObject({ contact: to.contact, situation: to.situation, funding: to.funding })
    expect(now.requests.find(({ id }) => id === asked.id)).toMatchObject({ version: 2, modifiedAt: MONDAY })
    const mails = (await mailsOf(hq)).filter(({ name }) => name === 'modified')
    expect(mails).toMatchObject([{ recipient: 'Anais.LeGoff@example.org', data: { version: 2, at: MONDAY } }])
    expect(mails[0]?.data.changes).toHaveLength(6)
    const kept = await hq.db.selectFrom('requestVersion').select(['requestId', 'version', 'content']).execute()
    const second = kept.find(({ requestId, version }) => requestId === asked.id && version === 2)
    expect(second?.content).toMatchObject({
      ...{ situation: to.situation, funding: to.funding, candidate: to.contact },
      exams: [{ softwareNames: ['SAGE 50'] }],
    })
    expect(hq.bugs).toEqual([])
  })

  test('from two tabs: the second is told, whether they come one after the other or at once; what comes again is one version', async () => {
    const { hq, anais } = await start(database)
    const asked = await firstOf(anais)
    const [one, other] = [bodyOf(asked, PHONE), bodyOf(asked, { funding: { kind: 'own' } })]
    await mustBe(200, modify(anais, one))
    expect(await mustBe(409, modify(anais, other))).toEqual({ code: 'other-version', detail: '/version' })
    // Its answer was lost on the way: the same again, and again after another version.
    await mustBe(200, modify(anais, one))
    await mustBe(200, modify(anais, { ...other, version: 2 }))
    await mustBe(200, modify(anais, one))
    expect(await firstOf(anais)).toMatchObject({ version: 3 })
    const at3 = { id: asked.id, version: 3 }
    const phones = ['06 39 98 00 01', '06 39 98 00 02', '06 39 98 00 03']
    const answers = await Promise.all(
      phones.map((phone) =>
        modify(anais, bodyOf(at3, { contact: { ...PHONE.contact, phone }, funding: { kind: 'own' } })),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    expect(await firstOf(anais)).toMatchObject({ version: 4 })
    expect((await mailsOf(hq)).filter(({ name }) => name === 'modified')).toHaveLength(3)
    expect(hq.bugs).toEqual([])
  })

  test('ten times a day, and then again: the eleventh is told when, and long texts are kept short', async () => {
    const { hq, clock, world, anais } = await start(database)
    const asked = await firstOf(anais)
    const said = '\u{1f600}'.repeat(400)
    const nth = (version: number) =>
      bodyOf({ id: asked.id, version }, { situation: { category: 'employee', previousExams: `${version} ${said}` } })
    const bodies = Array.from({ length: 10 }, (_, n) => nth(n + 1))
    for (const body of bodies) {
      await mustBe(200, modify(anais, body))
      clock.advance(60)
    }
    const tomorrow = addSeconds(MONDAY, DAY)
    const before = await traceOf(hq)
    expect(await mustBe(429, modify(anais, nth(11)))).toEqual({ code: 'too-many-changes', detail: tomorrow })
    // What comes again is no eleventh.
    await mustBe(200, modify(anais, bodies[4]))
    expect(await traceOf(hq)).toEqual(before)
    const [request] = valuesOf(await (await aDevice(hq, 'rennes')).rows(), 'request')
    expect(request?.changes).toHaveLength(10)
    expect(request?.changes.every(({ after }) => after?.endsWith(' …') && after.length <= 300)).toBe(true)

    clock.set(addSeconds(tomorrow, -1))
    const later = await signedInAgain(hq, anais, world)
    await mustBe(429, modify(later, nth(11)))
    clock.set(tomorrow)
    await mustBe(200, modify(later, nth(11)))
    await mustBe(429, modify(later, nth(12)))
    expect(hq.bugs).toEqual([])
  })

  test('what may not be: each is refused for what it is, and leaves no trace', async () => {
    const { hq, clock, world, brest, anais } = await start(database)
    const paul = await anAccount(hq, formOf(world, 'Paul'))
    const asked = await firstOf(anais)
    const before = await traceOf(hq)
    const refused = async (status: number, body: unknown, code: object, browser = anais) => {
      expect(await mustBe(status, modify(browser, body))).toMatchObject(code)
      expect(await traceOf(hq)).toEqual(before)
    }
    await refused(409, bodyOf(asked), { code: 'nothing-changed' })
    await refused(404, bodyOf(asked, PHONE), { code: 'not-found' }, paul)
    await refused(404, bodyOf({ id: 'nobody', version: 1 }, PHONE), { code: 'not-found' })
    for (const offeringId of [brest.offeringId, E2.id, CLOSED.id, 'none'])
      await refused(409, bodyOf(asked, toSage(asked, offeringId)), { code: 'not-run-there', detail: SAGE.examId })
    const theirs = toSage(await firstOf(paul))
    await refused(400, bodyOf(asked, theirs), { code: 'bad-request', detail: '/software' })
    const unticked = { ...toSage(asked), softwareAccepted: false }
    await refused(400, bodyOf(asked, unticked), { code: 'bad-request', detail: '/softwareAccepted' })
    const phone = { contact: { ...PHONE.contact, phone: '<script>' } }
    await refused(400, bodyOf(asked, phone), { code: 'bad-request' })
    const [{ id: attempt }] = (await hq.db
      .selectFrom('submission')
      .innerJoin('account', 'account.id', 'submission.accountId')
      .select('submission.id')
      .where('email', '=', 'Paul@example.org')
      .execute()) as [{ id: string }]
    await refused(400, bodyOf(asked, { ...PHONE, attempt }), { code: 'bad-request', detail: '/attempt' })
    clock.set(CLOSES)
    await refused(409, bodyOf(asked, PHONE), { code: 'window-closed' }, await signedInAgain(hq, anais, world))
    expect(hq.bugs).toEqual([])
  })

  test('answered by the centre, only the software is no longer theirs; withdrawn, nothing is; to the last millisecond', async () => {
    const { hq, clock, world, anais } = await start(database)
    const asked = await firstOf(anais)
    const pc = await aDevice(hq, 'rennes')
    const entryIds = [asked.entries[0]?.id ?? '']
    expect(await pc.send(pc.command('entry.prevalidate', { requestId: asked.id, entryIds }))).toEqual(['applied'])
    expect((await firstOf(anais)).entries[0]?.choices).toEqual([])
    expect(await mustBe(409, modify(anais, bodyOf(asked, { ...PHONE, ...toSage(asked) })))).toMatchObject({
      code: 'other-version',
    })
    clock.set(addSeconds(CLOSES, -1))
    const later = await signedInAgain(hq, anais, world)
    await mustBe(200, modify(later, bodyOf(asked, PHONE)))
    await mustBe(200, later.post('/api/me/withdraw', { entryId: entryIds[0] }))
    const gone = await firstOf(later)
    expect(gone).toMatchObject({ version: 2, modifiableUntil: null })
    expect(await mustBe(409, modify(later, bodyOf(gone, { funding: { kind: 'own' } })))).toEqual({
      code: 'not-modifiable',
    })
    expect(hq.bugs).toEqual([])
  })
})

/** Sessions end while the clock is moved. */
async function signedInAgain(hq: RunningHq, browser: Browser, world: { centreId: string; offeringId: string }) {
  const { contact, password } = aForm(world)
  await mustBe(200, browser.post('/api/sign-in', { login: contact.email, password }))
  expect(hq.bugs).toEqual([])
  return browser
}

/** All that a modification would write. */
async function traceOf({ db }: RunningHq) {
  return {
    requests: await db.selectFrom('request').select(['id', 'version', 'revision']).orderBy('id').execute(),
    entries: await db.selectFrom('entry').select(['id', 'offeringId', 'revision']).orderBy('id').execute(),
    candidates: await db.selectFrom('candidate').select(['id', 'revision']).orderBy('id').execute(),
    files: await db.selectFrom('candidateFile').selectAll().orderBy('candidateId').execute(),
    mails: (await db.selectFrom('mail').select('id').execute()).length,
    submissions: (await db.selectFrom('submission').select('id').execute()).length,
    feed: await db.selectFrom('feed').select(['stream', 'head']).orderBy('stream').execute(),
  }
}
