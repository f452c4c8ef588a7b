import { describe, expect, test } from 'vitest'
import { addSeconds } from '../../../domain/time.ts'
import { forgetUnconfirmed } from '../../../hq/candidates/forget-unconfirmed.ts'
import { waitAfter } from '../../../hq/password-tries.ts'
import { aClock } from '../../helpers/an-hq.ts'
import { ENGINES } from '../../helpers/hq-database.ts'
import { startHqWith } from '../start-hq.ts'
import { aBrowser, aForm, anAccount, lastLink, mustBe, PASSWORD } from './a-browser.ts'

const MINUTE = 60

test('each failure after the fifth doubles the wait, to a quarter of an hour', () => {
  const minutes = [0, 1, 4, 5, 6, 7, 8, 9, 10, 500].map((failures) => waitAfter(failures) / MINUTE)
  expect(minutes).toEqual([0, 0, 0, 1, 2, 4, 8, 15, 15, 15])
})

describe.each(ENGINES)('passwords are not tried without end, on %s', (database) => {
  async function site() {
    const clock = aClock()
    const { hq, world } = await startHqWith({ candidates: [] }, { database, clock })
    const form = aForm(world)
    const mine = await anAccount(hq, form)
    const browser = aBrowser(hq)
    const login = form.contact.email
    const signIn = (name: string, password: string) => browser.post('/api/sign-in', { login: name, password })
    const tell = async (name: string, password = 'Wrong-2026 !') => {
      const { status, body } = await signIn(name, password)
      return [status, body]
    }
    return { hq, clock, login, mine, browser, signIn, tell }
  }

  test('five are free; then each waits longer, and says until when, whether or not somebody has the login', async () => {
    const { hq, clock, login, tell, signIn } = await site()
    const wrong = [401, { code: 'wrong-login' }]
    const later = (minutes: number) => [
      429,
      { code: 'too-many-tries', detail: addSeconds(clock.now(), minutes * MINUTE) },
    ]
    const logins = [login, 'nobody@example.org', 'CA99999']
    for (const name of logins)
      expect([await tell(name), await tell(name), await tell(name), await tell(name), await tell(name)]).toEqual(
        Array(5).fill(wrong),
      )
    for (const name of logins) {
      expect(await tell(name)).toEqual(later(1))
      // The right one is not even looked at, or else it could be guessed while the door is shut.
      expect(await tell(name, PASSWORD)).toEqual(later(1))
    }
    clock.advance(MINUTE)
    for (const name of logins)
      expect([await tell(` ${name.toUpperCase()}`), await tell(name)]).toEqual([wrong, later(2)])
    clock.advance(2 * MINUTE)
    await mustBe(200, signIn(login, PASSWORD))
    expect([await tell(login), await tell(login)]).toEqual([wrong, wrong])
    // Nothing of what was typed is kept, and after a day nothing at all.
    const kept = await hq.db.selectFrom('passwordTry').selectAll().execute()
    expect(kept).toHaveLength(3)
    expect(JSON.stringify(kept)).not.toMatch(/example|nobody|CA99999/i)
    await forgetUnconfirmed(hq.db, addSeconds(clock.now(), 24 * 3600))
    expect(await hq.db.selectFrom('passwordTry').selectAll().execute()).toEqual([])
  })

  test('a hundred at once are five', async () => {
    const { tell, login } = await site()
    const answers = await Promise.all(Array.from({ length: 30 }, () => tell(login)))
    expect(answers.filter(([status]) => status === 401)).toHaveLength(5)
    expect(answers.filter(([status]) => status === 429)).toHaveLength(25)
  })

  test('its owner gets in by mail, and whoever is signed in stays so', async () => {
    const { hq, browser, login, mine, signIn, tell } = await site()
    for (let tried = 0; tried < 6; tried++) await tell(login)
    await mustBe(429, signIn(login, PASSWORD))
    await mustBe(200, mine.get('/api/me'))
    // What strangers try does not count against whoever is signed in; what is tried from inside does.
    const change = (current: string) => mine.post('/api/me/password', { current, password: 'Autre-2026 !' })
    await mustBe(200, change(PASSWORD))
    for (let tried = 0; tried < 5; tried++) await mustBe(401, change('Wrong-2026 !'))
    await mustBe(429, change('Autre-2026 !'))
    await mustBe(200, browser.post('/api/recover', { what: 'password', email: login }))
    const token = await lastLink(hq, 'new-password')
    await mustBe(200, browser.post('/api/reset-password', { token, password: 'Encore-2026 !' }))
    await mustBe(200, signIn(login, 'Encore-2026 !'))
    await mustBe(200, mine.post('/api/sign-in', { login, password: 'Encore-2026 !' }))
    const again = { current: 'Encore-2026 !', password: 'Autre-2026 !' }
    await mustBe(200, mine.post('/api/me/password', again))
  })
})
