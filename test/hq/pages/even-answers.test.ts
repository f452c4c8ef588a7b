import { expect, test } from 'vitest'
import { aClock } from '../../helpers/an-hq.ts'
import { startHqWith } from '../start-hq.ts'
import { aForm, anAccount, formOf, mustBe, PASSWORD } from './a-browser.ts'

/** Never below this, whatever was found; a busy machine only makes it longer. The timers of Node may ring a millisecond early. */
const AT_LEAST_MS = 245

test('whether an address has an account is not told by how soon HQ answers', async () => {
  const { hq, world } = await startHqWith({ candidates: [] }, { clock: aClock() })
  const browser = await anAccount(hq, aForm(world))
  await anAccount(hq, formOf(world, 'Roy'))
  const emails = ['roy@example.org', 'nobody@example.org']
  for (const email of emails) {
    const form = { ...formOf(world, 'Zoe'), contact: { ...aForm(world).contact, email } }
    for (const ask of [
      () => browser.post('/api/recover', { what: 'nuc', email }),
      () => browser.post('/api/me/email', { password: PASSWORD, email }),
      () => browser.post('/api/register', form),
    ]) {
      const begunAt = performance.now()
      await mustBe(200, ask())
      expect(performance.now() - begunAt).toBeGreaterThan(AT_LEAST_MS)
    }
  }
})
