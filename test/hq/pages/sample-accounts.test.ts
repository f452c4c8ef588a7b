import { expect, test } from 'vitest'
import { MeAnswer } from '../../../contract/candidate-pages.ts'
import { DuplicatesAnswer, MailsAnswer, MessagesAnswer } from '../../../contract/staff-pages.ts'
import { Password } from '../../../domain/shapes/registration.ts'
import { SAMPLE_ADDRESSES, SAMPLE_OTHER_ADDRESS, SAMPLE_PASSWORD, SAMPLE_STAFF } from '../../../hq/sample/accounts.ts'
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
  const browser = aBrowser(hq)
  await mustBe(200, browser.post('/api/sign-in', { login: SAMPLE_ADDRESSES.requested, password: SAMPLE_PASSWORD }))
  const { documents } = MeAnswer.parse(await mustBe(200, browser.get('/api/me')))
  expect(documents.map(({ version }) => version)).toEqual([2, 1])
  const kept = await hq.db
    .selectFrom('requestVersion')
    .select(['version', 'content', 'madeAt'])
    .where('requestId', '=', documents[0]?.requestId ?? '')
    .orderBy('version')
    .execute()
  expect(kept.map(({ content }) => [content.candidate.phone, content.exams[0]?.softwareNames])).toEqual([
    ['06 39 98 00 00', ['CIEL COMPTABILITE', 'EXCEL 2017']],
    [expect.not.stringMatching('06 39 98 00 00'), ['SAGE 50', 'EXCEL 2017']],
  ])
  expect(kept.map(({ madeAt }) => madeAt)).toEqual(kept.map(({ madeAt }) => madeAt).toSorted())
  // Theirs, and the one under which somebody registered again.
  expect(await hq.db.selectFrom('account').select('id').execute()).toHaveLength(4)
})

test('the sample has work for HQ’s staff, and whoever was stopped may be let through', async () => {
  const hq = await startHq({ sample: true })
  const staff = aBrowser(hq)
  const { email } = SAMPLE_STAFF
  await mustBe(200, staff.post('/api/siege/sign-in', { email, password: SAMPLE_PASSWORD }))
  const duplicates = DuplicatesAnswer.parse(await mustBe(200, staff.get('/api/siege/duplicates')))
  expect(duplicates.open).toMatchObject([
    { why: ['same-name-and-birth'], records: [{ hasAccount: true }, { hasAccount: true, requests: [] }] },
  ])
  expect(duplicates.open[0]?.blockedAt).not.toBeNull()
  const messages = MessagesAnswer.parse(await mustBe(200, staff.get('/api/siege/messages')))
  expect(messages.open).toMatchObject([{ examCodes: ['ASCA-E1', 'ASCA-E2'], department: '48' }])
  // Nothing else is in the queue: none of it leaves by itself.
  const mails = MailsAnswer.parse(await mustBe(200, staff.get('/api/siege/mails')))
  expect(mails.counts).toEqual({ waiting: 0, sending: 0, sent: 0, dropped: 0, failed: 1 })
  expect(mails.mails).toMatchObject([{ status: 'failed', name: 'request-received', resendable: true }])

  const again = aBrowser(hq)
  await mustBe(200, again.post('/api/sign-in', { login: SAMPLE_OTHER_ADDRESS, password: SAMPLE_PASSWORD }))
  expect(MeAnswer.parse(await mustBe(200, again.get('/api/me')))).toMatchObject({
    requests: [],
    stopped: [{ centreName: 'CENTRE LUMIÈRE', decided: null }],
  })
  const settled = { caseId: duplicates.open[0]?.id, settleAs: 'apart' }
  expect(await mustBe(200, staff.post('/api/siege/duplicates/settle', settled))).toEqual({
    told: [SAMPLE_OTHER_ADDRESS],
  })
})
