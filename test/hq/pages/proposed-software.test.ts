import { describe, expect, test } from 'vitest'
import { MeAnswer } from '../../../contract/candidate-pages.ts'
import { aDevice, valuesOf } from '../../helpers/a-device.ts'
import { ENGINES } from '../../helpers/hq-database.ts'
import { anOffering, MONDAY } from '../../helpers/rows.ts'
import { startHqWith } from '../start-hq.ts'
import { aForm, anAccount, formOf, mailsOf, mustBe } from './a-browser.ts'

describe.each(ENGINES)('the centre proposes another software, on %s', (database) => {
  test('the candidate sees it and accepts it; nobody else may, and nothing that was not shown', async () => {
    const { hq, world } = await startHqWith({ candidates: [] }, { database })
    await hq.publish({ centreId: null, writes: [{ entity: 'software', value: { id: 'sage', name: 'SAGE 50' } }] })
    const sage = anOffering({ id: 'rennes-sage', softwareIds: ['sage'] })
    await hq.publish({ centreId: 'rennes', writes: [{ entity: 'offering', value: sage }] })
    const [anais, paul] = [await anAccount(hq, aForm(world)), await anAccount(hq, formOf(world, 'Paul'))]
    const mine = async () => MeAnswer.parse(await mustBe(200, anais.get('/api/me'))).requests[0]
    const request = await mine()
    const [entry] = request?.entries ?? []
    const ids = { requestId: request?.id ?? '', entryId: entry?.id ?? '' }
    expect(entry?.proposed).toBeNull()
    const accept = (browser: typeof anais, offeringId: string) =>
      browser.post('/api/me/accept-offering', { entryId: ids.entryId, offeringId })
    expect(await mustBe(409, accept(anais, sage.id))).toEqual({ code: 'not-run-there' })

    const pc = await aDevice(hq, 'rennes')
    expect(await pc.send(pc.command('entry.propose-offering', { ...ids, offeringId: sage.id }))).toEqual(['applied'])
    expect((await mine())?.entries[0]).toMatchObject({
      softwareNames: ['CIEL COMPTABILITE'],
      proposed: { offeringId: sage.id, softwareNames: ['SAGE 50'] },
    })
    await mustBe(404, accept(paul, sage.id))
    await mustBe(409, accept(anais, world.offeringId))
    await mustBe(200, accept(anais, sage.id))
    const modified = { at: MONDAY, what: 'modified', changed: ['software'] }
    const events = [{ at: MONDAY, what: 'requested' }, modified]
    expect(await mine()).toMatchObject({
      version: 2,
      entries: [{ softwareNames: ['SAGE 50'], proposed: null, events }],
    })
    // The paper says otherwise from now on: a version of its own, for both sides and by mail.
    const [first] = valuesOf(await pc.rows(), 'request').filter(({ id }) => id === ids.requestId)
    const change = { version: 2, what: 'software', before: 'CIEL COMPTABILITE', after: 'SAGE 50' }
    expect(first).toMatchObject({ version: 2, changes: [{ ...change, examId: sage.examId }] })
    const { documents } = MeAnswer.parse(await mustBe(200, anais.get('/api/me')))
    expect(documents).toMatchObject([
      { version: 2, madeAt: MONDAY },
      { version: 1, madeAt: MONDAY },
    ])
    const papers = hq.db.selectFrom('requestVersion').select('content').where('requestId', '=', ids.requestId)
    expect((await papers.orderBy('version').execute()).map(({ content }) => content.exams[0]?.softwareNames)).toEqual([
      ['CIEL COMPTABILITE'],
      ['SAGE 50'],
    ])
    const mails = (await mailsOf(hq)).filter(({ name }) => name === 'modified')
    expect(mails).toMatchObject([{ recipient: 'Anais.LeGoff@example.org', data: { version: 2 } }])
    // Once accepted it is no longer proposed, and there is no third version.
    await mustBe(409, accept(anais, sage.id))
    expect((await mine())?.version).toBe(2)
    expect(hq.bugs).toEqual([])
  })

  test('the proposal ends with its answer, and with a withdrawal', async () => {
    const { hq, world } = await startHqWith({ candidates: [] }, { database })
    const sage = anOffering({ id: 'rennes-sage', softwareIds: [] })
    await hq.publish({ centreId: 'rennes', writes: [{ entity: 'offering', value: sage }] })
    const [anais, paul] = [await anAccount(hq, aForm(world)), await anAccount(hq, formOf(world, 'Paul'))]
    const pc = await aDevice(hq, 'rennes')
    const mine = async (browser: typeof anais) => {
      const { requests } = MeAnswer.parse(await mustBe(200, browser.get('/api/me')))
      const [request] = requests
      return { requestId: request?.id ?? '', entry: request?.entries[0] }
    }
    for (const browser of [anais, paul]) {
      const { requestId, entry } = await mine(browser)
      const args = { requestId, entryId: entry?.id ?? '', offeringId: sage.id }
      expect(await pc.send(pc.command('entry.propose-offering', args))).toEqual(['applied'])
      expect((await mine(browser)).entry?.proposed).toMatchObject({ offeringId: sage.id })
    }
    const { requestId, entry } = await mine(anais)
    const entryIds = [entry?.id ?? '']
    expect(await pc.send(pc.command('entry.prevalidate', { requestId, entryIds }))).toEqual(['applied'])
    expect((await mine(anais)).entry).toMatchObject({ status: 'prevalidated', proposed: null })
    await mustBe(200, paul.post('/api/me/withdraw', { entryId: (await mine(paul)).entry?.id }))
    expect((await mine(paul)).entry).toMatchObject({ status: 'withdrawn', proposed: null })
    const rows = await hq.db.selectFrom('entry').select('proposedOfferingId').execute()
    expect(rows).toEqual([{ proposedOfferingId: null }, { proposedOfferingId: null }])
    // Of a row written before answers took proposals back, nothing is shown either.
    await hq.db.updateTable('entry').set({ proposedOfferingId: sage.id }).execute()
    expect((await mine(anais)).entry?.proposed).toBeNull()
    expect(hq.bugs).toEqual([])
  })
})
