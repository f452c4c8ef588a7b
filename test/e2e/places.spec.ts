import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Locator, Page } from 'playwright'
import { expect } from 'playwright/test'
import { formatDay } from '../../text/format.ts'
import { FRAME } from '../../text/screens/frame.ts'
import { REQUESTS } from '../../text/screens/requests.ts'
import { COPY, OFFERING, OPEN_OFFERING, SEATS } from '../../text/screens/seats.ts'
import { SESSION, SITTINGS } from '../../text/screens/session.ts'
import { readIcs } from '../helpers/read-ics.ts'
import { brokenRules } from './accessibility.ts'
import { keepPicture } from './keep-picture.ts'
import { test } from './office.ts'

const [JANUARY, JUNE] = ['2027-01', '2027-06'] as const

/** Goes there as a keyboard does: forward, one stop after the other. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let stops = 0; stops < 60; stops++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`no way by keyboard to ${target}`)
}

async function goByKeys(page: Page, letters: string, title: string): Promise<void> {
  for (const letter of letters) await page.keyboard.press(letter)
  await page.getByRole('heading', { name: title, level: 1, exact: true }).waitFor()
}

/** Nothing that axe finds, in each of these looks. */
async function clean(page: Page, name: string, looks: readonly ('light' | 'dark')[] = ['light']): Promise<void> {
  for (const colorScheme of looks) {
    await page.emulateMedia({ colorScheme })
    await keepPicture(page, 'desk', 'places', name, colorScheme)
    expect(await brokenRules(page)).toEqual([])
  }
}

async function undo(page: Page): Promise<void> {
  await page.getByRole('button', { name: REQUESTS.undo, exact: true }).last().press('Enter')
  await page.getByText(REQUESTS.undone).first().waitFor()
}

test('a manager prepares a session by keyboard', async ({ office }) => {
  const { desk, hands } = await office.open('rennes')
  const { page } = desk
  await hands.sitDownAs('manager')
  const dialog = page.getByRole('dialog')
  const offering = async (session: string, code: string, software: string) =>
    (await hands.offerings(session)).find((one) => one.examCode === code && one.software.join() === software)

  // An offering is opened: the exam that nothing is offered for yet is the one proposed.
  await goByKeys(page, 'gp', SEATS.title)
  await page.keyboard.press('o')
  await dialog.waitFor()
  await expect(dialog.getByText(OPEN_OFFERING.seatsFirst).first()).toBeVisible()
  await clean(page, 'open')
  await tabTo(page, dialog.getByRole('textbox', { name: OPEN_OFFERING.seats }))
  await page.keyboard.type('10')
  await expect(dialog.getByText(OPEN_OFFERING.consequence)).toBeVisible()
  await tabTo(page, dialog.getByRole('button', { name: OPEN_OFFERING.submit, exact: true }))
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await page.getByText(OPEN_OFFERING.done('UCP-E2', 10)).waitFor()
  await expect.poll(async () => (await offering(JANUARY, 'UCP-E2', ''))?.seats).toBe(10)

  // Seats: ↑ twice, Tab saves and goes to the next number, whose refusal is told as it is typed; Échap gives it back.
  const sage = await offering(JANUARY, 'ASCA-E1', 'SAGE 50')
  if (!sage) throw new Error('the sample has none')
  const fields = page.getByRole('textbox', { name: new RegExp(`^${SEATS.seats} `) })
  const field = page.getByRole('textbox', { name: `${SEATS.seats} SAGE 50`, exact: true })
  await tabTo(page, field)
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Tab')
  await page.getByText(SEATS.saved('SAGE 50', sage.seats + 2)).waitFor()
  await expect.poll(async () => (await offering(JANUARY, 'ASCA-E1', 'SAGE 50'))?.seats).toBe(sage.seats + 2)
  const next = fields.nth((await fields.evaluateAll((all) => all.indexOf(document.activeElement as HTMLElement))) ?? 0)
  await expect(next).not.toHaveAccessibleName(`${SEATS.seats} SAGE 50`)
  const before = await next.inputValue()
  await page.keyboard.type('0')
  await expect(page.getByText(/^Impossible de descendre à 0/).first()).toBeVisible()
  await clean(page, 'refused')
  await page.keyboard.press('Escape')
  await expect(next).toHaveValue(before)

  // Closed with its consequence said before, taken back after.
  await page.getByRole('button', { name: OFFERING.detailOf('SAGE 50'), exact: true }).press('Enter')
  const detail = page.getByRole('region', { name: OFFERING.detailOf('SAGE 50'), exact: true })
  await expect(detail.getByText(OFFERING.stopped(sage.waiting))).toBeVisible()
  await expect(detail.getByRole('listitem')).toHaveCount(sage.waiting + 1)
  await clean(page, 'detail', ['dark', 'light'])
  await detail.getByRole('button', { name: OFFERING.close }).press('Enter')
  await expect(detail.getByText(OFFERING.isStopped(sage.waiting))).toBeVisible()
  await expect.poll(async () => (await offering(JANUARY, 'ASCA-E1', 'SAGE 50'))?.open).toBe(false)
  await undo(page)
  await expect.poll(async () => (await offering(JANUARY, 'ASCA-E1', 'SAGE 50'))?.open).toBe(true)

  // June takes over what it does not offer yet.
  await goByKeys(page, 'gs', SESSION.title)
  await page
    .getByRole('button', { name: /^Session de juin/ })
    .last()
    .press('Enter')
  await goByKeys(page, 'gp', SEATS.title)
  await page.keyboard.press('c')
  await dialog.waitFor()
  await expect(dialog.getByText(COPY.already).first()).toBeVisible()
  await clean(page, 'copy')
  await dialog.getByRole('button', { name: COPY.submit(1), exact: true }).press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await page.getByText(COPY.done(1)).waitFor()
  await expect.poll(async () => (await offering(JUNE, 'UCP-E2', ''))?.seats).toBe(10)

  office.later(11)
  await hands.exchange()
  await expect.poll(async () => (await hands.state()).freshness.toTransmit).toBe(0)
  expect((await hands.state()).freshness.toReview).toBe(0)
})

test('a sitting is set, called off and given back by keyboard, and the dates leave as an agenda', async ({
  office,
}) => {
  const { desk, hands } = await office.open('rennes')
  const { page } = desk
  await hands.sitDownAs('manager')
  await goByKeys(page, 'gs', SESSION.title)
  await clean(page, 'session', ['dark', 'light'])
  await page
    .getByRole('button', { name: /^Session de juin/ })
    .last()
    .press('Enter')
  const label = `UCP-E1 ${SEATS.noSoftware}`
  await page.getByRole('button', { name: SITTINGS.of(SITTINGS.another, label) }).press('Enter')
  await expect(page.getByRole('textbox', { name: SITTINGS.start })).toBeFocused()
  await page.keyboard.type('9h30')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Salle Surcouf')
  // A room that is taken is said, not refused.
  await expect(page.getByText(/^Même salle au même moment que ASCA-E1/)).toBeVisible()
  await clean(page, 'sitting', ['dark', 'light'])
  await page.getByRole('combobox', { name: SITTINGS.room }).fill('Salle Bréquigny')
  await page.keyboard.press('Enter')
  await page.getByText(/^UCP-E1.*Salle Bréquigny$/).waitFor()
  const sitting = async () => (await hands.sittings(JUNE)).find(({ room }) => room === 'Salle Bréquigny')
  await expect.poll(async () => (await sitting())?.startsAtLocal).toBe('09:30')

  const day = formatDay((await sitting())?.heldOn ?? '')
  await page.getByRole('button', { name: SITTINGS.of(SITTINGS.cancel, `${label}, ${day}`) }).press('Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText(SITTINGS.cancelText(0))).toBeVisible()
  await clean(page, 'cancel')
  await dialog.getByRole('button', { name: SITTINGS.cancelNow }).press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(sitting).toBeUndefined()
  await undo(page)
  await expect.poll(async () => (await sitting())?.startsAtLocal).toBe('09:30')

  await page.getByRole('button', { name: SESSION.agenda }).press('Enter')
  await page.getByText(/^Agenda enregistré/).waitFor()
  const { events } = readIcs(readFileSync(path.join(office.folder, 'Agenda Session de juin 2027.ics'), 'utf8'))
  // Half past nine, in summer, in Rennes.
  expect(events.find(({ location }) => location?.startsWith('Salle Bréquigny'))?.startsAt).toMatch(/T073000Z$/)

  office.later(11)
  await hands.exchange()
  await expect.poll(async () => (await hands.state()).freshness.toTransmit).toBe(0)
  expect((await hands.state()).freshness.toReview).toBe(0)
  expect((await sitting())?.pending).toBe(false)
})

test('a secretary sees it all, and reads why none of it may be changed', async ({ office }) => {
  const { desk, hands } = await office.open('rennes')
  const { page } = desk
  await hands.sitDownAs('secretary')
  const { operators } = await hands.state()
  const managers = operators.flatMap(({ name, role }) => (role === 'manager' ? name : []))
  const managerOnly = SEATS.managerOnly(managers)
  await goByKeys(page, 'gp', SEATS.title)
  for (const name of [OPEN_OFFERING.button, COPY.button('Session de juin 2027')]) {
    const button = page.getByRole('button', { name, exact: true })
    await expect(button).toHaveAttribute('aria-disabled', 'true')
    await expect(button).toHaveAccessibleDescription(managerOnly)
  }
  await page.keyboard.press('o')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  // Nothing that looks as if it could be written in; pressed, the number says whom to ask.
  await expect(page.locator('.offering').getByRole('textbox')).toHaveCount(0)
  await page.getByRole('button', { name: /^SAGE 50\s: \d+ places$/ }).press('Enter')
  await expect(page.getByRole('tooltip')).toHaveText(managerOnly)
  await page.getByRole('button', { name: OFFERING.detailOf('SAGE 50'), exact: true }).press('Enter')
  await expect(page.getByRole('button', { name: OFFERING.close })).toHaveAccessibleDescription(managerOnly)
  expect(await brokenRules(page)).toEqual([])
  await goByKeys(page, 'gs', FRAME.session)
  await expect(page.getByText(managerOnly).first()).toBeVisible()
  await expect(page.getByRole('button', { name: new RegExp(`^${SITTINGS.edit}`) }).first()).toHaveAttribute(
    'aria-disabled',
    'true',
  )
  expect(await brokenRules(page)).toEqual([])
})
