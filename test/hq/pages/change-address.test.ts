import { describe, expect, test } from 'vitest'
import { MeAnswer } from '../../../contract/candidate-pages.ts'
import { forgetUnconfirmed } from '../../../hq/candidates/forget-unconfirmed.ts'
import { aDevice, valuesOf } from '../../helpers/a-device.ts'
import { aClock } from '../../helpers/an-hq.ts'
import { ENGINES } from '../../helpers/hq-database.ts'
import { NO_NET, startMailbox, startSending } from '../mail-world.ts'
import { startHqWith } from '../start-hq.ts'
import { aBrowser, aForm, anAccount, confirmLast, formOf, lastLink, mailsOf, mustBe, PASSWORD } from './a-browser.ts'

const HOUR = 3600
const OLD = 'Anais.LeGoff@example.org'
const NEW = 'anais.new@example.org'

async function start(database: (typeof ENGINES)[number]) {
  const clock = aClock()
  const { hq, world } = await startHqWith({ candidates: [] }, { database, clock })
  const browser = await anAccount(hq, aForm(world))
  // What registering mailed is not what these tests are about.
  await hq.db.deleteFrom('mail').execute()
  const ask = (email = NEW, who = browser) => who.post('/api/me/email', { password: PASSWORD, email })
  const follow = (token: string, who = aBrowser(hq)) => who.post('/api/change-address', { token })
  const stop = (token: string) => aBrowser(hq).post('/api/stop-address-change', { token })
  const emails = () => hq.db.selectFrom('account').select('email').orderBy('email').execute()
  const mails = async () => (await mailsOf(hq)).map(({ name, recipient }) => `${name} ${recipient}`)
  const signIn = (login: string) => aBrowser(hq).post('/api/sign-in', { login, password: PASSWORD })
  return { clock, hq, world, browser, ask, follow, stop, emails, mails, signIn }
}

describe.each(ENGINES)('a candidate changes their own address, on %s', (database) => {
  test('nothing changes until the link is followed; then account, record, sessions and mails do', async () => {
    const { hq, browser, ask, follow, emails, mails, signIn } = await start(database)
    const pc = await aDevice(hq, 'rennes')
    const elsewhere = aBrowser(hq)
    await mustBe(200, elsewhere.post('/api/sign-in', { login: OLD, password: PASSWORD }))
    await mustBe(200, aBrowser(hq).post('/api/recover', { what: 'password', email: OLD }))
    const reset = await lastLink(hq, 'new-password')
    expect(await mustBe(200, ask())).toEqual({ done: true })
    expect(await emails()).toEqual([{ email: OLD }])
    expect(await mails()).toEqual([`new-password ${OLD}`, `address-changing ${OLD}`, `address-asked ${NEW}`])
    const asked = async () => MeAnswer.parse(await mustBe(200, browser.get('/api/me'))).emailAsked
    expect(await asked()).toEqual({ to: NEW, validBefore: '2026-11-25T08:41:00.000Z' })
    expect(JSON.stringify(await hq.db.selectFrom('addressChange').selectAll().execute())).not.toContain(
      await lastLink(hq, 'address-asked'),
    )
    await mustBe(200, follow(await lastLink(hq, 'address-asked'), browser))
    expect(await emails()).toEqual([{ email: NEW }])
    expect(valuesOf(await pc.rows(), 'candidate').at(-1)).toMatchObject({ email: NEW, emailNext: null })
    expect((await mails()).slice(3)).toEqual([`address-changed ${OLD}`])
    expect(await asked()).toBeNull()
    await mustBe(401, elsewhere.get('/api/me'))
    await mustBe(401, signIn(OLD))
    await mustBe(200, signIn(NEW.toUpperCase()))
    // The link for a new password that was mailed to the old address opens nothing, and its mail does not leave.
    await mustBe(410, aBrowser(hq).post('/api/reset-password', { token: reset, password: 'Autre-2027 !' }))
    const dropped = await hq.db.selectFrom('mail').select(['name', 'data']).where('status', '=', 'dropped').execute()
    expect(dropped).toMatchObject([{ name: 'new-password', data: { link: '' } }])
    expect(hq.bugs).toEqual([])
  })

  test('needs the password, another address than the present one, and somebody signed in', async () => {
    const { hq, browser, ask, mails } = await start(database)
    await mustBe(401, browser.post('/api/me/email', { password: 'Autre-2027 !', email: NEW }))
    expect(await mustBe(400, ask(OLD.toUpperCase()))).toEqual({ code: 'bad-request', detail: '/email' })
    await mustBe(400, ask('no address'))
    await mustBe(401, ask(NEW, aBrowser(hq)))
    expect(await mails()).toEqual([])
  })

  test('the link works until the last millisecond of 48 hours, once', async () => {
    const { hq, clock, ask, follow } = await start(database)
    await mustBe(200, ask())
    const token = await lastLink(hq, 'address-asked')
    clock.advance(48 * HOUR)
    expect(await mustBe(410, follow(token))).toEqual({ code: 'link-expired' })
    clock.advance(-0.001)
    const answers = await Promise.all([follow(token), follow(token)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(await mustBe(409, follow(token))).toEqual({ code: 'link-used' })
    expect(await mustBe(410, follow('x'.repeat(43)))).toEqual({ code: 'link-expired' })
    expect((await mailsOf(hq)).filter(({ name }) => name === 'address-changed')).toHaveLength(1)
  })

  test('the old address stops it, and is told when it is too late', async () => {
    const { hq, ask, follow, stop, emails } = await start(database)
    await mustBe(200, ask())
    const [token, halt] = [await lastLink(hq, 'address-asked'), await lastLink(hq, 'address-changing')]
    await mustBe(200, stop(halt))
    expect(await mustBe(409, follow(token))).toEqual({ code: 'link-stopped' })
    expect(await mustBe(409, stop(halt))).toEqual({ code: 'link-used' })
    expect(await emails()).toEqual([{ email: OLD }])
    await mustBe(200, ask())
    const late = await lastLink(hq, 'address-changing')
    await mustBe(200, follow(await lastLink(hq, 'address-asked')))
    expect(await mustBe(409, stop(late))).toEqual({ code: 'address-changed' })
    // The secrets of one kind are no use as the other.
    expect(await mustBe(410, follow(late))).toEqual({ code: 'link-expired' })
    expect(await mustBe(410, stop('x'.repeat(43)))).toEqual({ code: 'link-expired' })
    expect(await emails()).toEqual([{ email: NEW }])
  })

  test('asked again, the first link is over; a sixth of one day is refused', async () => {
    const { hq, clock, ask, follow, emails } = await start(database)
    await mustBe(200, ask())
    const first = await lastLink(hq, 'address-asked')
    for (let index = 0; index < 4; index++) await mustBe(200, ask(`other${index}@example.org`))
    expect(await mustBe(410, follow(first))).toEqual({ code: 'link-expired' })
    expect(await mustBe(429, ask())).toEqual({ code: 'too-many-tries' })
    await mustBe(200, follow(await lastLink(hq, 'address-asked')))
    expect(await emails()).toEqual([{ email: 'other3@example.org' }])
    clock.advance(24 * HOUR)
    await mustBe(401, ask())
  })

  test('an address that has an account is answered alike; its owner is told, and there is no link', async () => {
    const { hq, world, ask, mails, emails } = await start(database)
    await anAccount(hq, formOf(world, 'Roy'))
    await hq.db.deleteFrom('mail').execute()
    const [known, unknown] = [await ask('ROY@example.org'), await ask()]
    expect([known.status, known.body]).toEqual([unknown.status, unknown.body])
    expect(await mails()).toEqual([
      `address-changing ${OLD}`,
      'address-in-use Roy@example.org',
      `address-changing ${OLD}`,
      `address-asked ${NEW}`,
    ])
    const [, told] = await mailsOf(hq)
    expect(told?.data).toMatchObject({ name: expect.stringContaining('Roy') })
    expect(JSON.stringify(told?.data)).not.toContain('Le Goff')
    expect(await emails()).toHaveLength(2)
  })

  test('of two accounts that ask one address, one has it', async () => {
    const { hq, world, browser, ask, follow, emails } = await start(database)
    const roy = await anAccount(hq, formOf(world, 'Roy'))
    await mustBe(200, ask(NEW, browser))
    const first = await lastLink(hq, 'address-asked')
    await mustBe(200, ask(NEW, roy))
    const tokens = [first, await lastLink(hq, 'address-asked')]
    const answers = await Promise.all(tokens.map((token) => follow(token)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)?.body).toEqual({ code: 'address-taken' })
    expect((await emails()).filter(({ email }) => email === NEW)).toHaveLength(1)
    expect(hq.bugs).toEqual([])
  })

  test('somebody registers there meanwhile: whoever confirms first has it', async () => {
    const { hq, world, ask, follow, emails } = await start(database)
    const form = { ...formOf(world, 'Roy'), contact: { ...aForm(world).contact, email: NEW } }
    await mustBe(200, ask())
    const token = await lastLink(hq, 'address-asked')
    await mustBe(200, aBrowser(hq).post('/api/register', form))
    await confirmLast(hq)
    expect(await mustBe(409, follow(token))).toEqual({ code: 'address-taken' })
    expect(await emails()).toEqual([{ email: OLD }, { email: NEW }])
    // A form that only waits is nobody's: the address goes to whoever proves it, and the form is erased.
    const other = 'autre@example.org'
    await mustBe(200, ask(other))
    const ours = await lastLink(hq, 'address-asked')
    const late = { ...formOf(world, 'Zoe'), contact: { ...form.contact, email: other } }
    await mustBe(200, aBrowser(hq).post('/api/register', late))
    const theirs = await lastLink(hq, 'confirm-address')
    await mustBe(200, follow(ours))
    await mustBe(410, aBrowser(hq).post('/api/confirm', { token: theirs, password: PASSWORD }))
    expect(await emails()).toEqual([{ email: NEW }, { email: other }])
  })

  test('registered, confirmed and followed all at once, the address is one account’s', async () => {
    const { hq, world, ask, follow, emails } = await start(database)
    const form = { ...formOf(world, 'Roy'), contact: { ...aForm(world).contact, email: NEW } }
    await mustBe(200, ask())
    const ours = await lastLink(hq, 'address-asked')
    await mustBe(200, aBrowser(hq).post('/api/register', form))
    const theirs = await lastLink(hq, 'confirm-address')
    const again = { ...form, attempt: '00000000-0000-4000-9000-000000000001' }
    const answers = await Promise.all([
      follow(ours),
      aBrowser(hq).post('/api/confirm', { token: theirs, password: PASSWORD }),
      aBrowser(hq).post('/api/register', again),
    ])
    expect(answers[2]?.status).toBe(200)
    expect(answers.slice(0, 2).filter(({ status }) => status === 200)).toHaveLength(1)
    expect((await emails()).filter(({ email }) => email === NEW)).toHaveLength(1)
    expect(hq.bugs).toEqual([])
  })

  test('mails that wait go to the address that holds when they leave; what is about a link goes where it was sent', async () => {
    const { hq, ask, follow } = await start(database)
    const pc = await aDevice(hq, 'rennes')
    const [entry] = valuesOf(await pc.rows(), 'entry')
    if (!entry) throw new Error('No request came')
    await pc.send(pc.command('entry.prevalidate', { requestId: entry.requestId, entryIds: [entry.id] }))
    await mustBe(200, ask())
    await mustBe(200, follow(await lastLink(hq, 'address-asked')))
    const box = await startMailbox()
    startSending(hq, box, NO_NET)
    await expect.poll(() => box.arrived.map(({ to }) => to[0]).sort()).toEqual([OLD, NEW].sort())
    const subjectAt = (to: string) => box.arrived.find((one) => one.to[0] === to)?.mail.subject
    expect(subjectAt(OLD)).toBe('Votre adresse mail a changé')
    expect(subjectAt(NEW)).toContain('Une place vous est réservée')
    const rows = await hq.db.selectFrom('mail').select(['name', 'status', 'recipient']).execute()
    // Neither link is of any use once the address has changed.
    expect(
      rows
        .filter(({ status }) => status === 'dropped')
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['address-asked', 'address-changing'])
  })

  test('what came of nothing is forgotten a month later; what was done is kept', async () => {
    const { hq, clock, ask, follow } = await start(database)
    await mustBe(200, ask('never@example.org'))
    await mustBe(200, ask())
    await mustBe(200, follow(await lastLink(hq, 'address-asked')))
    const kept = () => hq.db.selectFrom('addressChange').select('toEmail').orderBy('toEmail').execute()
    clock.advance((48 + 30 * 24) * HOUR - 1)
    await forgetUnconfirmed(hq.db, clock.now())
    expect(await kept()).toHaveLength(2)
    clock.advance(1)
    await forgetUnconfirmed(hq.db, clock.now())
    expect(await kept()).toEqual([{ toEmail: NEW }])
  })
})
