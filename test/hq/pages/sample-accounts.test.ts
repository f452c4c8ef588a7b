import { expect, test } from 'vitest'
import { MeAnswer } from '../../../contract/candidate-pages.ts'
import { Password } from '../../../domain/registration.ts'
import { SAMPLE_ADDRESSES, SAMPLE_PASSWORD } from '../../../hq/sample/accounts.ts'
import { startHq } from '../start-hq.ts'
import { aBrowser, mustBe } from './a-browser.ts'

test.each(['small', 'big'] as const)('the %s sample’s candidates sign in and see where they stand', async (sample) => {
  const hq = await startHq({ sample })
  expect(Password.safeParse(SAMPLE_PASSWORD).success).toBe(true)
  for (const [status, login] of Object.entries(SAMPLE_ADDRESSES)) {
    const browser = aBrowser(hq)
    await mustBe(200, browser.post('/api/sign-in', { login, password: SAMPLE_PASSWORD }))
    const { requests, email } = MeAnswer.parse(await mustBe(200, browser.get('/api/me')))
    expect(email).toBe(login)
    expect(requests.flatMap(({ entries }) => entries.map((entry) => entry.status))).toContain(status)
  }
  expect(await hq.db.selectFrom('account').select('id').execute()).toHaveLength(3)
})
