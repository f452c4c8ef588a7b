import { describe, expect, test } from 'vitest'
import { MeAnswer } from '../../contract/candidate-pages.ts'
import { addSeconds } from '../../domain/time.ts'
import type { MailData } from '../../text/mails/mail-data.ts'
import { aDevice, type TestDevice, valuesOf } from '../helpers/a-device.ts'
import { aClock } from '../helpers/an-hq.ts'
import { ENGINES } from '../helpers/hq-database.ts'
import { anEntry, aRequest, MONDAY } from '../helpers/rows.ts'
import { smallWorld } from '../helpers/world.ts'
import { aUuid, prevalidate } from './acts.ts'
import { mailsOf, NO_NET, startMailbox, startSending } from './mail-world.ts'
import { aForm, anAccount, type Browser, formOf, mustBe, PASSWORD } from './pages/a-browser.ts'
import { startHq } from './start-hq.ts'

const DAY = 24 * 3600
const SESSION = { sessionId: '2027-01' }

const ask = (pc: TestDevice, changes: object = {}, more = {}) =>
  pc.command('data-check.ask', { dataCheckId: aUuid(), ...SESSION, ...changes }, more)
/** Time has gone by: nobody stays signed in for days. */
const signIn = (browser: Browser, login: string) =>
  mustBe(200, browser.post('/api/sign-in', { login, password: PASSWORD }))
const me = async (browser: Browser) => MeAnswer.parse(await mustBe(200, browser.get('/api/me')))

/** In Rennes Anaïs and Paul have accounts and a seat, Ny has two confirmed requests, Roy still waits; Brest has people of its own. */
async function office(database: (typeof ENGINES)[number]) {
  const clock = aClock()
  const world = smallWorld({ seats: 9, entries: { Ny: { status: 'confirmed' } } })
  const brest = smallWorld({
    centreId: 'brest',
    seats: 9,
    candidates: ['Sy'],
    entries: { Sy: { status: 'confirmed' } },
  })
  const hq = await startHq({ database, clock, worlds: [world, brest] })
  const more = { requestId: 'more', candidateId: world.candidate('Ny') }
  await hq.publish({
    centreId: 'rennes',
    writes: [
      { entity: 'request', value: aRequest({ id: 'more', candidateId: more.candidateId }) },
      {
        entity: 'entry',
        value: anEntry({ ...more, id: 'more-entry', offeringId: world.offeringId, status: 'confirmed' }),
      },
    ],
  })
  const [anais, paul] = [await anAccount(hq, aForm(world)), await anAccount(hq, formOf(world, 'Paul'))]
  const pc = await aDevice(hq, 'rennes')
  const given = valuesOf(await pc.rows(), 'entry').filter(({ id }) => !/^rennes|more/.test(id))
  for (const { requestId, id } of given)
    expect(await pc.send(pc.command('entry.prevalidate', { requestId, entryIds: [id] }))).toEqual(['applied'])
  await hq.db.updateTable('mail').set({ status: 'sent' }).execute()
  const asked = async () => (await mailsOf(hq)).filter(({ name }) => name === 'data-check')
  const names = async () => (await asked()).map(({ data }) => (data as MailData['data-check']).person.name).sort()
  const confirm = async (browser: Browser, changes: object = {}) => {
    const { identity, requests } = await me(browser)
    return browser.post('/api/me/data-check', { requestId: requests[0]?.id, identity, ...changes })
  }
  const checkedAt = async (requestId: string) =>
    valuesOf(await pc.rows(), 'request').find(({ id }) => id === requestId)?.dataCheckedAt
  const ids = await me(anais)
  const record = given.find(({ requestId }) => requestId === ids.requests[0]?.id)
  const mine = { requestId: record?.requestId ?? '', candidateId: record?.candidateId ?? '' }
  return { hq, clock, world, pc, anais, paul, asked, names, confirm, checkedAt, mine }
}

describe.each(ENGINES)('« Vérifiez vos données », on %s', (database) => {
  test('goes once to each person with a seat; not again for a day, then only to those who have not answered', async () => {
    const { hq, clock, pc, anais, asked, names, confirm } = await office(database)
    const first = ask(pc)
    expect(await pc.send(first)).toEqual(['applied'])
    expect(await names()).toEqual(['Anaïs Marie Le Goff', 'Anaïs Marie Paul', 'Hinano Vaitiare Ny'])
    expect((await asked())[0]).toMatchObject({ centreId: 'rennes', status: 'waiting' })
    expect((await asked()).map(({ data }) => data)).toContainEqual(
      expect.objectContaining({
        contact: { phone: '02 61 91 00 35', email: 'accueil@centre.example' },
        identity: expect.objectContaining({ birthName: 'Le Goff', bornOn: '1999-02-28', birthPlace: 'Rennes' }),
        spaceLink: '/espace',
      }),
    )
    const { dataCheckId } = first.args as { dataCheckId: string }
    const row = { id: dataCheckId, sessionId: '2027-01', askedAt: MONDAY, askedBy: 'Anne Hervé' }
    expect(valuesOf(await pc.rows(), 'dataCheck')).toEqual([row])
    expect((await me(anais)).requests[0]?.dataCheck).toEqual({ askedAt: MONDAY, checkedAt: null, open: true })

    clock.advance(DAY - 1)
    expect(await pc.send(ask(pc))).toEqual(['refused asked-already'])
    expect(valuesOf(await pc.rows(), 'reviewItem')[0]?.detail).toEqual({ askedAt: MONDAY, timeZone: 'Europe/Paris' })
    await signIn(anais, 'Anais.LeGoff@example.org')
    await mustBe(200, confirm(anais))
    clock.advance(1)
    expect(await pc.send(ask(pc))).toEqual(['applied'])
    expect((await names()).slice().sort()).toEqual(
      ['Anaïs Marie Le Goff', ...['Hinano Vaitiare Ny', 'Anaïs Marie Paul'].flatMap((name) => [name, name])].sort(),
    )
    expect(hq.bugs).toEqual([])
  })

  test('asked again before the first has left, it reaches nobody twice', async () => {
    const { hq, clock, world, pc, anais, asked, confirm } = await office(database)
    const other = await aDevice(hq, 'brest')
    expect([await pc.send(ask(pc)), await other.send(ask(other))]).toEqual([['applied'], ['applied']])
    // One is leaving at this moment.
    const leaving = (await asked()).find(({ centreId }) => centreId === 'rennes')
    await hq.db
      .updateTable('mail')
      .set({ status: 'sending' })
      .where('name', '=', 'data-check')
      .where('centreId', '=', 'rennes')
      .where('recipient', '=', leaving?.recipient ?? '')
      .execute()
    clock.advance(DAY)
    await signIn(anais, 'Anais.LeGoff@example.org')
    await mustBe(200, confirm(anais))
    await hq.db.updateTable('candidate').set({ email: '' }).where('id', '=', world.candidate('Ny')).execute()
    expect(await pc.send(ask(pc))).toEqual(['applied'])
    const rows = await hq.db
      .selectFrom('mail')
      .select(['recipient', 'status', 'centreId'])
      .where('name', '=', 'data-check')
      .execute()
    const left = rows.filter(({ status }) => status === 'waiting')
    // Whoever has answered by now, or has no address, is not asked; that of the other centre is another matter.
    expect(left.map(({ recipient, centreId }) => `${centreId} ${recipient}`).sort()).toEqual([
      expect.stringMatching(/^brest /),
      'rennes Paul@example.org',
    ])
    expect(rows.filter(({ status }) => status === 'sending').map(({ recipient }) => recipient)).toEqual([
      leaving?.recipient,
    ])
    expect(rows.filter(({ status }) => status === 'dropped')).toHaveLength(2)
    expect(hq.bugs).toEqual([])
  })

  test('asked by two PCs at one moment, it goes once', async () => {
    const { hq, pc, names } = await office(database)
    const other = await aDevice(hq, 'rennes', 'POSTE 2')
    const answers = await Promise.all([pc.send(ask(pc)), other.send(ask(other))])
    expect(answers.flat().sort()).toEqual(['applied', 'refused asked-already'])
    expect(await names()).toHaveLength(3)
  })

  test('leaves to whoever has not answered and still has a seat, with the identity as it is by then', async () => {
    const { hq, world, pc, paul, mine, confirm } = await office(database)
    await pc.send(ask(pc))
    await mustBe(200, confirm(paul))
    const changes = { birthName: { from: 'Le Goff', to: 'Le Gov' } }
    const proof = { proof: 'passport' as const, proofText: null }
    expect(await pc.send(pc.command('candidate.correct', { ...mine, changes, ...proof }))).toEqual(['applied'])
    await hq.db
      .updateTable('entry')
      .set({ status: 'withdrawn' })
      .where('candidateId', '=', world.candidate('Ny'))
      .execute()
    const box = await startMailbox()
    startSending(hq, box, NO_NET)
    const left = async () =>
      (await mailsOf(hq)).flatMap(({ name, status, recipient }) =>
        name === 'data-check' ? `${recipient} ${status}` : [],
      )
    await expect
      .poll(async () => (await left()).sort())
      .toEqual(['Anais.LeGoff@example.org sent', 'Paul@example.org dropped', 'hinano@example.org dropped'])
    const mail = box.arrived.map((one) => one.mail).find(({ subject }) => subject?.startsWith('Vérifiez vos données'))
    expect(mail?.text).toContain('Le Gov')
    expect(mail?.text).toContain('02 61 91 00 35')
    expect(hq.bugs).toEqual([])
  })

  test('is found right by the candidate alone, for what was shown, and again after a correction', async () => {
    const { hq, clock, pc, anais, paul, confirm, checkedAt, mine } = await office(database)
    // Another request of theirs there, and one in Brest.
    const { candidateId } = mine
    const [beside, away] = [aRequest({ id: 'beside', candidateId }), aRequest({ id: 'away', candidateId })]
    await hq.publish({ centreId: 'rennes', writes: [{ entity: 'request', value: beside }] })
    await hq.publish({
      centreId: 'brest',
      writes: [{ entity: 'request', value: { ...away, dataCheckedAt: MONDAY } }],
    })
    await mustBe(404, confirm(paul, { requestId: mine.requestId }))
    await mustBe(404, confirm(paul, { requestId: "'; drop table request" }))
    const { identity } = await me(anais)
    const body = { requestId: mine.requestId }
    await mustBe(409, confirm(anais, { ...body, identity: { ...identity, birthName: 'Le Gof' } }))
    await mustBe(400, anais.post('/api/me/data-check', body))
    expect(await checkedAt(mine.requestId)).toBeNull()

    await mustBe(200, confirm(anais, body))
    const revisions = () => hq.db.selectFrom('request').select(['id', 'revision']).orderBy('id').execute()
    const before = await revisions()
    clock.advance(60)
    await mustBe(200, confirm(anais, body))
    expect(await revisions()).toEqual(before)
    expect([await checkedAt(mine.requestId), await checkedAt('beside')]).toEqual([MONDAY, MONDAY])

    const brest = await aDevice(hq, 'brest')
    expect(valuesOf(await brest.rows(), 'request').find(({ id }) => id === 'away')?.dataCheckedAt).toBe(MONDAY)
    const changes = { birthPlace: { from: 'Rennes', to: 'Redon' } }
    const proof = { proof: 'passport' as const, proofText: null }
    expect(await pc.send(pc.command('candidate.correct', { ...mine, changes, ...proof }))).toEqual(['applied'])
    expect([await checkedAt(mine.requestId), await checkedAt('beside')]).toEqual([null, null])
    expect(valuesOf(await brest.rows(), 'request').find(({ id }) => id === 'away')?.dataCheckedAt).toBeNull()
    const corrected = (await mailsOf(hq)).find(({ name }) => name === 'corrected')
    expect(corrected?.data).toMatchObject({ checkAgain: true })
    await mustBe(409, confirm(anais, { ...body, identity }))

    await mustBe(200, confirm(anais, body))
    clock.set('2027-01-22T23:00:00.000Z')
    await signIn(paul, 'Paul@example.org')
    await mustBe(404, confirm(paul))
    expect((await me(paul)).requests[0]?.dataCheck.open).toBe(false)
    const late = { birthPlace: { from: 'Redon', to: 'Rennes' } }
    expect(await pc.send(pc.command('candidate.correct', { ...mine, changes: late, ...proof }))).toEqual(['applied'])
    expect(await checkedAt(mine.requestId)).not.toBeNull()
    expect(hq.bugs).toEqual([])
  })

  test('said of one request, the other’s own hour stays; a correction asks to look again only where something is alive', async () => {
    const { hq, clock, pc, anais, confirm, checkedAt, mine } = await office(database)
    await mustBe(200, confirm(anais, { requestId: mine.requestId }))
    const beside = aRequest({ id: 'beside', candidateId: mine.candidateId })
    await hq.publish({ centreId: 'rennes', writes: [{ entity: 'request', value: beside }] })
    clock.advance(60)
    await mustBe(200, confirm(anais, { requestId: mine.requestId }))
    expect(await checkedAt('beside')).toBe(addSeconds(MONDAY, 60))
    expect(await checkedAt(mine.requestId)).toBe(MONDAY)

    const entryId = (await me(anais)).requests.flatMap(({ entries }) => entries)[0]?.id ?? ''
    expect(await hq.withdraw(entryId)).toBe('withdrawn')
    const changes = { birthPlace: { from: 'Rennes', to: 'Redon' } }
    const proof = { proof: 'passport' as const, proofText: null }
    expect(await pc.send(pc.command('candidate.correct', { ...mine, changes, ...proof }))).toEqual(['applied'])
    const corrected = (await mailsOf(hq)).filter(({ name }) => name === 'corrected')
    expect(corrected.map(({ data }) => (data as MailData['corrected']).checkAgain)).toEqual([false])
    expect(hq.bugs).toEqual([])
  })

  test('takes no row of another ask, asks nothing of unknown sessions, and is not a reader’s to ask', async () => {
    const { hq, pc, asked } = await office(database)
    const brest = await aDevice(hq, 'brest')
    const command = ask(brest)
    expect(await brest.send(command)).toEqual(['applied'])
    const { dataCheckId } = command.args as { dataCheckId: string }
    expect((await asked()).map(({ centreId }) => centreId)).toEqual(['brest'])
    expect(await pc.send(ask(pc, { sessionId: 'rennes' }))).toEqual(['refused not-found'])
    expect(await pc.send(ask(pc, {}, { role: 'reader' }))).toEqual(['refused role-not-allowed'])
    expect(await asked()).toHaveLength(1)
    // The same id at another centre is another row.
    expect(await pc.send(ask(pc, { dataCheckId }))).toEqual(['applied'])
    expect(await pc.send(ask(pc, { dataCheckId }))).toEqual(['refused not-valid'])
    expect(valuesOf(await pc.rows(), 'dataCheck')).toHaveLength(1)
    expect(hq.bugs).toEqual([])
  })

  test('asks nobody when all seats are another’s, or the session is over', async () => {
    const { clock, world, pc, hq } = await office(database)
    await hq.db
      .updateTable('request')
      .set({ dataCheckedAt: MONDAY })
      .where('id', 'not in', ['more', world.request('Ny')])
      .execute()
    await hq.db.updateTable('candidate').set({ email: '' }).where('id', '=', world.candidate('Ny')).execute()
    // Nobody but whoever has no address.
    expect(await pc.send(ask(pc))).toEqual(['refused nobody-to-ask'])
    await hq.db.updateTable('request').set({ dataCheckedAt: MONDAY }).execute()
    expect(await pc.send(ask(pc))).toEqual(['refused nobody-to-ask'])
    expect(await pc.send(prevalidate(pc, world, 'Roy'))).toEqual(['applied'])
    await hq.db.updateTable('request').set({ dataCheckedAt: null }).where('id', '=', world.request('Roy')).execute()
    clock.set('2027-01-22T23:00:00.000Z')
    expect(await pc.send(ask(pc))).toEqual(['refused session-over'])
  })

  test('does not leave once the session is over', async () => {
    const { hq, clock, pc, asked } = await office(database)
    expect(await pc.send(ask(pc))).toEqual(['applied'])
    clock.set('2027-01-22T23:00:00.000Z')
    startSending(hq, await startMailbox(), NO_NET)
    await expect
      .poll(async () => (await asked()).map(({ status }) => status))
      .toEqual(['dropped', 'dropped', 'dropped'])
  })
})
