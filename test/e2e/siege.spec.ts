import { expect } from 'playwright/test'
import type { RegisterBody } from '../../contract/candidate-pages.ts'
import { SAMPLE_ADDRESSES, SAMPLE_PASSWORD, SAMPLE_STAFF } from '../../hq/sample/accounts.ts'
import { DEVICES, DUPLICATES, MAILS, MESSAGES, SECTIONS, STAFF, STAFF_SIGN_IN } from '../../text/pages/siege.ts'
import { SPACE, STOPPED } from '../../text/pages/space.ts'
import { aDevice } from '../helpers/a-device.ts'
import type { RunningHq } from '../helpers/an-hq.ts'
import { aBrowser, aForm, confirmLast, mustBe, PASSWORD } from '../hq/pages/a-browser.ts'
import type { CandidateHands } from './candidate-hands.ts'
import { test } from './candidate-visit.ts'

/** What waits for the staff: a sample candidate again, under another address and in Papeete; a PC; mails; a message. */
async function workForStaff(hq: RunningHq) {
  // The sample's own makes room: what is settled here came by the pages.
  await hq.db.deleteFrom('duplicateBlock').execute()
  for (const table of ['duplicateCase', 'noCentreRequest', 'mail'] as const) await hq.db.deleteFrom(table).execute()
  const known = await hq.db
    .selectFrom('candidate')
    .selectAll()
    .where('email', '=', SAMPLE_ADDRESSES.prevalidated)
    .executeTakeFirstOrThrow()
  const offering = await hq.db
    .selectFrom('offering')
    .innerJoin('exam', 'exam.id', 'offering.examId')
    .select(['offering.id', 'offering.examId', 'offering.sessionId'])
    .where('offering.centreId', '=', 'papeete')
    .where('offering.open', '=', true)
    .where('exam.code', '=', 'ASCA-E1')
    .executeTakeFirstOrThrow()
  const form = aForm({ centreId: 'papeete', offeringId: offering.id })
  const { birthName, firstNames, bornOn } = known
  const asked: RegisterBody = {
    ...form,
    sessionId: offering.sessionId,
    choices: [{ examId: offering.examId, offeringId: offering.id }],
    identity: { ...form.identity, birthName, firstNames, bornOn },
    contact: { ...form.contact, email: 'autre@example.org' },
  }
  const browser = aBrowser(hq)
  await mustBe(200, browser.post('/api/register', asked))
  expect(await confirmLast(hq)).toEqual({ blocked: 'live-elsewhere' })
  const sought = { sessionId: offering.sessionId, examIds: [offering.examId], department: '48' }
  await mustBe(200, browser.post('/api/no-centre', { ...sought, email: 'lozere@example.org', message: 'En Lozère ?' }))
  await (await aDevice(hq, 'rennes', 'ACCUEIL')).token()
  const mail = (name: string) => hq.db.updateTable('mail').where('name', '=', name)
  await mail('confirm-address').set({ status: 'failed', attempts: 1, trouble: '550 5.1.1 … unknown user' }).execute()
  await mail('request-blocked').set({ attempts: 3, trouble: 'ECONNREFUSED', dueAt: hq.clock.now() }).execute()
}

class StaffHands {
  readonly page: CandidateHands['page']
  readonly hands: CandidateHands

  constructor(hands: CandidateHands) {
    this.hands = hands
    this.page = hands.page
  }

  async signIn(): Promise<void> {
    await this.hands.open('/siege')
    await this.hands.field(STAFF_SIGN_IN.email).fill(SAMPLE_STAFF.email)
    await this.hands.field(STAFF_SIGN_IN.password).fill(SAMPLE_PASSWORD)
    await this.page.getByRole('button', { name: STAFF_SIGN_IN.submit, exact: true }).click()
    await this.titled(DUPLICATES.title)
  }

  async go(section: keyof typeof SECTIONS, title: string): Promise<void> {
    await this.page.getByRole('link', { name: new RegExp(`^${SECTIONS[section]}`) }).click()
    await this.titled(title)
  }

  async titled(title: string): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await expect(this.page.getByText('Un instant…')).toHaveCount(0)
  }

  async press(name: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click()
  }
}

test('HQ’s staff settle what waits for them', async ({ visit }) => {
  await workForStaff(visit.hq)
  const { hands } = await visit.phone()
  const staff = new StaffHands(hands)
  const { page } = staff
  const dialog = page.getByRole('dialog')
  const look = (screen: string) => visit.look(hands, `siege ${screen}`)
  await hands.open('/siege/postes')
  await expect(page).toHaveURL(`${visit.hq.url}/siege`)
  await staff.titled(STAFF_SIGN_IN.title)
  await staff.press(STAFF_SIGN_IN.submit)
  await expect(page.getByRole('link', { name: STAFF_SIGN_IN.emailMissing })).toBeVisible()
  await look('sign in')
  await hands.signIn('autre@example.org', PASSWORD)
  await expect(page.getByText(STOPPED.next.open, { exact: false })).toBeVisible()
  await expect(page.getByText(SPACE.none)).toHaveCount(0)
  await look('stopped request')
  await staff.signIn()
  await expect(page.getByText(DUPLICATES.stoppedRequest)).toBeVisible()
  await expect(page.getByText('autre@example.org')).toBeVisible()
  await look('duplicates')
  await staff.press(new RegExp(`^${DUPLICATES.apart}`))
  await expect(dialog.getByText(DUPLICATES.apartDialog.lines[0])).toBeVisible()
  await look('settling')
  // By keyboard: away without doing anything, and back where one was.
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: new RegExp(`^${DUPLICATES.apart}`) })).toBeFocused()
  await page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: DUPLICATES.apartDialog.confirm }).click()
  await expect(page.getByRole('status').getByText('autre@example.org')).toBeVisible()
  await expect(page.getByText(DUPLICATES.none)).toBeVisible()
  await expect(page.getByText(DUPLICATES.settledBy(SAMPLE_STAFF.name, ''), { exact: false })).toBeVisible()
  await look('duplicates settled')

  await staff.go('devices', DEVICES.title)
  await staff.press(/^Donner un code à CENTRE LUMIÈRE/)
  await expect(dialog.getByText(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/)).toBeVisible()
  await look('code')
  await dialog.getByRole('button', { name: STAFF.close }).click()
  await expect(page.getByText(DEVICES.unused(1))).toBeVisible()
  await staff.press(DEVICES.revokeLabel('ACCUEIL'))
  await look('revoking')
  await dialog.getByRole('button', { name: DEVICES.revokeDialog.confirm }).click()
  await expect(page.getByText(DEVICES.revokedDone('ACCUEIL'))).toBeVisible()
  await look('devices')

  await staff.go('mails', MAILS.title)
  await expect(page.getByText('Cette adresse n’existe pas.')).toBeVisible()
  await look('mails')
  await page.getByRole('button', { name: new RegExp(`^${MAILS.giveUp}`) }).click()
  await dialog.getByRole('button', { name: MAILS.giveUpDialog.confirm }).click()
  await expect(page.getByText(MAILS.givenUp)).toBeVisible()

  await staff.go('messages', MESSAGES.title)
  await look('messages')
  await page.getByRole('button', { name: /^C’est traité/ }).click()
  await expect(page.getByText(MESSAGES.none)).toBeVisible()
  await expect(page.getByText('lozere@example.org')).toBeVisible()

  await staff.press(STAFF.signOut)
  await staff.titled(STAFF_SIGN_IN.title)
  await page.goBack()
  await expect(page.getByText('lozere@example.org')).toHaveCount(0)
  await hands.open('/siege/mot-de-passe?jeton=abc')
  await look('password')
  expect(visit.broken).toEqual([])
  expect(visit.hq.bugs).toEqual([])
})

test('candidates download nothing of the staff’s pages', async ({ visit }) => {
  const { hands } = await visit.phone()
  const loaded: string[] = []
  hands.page.on('response', (response) => void loaded.push(response.url()))
  await hands.open('/')
  await hands.page.getByRole('heading', { level: 3 }).first().waitFor()
  const scripts = loaded.filter((url) => url.endsWith('.js'))
  expect(scripts).toHaveLength(1)
  for (const url of scripts) expect(await (await fetch(url)).text()).not.toContain(DUPLICATES.title)
  loaded.length = 0
  await hands.open('/siege')
  expect(loaded.some((url) => /siege-pages.*\.js$/.test(url))).toBe(true)
})
