import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'playwright/test'
import type { DeskState } from '../../contract/desk.ts'
import { notYourRole } from '../../text/fr.ts'
import { CENTRE_TEXTS, VAT_WORDINGS } from '../../text/screens/centre-texts.ts'
import { CLOSED_DAYS, sayDay } from '../../text/screens/closed-days.ts'
import { LETTERHEAD } from '../../text/screens/letterhead.ts'
import { REQUESTS } from '../../text/screens/requests.ts'
import { APPEARANCE, SETTINGS, THIS_DESK } from '../../text/screens/settings.ts'
import { WORDINGS } from '../../text/screens/wordings.ts'
import { aPng } from '../helpers/a-logo.ts'
import { brokenRules } from './accessibility.ts'
import { keepPicture } from './keep-picture.ts'
import { test } from './office.ts'

test('a manager closes days by keyboard, sees the deadline move, and takes it back; texts are chosen as they will print', async ({
  office,
}) => {
  const { desk, hands } = await office.open()
  const { page } = desk
  await hands.sitDownAs('manager')
  const settings = async (): Promise<NonNullable<DeskState['settings']>> => {
    const { settings } = await hands.state()
    if (!settings) throw new Error('no settings')
    return settings
  }
  const openSection = (name: keyof typeof SETTINGS.section) =>
    page.getByRole('link', { name: SETTINGS.section[name] }).click()
  const save = () => page.getByRole('button', { name: SETTINGS.save, exact: true })
  await page.keyboard.press('Alt+9')

  await openSection('this-desk')
  await expect(page.getByText('ACCUEIL', { exact: true })).toBeVisible()
  await expect(page.getByRole('button', { name: THIS_DESK.openFolder })).toBeVisible()
  expect(await brokenRules(page)).toEqual([])

  await openSection('days')
  const before = (await settings()).closedDays
  const example = page.getByRole('status').filter({ hasText: CLOSED_DAYS.example('').slice(0, 20) })
  await expect(example).toContainText('jeu. 26 nov.')
  expect(await brokenRules(page)).toEqual([])
  // Today has the keyboard: → to Tuesday, then Shift and → to Wednesday, Espace closes both.
  await page.getByRole('button', { name: sayDay('2026-11-23', 'open', null) }).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Space')
  await expect(page.getByRole('button', { name: sayDay('2026-11-24', 'closed', null) })).toBeVisible()
  await expect(page.getByRole('button', { name: sayDay('2026-11-25', 'closed', null) })).toBeFocused()
  await expect(example).toContainText('lun. 30 nov.')
  await keepPicture(page, 'jours fermés')
  await save().click()
  await expect
    .poll(async () => (await settings()).closedDays)
    .toEqual([...before, '2026-11-24', '2026-11-25'].toSorted())
  await page.getByRole('button', { name: REQUESTS.undo }).first().click()
  await expect.poll(async () => (await settings()).closedDays).toEqual(before)
  await expect(example).toContainText('jeu. 26 nov.')
  await page.getByRole('radio', { name: CLOSED_DAYS.readings.A }).press('Space')
  await expect(example).toContainText('09 h 41')
  await page.getByRole('button', { name: SETTINGS.startAgain }).click()

  await openSection('texts')
  expect(await brokenRules(page)).toEqual([])
  const paper = page.getByRole('figure')
  await expect(paper).toContainText('Cet enregistrement ne vaut pas agrément de l’État')
  await page.getByRole('radio', { name: CENTRE_TEXTS.vat.franchise }).check({ force: true })
  await expect(paper).toContainText(VAT_WORDINGS.franchise ?? '')
  await page.getByRole('textbox', { name: CENTRE_TEXTS.activityNumber }).fill('5335 012')
  await save().click()
  await expect(page.getByText(CENTRE_TEXTS.activityInvalid)).toBeVisible()
  await page.getByRole('textbox', { name: CENTRE_TEXTS.activityNumber }).fill('53 35 01234 35')
  await save().click()
  await expect(page.getByText(CENTRE_TEXTS.saved)).toBeVisible()
  const saved = await settings()
  expect(saved.vatWording).toBe(VAT_WORDINGS.franchise)
  expect(saved.activity?.number).toBe('53350123435')

  await openSection('appearance')
  await page.getByRole('radio', { name: APPEARANCE.contrasts.more }).check({ force: true })
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await brokenRules(page)).toEqual([])
    await keepPicture(page, 'contraste élevé', colorScheme)
  }
  await page.emulateMedia({ forcedColors: 'active' })
  await openSection('days')
  expect(await brokenRules(page)).toEqual([])
})

test('a manager words the convocation beside the paper itself, mends a mistake in a click, and gives it a logo', async ({
  office,
}) => {
  const { desk, hands } = await office.open()
  const { page } = desk
  await hands.sitDownAs('manager')
  await page.keyboard.press('Alt+9')
  await page.getByRole('link', { name: SETTINGS.section.wordings }).click()
  const area = page.getByRole('textbox', { name: WORDINGS.label })
  const save = page.getByRole('button', { name: SETTINGS.save, exact: true })
  const paper = page.frameLocator('iframe.shown')
  await expect(paper.getByText('Voici où et quand le centre vous attend')).toBeVisible()

  await area.fill('Bonjour {prenon}')
  await expect(page.getByText('{prenon} n’existe pas.')).toBeVisible()
  await expect(save).toHaveAttribute('aria-disabled', 'true')
  expect(await brokenRules(page)).toEqual([])
  await keepPicture(page, 'texte à corriger')
  await page.getByRole('button', { name: WORDINGS.mend('first-names') }).click()
  await expect(area).toHaveValue('Bonjour {prénom}')
  await expect(area).toBeFocused()
  await page.keyboard.type('. Venez à ')
  await page.getByRole('button', { name: WORDINGS.insertLabel }).click()
  await page.getByRole('menuitem', { name: '{ville}' }).click()
  await expect(area).toBeFocused()
  await page.keyboard.type(' & <b>tôt</b>.')
  await expect(paper.getByText('Bonjour Camille. Venez à Rennes & <b>tôt</b>.')).toBeVisible()
  await save.click()
  await expect
    .poll(async () => (await hands.state()).settings?.convocationWording)
    .toBe('Bonjour {prénom}. Venez à {ville} & <b>tôt</b>.')
  await page.getByRole('button', { name: WORDINGS.original }).click()
  await save.click()
  await expect.poll(async () => (await hands.state()).settings?.convocationWording).toBeNull()

  await page.getByRole('link', { name: SETTINGS.section.letterhead }).click()
  writeFileSync(path.join(office.folder, 'logo.png'), 'Bonjour')
  await page.getByRole('button', { name: LETTERHEAD.choose }).click()
  await expect(page.getByText(LETTERHEAD.faults['not-an-image'])).toBeVisible()
  expect(await brokenRules(page)).toEqual([])
  writeFileSync(path.join(office.folder, 'logo.png'), aPng())
  await page.getByRole('button', { name: LETTERHEAD.choose }).click()
  await expect(page.getByRole('img', { name: LETTERHEAD.logoAlt })).toBeVisible()
  await expect(paper.getByRole('img', { name: 'Logo de CENTRE LUMIÈRE' })).toBeVisible()
  await keepPicture(page, 'logo et signature')
})

test('who may not change the centre reads it, and why', async ({ office }) => {
  const { desk, hands } = await office.open()
  const { page } = desk
  await hands.sitDownAs('secretary')
  await page.keyboard.press('Alt+9')
  await page.getByRole('link', { name: SETTINGS.section.texts }).click()
  const { operators } = await hands.state()
  const managers = operators.flatMap(({ name, role }) => (role === 'manager' ? name : []))
  await expect(page.getByText(notYourRole(managers))).toBeVisible()
  await expect(page.getByText('12 rue de l’Exemple')).toBeVisible()
  await page.getByRole('link', { name: SETTINGS.section.days }).click()
  await page.getByRole('button', { name: sayDay('2026-11-24', 'open', null) }).press('Space')
  await expect(page.getByRole('button', { name: sayDay('2026-11-24', 'open', null) })).toBeVisible()
  await expect(page.getByRole('button', { name: SETTINGS.save })).toHaveCount(0)
  expect(await brokenRules(page)).toEqual([])
})
