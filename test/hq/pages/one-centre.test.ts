import { describe, expect, test } from 'vitest'
import { MeAnswer, type RegisterBody } from '../../../contract/candidate-pages.ts'
import type { RunningHq } from '../../helpers/an-hq.ts'
import { ENGINES, type Engine } from '../../helpers/hq-database.ts'
import { smallWorld, type World } from '../../helpers/world.ts'
import { startHq } from '../start-hq.ts'
import { aBrowser, aForm, anAccount, anAttempt, confirmLast, lastLink, mailsOf, mustBe, PASSWORD } from './a-browser.ts'

/** Two centres run the session. */
async function start(database: Engine) {
  const rennes = smallWorld({ candidates: [] })
  const brest = smallWorld({ candidates: [], centreId: 'brest' })
  const hq = await startHq({ database, worlds: [rennes, brest] })
  // A second exam, run at both.
  const exam = rennes.common.find(({ entity }) => entity === 'exam')?.value as { id: string }
  const second = { ...exam, id: '2027-01:ASCA-E2', code: 'ASCA-E2' }
  await hq.publish({ centreId: null, writes: [{ entity: 'exam', value: second as never }] })
  for (const { centreId, rows } of [rennes, brest]) {
    const first = rows.find(({ entity }) => entity === 'offering')?.value as { id: string }
    const value = { ...first, id: `${centreId}-e2`, examId: second.id } as never
    await hq.publish({ centreId, writes: [{ entity: 'offering', value }] })
  }
  return { hq, rennes, brest }
}

/** The same person as in `aForm`, who writes her name otherwise, at another address. */
function sameAgain(world: World, changes: Partial<RegisterBody> = {}): RegisterBody {
  const form = aForm(world)
  return {
    ...form,
    identity: { ...form.identity, birthName: 'LE-GOFF', firstNames: 'anais' },
    contact: { ...form.contact, email: 'autre@example.org' },
    ...changes,
  }
}

const secondExam = (world: World) => ({
  ...{ attempt: anAttempt(), sessionId: '2027-01', centreId: world.centreId, softwareAccepted: true },
  choices: [{ examId: '2027-01:ASCA-E2', offeringId: `${world.centreId}-e2` }],
})

async function tryToConfirm(hq: RunningHq, form: RegisterBody) {
  const browser = aBrowser(hq)
  await mustBe(200, browser.post('/api/register', form))
  return confirmLast(hq)
}

const entriesAt = async (hq: RunningHq, centreId: string) =>
  (await hq.db.selectFrom('entry').select('id').where('centreId', '=', centreId).execute()).length

describe.each(ENGINES)('a candidate is live in one centre at a time, on %s', (database) => {
  test('the same person under another address is stopped: the other centre sees nothing, HQ is told', async () => {
    const { hq, rennes, brest } = await start(database)
    await anAccount(hq, aForm(rennes))
    expect(await tryToConfirm(hq, sameAgain(brest))).toEqual({ blocked: 'live-elsewhere' })
    expect([await entriesAt(hq, 'rennes'), await entriesAt(hq, 'brest')]).toEqual([1, 0])
    const mail = (await mailsOf(hq)).at(-1)
    expect(mail).toMatchObject({ name: 'request-blocked', recipient: 'autre@example.org' })
    for (const told of ['Rennes', 'LUMIÈRE', 'Anais.LeGoff']) expect(JSON.stringify(mail)).not.toContain(told)
    const cases = await hq.db.selectFrom('duplicateCase').selectAll().execute()
    expect(cases).toMatchObject([{ blockedAt: hq.clock.now(), settledAt: null }])
    expect(hq.bugs).toEqual([])
  })

  test('the same exam at the same centre is stopped too, and another exam there only shown to HQ', async () => {
    const { hq, rennes } = await start(database)
    await anAccount(hq, aForm(rennes))
    expect(await tryToConfirm(hq, sameAgain(rennes))).toEqual({ blocked: 'live-elsewhere' })
    const third = sameAgain(rennes, { choices: secondExam(rennes).choices })
    const contact = { ...third.contact, email: 'encore@example.org' }
    expect(await tryToConfirm(hq, { ...third, contact })).toEqual({ blocked: null })
    expect(await entriesAt(hq, 'rennes')).toBe(2)
    const cases = await hq.db.selectFrom('duplicateCase').select('blockedAt').execute()
    expect(cases.filter(({ blockedAt }) => blockedAt === null)).toHaveLength(2)
  })

  test('once withdrawn, or told apart by HQ’s staff, nothing stands in the way', async () => {
    const { hq, rennes, brest } = await start(database)
    const first = await anAccount(hq, aForm(rennes))
    const second = await anAccount(hq, sameAgain(brest))
    const again = () => second.post('/api/me/requests', { ...secondExam(brest), attempt: anAttempt() })
    expect(await mustBe(409, again())).toEqual({ code: 'live-elsewhere' })
    await hq.db.updateTable('duplicateCase').set({ settledAt: hq.clock.now(), settledAs: 'apart' }).execute()
    await mustBe(200, again())
    // For her too, who came first: the pair was told apart.
    await mustBe(200, first.post('/api/me/requests', secondExam(rennes)))
    await hq.db.updateTable('duplicateCase').set({ settledAs: 'same' }).execute()
    const third = sameAgain(brest, { contact: { ...aForm(brest).contact, email: 'trois@example.org' } })
    for (const { id } of await hq.db.selectFrom('entry').select('id').execute()) await hq.withdraw(id)
    expect(await tryToConfirm(hq, third)).toEqual({ blocked: null })
  })

  test('two confirmations of one person at once, at two centres: one request', async () => {
    const { hq, rennes, brest } = await start(database)
    const browser = aBrowser(hq)
    await mustBe(200, browser.post('/api/register', aForm(rennes)))
    const one = await lastLink(hq, 'confirm-address')
    await mustBe(200, browser.post('/api/register', sameAgain(brest)))
    const other = await lastLink(hq, 'confirm-address')
    const answers = await Promise.all(
      [one, other].map((token) => mustBe(200, browser.post('/api/confirm', { token, password: PASSWORD }))),
    )
    expect(answers.map((answer) => (answer as { blocked: string | null }).blocked).sort()).toEqual([
      'live-elsewhere',
      null,
    ])
    expect((await entriesAt(hq, 'rennes')) + (await entriesAt(hq, 'brest'))).toBe(1)
    expect(hq.bugs).toEqual([])
  })
})

describe.each(ENGINES)('somebody signed in asks for more, on %s', (database) => {
  test('a forgotten exam is another request; sent five times at once it is one', async () => {
    const { hq, rennes } = await start(database)
    const browser = await anAccount(hq, aForm(rennes))
    const more = secondExam(rennes)
    await Promise.all(Array.from({ length: 5 }, () => mustBe(200, browser.post('/api/me/requests', more))))
    const { requests, askedExamIds } = MeAnswer.parse(await mustBe(200, browser.get('/api/me')))
    expect(requests).toHaveLength(2)
    expect(askedExamIds.toSorted()).toEqual(['2027-01:ASCA-E1', '2027-01:ASCA-E2'])
    expect((await mailsOf(hq)).filter(({ name }) => name === 'request-received')).toHaveLength(2)
    expect(hq.bugs).toEqual([])
  })

  test('the same exam in two tabs is asked once, and elsewhere it is refused', async () => {
    const { hq, rennes, brest } = await start(database)
    const browser = await anAccount(hq, aForm(rennes))
    const tabs = [secondExam(rennes), secondExam(rennes), secondExam(rennes)]
    const answers = await Promise.all(tabs.map((more) => browser.post('/api/me/requests', more)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    const refusedTab = tabs[answers.findIndex(({ status }) => status === 409)]
    expect(await mustBe(409, browser.post('/api/me/requests', refusedTab))).toEqual({ code: 'already-asked' })
    expect(await mustBe(409, browser.post('/api/me/requests', secondExam(brest)))).toEqual({ code: 'already-asked' })
    expect([await entriesAt(hq, 'rennes'), await entriesAt(hq, 'brest')]).toEqual([2, 0])
    // Mended on the page that was refused, which is still the same attempt; the refusal was mailed once for each.
    const mended = { ...secondExam(brest), attempt: refusedTab?.attempt }
    expect(await mustBe(409, browser.post('/api/me/requests', mended))).toEqual({ code: 'already-asked' })
    const blocked = (await mailsOf(hq)).filter(({ name }) => name === 'request-blocked')
    expect(blocked).toHaveLength(3)
    for (const { id } of await hq.db.selectFrom('entry').select('id').execute()) await hq.withdraw(id)
    await mustBe(200, browser.post('/api/me/requests', mended))
    await mustBe(200, browser.post('/api/me/requests', mended))
    expect([await entriesAt(hq, 'rennes'), await entriesAt(hq, 'brest')]).toEqual([2, 1])
    // Nobody else is concerned: HQ's staff have nothing to decide.
    expect(await hq.db.selectFrom('duplicateCase').select('id').execute()).toEqual([])
  })
})
