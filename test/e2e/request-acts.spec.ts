import { expect } from 'playwright/test'
import type { RequestRow } from '../../contract/desk.ts'
import { nameOf } from '../../scripts/tour/people.ts'
import { COMMAND_TITLES, IDENTITY_FIELD_WORDS, PROOF_WORDS, REFUSAL_REASON_WORDS } from '../../text/fr.ts'
import { ACTS } from '../../text/screens/request-acts.ts'
import { FILE } from '../../text/screens/request-file.ts'
import { REQUESTS } from '../../text/screens/requests.ts'
import { brokenRules } from './accessibility.ts'
import { keepPicture } from './keep-picture.ts'
import { test } from './office.ts'

const SESSION = '2027-01'

test('an exam is removed, a deadline put off, a seat released and given again, an identity corrected', async ({
  office,
}) => {
  const { desk, hands } = await office.open('rennes')
  const { page } = desk
  await hands.sitDownAs('manager')
  await hands.filter(REQUESTS.filter.all)
  const { now } = await hands.state()
  const requests = await hands.requests(SESSION)
  const lateOf = ({ entries }: RequestRow) =>
    entries.length === 1 && entries[0]?.status === 'prevalidated' && (entries[0].deadlineAt ?? '') <= now
  const late = requests.find(lateOf)
  const due = requests.find(
    (request) => request.entries[0]?.status === 'prevalidated' && !lateOf(request) && request.entries[0].paid === 0,
  )
  const waiting = requests.find(
    ({ entries }) => entries.length > 1 && entries.every(({ status }) => status === 'requested'),
  )
  if (!late || !due || !waiting) throw new Error('the sample has none of them')
  const entryOf = async ({ id }: RequestRow, index = 0) =>
    (await hands.requests(SESSION)).find((one) => one.id === id)?.entries[index]
  const start = async (request: RequestRow, button: string) => {
    await hands.open(nameOf(request))
    const file = page.getByRole('complementary', { name: FILE.aside(nameOf(request)) })
    await file.getByRole('button', { name: button, exact: true }).click()
  }
  const dialog = page.getByRole('dialog')
  const press = async (name: string) => dialog.getByRole('button', { name, exact: true }).click()
  const clean = async () => {
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await brokenRules(page)).toEqual([])
    }
  }

  await start(waiting, ACTS.remove)
  await clean()
  const [, gone] = waiting.entries
  // Of several none is ticked beforehand: one was asked by mistake, not all.
  await expect(dialog.getByText(ACTS.whichExam).first()).toBeVisible()
  await dialog.getByRole('checkbox', { name: gone?.examCode ?? '' }).check({ force: true })
  await expect(dialog.getByText(ACTS.removeReasonFirst).first()).toBeVisible()
  await dialog.getByRole('radio', { name: REFUSAL_REASON_WORDS.mistake }).check({ force: true })
  await press(ACTS.removeNow)
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(async () => (await entryOf(waiting, 1))?.status).toBe('withdrawn')
  expect((await entryOf(waiting, 0))?.status).toBe('requested')
  expect((await entryOf(waiting, 1))?.refusal).toEqual({ reason: 'mistake', text: null })
  expect(gone?.status).toBe('requested')

  const full = requests.find(
    ({ entries }) => entries.length === 1 && entries[0]?.status === 'requested' && entries[0].examCode === 'ASCA-E1',
  )
  if (!full) throw new Error('the sample has none of them')
  await start(full, ACTS.propose)
  await clean()
  await dialog.getByRole('radio').first().check({ force: true })
  await press(ACTS.proposeNow)
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(async () => (await entryOf(full))?.proposedOfferingId).toBeTruthy()
  expect((await entryOf(full))?.status).toBe('requested')

  await start(due, ACTS.extend)
  await press(ACTS.extendNow)
  await expect(dialog.getByText(ACTS.reasonRequired)).toBeVisible()
  await clean()
  // What is said most needs no more words.
  await dialog.getByRole('radio', { name: ACTS.extendKind['cheque-announced'] }).check({ force: true })
  await press(ACTS.extendNow)
  await dialog.waitFor({ state: 'detached' })
  const before = due.entries[0]?.deadlineOn ?? ''
  await expect.poll(async () => ((await entryOf(due))?.deadlineOn ?? '') > before).toBe(true)
  expect((await entryOf(due))?.chequeAnnouncedAt).not.toBeNull()

  await start(late, ACTS.release)
  await clean()
  await dialog.getByRole('textbox', { name: ACTS.reason }).fill('Relancé deux fois, sans réponse')
  await press(ACTS.releaseNow)
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(async () => (await entryOf(late))?.status).toBe('lapsed')
  office.later(11)
  await hands.exchange()
  await expect.poll(async () => (await hands.state()).freshness.toTransmit).toBe(0)
  await start(late, ACTS.reinstate)
  await expect.poll(async () => (await entryOf(late))?.status).toBe('prevalidated')

  await start(due, ACTS.correct)
  const born = dialog.getByRole('textbox', { name: IDENTITY_FIELD_WORDS.bornOn })
  await born.fill('30/02/1998')
  await dialog.getByRole('radio', { name: PROOF_WORDS['identity-card'] }).check({ force: true })
  await press(ACTS.correctNow)
  await expect(dialog.getByText(ACTS.notADate)).toBeVisible()
  await clean()
  await born.fill('28/02/1990')
  await dialog.getByRole('textbox', { name: IDENTITY_FIELD_WORDS.firstNames }).fill('Anne-Claire')
  await press(ACTS.correctNow)
  await dialog.waitFor({ state: 'detached' })
  office.later(11)
  await hands.exchange()
  await expect.poll(async () => (await hands.state()).freshness.toTransmit).toBe(0)
  expect((await hands.state()).freshness.toReview).toBe(0)
  const corrected = (await hands.requests(SESSION)).find(({ id }) => id === due.id)?.candidate
  expect(corrected).toMatchObject({ bornOn: '1990-02-28', firstNames: 'Anne-Claire' })
})

test('an address is changed: typed twice, on proof; the file says that it is to be confirmed, and the history who', async ({
  office,
}) => {
  const { desk, hands } = await office.open('rennes')
  const { page } = desk
  await hands.sitDownAs('secretary')
  await hands.filter(REQUESTS.filter.all)
  const [request] = await hands.requests(SESSION)
  if (!request) throw new Error('the sample has none')
  const candidateNow = async () => (await hands.requests(SESSION)).find(({ id }) => id === request.id)?.candidate
  const email = 'nouvelle.adresse@example.org'
  const file = page.getByRole('complementary', { name: FILE.aside(nameOf(request)) })
  const dialog = page.getByRole('dialog')
  const press = async (name: string) => dialog.getByRole('button', { name, exact: true }).click()
  await hands.open(nameOf(request))
  await file.getByRole('button', { name: ACTS.changeAddress, exact: true }).click()
  await expect(dialog.getByText(ACTS.addressFirst).first()).toBeVisible()
  await dialog.getByRole('textbox', { name: ACTS.newAddress, exact: true }).fill(email)
  const again = dialog.getByRole('textbox', { name: ACTS.newAddressAgain })
  await again.fill('nouvel.adresse@example.org')
  await expect(dialog.getByText(ACTS.proofFirst).first()).toBeVisible()
  await dialog.getByRole('radio', { name: PROOF_WORDS.passport }).check({ force: true })
  await press(ACTS.changeAddressNow)
  await expect(dialog.getByText(ACTS.addressesDiffer)).toBeVisible()
  expect(await brokenRules(page)).toEqual([])
  await keepPicture(page, 'desk', 'address')
  await again.fill(email)
  await press(ACTS.changeAddressNow)
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(async () => (await candidateNow())?.emailNext).toBe(email)
  await expect(file.getByText(email).first()).toBeVisible()
  office.later(11)
  await hands.exchange()
  await expect.poll(async () => (await hands.state()).freshness.toTransmit).toBe(0)
  expect((await hands.state()).freshness.toReview).toBe(0)
  const { email: present } = (await candidateNow()) ?? {}
  expect(present).toBe(request.candidate.email)
  await expect(file.getByText(FILE.mailToConfirm(email))).toBeVisible()
  await expect(file.getByText(COMMAND_TITLES['candidate.change-address'])).toBeVisible()
  await keepPicture(page, 'desk', 'address asked')
  expect(await brokenRules(page)).toEqual([])
})
