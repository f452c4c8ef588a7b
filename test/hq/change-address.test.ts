import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { MeAnswer } from '../../contract/candidate-pages.ts'
import type { CommandArgs } from '../../domain/commands.ts'
import { changeAddressNow } from '../../hq/candidates/change-address-now.ts'
import { changeAddressesDue } from '../../hq/candidates/change-addresses-due.ts'
import { aDevice, type TestDevice, valuesOf } from '../helpers/a-device.ts'
import { aClock } from '../helpers/an-hq.ts'
import { ENGINES } from '../helpers/hq-database.ts'
import { aRequest, MONDAY } from '../helpers/rows.ts'
import { smallWorld } from '../helpers/world.ts'
import {
  aBrowser,
  aForm,
  anAccount,
  confirmLast,
  formOf,
  lastLink,
  mailsOf,
  mustBe,
  PASSWORD,
} from './pages/a-browser.ts'
import { startHq } from './start-hq.ts'
import { twoInstances } from './two-instances.ts'

const DAY = 24 * 3600
const TUESDAY = '2026-11-24T08:41:00.000Z'
const OLD = 'Anais.LeGoff@example.org'
const NEW = 'anais.new@example.org'

/** Rennes, with the request of a candidate who has an account, and one of a candidate who has none; Brest has one of the latter. */
async function start(database: (typeof ENGINES)[number]) {
  const clock = aClock()
  const world = smallWorld({ candidates: ['Ny'] })
  const brest = smallWorld({ centreId: 'brest', candidates: ['Sy'] })
  const hq = await startHq({ database, clock, worlds: [world, brest] })
  const browser = await anAccount(hq, aForm(world))
  const ofNy = aRequest({ id: 'visit', candidateId: world.candidate('Ny') })
  await hq.publish({ centreId: 'brest', writes: [{ entity: 'request', value: ofNy }] })
  await hq.db.deleteFrom('mail').execute()
  const [rennes, other] = [await aDevice(hq, 'rennes'), await aDevice(hq, 'brest')]
  const account = await hq.db.selectFrom('account').select('candidateId').executeTakeFirstOrThrow()
  const candidateId = String(account.candidateId)
  const { id: requestId } = await hq.db
    .selectFrom('request')
    .select('id')
    .where('candidateId', '=', candidateId)
    .executeTakeFirstOrThrow()
  const change = (args: Partial<CommandArgs<'candidate.change-address'>> = {}, pc: TestDevice = rennes) =>
    pc.command('candidate.change-address', {
      ...{ requestId, candidateId, from: OLD, email: NEW, proof: 'identity-card', proofText: ' n° 8X2 ', ...args },
    })
  const working = { db: hq.db, clock, random: randomBytes, reportBug: (error: unknown) => void hq.bugs.push(error) }
  // What a demonstration does, where no mail leaves; what leaving changes is in change-address-told.test.ts.
  const work = () => changeAddressesDue(working, 'shows')
  const prove = async () => aBrowser(hq).post('/api/change-address', { token: await lastLink(hq, 'address-coming') })
  const mails = async () => (await mailsOf(hq)).map(({ name, recipient }) => `${name} ${recipient}`)
  const candidateAt = async (pc: TestDevice, id = candidateId) =>
    valuesOf(await pc.rows(), 'candidate').findLast((one) => one.id === id)
  const review = async (pc: TestDevice = rennes) =>
    valuesOf(await pc.rows(), 'reviewItem').map(({ code, kind, name }) => `${kind} ${name} ${code}`)
  const stop = async () =>
    aBrowser(hq).post('/api/stop-address-change', { token: await lastLink(hq, 'address-changing') })
  const log = () => hq.db.selectFrom('addressChange').selectAll().orderBy('askedAt').orderBy('id').execute()
  return {
    ...{ clock, hq, world, browser, rennes, other, candidateId, requestId, change, working, work, prove, mails },
    ...{ candidateAt, review, stop, log },
  }
}

describe.each(ENGINES)('a centre changes a candidate’s address, on %s', (database) => {
  test('it is logged, both addresses are told, and once proved it takes effect 24 hours later, to the instant', async () => {
    const { clock, hq, browser, rennes, candidateId, change, work, prove, mails, candidateAt, log } =
      await start(database)
    const command = change()
    expect(await rennes.send(command)).toEqual(['applied'])
    expect(await log()).toMatchObject([
      {
        ...{ id: command.id, candidateId, madeBy: 'centre', centreId: 'rennes', person: 'Anne Hervé' },
        ...{
          proof: 'identity-card',
          proofText: 'n° 8X2',
          fromEmail: OLD,
          toEmail: NEW,
          askedAt: MONDAY,
          status: 'waiting',
        },
      },
    ])
    expect(await mails()).toEqual([`address-changing ${OLD}`, `address-coming ${NEW}`])
    expect(await candidateAt(rennes)).toMatchObject({ email: OLD, emailNext: NEW, emailChangesAt: null })
    const underWay = async () => ((await mustBe(200, browser.get('/api/me'))) as MeAnswer).emailChange
    expect(await underWay()).toEqual({ to: 'a…@example.org', changesAt: null })
    expect(await mustBe(200, prove())).toEqual({ changed: false })
    expect(await mustBe(409, prove())).toEqual({ code: 'link-used' })
    expect(await candidateAt(rennes)).toMatchObject({ email: OLD, emailChangesAt: null })
    expect(await work()).toBe(0)
    expect(await candidateAt(rennes)).toMatchObject({ email: OLD, emailNext: NEW, emailChangesAt: TUESDAY })
    expect(await underWay()).toEqual({ to: 'a…@example.org', changesAt: TUESDAY })
    await mustBe(200, aBrowser(hq).post('/api/recover', { what: 'password', email: OLD }))
    clock.set(TUESDAY)
    clock.advance(-0.001)
    expect(await work()).toBe(0)
    await mustBe(200, aBrowser(hq).post('/api/sign-in', { login: OLD, password: PASSWORD }))
    const reset = await lastLink(hq, 'new-password')
    await mustBe(200, browser.post('/api/sign-in', { login: OLD, password: PASSWORD }))
    clock.set(TUESDAY)
    expect(await work()).toBe(1)
    expect(await work()).toBe(0)
    expect(await candidateAt(rennes)).toMatchObject({ email: NEW, emailNext: null, emailChangesAt: null })
    expect((await mails()).slice(-2)).toEqual([`address-changed ${OLD}`, `address-changed ${NEW}`])
    await mustBe(401, browser.get('/api/me'))
    await mustBe(401, browser.post('/api/sign-in', { login: OLD, password: PASSWORD }))
    await mustBe(410, browser.post('/api/reset-password', { token: reset, password: 'Autre-2027 !' }))
    await mustBe(200, browser.post('/api/sign-in', { login: NEW, password: PASSWORD }))
    expect(await log()).toMatchObject([{ status: 'done', settledAt: TUESDAY }])
    expect(hq.bugs).toEqual([])
  })

  test('somebody without account: the record alone, in every centre that sees them', async () => {
    const { clock, world, rennes, other, change, work, prove, candidateAt } = await start(database)
    const ny = { requestId: world.request('Ny'), candidateId: world.candidate('Ny') }
    const from = (await candidateAt(rennes, ny.candidateId))?.email ?? ''
    expect(await rennes.send(change({ ...ny, from }))).toEqual(['applied'])
    expect(await candidateAt(other, ny.candidateId)).toMatchObject({ email: from, emailNext: NEW })
    await mustBe(200, prove())
    clock.advance(DAY)
    expect(await work()).toBe(1)
    expect(await candidateAt(other, ny.candidateId)).toMatchObject({ email: NEW, emailNext: null })
  })

  test('the old address stops it: the centre finds it under « À revoir », the new address is told', async () => {
    const { clock, hq, rennes, change, work, prove, mails, candidateAt, review, stop, log } = await start(database)
    await rennes.send(change())
    await hq.db.updateTable('mail').set({ status: 'sent' }).where('name', '=', 'address-coming').execute()
    await mustBe(200, stop())
    expect(await mustBe(409, stop())).toEqual({ code: 'link-used' })
    expect(await candidateAt(rennes)).toMatchObject({ email: OLD, emailNext: null, emailChangesAt: null })
    expect(await review()).toEqual(['refused candidate.change-address address-change-stopped'])
    expect((await mails()).at(-1)).toBe(`address-kept ${NEW}`)
    clock.advance(DAY)
    expect(await work()).toBe(0)
    expect(await log()).toMatchObject([{ status: 'stopped' }])
    // The centre may ask again, which is announced again; what has been done is not undone by its link.
    await rennes.send(change())
    await mustBe(200, prove())
    clock.advance(DAY)
    await work()
    expect(await mustBe(409, stop())).toEqual({ code: 'address-changed' })
  })

  test('a second one takes the place of the first, whose link stops nothing any more', async () => {
    const { clock, hq, rennes, change, work, prove, candidateAt, log } = await start(database)
    await rennes.send(change({ email: 'wrong@example.org' }))
    await mustBe(200, prove())
    await work()
    const token = await lastLink(hq, 'address-changing')
    clock.advance(3600)
    await rennes.send(change())
    expect(await mustBe(410, aBrowser(hq).post('/api/stop-address-change', { token }))).toEqual({
      code: 'link-expired',
    })
    expect(await candidateAt(rennes)).toMatchObject({ emailNext: NEW, emailChangesAt: null })
    await mustBe(200, prove())
    clock.advance(DAY - 3600)
    expect(await work()).toBe(0)
    clock.advance(3600)
    expect(await work()).toBe(1)
    expect(await candidateAt(rennes)).toMatchObject({ email: NEW })
    expect((await log()).map(({ status }) => status)).toEqual(['replaced', 'done'])
  })

  test('refused: another’s address, one that changed meanwhile, somebody whom the centre does not know', async () => {
    const { hq, world, rennes, other, change, review, log, mails } = await start(database)
    await anAccount(hq, formOf(world, 'Roy'))
    await hq.db.deleteFrom('mail').execute()
    expect(await rennes.send(change({ email: 'ROY@example.org' }))).toEqual(['refused address-taken'])
    expect(await rennes.send(change({ from: 'before@example.org' }))).toEqual(['refused value-changed'])
    expect(await rennes.send(change({ email: OLD.toLowerCase() }))).toEqual(['refused not-valid'])
    expect(await other.send(change({}, other))).toEqual(['refused not-found'])
    expect(await review()).toHaveLength(3)
    expect(JSON.stringify(valuesOf(await rennes.rows(), 'reviewItem'))).not.toContain('Roy')
    expect([await log(), await mails()]).toEqual([[], []])
  })

  test('an address that another account has by then is left to it: the centre and the old address are told', async () => {
    const { clock, hq, world, rennes, change, work, prove, mails, candidateAt, review, log } = await start(database)
    await rennes.send(change())
    await mustBe(200, prove())
    const form = { ...formOf(world, 'Roy'), contact: { ...aForm(world).contact, email: NEW } }
    await anAccount(hq, form)
    clock.advance(DAY)
    expect(await work()).toBe(1)
    expect(await candidateAt(rennes)).toMatchObject({ email: OLD, emailNext: null, emailChangesAt: null })
    expect(await review()).toEqual(['refused candidate.change-address address-taken'])
    expect((await mails()).at(-1)).toBe(`address-kept ${OLD}`)
    expect(await log()).toMatchObject([{ status: 'taken' }])
    expect(await work()).toBe(0)
    expect(hq.bugs).toEqual([])
  })

  test('the candidate changes it themselves meanwhile: theirs is the last word', async () => {
    const { clock, hq, browser, rennes, change, work, prove, candidateAt } = await start(database)
    await rennes.send(change())
    await mustBe(200, prove())
    await mustBe(200, browser.post('/api/me/email', { password: PASSWORD, email: 'own@example.org' }))
    await mustBe(200, browser.post('/api/change-address', { token: await lastLink(hq, 'address-asked') }))
    expect(await candidateAt(rennes)).toMatchObject({ email: 'own@example.org', emailNext: null })
    clock.advance(DAY)
    expect(await work()).toBe(0)
  })

  test('sent twice it is kept once; done by several at once, it is done once', async () => {
    const { clock, rennes, change, work, prove, mails, log } = await start(database)
    const command = change()
    await rennes.send(command, command)
    expect(await log()).toHaveLength(1)
    await mustBe(200, prove())
    clock.advance(DAY)
    expect((await Promise.all([work(), work(), work()])).reduce((sum, count) => sum + count, 0)).toBe(1)
    expect(await mails()).toHaveLength(4)
  })

  test('stopped at the very instant at which it takes effect, it is one or the other', async () => {
    const { clock, hq, rennes, change, work, prove, candidateAt, stop } = await start(database)
    await rennes.send(change())
    await mustBe(200, prove())
    clock.advance(DAY)
    const [settled, answer] = await Promise.all([work(), stop()])
    expect([settled, answer.status]).toEqual(settled === 1 ? [1, 409] : [0, 200])
    expect(await candidateAt(rennes)).toMatchObject({ email: settled === 1 ? NEW : OLD, emailNext: null })
    expect(hq.bugs).toEqual([])
  })

  test('HQ’s staff do it at once; what was under way is void', async () => {
    const { clock, hq, world, browser, rennes, candidateId, change, working, work, mails, candidateAt, log } =
      await start(database)
    await rennes.send(change({ email: 'wrong@example.org' }))
    const asked = { person: 'Claire', proof: 'passport', proofText: ' 12AB ' } as const
    const now = (email: string, id = candidateId) => changeAddressNow(working, { ...asked, candidateId: id, email })
    expect(await now(NEW)).toBeNull()
    expect(await candidateAt(rennes)).toMatchObject({ email: NEW, emailNext: null })
    expect((await mails()).slice(2)).toEqual([`address-changed ${OLD}`, `address-changed ${NEW}`])
    await mustBe(401, browser.get('/api/me'))
    expect((await log()).map(({ madeBy, status, person }) => `${madeBy} ${status} ${person}`).sort()).toEqual([
      'centre replaced Anne Hervé',
      'staff done Claire',
    ])
    expect(await now(NEW)).toBe('same-address')
    expect(await now(OLD, 'nobody')).toBe('not-found')
    await anAccount(hq, formOf(world, 'Roy'))
    expect(await now('roy@example.org')).toBe('address-taken')
    // A stranger's form that waits there is not theirs to erase.
    await mustBe(200, aBrowser(hq).post('/api/register', formOf(world, 'Zoe')))
    expect(await now('zoe@example.org')).toBe('address-taken')
    await confirmLast(hq)
    clock.advance(DAY)
    expect(await work()).toBe(0)
  })
})

test('two instances that come to it at once change it once', async () => {
  const world = smallWorld({ candidates: ['Ny', 'Roy', 'Sy'] })
  const [one, two] = await twoInstances([world], 600_000)
  const at = '2026-11-22T08:00:00.000Z'
  await one.db.updateTable('candidate').set({ emailNext: sql`id || '@example.org'`, emailChangesAt: TUESDAY }).execute()
  await sql`insert into address_change (id, candidate_id, made_by, centre_id, from_email, to_email, asked_at, valid_until,
    told_at, proved_at, status) select id, id, 'centre', 'rennes', email, email_next, ${at}, ${TUESDAY}, ${at}, ${at}, 'waiting'
    from candidate`.execute(one.db)
  const counts = await Promise.all([one, two, one, two].map(({ hq }) => changeAddressesDue(hq)))
  // One that finds a record locked leaves it to the other.
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(3)
  const rows = await one.db.selectFrom('candidate').select(['email', 'emailNext']).execute()
  expect(rows.every(({ email, emailNext }) => email.startsWith('rennes') && emailNext === null)).toBe(true)
  const { told } = await one.db
    .selectFrom('mail')
    .select((eb) => eb.fn.countAll<string>().as('told'))
    .executeTakeFirstOrThrow()
  expect([Number(told), one.bugs, two.bugs]).toEqual([6, [], []])
})
