import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { aClock } from '../../helpers/an-hq.ts'
import { holding, untilWaiting } from '../behind-a-lock.ts'
import { startHqWith } from '../start-hq.ts'
import { aBrowser, aForm, anAccount, formOf, mailsOf, mustBe, PASSWORD } from './a-browser.ts'

const OLD = 'Anais.LeGoff@example.org'
const NEW = 'anais.new@example.org'

/** Anaïs, with an account. PostgreSQL alone: PGlite has one connection, and nothing happens meanwhile. */
async function start() {
  const { hq, world } = await startHqWith({ candidates: [] }, { database: 'postgresql', clock: aClock() })
  const browser = await anAccount(hq, aForm(world))
  await hq.db.deleteFrom('mail').execute()
  const names = async () => (await mailsOf(hq)).map(({ name, recipient }) => `${name} ${recipient}`)
  const leaving = () =>
    holding(hq.db, (tx) =>
      tx.updateTable('account').set({ email: NEW, emailKey: NEW }).where('email', '=', OLD).execute(),
    )
  return { hq, world, browser, names, leaving }
}

test.each(['password', 'nuc'] as const)(
  'what is recovered (%s) never goes to an address that is being left',
  async (what) => {
    const { hq, names, leaving } = await start()
    await hq.db.updateTable('candidate').set({ nuc: 'AB12345678' }).execute()
    const held = await leaving()
    const asked = aBrowser(hq).post('/api/recover', { what, email: OLD })
    await untilWaiting(hq.db, 1)
    await held.letGo()
    await mustBe(200, asked)
    expect([
      await names(),
      await hq.db.selectFrom('accountLink').select('hash').where('purpose', '=', 'new-password').execute(),
    ]).toEqual([[], []])
    await mustBe(200, aBrowser(hq).post('/api/recover', { what, email: NEW }))
    expect(await names()).toEqual([`${what === 'nuc' ? 'nuc-reminder' : 'new-password'} ${NEW}`])
  },
)

test('nobody signs in with an address that is being left', async () => {
  const { hq, leaving } = await start()
  const held = await leaving()
  const asked = aBrowser(hq).post('/api/sign-in', { login: OLD, password: PASSWORD })
  await untilWaiting(hq.db, 1)
  await held.letGo()
  await mustBe(401, asked)
})

test('somebody who asks for an address as its owner leaves it has it', async () => {
  const { hq, world, names, leaving } = await start()
  const roy = await anAccount(hq, formOf(world, 'Roy'))
  const ask = (email: string) => roy.post('/api/me/email', { password: PASSWORD, email })
  await mustBe(200, ask('first@example.org'))
  await hq.db.deleteFrom('mail').execute()
  // Roy's first change, which the second replaces, is held: after the address was looked at, before its owner is told.
  const held = await holding(hq.db, (tx) => sql`select id from address_change for update`.execute(tx))
  const asked = ask(OLD)
  await untilWaiting(hq.db, 1)
  await (await leaving()).letGo()
  await held.letGo()
  await mustBe(200, asked)
  expect(await names()).toEqual(['address-changing Roy@example.org', `address-asked ${OLD}`])
  expect(hq.bugs).toEqual([])
})

test('somebody who registers at an address as its owner leaves it is registered', async () => {
  const { hq, world, names, leaving } = await start()
  const form = { ...formOf(world, 'Roy'), contact: { ...aForm(world).contact, email: OLD } }
  const held = await leaving()
  const asked = aBrowser(hq).post('/api/register', form)
  await untilWaiting(hq.db, 1)
  await held.letGo()
  await mustBe(200, asked)
  expect(await names()).toEqual([`confirm-address ${OLD}`])
  expect(hq.bugs).toEqual([])
})
