import { expect, test } from 'vitest'
import { startHqWith } from '../start-hq.ts'
import { aForm, anAccount, formOf, PASSWORD } from './a-browser.ts'

test('whether an address has an account is not told by how soon HQ answers', async () => {
  let isHeld = false
  const held: (() => void)[] = []
  const evenPause = async () => {
    if (isHeld) await new Promise<void>((letGo) => held.push(letGo))
  }
  const { hq, world } = await startHqWith({ candidates: [] }, { evenPause })
  const browser = await anAccount(hq, aForm(world))
  await anAccount(hq, formOf(world, 'Roy'))
  isHeld = true
  for (const email of ['roy@example.org', 'nobody@example.org']) {
    const form = { ...formOf(world, 'Zoe'), contact: { ...aForm(world).contact, email } }
    for (const [path, body] of [
      ['/api/recover', { what: 'nuc', email }],
      ['/api/me/email', { password: PASSWORD, email }],
      ['/api/register', form],
    ] as const) {
      let answer: number | null = null
      const answered = browser.post(path, body).then(({ status }) => {
        answer = status
      })
      await expect.poll(() => held.length, { timeout: 20_000 }).toBe(1)
      // HQ has done other work meanwhile: what was asked is done, or soon, and nothing is said of it.
      for (let n = 0; n < 10; n += 1) await browser.get('/api/catalogue')
      expect(answer).toBeNull()
      held.pop()?.()
      await answered
      expect(answer).toBe(200)
    }
  }
})
