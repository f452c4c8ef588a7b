import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { MeAnswer, type RegisterBody } from '../../../contract/candidate-pages.ts'
import { EnrolAnswer } from '../../../contract/hq.ts'
import {
  DevicesAnswer,
  DuplicatesAnswer,
  MailsAnswer,
  MessagesAnswer,
  NewCodeAnswer,
  StaffMeAnswer,
} from '../../../contract/staff-pages.ts'
import { inTransaction } from '../../../hq/db/transaction.ts'
import { queueMail } from '../../../hq/mail/queue-mail.ts'
import { addStaff, closeStaff, linkStaff } from '../../../hq/staff/staff-accounts.ts'
import { AGE, APP_VERSION, aDevice, ask } from '../../helpers/a-device.ts'
import { aClock, anHq, type MovableClock, type RunningHq } from '../../helpers/an-hq.ts'
import { ENGINES } from '../../helpers/hq-database.ts'
import { smallWorld } from '../../helpers/world.ts'
import { prevalidate } from '../acts.ts'
import {
  aBrowser,
  aForm,
  anAccount,
  anAttempt,
  aStaffMember,
  type Browser,
  confirmLast,
  formOf,
  mailsOf,
  mustBe,
  PASSWORD,
} from './a-browser.ts'

const READS = ['me', 'duplicates', 'devices', 'mails', 'messages']
const CHANGES: Readonly<Record<string, object>> = {
  'duplicates/settle': { caseId: 'x', settleAs: 'apart' },
  'codes/issue': { centreId: 'rennes' },
  'codes/withdraw': { centreId: 'rennes' },
  'devices/revoke': { deviceId: 'x' },
  'mails/resend': { mailId: 'x' },
  'mails/give-up': { mailId: 'x' },
  'messages/handle': { messageId: 'x' },
}

describe.each(ENGINES)('the pages of HQ’s staff, on %s', (database) => {
  const rennes = smallWorld({ candidates: ['Ny'] })
  const brest = smallWorld({ candidates: [], centreId: 'brest' })
  let clock: MovableClock
  let hq: RunningHq
  let staff: Browser
  let colleague: Browser

  beforeAll(async () => {
    clock = aClock()
    hq = await anHq({ database, clock, worlds: [rennes, brest] })
    staff = await aStaffMember(hq, { email: 'camille@example.org', name: 'Camille Moreau' })
    colleague = await aStaffMember(hq, { email: 'jo@example.org', name: 'Jo Petit' })
  })
  afterAll(async () => {
    expect(hq.bugs).toEqual([])
    await hq.stop()
  })

  const needed = () => ({ db: hq.db, clock, random: randomBytes })

  async function linkFor(email: string, name: string): Promise<string> {
    const added = await addStaff(needed(), email, name)
    if (added === 'known') throw new Error('known')
    return added.secret
  }

  /** One person under two addresses: live in Rennes, and stopped in Brest. */
  async function someoneTwice(name: string) {
    clock.advance(60)
    const first = formOf(rennes, name)
    await anAccount(hq, first)
    clock.advance(60)
    const contact = { ...first.contact, email: `autre-${name}@example.org` }
    const second: RegisterBody = { ...first, ...aForm(brest), identity: first.identity, contact, attempt: anAttempt() }
    await mustBe(200, aBrowser(hq).post('/api/register', second))
    expect(await confirmLast(hq)).toEqual({ blocked: 'live-elsewhere' })
    const browser = aBrowser(hq)
    await mustBe(200, browser.post('/api/sign-in', { login: contact.email, password: PASSWORD }))
    const { open } = DuplicatesAnswer.parse(await mustBe(200, staff.get('/api/siege/duplicates')))
    const found = open.find(({ records }) => records.some(({ birthName }) => birthName === name))
    if (!found) throw new Error('no case')
    const { sessionId, centreId, choices } = second
    const askAgain = () =>
      browser.post('/api/me/requests', {
        ...{ attempt: anAttempt(), sessionId, centreId, choices, softwareAccepted: true },
      })
    return { found, askAgain, browser, older: first.contact.email, newer: contact.email }
  }

  const settle = (by: Browser, caseId: string, settleAs: string) =>
    by.post('/api/siege/duplicates/settle', { caseId, settleAs })

  const actsOn = async (about: string) =>
    (await hq.db.selectFrom('staffAct').select('act').where('about', '=', about).orderBy('id').execute()).map(
      ({ act }) => act,
    )

  test('who is not staff gets nothing: nobody, a candidate, another cookie’s secret', async () => {
    const candidate = await anAccount(hq, formOf(rennes, 'Curieux'))
    const dressedUp = aBrowser(hq)
    dressedUp.setCookie(`pupitre_siege=${String(candidate.cookie()).split('=')[1]}`)
    for (const browser of [aBrowser(hq), candidate, dressedUp]) {
      for (const path of READS)
        expect([path, await mustBe(401, browser.get(`/api/siege/${path}`))]).toEqual([path, { code: 'not-signed-in' }])
      for (const [path, body] of Object.entries(CHANGES))
        for (const sent of [body, {}, 'x'])
          expect([path, await mustBe(401, browser.post(`/api/siege/${path}`, sent))]).toEqual([
            path,
            { code: 'not-signed-in' },
          ])
    }
    const asCandidate = aBrowser(hq)
    asCandidate.setCookie(`pupitre_session=${String(staff.cookie()).split('=')[1]}`)
    await mustBe(401, asCandidate.get('/api/me'))
    expect(StaffMeAnswer.parse(await mustBe(200, staff.get('/api/siege/me'))).name).toBe('Camille Moreau')
  })

  test('changes come from HQ’s own pages only; the cookie is for HQ alone', async () => {
    const foreign = staff.post('/api/siege/codes/issue', { centreId: 'rennes' }, { origin: 'https://evil.example' })
    expect(await mustBe(400, foreign)).toEqual({ code: 'bad-request', detail: 'origin' })
    const { headers } = await aBrowser(hq).post('/api/siege/sign-in', { email: 'jo@example.org', password: PASSWORD })
    expect(headers.get('set-cookie')).toMatch(/^pupitre_siege=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)
    expect(headers.get('cache-control')).toBe('no-store')
  })

  test('a link is used once; a wrong password, a closed account, an old session open nothing', async () => {
    const email = 'lea@example.org'
    const browser = aBrowser(hq)
    const first = await linkFor(email, 'Léa Roux')
    expect(await addStaff(needed(), 'LEA@example.org', 'Léa')).toBe('known')
    const other = await linkStaff(needed(), email)
    if (typeof other === 'string') throw new Error(other)
    const choose = (token: string) => browser.post('/api/siege/reset', { token, password: PASSWORD })
    const signIn = (password: string) => browser.post('/api/siege/sign-in', { email, password })
    expect(await mustBe(401, signIn(PASSWORD))).toEqual({ code: 'wrong-login' })
    expect(await mustBe(410, choose(first))).toEqual({ code: 'link-expired' })
    expect(await mustBe(400, browser.post('/api/siege/reset', { token: other.secret, password: 'short' }))).toEqual({
      code: 'bad-request',
      detail: '/password',
    })
    await mustBe(200, choose(other.secret))
    expect(await mustBe(409, choose(other.secret))).toEqual({ code: 'link-used' })
    expect(await mustBe(401, signIn('Autre-2026 !'))).toEqual({ code: 'wrong-login' })
    await mustBe(200, signIn(PASSWORD))
    await mustBe(200, browser.get('/api/siege/me'))
    expect(await closeStaff(needed(), email)).toBe('closed')
    await mustBe(401, browser.get('/api/siege/me'))
    await mustBe(401, signIn(PASSWORD))
    expect([await linkStaff(needed(), email), await closeStaff(needed(), email)]).toEqual(['closed', 'closed-before'])
    const late = await linkFor(email, 'Léa Roux')
    const now = clock.now()
    clock.advance(48 * 3600)
    expect(await mustBe(410, choose(late))).toEqual({ code: 'link-expired' })
    await mustBe(401, staff.get('/api/siege/me'))
    clock.set(now)
    await mustBe(200, staff.get('/api/siege/me'))
    const leaving = aBrowser(hq)
    await mustBe(200, leaving.post('/api/siege/sign-in', { email: 'jo@example.org', password: PASSWORD }))
    const left = leaving.cookie()
    await mustBe(200, leaving.post('/api/siege/sign-out'))
    leaving.setCookie(left)
    await mustBe(401, leaving.get('/api/siege/me'))
    const hashes = await hq.db.selectFrom('staffSession').select('hash').execute()
    expect(JSON.stringify(hashes)).not.toContain(String(staff.cookie()).split('=')[1])
  })

  test('two people who were told apart no longer stop each other, and who was stopped is told so, once', async () => {
    const { found, askAgain, newer, older, browser } = await someoneTwice('Tanguy')
    expect(found).toMatchObject({ why: ['same-name-and-birth'], blockedAt: clock.now() })
    expect(found.records.map(({ requests }) => requests.map(({ centreName }) => centreName))).toEqual([
      ['CENTRE LUMIÈRE'],
      [],
    ])
    // Whole: the staff may have to call or to write to either of them, or to the centre.
    expect(found.records.map(({ email, phone }) => [email, phone])).toEqual(
      [older, newer].map((email) => [email, '06 39 98 12 34']),
    )
    expect(found.records[0]?.requests[0]).toHaveProperty('centrePhone', '02 61 91 00 35')
    expect(found.stopped).toEqual([
      {
        ...{ candidateId: found.records[1]?.candidateId, at: clock.now() },
        asked: {
          ...{ sessionLabel: 'Session de janvier 2027', centreName: 'CENTRE LUMIÈRE', town: 'Rennes' },
          ...{ centrePhone: '02 61 91 00 35', examCodes: ['ASCA-E1'] },
        },
      },
    ])
    const own = async () => MeAnswer.parse(await mustBe(200, browser.get('/api/me')))
    const stopped = { sessionLabel: 'Session de janvier 2027', centreName: 'CENTRE LUMIÈRE', examCodes: ['ASCA-E1'] }
    expect(await own()).toMatchObject({ requests: [], stopped: [{ ...stopped, at: clock.now(), decided: null }] })
    await mustBe(409, askAgain())
    const answers = await Promise.all([staff, colleague].map((by) => settle(by, found.id, 'apart')))
    expect(answers.map(({ body }) => body)).toEqual(
      expect.arrayContaining([{ told: [newer] }, { code: 'changed-meanwhile' }]),
    )
    expect(await mustBe(409, settle(colleague, found.id, 'same'))).toEqual({ code: 'changed-meanwhile' })
    expect(await actsOn(found.id)).toEqual(['duplicate.apart'])
    const decidedAt = clock.now()
    const told = (await mailsOf(hq)).filter(({ name }) => name === 'may-ask-again')
    expect(told).toMatchObject([{ recipient: newer }])
    expect(JSON.stringify(told)).not.toMatch(/Rennes|LUMIÈRE|"Tanguy@example/)
    expect((await own()).stopped).toMatchObject([{ decided: 'apart' }])
    clock.advance(60)
    await mustBe(200, askAgain())
    expect((await own()).stopped).toEqual([])
    const { open, settled } = DuplicatesAnswer.parse(await mustBe(200, staff.get('/api/siege/duplicates')))
    expect(open.map(({ id }) => id)).not.toContain(found.id)
    expect(settled).toMatchObject([
      { id: found.id, settledAs: 'apart', settledBy: expect.stringMatching(/Moreau|Petit/), settledAt: decidedAt },
    ])
  })

  test('one person under two addresses is told which one to use; nothing is merged, and they are still stopped', async () => {
    const { found, askAgain, older, newer, browser } = await someoneTwice('Soizic')
    expect(await mustBe(200, settle(staff, found.id, 'same'))).toEqual({ told: [older, newer] })
    const told = (await mailsOf(hq)).filter(({ name }) => name === 'use-this-account')
    expect(told).toMatchObject([{ recipient: older }])
    expect(JSON.stringify(told)).not.toContain(newer)
    const toOther = (await mailsOf(hq)).filter(({ name }) => name === 'use-other-account')
    expect(toOther).toMatchObject([{ recipient: newer }])
    expect(JSON.stringify(toOther)).not.toMatch(/Rennes|LUMIÈRE|"Soizic@example/)
    const { stopped } = MeAnswer.parse(await mustBe(200, browser.get('/api/me')))
    expect(stopped).toMatchObject([{ decided: 'same' }])
    expect(
      (await mailsOf(hq)).filter(({ name, recipient }) => name === 'may-ask-again' && recipient === newer),
    ).toEqual([])
    expect(await mustBe(409, askAgain())).toEqual({ code: 'live-elsewhere' })
    const records = await hq.db.selectFrom('candidate').select('id').where('birthName', '=', 'Soizic').execute()
    expect(records).toHaveLength(2)
    // Stopped again, the case stays settled: nobody has to say it twice.
    const { open } = DuplicatesAnswer.parse(await mustBe(200, staff.get('/api/siege/duplicates')))
    expect(open.map(({ id }) => id)).not.toContain(found.id)
  })

  test('stopped by two others, they are told once both were told apart', async () => {
    const { found, newer } = await someoneTwice('Yuna')
    // A third record, live in Rennes too: the same name and day, another exam's place.
    // Of two mails of one instant none is the last: `confirmLast` wants one that is.
    clock.advance(60)
    const third = formOf(rennes, 'Yuna')
    const contact = { ...third.contact, email: 'trois@example.org' }
    await mustBe(200, aBrowser(hq).post('/api/register', { ...third, contact, attempt: anAttempt() }))
    await confirmLast(hq)
    const yunas = async () =>
      DuplicatesAnswer.parse(await mustBe(200, staff.get('/api/siege/duplicates'))).open.filter(({ records }) =>
        records.some(({ birthName }) => birthName === 'Yuna'),
      )
    expect(await yunas()).toHaveLength(3)
    // The third one was stopped by the first, who is live: told apart from the second only, it still is.
    const [ofFirst] = (await yunas()).filter(
      ({ id, records }) =>
        id !== found.id && records.some(({ candidateId }) => candidateId === found.records[0]?.candidateId),
    )
    const [ofSecond] = (await yunas()).filter(({ id }) => id !== found.id && id !== ofFirst?.id)
    expect(await mustBe(200, settle(staff, ofSecond?.id ?? '', 'apart'))).toEqual({ told: [] })
    expect(await mustBe(200, settle(staff, ofFirst?.id ?? '', 'apart'))).toEqual({ told: ['trois@example.org'] })
    expect(await mustBe(200, settle(staff, found.id, 'apart'))).toEqual({ told: [newer] })
    expect(
      (await mailsOf(hq)).filter(({ name, recipient }) => name === 'may-ask-again' && recipient === newer),
    ).toHaveLength(1)
  })

  test('an older record without an account is nobody’s to sign in with: the other one is told', async () => {
    clock.advance(60)
    const form = formOf(brest, 'Ny')
    const identity = { ...form.identity, firstNames: 'Hinano', bornOn: '1998-05-30' }
    await mustBe(200, aBrowser(hq).post('/api/register', { ...form, identity }))
    expect(await confirmLast(hq)).toEqual({ blocked: 'live-elsewhere' })
    const { open } = DuplicatesAnswer.parse(await mustBe(200, staff.get('/api/siege/duplicates')))
    const found = open.find(({ records }) => records.some(({ birthName }) => birthName === 'Ny'))
    expect(found?.records.map(({ hasAccount }) => hasAccount)).toEqual([false, true])
    expect(await mustBe(200, settle(staff, found?.id ?? '', 'same'))).toEqual({ told: [form.contact.email] })
  })

  test('a code lets one PC in, once; withdrawn, none', async () => {
    const issue = async () =>
      NewCodeAnswer.parse(await mustBe(200, staff.post('/api/siege/codes/issue', { centreId: 'brest' })))
    const enrol = async (code: string) => {
      const { publicKey } = (await aDevice(hq, 'rennes')).newKeys()
      const body = { code, deviceName: 'ACCUEIL', publicKey, agePublicKey: AGE.recipient, appVersion: APP_VERSION }
      return ask(hq.url, '/v1/devices/enrol', { body })
    }
    const brestNow = async () => {
      const { centres } = DevicesAnswer.parse(await mustBe(200, staff.get('/api/siege/devices')))
      return centres.find(({ id }) => id === 'brest')
    }
    const { code, expiresAt } = await issue()
    expect(expiresAt > clock.now()).toBe(true)
    expect(await brestNow()).toMatchObject({ unusedCodes: 1, devices: [] })
    expect(JSON.stringify(await brestNow())).not.toContain(code)
    const enrolled = EnrolAnswer.parse((await enrol(code)).body)
    expect(enrolled.centreId).toBe('brest')
    expect(await enrol(code)).toEqual({ status: 401, body: { code: 'unknown-code' } })
    expect(await brestNow()).toMatchObject({
      unusedCodes: 0,
      devices: [{ name: 'ACCUEIL', series: 'A', appVersion: APP_VERSION, contactAt: null, revokedAt: null }],
    })
    const unused = await issue()
    await mustBe(200, staff.post('/api/siege/codes/withdraw', { centreId: 'brest' }))
    expect(await enrol(unused.code)).toEqual({ status: 401, body: { code: 'unknown-code' } })
    expect(await mustBe(404, staff.post('/api/siege/codes/issue', { centreId: 'nowhere' }))).toEqual({
      code: 'not-found',
    })
    expect((await actsOn('brest')).sort()).toEqual(['code.issue', 'code.issue', 'codes.withdraw'])
  })

  test('a PC that was shut out is refused everywhere, by the code that its desk knows', async () => {
    const pc = await aDevice(hq, 'rennes', 'BUREAU')
    const token = await pc.token()
    const own = async () => {
      const { centres } = DevicesAnswer.parse(await mustBe(200, staff.get('/api/siege/devices')))
      return centres.flatMap(({ devices }) => devices).find(({ id }) => id === pc.deviceId)
    }
    expect(await own()).toMatchObject({ name: 'BUREAU', contactAt: clock.now(), revokedAt: null })
    const revoke = (by: Browser) => by.post('/api/siege/devices/revoke', { deviceId: pc.deviceId })
    await mustBe(200, revoke(staff))
    expect(await mustBe(409, revoke(colleague))).toEqual({ code: 'changed-meanwhile' })
    const revoked = { status: 401, body: { code: 'revoked' } }
    expect(await pc.requestToken()).toEqual(revoked)
    expect((await pc.renew()).reply).toEqual(revoked)
    const command = pc.command('entry.release', { entryIds: ['x'] } as never)
    expect(await ask(hq.url, '/v1/commands', { body: { commands: [command] }, token })).toEqual(revoked)
    expect(await hq.import(await pc.departure([command]))).toEqual({ ok: false, refusal: 'revoked-sender' })
    expect(await own()).toMatchObject({ revokedAt: clock.now() })
    expect(await actsOn(pc.deviceId)).toEqual(['device.revoke'])
  })

  test('a mail that failed is sent again, one that waits is given up; a link that was forgotten is not sent', async () => {
    await hq.db.deleteFrom('mail').execute()
    const data = { name: 'Ny', nuc: 'CA10482', signInLink: '/connexion' }
    const link = { name: 'Ny', link: '', validBefore: clock.now() }
    const ny = await hq.db.selectFrom('candidate').select('id').where('birthName', '=', 'Ny').executeTakeFirstOrThrow()
    await inTransaction(hq.db, async (tx) => {
      const about = { centreId: 'brest', candidateId: ny.id }
      for (const recipient of ['failed@example.org', 'waiting@example.org', 'quiet@example.org', 'gone@example.org'])
        await queueMail(tx, needed(), {
          name: 'nuc-reminder',
          data,
          recipient,
          ...(recipient.startsWith('failed') ? about : {}),
        })
      await queueMail(tx, needed(), { name: 'new-password', data: link, recipient: 'link@example.org' })
    })
    const mark = (recipient: string, set: object) =>
      hq.db.updateTable('mail').set(set).where('recipient', '=', recipient).execute()
    await mark('failed@example.org', { status: 'failed', trouble: '550 no such user …', attempts: 2 })
    await mark('link@example.org', { status: 'failed', trouble: '550', attempts: 1 })
    await mark('waiting@example.org', { trouble: '451 later', dueAt: '2027-01-01T00:00:00.000Z', attempts: 3 })
    await mark('gone@example.org', { status: 'dropped' })
    const read = async () => MailsAnswer.parse(await mustBe(200, staff.get('/api/siege/mails')))
    const { counts, mails } = await read()
    expect(counts).toEqual({ waiting: 2, sending: 0, sent: 0, dropped: 1, failed: 2 })
    expect(mails.map(({ maskedRecipient, resendable }) => [maskedRecipient, resendable])).toEqual(
      expect.arrayContaining([
        ['f…d@example.org', true],
        ['l…k@example.org', false],
        ['w…g@example.org', true],
        ['g…e@example.org', true],
      ]),
    )
    expect(mails).toHaveLength(4)
    expect(JSON.stringify(mails)).not.toMatch(/failed@|CA10482/)
    const saidOf = (masked: string) => mails.find(({ maskedRecipient }) => maskedRecipient === masked)
    // By the record where there is one, by what was typed otherwise.
    expect(saidOf('f…d@example.org')).toMatchObject({
      personName: expect.stringMatching(/^Ny ./),
      centreName: 'CENTRE LUMIÈRE',
    })
    expect(saidOf('l…k@example.org')).toMatchObject({ personName: 'Ny', centreName: null })
    const idOf = (masked: string) => mails.find(({ maskedRecipient }) => maskedRecipient === masked)?.id ?? ''
    const failed = idOf('f…d@example.org')
    await mustBe(200, staff.post('/api/siege/mails/resend', { mailId: failed }))
    const row = await hq.db.selectFrom('mail').selectAll().where('id', '=', failed).executeTakeFirstOrThrow()
    expect(row).toMatchObject({ status: 'waiting', dueAt: clock.now(), attempts: 2 })
    expect(await mustBe(409, staff.post('/api/siege/mails/resend', { mailId: idOf('l…k@example.org') }))).toEqual({
      code: 'changed-meanwhile',
    })
    const waiting = idOf('w…g@example.org')
    await mustBe(200, staff.post('/api/siege/mails/resend', { mailId: waiting }))
    const due = await hq.db.selectFrom('mail').select('dueAt').where('id', '=', waiting).executeTakeFirstOrThrow()
    expect(due).toEqual({ dueAt: clock.now() })
    await mustBe(200, staff.post('/api/siege/mails/give-up', { mailId: waiting }))
    expect(await mustBe(409, colleague.post('/api/siege/mails/give-up', { mailId: waiting }))).toEqual({
      code: 'changed-meanwhile',
    })
    expect(await mustBe(404, staff.post('/api/siege/mails/give-up', { mailId: 'x' }))).toEqual({ code: 'not-found' })
    expect((await read()).counts).toEqual({ waiting: 2, sending: 0, sent: 0, dropped: 1, failed: 2 })
    expect([await actsOn(failed), (await actsOn(waiting)).sort().reverse()]).toEqual([
      ['mail.resend'],
      ['mail.resend', 'mail.give-up'],
    ])
  })

  test('of a mail about a seat to pay that was given up the centre is told', async () => {
    const pc = await aDevice(hq, 'rennes')
    expect(await pc.send(prevalidate(pc, rennes, 'Ny'))).toEqual(['applied'])
    const told = () =>
      hq.db.selectFrom('reviewItem').select('entryIds').where('code', '=', 'mail-undelivered').execute()
    const mail = hq.db.selectFrom('mail').select('id').where('name', '=', 'prevalidated')
    const { id: mailId } = await mail.executeTakeFirstOrThrow()
    expect(await told()).toEqual([])
    await mustBe(200, staff.post('/api/siege/mails/give-up', { mailId }))
    expect(await told()).toEqual([{ entryIds: [rennes.entry('Ny')] }])
  })

  test('what was looked for in vain is read, and handled once', async () => {
    const { examId = '' } = aForm(rennes).choices[0] ?? {}
    const sought = { sessionId: '2027-01', examIds: [examId], department: '48', email: 'lozere@example.org' }
    await mustBe(200, aBrowser(hq).post('/api/no-centre', { ...sought, message: 'Rien en Lozère ?' }))
    const read = async () => MessagesAnswer.parse(await mustBe(200, staff.get('/api/siege/messages')))
    const [message] = (await read()).open
    expect(message).toMatchObject({
      ...{ department: '48', examCodes: ['ASCA-E1'], email: 'lozere@example.org', handled: null },
      ...{ message: 'Rien en Lozère ?', sessionLabel: 'Session de janvier 2027' },
    })
    expect(StaffMeAnswer.parse(await mustBe(200, staff.get('/api/siege/me'))).waiting.messages).toBe(1)
    const handle = (by: Browser) => by.post('/api/siege/messages/handle', { messageId: message?.id })
    await mustBe(200, handle(staff))
    expect(await mustBe(409, handle(colleague))).toEqual({ code: 'changed-meanwhile' })
    expect(await read()).toMatchObject({ open: [], handled: [{ handled: { at: clock.now(), by: 'Camille Moreau' } }] })
  })
})
