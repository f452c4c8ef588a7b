import { describe, expect, test } from 'vitest'
import { CatalogueAnswer, CentresAnswer, CommunesAnswer } from '../../../contract/candidate-pages.ts'
import { aClock } from '../../helpers/an-hq.ts'
import { ENGINES } from '../../helpers/hq-database.ts'
import { smallWorld, type WorldOptions } from '../../helpers/world.ts'
import { startHq, startHqWith } from '../start-hq.ts'
import { aBrowser, mustBe } from './a-browser.ts'

describe.each(ENGINES)('to look needs no account, on %s', (database) => {
  test('the sample’s catalogue: both sessions, their exams, the départements', async () => {
    const hq = await startHq({ database, sample: true })
    const catalogue = CatalogueAnswer.parse(await mustBe(200, aBrowser(hq).get('/api/catalogue')))
    expect(catalogue.sessions.map(({ id, exams }) => [id, exams.length])).toEqual([
      ['2027-01', 6],
      ['2027-06', 6],
    ])
    expect(catalogue.departments).toEqual(['35', '987'])
  })

  test('a session whose windows are all over is no longer shown', async () => {
    const { hq } = await startHqWith({}, { database, clock: aClock('2026-12-13T23:00:00.000Z') })
    expect(await mustBe(200, aBrowser(hq).get('/api/catalogue'))).toMatchObject({ sessions: [], departments: [] })
  })

  test('centres that run all of the exams, with software, and a seat or a queue', async () => {
    const hq = await startHq({ database, sample: true })
    const look = async (exams: string, department = '35') =>
      CentresAnswer.parse(
        await mustBe(200, aBrowser(hq).get(`/api/centres?session=2027-01&exams=${exams}&department=${department}`)),
      )
    const both = await look('2027-01-ASCA-E1,2027-01-ASCA-E2')
    expect(both.neighbours).toEqual([])
    expect(both.centres).toMatchObject([{ id: 'rennes', town: 'Rennes', currency: 'EUR' }])
    const offered = both.centres[0]?.offered.map(({ examId, softwareNames, seat }) => [
      examId.slice(8),
      softwareNames.join(),
      seat,
    ])
    // One offering is full, one closed: the first has a queue, the second is not shown.
    expect(offered).toEqual([
      ['ASCA-E1', 'CIEL COMPTABILITE', 'free'],
      ['ASCA-E1', 'SAGE 50', 'queue'],
      ['ASCA-E2', 'CIEL COMPTABILITE,EXCEL 2017', 'free'],
      ['ASCA-E2', 'SAGE 50,EXCEL 2017', 'free'],
    ])
    // Rennes does not run UCP-E2; Tahiti runs the first exam only with others.
    expect(await look('2027-01-ASCA-E1,2027-01-UCP-E2')).toEqual({ centres: [], neighbours: [] })
    expect(await look('2027-01-ASCA-E1', '56')).toMatchObject({ centres: [], neighbours: [{ id: 'rennes' }] })
    expect(await look('2027-01-ASCA-E1', '75')).toEqual({ centres: [], neighbours: [] })
    expect((await look('2027-01-ASCA-E1', '987')).centres).toMatchObject([{ id: 'papeete', currency: 'XPF' }])
  })

  test('a seat is taken by a pre-validation and a confirmation, not by a request', async () => {
    const status = { Ny: { status: 'prevalidated' }, Roy: { status: 'confirmed' } } as const
    const seats = async (entries: NonNullable<WorldOptions['entries']>, candidates: string[]) => {
      const { hq, world } = await startHqWith({ seats: 2, candidates, entries }, { database })
      const path = '/api/centres?session=2027-01&exams=2027-01:ASCA-E1&department=35'
      const { centres } = CentresAnswer.parse(await mustBe(200, aBrowser(hq).get(path)))
      expect(centres[0]?.offered[0]?.offeringId).toBe(world.offeringId)
      return centres[0]?.offered[0]?.seat
    }
    expect(await seats({}, ['Ny', 'Roy'])).toBe('free')
    expect(await seats({ Ny: status.Ny }, ['Ny', 'Roy'])).toBe('free')
    expect(await seats(status, ['Ny', 'Roy'])).toBe('queue')
  })

  test('a centre without accreditation at the session’s end is not shown', async () => {
    const world = smallWorld({ accreditationEndsOn: '2027-01-21' })
    const hq = await startHq({ database, worlds: [world] })
    const path = '/api/centres?session=2027-01&exams=2027-01:ASCA-E1&department=35'
    expect(await mustBe(200, aBrowser(hq).get(path))).toEqual({ centres: [], neighbours: [] })
    expect(await mustBe(404, aBrowser(hq).get(path.replace('E1', 'E9')))).toEqual({ code: 'not-found' })
  })

  test('nobody runs it: HQ keeps what was sought', async () => {
    const { hq } = await startHqWith({}, { database })
    const sought = {
      ...{ sessionId: '2027-01', examIds: ['2027-01:ASCA-E1'], department: '2A' },
      ...{ email: null, message: 'Je peux aller jusqu’à Bastia.' },
    }
    await mustBe(200, aBrowser(hq).post('/api/no-centre', sought))
    await mustBe(404, aBrowser(hq).post('/api/no-centre', { ...sought, sessionId: 'another' }))
    expect(await hq.db.selectFrom('noCentreRequest').select(['department', 'examIds', 'message']).execute()).toEqual([
      { department: '2A', examIds: ['2027-01:ASCA-E1'], message: sought.message },
    ])
  })
})

test('communes: by name without accents, by a word, by postcode, arrondissements and overseas included', async () => {
  const hq = await startHq()
  const search = async (q: string) =>
    CommunesAnswer.parse(await mustBe(200, aBrowser(hq).get(`/api/communes?q=${encodeURIComponent(q)}`))).communes
  expect((await search('rennes'))[0]).toEqual({ code: '35238', name: 'Rennes', department: '35' })
  expect((await search('CESSON SEVIGNE'))[0]?.code).toBe('35051')
  expect((await search('st malo'))[0]?.code).toBe('35288')
  expect((await search('sévigné')).map(({ name }) => name)).toContain('Cesson-Sévigné')
  expect((await search('paris 1er')).map(({ code }) => code)).toContain('75101')
  expect((await search('papeete'))[0]?.code).toBe('98735')
  expect((await search('35510')).map(({ name }) => name)).toContain('Cesson-Sévigné')
  expect(await search('sa')).toHaveLength(20)
  expect(await search('!?')).toEqual([])
})
