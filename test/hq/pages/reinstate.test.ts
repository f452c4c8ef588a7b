import { describe, expect, test } from 'vitest'
import { MeAnswer } from '../../../contract/candidate-pages.ts'
import { lockPerson } from '../../../hq/candidates/same-person.ts'
import { toValue } from '../../../hq/db/rows.ts'
import { aDevice } from '../../helpers/a-device.ts'
import { aClock } from '../../helpers/an-hq.ts'
import { ENGINES, type Engine } from '../../helpers/hq-database.ts'
import { smallWorld, type World } from '../../helpers/world.ts'
import { holding, untilWaiting } from '../behind-a-lock.ts'
import { startHq } from '../start-hq.ts'
import { aForm, anAccount, anAttempt, mustBe, PASSWORD } from './a-browser.ts'

/** Anaïs asked for E1 at Rennes, and her seat there was released. */
async function released(database: Engine) {
  const [rennes, brest] = [smallWorld({ candidates: [] }), smallWorld({ candidates: [], centreId: 'brest' })]
  const clock = aClock()
  const hq = await startHq({ database, clock, worlds: [rennes, brest] })
  const anais = await anAccount(hq, aForm(rennes))
  const pc = await aDevice(hq, 'rennes')
  const mine = async () => MeAnswer.parse(await mustBe(200, anais.get('/api/me'))).requests
  const [request] = await mine()
  const args = { requestId: request?.id ?? '', entryIds: [request?.entries[0]?.id ?? ''] }
  const lapse = async () => {
    clock.advance(5 * 24 * 3600)
    // A session does not last so long.
    await mustBe(200, anais.post('/api/sign-in', { login: aForm(rennes).contact.email, password: PASSWORD }))
    return pc.send(pc.command('entry.release', { ...args, reason: 'Sans nouvelles' }))
  }
  expect(await pc.send(pc.command('entry.prevalidate', args))).toEqual(['applied'])
  expect(await lapse()).toEqual(['applied'])
  const reinstate = () => pc.send(pc.command('entry.reinstate', args))
  const ask = (world: World) =>
    anais.post('/api/me/requests', {
      ...{ attempt: anAttempt(), sessionId: '2027-01', centreId: world.centreId, softwareAccepted: true },
      choices: [{ examId: '2027-01:ASCA-E1', offeringId: world.offeringId }],
    })
  const living = async () => {
    const live = await hq.db
      .selectFrom('entry')
      .select('centreId')
      .where('status', 'in', ['requested', 'prevalidated'])
      .execute()
    return live.map(({ centreId }) => centreId)
  }
  return { hq, clock, rennes, brest, anais, pc, mine, lapse, reinstate, ask, living }
}

describe.each(ENGINES)('a seat given again to somebody who asked otherwise meanwhile, on %s', (database) => {
  test.each(['rennes', 'brest'] as const)(
    'is refused while they are live at %s, and nobody is named',
    async (where) => {
      const { hq, reinstate, ask, living, ...worlds } = await released(database)
      await mustBe(200, ask(worlds[where]))
      expect(await reinstate()).toEqual(['refused already-live'])
      expect(await living()).toEqual([where])
      const item = await hq.db.selectFrom('reviewItem').select(['code', 'detail']).executeTakeFirstOrThrow()
      expect(item.code).toBe('already-live')
      expect(Object.keys(item.detail ?? {})).toEqual(['entryId'])
      const other = await hq.db
        .selectFrom('entry')
        .select('id')
        .where('status', '=', 'requested')
        .executeTakeFirstOrThrow()
      await hq.withdraw(other.id)
      expect(await reinstate()).toEqual(['applied'])
      expect(hq.bugs).toEqual([])
    },
  )

  test('once given again, nothing can be asked elsewhere', async () => {
    const { reinstate, ask, brest, living } = await released(database)
    expect(await reinstate()).toEqual(['applied'])
    await mustBe(409, ask(brest))
    expect(await living()).toEqual(['rennes'])
  })

  test('and released again: both releases are told', async () => {
    const { hq, clock, reinstate, lapse, mine, rennes } = await released(database)
    clock.advance(60)
    expect(await reinstate()).toEqual(['applied'])
    expect(await lapse()).toEqual(['applied'])
    const events = async () => (await mine())[0]?.entries[0]?.events.map(({ what }) => what)
    expect(await events()).toEqual(['requested', 'lapsed', 'prevalidated', 'lapsed'])
    // Written again as it was, it has not ended anew.
    const row = await hq.db.selectFrom('entry').selectAll().executeTakeFirstOrThrow()
    clock.advance(60)
    await hq.publish({ centreId: rennes.centreId, writes: [{ entity: 'entry', value: toValue('entry', row) }] })
    expect(await events()).toEqual(['requested', 'lapsed', 'prevalidated', 'lapsed'])
  })
})

/** On PostgreSQL alone: PGlite has one connection. Who waits first for the person is served first. */
describe('both at the same moment', () => {
  async function raced(first: 'reinstate' | 'ask') {
    const { hq, reinstate, ask, brest, living } = await released('postgresql')
    const row = await hq.db.selectFrom('candidate').selectAll().executeTakeFirstOrThrow()
    const lock = await holding(hq.db, (tx) => lockPerson(tx, toValue('candidate', row)))
    const acts = { reinstate, ask: async () => (await ask(brest)).status }
    const one = acts[first]()
    await untilWaiting(hq.db, 1)
    const other = acts[first === 'ask' ? 'reinstate' : 'ask']()
    await untilWaiting(hq.db, 2)
    await lock.letGo()
    const answers = [await one, await other]
    expect(hq.bugs).toEqual([])
    return { answers, living: await living() }
  }

  test('the seat first: asking elsewhere is refused', async () => {
    expect(await raced('reinstate')).toEqual({ answers: [['applied'], 409], living: ['rennes'] })
  })

  test('asking elsewhere first: the seat is not given again', async () => {
    expect(await raced('ask')).toEqual({ answers: [200, ['refused already-live']], living: ['brest'] })
  })
})
