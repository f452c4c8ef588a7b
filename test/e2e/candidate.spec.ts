import { expect } from 'playwright/test'
import { addSeconds } from '../../domain/time.ts'
import { PAGES as PATHS } from '../../hq/mail/page-paths.ts'
import { SAMPLE_ADDRESSES, SAMPLE_PASSWORD } from '../../hq/sample/accounts.ts'
import { CONFIRM, PASSWORD_RULES, RESET_PASSWORD, SIGN_IN } from '../../text/pages/account.ts'
import { FAULTS } from '../../text/pages/faults.ts'
import { PAGES, TROUBLES } from '../../text/pages/frame.ts'
import { REGISTER, SENT, STEP_IDENTITY, SUMMARY } from '../../text/pages/register.ts'
import { ADD, ENTRY_WORDS, SPACE, WITHDRAW } from '../../text/pages/space.ts'
import type { CandidateHands, Somebody } from './candidate-hands.ts'
import { test } from './candidate-visit.ts'

const MAELLE: Somebody = {
  birthName: 'Le Gall',
  firstNames: 'Maëlle Anne',
  email: 'maelle.le-gall@exemple.fr',
  password: 'Rennes-2027',
  born: { day: '3', month: '5', year: '1998', commune: 'Rennes' },
}
const RENNES = 'CENTRE LUMIÈRE'

test('a candidate registers, confirms, and sees where the request stands', async ({ visit }) => {
  const { hands } = await visit.phone()
  const { page } = hands
  const look = (screen: string) => visit.look(hands, screen)
  await hands.open('/')
  await page.getByRole('heading', { level: 3 }).first().waitFor()
  await look('home')
  await hands.open('/inscription')
  await hands.waitForStep('epreuves')
  await look('exams')
  await hands.chooseExams('ASCA-E1', 'UCP-E1')
  await hands.findCentres('35')
  await page.getByRole('radio', { name: new RegExp(RENNES) }).waitFor()
  await look('place')
  await hands.chooseCentre(RENNES)
  await hands.waitForStep('identite')
  await hands.next()
  await look('identity with faults')
  await hands.fillIdentity(MAELLE)
  await hands.waitForStep('coordonnees')
  await look('contact')
  await hands.fillContact(MAELLE)
  await hands.waitForStep('situation')
  await look('situation')
  await hands.fillSituation()
  await hands.waitForStep('compte')
  await look('account')
  await hands.fillAccount(MAELLE)
  await look('summary')
  await hands.send()
  await expect(page.getByRole('heading', { level: 1, name: SENT.title })).toBeFocused()
  await expect(page.getByText(MAELLE.email)).toBeVisible()
  await look('sent')

  const link = await visit.linkIn('confirm-address', MAELLE.email)
  await page.goto(link)
  await page.getByRole('button', { name: CONFIRM.submit }).waitFor()
  const account = visit.hq.db.selectFrom('account').select('confirmedAt').where('email', '=', MAELLE.email)
  expect(await account.execute()).toEqual([{ confirmedAt: null }])
  await look('confirm')
  await page.getByRole('button', { name: CONFIRM.submit }).click()
  await expect(page.getByRole('link', { name: CONFIRM.passwordMissing })).toBeVisible()
  await hands.confirm(link, 'Rennes-2028')
  await expect(page.getByRole('link', { name: CONFIRM.passwordWrong })).toBeVisible()
  await look('confirm with a fault')
  await hands.confirm(link, MAELLE.password)
  await expect(page.getByRole('heading', { name: CONFIRM.doneTitle })).toBeVisible()
  await hands.confirm(link, MAELLE.password)
  await expect(page.getByRole('heading', { name: CONFIRM.usedTitle })).toBeVisible()
  await look('used')

  await hands.signIn(MAELLE.email, 'Rennes-2028')
  await expect(page.getByText(TROUBLES['wrong-login'])).toBeVisible()
  await look('sign in')
  await hands.signIn(MAELLE.email, MAELLE.password)
  await expect(page.getByText(ENTRY_WORDS.requested)).toHaveCount(2)
  await look('space')

  await page.getByRole('link', { name: SPACE.add }).click()
  await expect(page.getByRole('checkbox', { name: /^ASCA-E1 / })).toHaveAttribute('aria-disabled', 'true')
  await look('add')
  await page.goBack()
  await page.getByRole('button', { name: SPACE.withdrawLabel('UCP-E1') }).click()
  await look('withdraw')
  await page.getByRole('button', { name: WITHDRAW.now, exact: true }).click()
  await expect(page.getByText(ENTRY_WORDS.withdrawn, { exact: true })).toBeVisible()
  await hands.recover('lostPassword', MAELLE.email)
  await page.getByRole('heading', { name: 'Regardez vos mails' }).waitFor()
  await look('recover')
  expect(visit.broken).toEqual([])
  expect(visit.hq.bugs).toEqual([])
})

/** Everything up to the summary, ready to be sent. */
async function fillIn(hands: CandidateHands): Promise<void> {
  await hands.open('/inscription')
  await hands.chooseExams('ASCA-E1')
  await hands.findCentres('35')
  await hands.chooseCentre(RENNES)
  await hands.fillIdentity(MAELLE)
  await hands.fillContact(MAELLE)
  await hands.fillSituation()
  await hands.fillAccount(MAELLE)
}

test('a closed tab brings the draft back, without the password', async ({ visit }) => {
  const { hands, context } = await visit.phone()
  await fillIn(hands)
  const kept = await hands.page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))
  expect(kept).toContain(MAELLE.birthName)
  expect(kept).not.toContain(MAELLE.password)
  await hands.page.close()
  const page = await context.newPage()
  await page.goto(`${visit.hq.url}/inscription?etape=recapitulatif`)
  // The password is what is missing: the form leads to it, and says so.
  await expect(page.getByRole('heading', { level: 1, name: REGISTER.steps.compte })).toBeVisible()
  await expect(page.getByRole('link', { name: PASSWORD_RULES.notYet })).toBeVisible()
  await page.goto(`${visit.hq.url}/inscription?etape=identite`)
  await expect(page.getByRole('textbox', { name: STEP_IDENTITY.birthName, exact: true })).toHaveValue(MAELLE.birthName)
})

test('faults are said on top, and lead to their fields, by keyboard alone', async ({ visit }) => {
  const { hands } = await visit.phone()
  await hands.open('/inscription')
  await hands.waitForStep('epreuves')
  const { page } = hands
  await page.getByRole('checkbox', { name: /^ASCA-E1 / }).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Enter')
  await hands.waitForStep('lieu')
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('combobox')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: FAULTS.noDepartment })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('combobox')).toBeFocused()
})

test('pressed twice, the form is sent once', async ({ visit }) => {
  const { hands } = await visit.phone()
  await fillIn(hands)
  await hands.page.getByRole('button', { name: SUMMARY.send }).dblclick()
  await hands.page.getByRole('heading', { name: SENT.title }).waitFor()
  const mails = await visit.hq.db.selectFrom('mail').select('name').where('recipient', '=', MAELLE.email).execute()
  expect(mails).toEqual([{ name: 'confirm-address' }])
  await hands.page.goBack()
  await hands.waitForStep('epreuves')
})

test('without the network nothing is lost, and the same form sent again is one request', async ({ visit }) => {
  const { hands, context } = await visit.phone()
  await fillIn(hands)
  // HQ takes it, and its answer is lost on the way.
  await context.route('**/api/register', async (route) => {
    await route.fetch()
    await route.abort()
  })
  await hands.send()
  await expect(hands.page.getByText(TROUBLES.unreachable)).toBeVisible()
  await expect(hands.page.getByText(MAELLE.birthName)).toBeVisible()
  await context.unroute('**/api/register')
  await hands.send()
  await hands.page.getByRole('heading', { name: SENT.title }).waitFor()
  const mails = await visit.hq.db.selectFrom('mail').select('name').where('recipient', '=', MAELLE.email).execute()
  expect(mails).toHaveLength(1)
})

test('a window that closes during the form is said, and what was typed stays', async ({ visit }) => {
  const { hands } = await visit.phone()
  await fillIn(hands)
  const { exam } = await firstExam(visit.hq.url)
  visit.clock.set(addSeconds(exam.registrationClosesAt, 1))
  await hands.send()
  await expect(hands.page.getByText(TROUBLES['window-closed'])).toBeVisible()
  await expect(hands.page.getByRole('link', { name: FAULTS.sessionGone })).toBeVisible()
  const kept = await hands.page.evaluate(() => JSON.stringify({ ...localStorage }))
  expect(kept).toContain(MAELLE.email)
})

test('somebody known asks again without their identity; live in one centre, they are told so by another', async ({
  visit,
}) => {
  const { hands } = await visit.phone()
  const { page } = hands
  await hands.signIn(SAMPLE_ADDRESSES.requested, SAMPLE_PASSWORD)
  await page.getByRole('link', { name: SPACE.ask }).click()
  await page.getByRole('checkbox', { name: /^ASCA-E1 / }).check()
  await page.getByRole('combobox').fill('987')
  await hands.agreeTo('Papeete')
  await expect(page.getByText(/heure de Papeete/)).toBeVisible()
  await visit.look(hands, 'another request')
  await page.getByRole('button', { name: ADD.send }).click()
  await expect(page.getByText(TROUBLES['live-elsewhere'])).toBeVisible()
  await page.getByRole('button', { name: ADD.back }).click()
  await expect(page.getByText(ENTRY_WORDS.requested).first()).toBeVisible()
  await visit.look(hands, 'space of the sample')
  expect(visit.broken).toEqual([])
})

test('the link of a refusal leads through signing in to the form, filled in; another tab knows who is signed in', async ({
  visit,
}) => {
  const { hands, context } = await visit.phone()
  const { page } = hands
  const { sessionId, exam } = await firstExam(visit.hq.url)
  const link = PATHS.ask({ sessionId, examIds: [exam.id], department: '987' })
  await hands.open(link)
  await hands.field(SIGN_IN.login).fill(SAMPLE_ADDRESSES.requested)
  await hands.field(SIGN_IN.password).fill(SAMPLE_PASSWORD)
  await page.getByRole('button', { name: SIGN_IN.submit, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: ADD.newTitle })).toBeVisible()
  await expect(page.getByRole('checkbox', { name: /^ASCA-E1 / })).toBeChecked()
  await expect(page.getByText('Papeete').first()).toBeVisible()
  expect(new URL(page.url()).search).toBe(link.slice(link.indexOf('?')))
  const tab = await context.newPage()
  await tab.goto(`${visit.hq.url}/mot-de-passe?jeton=abc`)
  await expect(tab.getByText(RESET_PASSWORD.once)).toBeVisible()
  await expect(tab.getByRole('navigation').getByRole('link', { name: PAGES.space })).toBeVisible()
  expect(visit.broken).toEqual([])
})

async function firstExam(url: string) {
  const answer = await fetch(`${url}/api/catalogue`)
  const catalogue = (await answer.json()) as {
    sessions: { id: string; exams: { id: string; code: string; registrationClosesAt: string }[] }[]
  }
  const [session] = catalogue.sessions
  const exam = session?.exams.find(({ code }) => code === 'ASCA-E1')
  if (!exam) throw new Error('no exam')
  return { sessionId: session?.id ?? '', exam }
}
