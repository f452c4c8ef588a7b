import { expect, test } from 'vitest'
import { addSeconds } from '../../domain/time.ts'
import { forgetUnconfirmed } from '../../hq/candidates/forget-unconfirmed.ts'
import { aClock } from '../helpers/an-hq.ts'
import { ENGINES } from '../helpers/hq-database.ts'
import { aBrowser, mustBe } from './pages/a-browser.ts'
import { startHqWith } from './start-hq.ts'

const DAY = 24 * 3600

test.each(ENGINES)('what was looked for in vain is erased after 400 days, and not before (%s)', async (database) => {
  const clock = aClock()
  const { hq } = await startHqWith({ candidates: [] }, { database, clock })
  const asked = clock.now()
  const sought = { sessionId: '2027-01', examIds: ['2027-01:ASCA-E1'], department: '35', message: 'Près de Vitré ?' }
  await mustBe(200, aBrowser(hq).post('/api/no-centre', { ...sought, email: 'a@example.org' }))
  clock.advance(DAY)
  await mustBe(200, aBrowser(hq).post('/api/no-centre', { ...sought, email: 'b@example.org' }))
  const kept = async () =>
    (await hq.db.selectFrom('noCentreRequest').select('email').execute()).map(({ email }) => email)
  await forgetUnconfirmed(hq.db, addSeconds(asked, 400 * DAY - 1))
  expect((await kept()).sort()).toEqual(['a@example.org', 'b@example.org'])
  await forgetUnconfirmed(hq.db, addSeconds(asked, 400 * DAY))
  expect(await kept()).toEqual(['b@example.org'])
  await forgetUnconfirmed(hq.db, addSeconds(asked, 401 * DAY))
  expect(await kept()).toEqual([])
})
