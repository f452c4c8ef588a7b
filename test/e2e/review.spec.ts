import { expect } from 'playwright/test'
import { nameOf } from '../../scripts/tour/people.ts'
import { REQUESTS } from '../../text/screens/requests.ts'
import { REVIEW } from '../../text/screens/review.ts'
import { SEATS } from '../../text/screens/seats.ts'
import { TODAY } from '../../text/screens/today.ts'
import { brokenRules } from './accessibility.ts'
import { keepPicture } from './keep-picture.ts'
import { type Office, test } from './office.ts'

const SESSION = '2027-01'

/** Two PCs pre-validate two people for the one seat left of an offering; ACCUEIL, whose network is out meanwhile, comes second. */
async function lastSeatLost(office: Office) {
  const first = await office.open('rennes')
  await first.hands.sitDownAs('manager')
  const waiting = (await first.hands.requests(SESSION)).filter(
    ({ entries }) => entries.length === 1 && entries[0]?.status === 'requested',
  )
  const offering = (await first.hands.offerings(SESSION)).find(
    ({ id, open }) => open && waiting.filter(({ entries }) => entries[0]?.offeringId === id).length >= 2,
  )
  const [late, early] = waiting.filter(({ entries }) => entries[0]?.offeringId === offering?.id)
  if (!offering || !late || !early) throw new Error('no two people wait for the same offering')
  await first.hands.go('seats')
  if (offering.seats !== offering.used + 1) await first.hands.setSeats(offering, offering.used + 1)
  office.later(11)
  await first.hands.exchange()
  await expect.poll(async () => (await first.hands.state()).freshness.toTransmit).toBe(0)

  await office.hq.stop()
  await first.hands.go('requests')
  await first.hands.prevalidate(nameOf(late))
  await first.desk.kill()
  await office.bringHq()

  const other = await office.open('rennes', { deviceName: 'BUREAU' })
  await other.hands.sitDownAs('secretary')
  await other.hands.prevalidate(nameOf(early))
  office.later(11)
  await other.hands.exchange()
  await expect.poll(async () => (await other.hands.state()).freshness.toTransmit).toBe(0)
  await other.desk.close()

  const { desk, hands } = await office.open('rennes')
  await desk.page.getByRole('grid').waitFor()
  await hands.exchange()
  await expect.poll(async () => (await hands.state()).freshness.toReview).toBe(1)
  return { desk, hands, late, offering: { ...offering, seats: offering.used + 1 } }
}

test('the last seat was lost to another PC: À revoir says to whom, and what can be done is one click away', async ({
  office,
}) => {
  const { desk, hands, late, offering } = await lastSeatLost(office)
  await desk.page.keyboard.press('Alt+1')
  const line = desk.page.getByRole('grid', { name: TODAY.reviews }).getByRole('row')
  await expect(line).toContainText(nameOf(late))
  await expect(line).toContainText(/La dernière place en ASCA-E\d .* a été prise le .* à\s.* depuis le poste BUREAU\./)
  await expect(line.getByRole('button', { name: REVIEW.raiseSeats })).toBeEnabled()
  await expect(line.getByRole('button', { name: REVIEW.refuse })).toBeEnabled()
  expect(await brokenRules(desk.page)).toEqual([])
  await keepPicture(desk.page, 'desk', 'today to review')
  // The same key refuses here as in Demandes.
  const { keyboard } = desk.page
  for (const key of ['j', 'Home', 'x']) await keyboard.press(key)
  await expect(desk.page.getByRole('dialog', { name: REQUESTS.refuseTitle(1) })).toBeVisible()
  await keyboard.press('Escape')
  await expect(desk.page.getByRole('dialog')).toHaveCount(0)
  await hands.go('review')
  const card = desk.page.getByRole('article')
  await expect(card).toContainText(nameOf(late))
  await expect(card).toContainText(/La dernière place en ASCA-E\d .* a été prise le .* à\s.* depuis le poste BUREAU\./)
  const again = card.getByRole('button', { name: REVIEW.again })
  await expect(again).toBeDisabled()
  await expect(card).toContainText(/complet/)
  expect(await brokenRules(desk.page)).toEqual([])

  // The manager adds a seat where the card leads: the number already has the keyboard.
  await card.getByRole('button', { name: REVIEW.raiseSeats }).click()
  await expect(
    desk.page.getByRole('textbox', { name: new RegExp(`^${SEATS.seats}`) }).and(desk.page.locator(':focus')),
  ).toHaveValue(String(offering.seats))
  await desk.page.keyboard.press('ControlOrMeta+a')
  await desk.page.keyboard.type(String(offering.seats + 1))
  await desk.page.keyboard.press('Enter')
  await desk.page.getByText(SEATS.saved(offering.software.join(', '), offering.seats + 1)).waitFor()

  await hands.go('review')
  await expect(again).toBeEnabled()
  await card.getByRole('textbox', { name: REVIEW.note }).fill('Une place ajoutée en salle B')
  await again.click()
  await desk.page.getByRole('heading', { name: REVIEW.emptyTitle }).waitFor()
  office.later(11)
  await hands.exchange()
  await expect.poll(async () => (await hands.state()).freshness.toTransmit).toBe(0)
  const [item] = await hands.reviews()
  expect(item?.settlement).toMatchObject({ choice: 'done-again', note: 'Une place ajoutée en salle B' })
  const entry = (await hands.requests(SESSION)).find(({ id }) => id === late.id)?.entries[0]
  expect(entry).toMatchObject({ status: 'prevalidated', pending: false })
  await desk.page.locator('summary').click()
  await expect(card).toContainText('Fait à nouveau, par')
})

test('the last seat was lost: the request is refused from the card, and the choice is kept', async ({ office }) => {
  const { desk, hands, late } = await lastSeatLost(office)
  await hands.go('review')
  const card = desk.page.getByRole('article')
  await card.getByRole('button', { name: REVIEW.refuse }).click()
  const dialog = desk.page.getByRole('dialog')
  await dialog.getByRole('radio', { name: /^Plus de place/ }).check({ force: true })
  await dialog.getByRole('button', { name: 'Refuser', exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
  await desk.page.getByRole('heading', { name: REVIEW.emptyTitle }).waitFor()
  expect((await hands.reviews())[0]?.settlement).toMatchObject({ choice: 'refused' })
  expect((await hands.requests(SESSION)).find(({ id }) => id === late.id)?.entries[0]?.status).toBe('refused')
})
