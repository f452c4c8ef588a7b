import { describe, expect, test } from 'vitest'
import { MeAnswer, type ModifyBody } from '../../../contract/candidate-pages.ts'
import { DuplicatesAnswer } from '../../../contract/staff-pages.ts'
import { lockPersons } from '../../../hq/candidates/same-person.ts'
import { aClock, type RunningHq } from '../../helpers/an-hq.ts'
import { ENGINES, type Engine } from '../../helpers/hq-database.ts'
import { anOffering } from '../../helpers/rows.ts'
import { smallWorld } from '../../helpers/world.ts'
import { holding, untilWaiting } from '../behind-a-lock.ts'
import { startHq } from '../start-hq.ts'
import { aForm, anAccount, anAttempt, aStaffMember, type Browser, formOf, mailsOf, mustBe } from './a-browser.ts'

const E2 = anOffering({ id: 'rennes-e2', examId: '2027-01:ASCA-E2' })

/** Anaïs asks at Rennes, Paul at Brest; then Paul's record is corrected to her name and birth date. */
async function start(database: Engine) {
  const clock = aClock()
  const [world, brest] = [smallWorld({ candidates: [] }), smallWorld({ candidates: [], centreId: 'brest' })]
  const hq = await startHq({ clock, database, worlds: [world, brest] })
  const exam = world.common.find(({ entity }) => entity === 'exam')?.value as { id: string }
  await hq.publish({
    centreId: null,
    writes: [{ entity: 'exam', value: { ...exam, id: E2.examId, code: 'ASCA-E2' } as never }],
  })
  await hq.publish({ centreId: 'rennes', writes: [{ entity: 'offering', value: E2 }] })
  const form = aForm(world)
  const anais = await anAccount(hq, form)
  await anAccount(hq, formOf(brest, 'Paul'))
  const rename = (birthName: string, email: string) =>
    hq.db.updateTable('candidate').set({ birthName }).where('email', '=', email).execute()
  await rename('Le Goff', 'Paul@example.org')
  const { id: requestId } = MeAnswer.parse(await mustBe(200, anais.get('/api/me'))).requests[0] ?? { id: '' }
  const { email: _, ...contact } = form.contact
  const body: ModifyBody = {
    ...{ requestId, version: 1, attempt: anAttempt(), situation: form.situation, funding: { kind: 'own' } },
    ...{ contact, software: [], softwareAccepted: false },
  }
  const more = { sessionId: '2027-01', centreId: 'rennes', choices: [{ examId: E2.examId, offeringId: E2.id }] }
  const asked = { ...more, softwareAccepted: true, attempt: anAttempt() }
  return { hq, clock, anais, body, asked, rename }
}

const modify = (browser: Browser, body: ModifyBody) => browser.post('/api/me/modify', body)
const askMore = (browser: Browser, body: object) => browser.post('/api/me/requests', body)

describe.each(ENGINES)('a modification is no request, on %s', (database) => {
  test('somebody who was stopped and changed their other request since is told that they may ask again', async () => {
    const { hq, clock, anais, body, asked } = await start(database)
    expect(await mustBe(409, askMore(anais, asked))).toMatchObject({ code: 'live-elsewhere' })
    clock.advance(60)
    await mustBe(200, modify(anais, body))
    const staff = await aStaffMember(hq, { email: 'moreau@siege.example', name: 'Camille Moreau' })
    const { open } = DuplicatesAnswer.parse(await mustBe(200, staff.get('/api/siege/duplicates')))
    const settling = { caseId: open[0]?.id, settleAs: 'apart' }
    await mustBe(200, staff.post('/api/siege/duplicates/settle', settling))
    const told = (await mailsOf(hq)).filter(({ name }) => name === 'may-ask-again')
    expect(told.map(({ recipient }) => recipient)).toEqual(['Anais.LeGoff@example.org'])
    expect(hq.bugs).toEqual([])
  })

  test('the attempt of one is none of the other', async () => {
    const { hq, anais, body, asked, rename } = await start(database)
    await rename('Paul', 'Paul@example.org')
    await mustBe(200, modify(anais, body))
    const taken = { code: 'bad-request', detail: '/attempt' }
    expect(await mustBe(400, askMore(anais, { ...asked, attempt: body.attempt }))).toEqual(taken)
    await mustBe(200, askMore(anais, asked))
    const requestId = MeAnswer.parse(await mustBe(200, anais.get('/api/me'))).requests.find(
      ({ id }) => id !== body.requestId,
    )?.id
    const again = { ...body, requestId: requestId ?? '', attempt: asked.attempt }
    expect(await mustBe(400, modify(anais, again))).toEqual(taken)
    const kept = await hq.db.selectFrom('submission').select(['id', 'status']).execute()
    expect(kept).toContainEqual({ id: body.attempt, status: 'modified' })
    expect(kept).toContainEqual({ id: asked.attempt, status: 'sent' })
  })
})

/** PostgreSQL alone has more than one at a time. */
describe('somebody corrected while their lock is waited for', () => {
  /** Corrects Anaïs's name behind her lock, while somebody decides on who she becomes: what is sent meanwhile waits for both. */
  async function waitingForBoth(hq: RunningHq, send: () => ReturnType<Browser['post']>) {
    const email = 'Anais.LeGoff@example.org'
    const row = await hq.db.selectFrom('candidate').selectAll().where('email', '=', email).executeTakeFirstOrThrow()
    const correcting = await holding(hq.db, async (tx) => {
      await lockPersons(tx, [row])
      await tx.updateTable('candidate').set({ birthName: 'Zo' }).where('id', '=', row.id).execute()
    })
    const deciding = await holding(hq.db, (tx) => lockPersons(tx, [{ ...row, birthName: 'Zo' }]))
    const sent = send()
    try {
      await untilWaiting(hq.db, 1).finally(() => correcting.letGo())
      await untilWaiting(hq.db, 1)
    } finally {
      await deciding.letGo()
    }
    await mustBe(200, sent)
    expect(hq.bugs).toEqual([])
  }

  test('a modification waits for who they have become', async () => {
    const { hq, anais, body } = await start('postgresql')
    await waitingForBoth(hq, () => modify(anais, body))
  })

  test('so does the decision of HQ’s staff on two records', async () => {
    const { hq, anais, asked } = await start('postgresql')
    await mustBe(409, askMore(anais, asked))
    const staff = await aStaffMember(hq, { email: 'moreau@siege.example', name: 'Camille Moreau' })
    const { open } = DuplicatesAnswer.parse(await mustBe(200, staff.get('/api/siege/duplicates')))
    await waitingForBoth(hq, () =>
      staff.post('/api/siege/duplicates/settle', { caseId: open[0]?.id, settleAs: 'apart' }),
    )
  })
})
