import { expect } from 'playwright/test'
import { nameOf } from '../../scripts/tour/people.ts'
import { REFUSAL_REASON_WORDS } from '../../text/fr.ts'
import { FRAME } from '../../text/screens/frame.ts'
import { REQUESTS } from '../../text/screens/requests.ts'
import { APPEARANCE, SETTINGS } from '../../text/screens/settings.ts'
import { SHORTCUTS } from '../../text/screens/shortcuts.ts'
import { brokenRules } from './accessibility.ts'
import { test } from './office.ts'

test('what somebody typed and chose outlives a crash, and is theirs alone', async ({ office }) => {
  const opened = await office.open()
  const { hands } = opened
  let { page } = opened.desk
  await hands.sitDownAs('secretary')
  const { operator, operators } = await hands.state()
  const other = operators.find(({ role }) => role === 'manager')
  const [request] = (await hands.requests('2027-01')).filter(({ entries }) =>
    entries.every(({ status }) => status === 'requested'),
  )
  if (!operator || !other || !request) throw new Error('the sample has none of them')
  const refusal = () => page.getByRole('dialog')
  await hands.startRefusing(nameOf(request))
  await refusal().getByRole('radio', { name: REFUSAL_REASON_WORDS.other }).check({ force: true })
  await refusal().getByRole('textbox', { name: REQUESTS.refuseText }).fill('La salle est prise ce jour-là.')
  // What is typed is written behind: half a second at most.
  await page.waitForTimeout(1000)
  await opened.desk.kill()

  const again = await office.open()
  page = again.desk.page
  await page.getByRole('grid', { name: REQUESTS.table }).waitFor()
  await again.hands.startRefusing(nameOf(request))
  await expect(refusal().getByRole('radio', { name: REFUSAL_REASON_WORDS.other })).toBeChecked()
  await expect(refusal().getByRole('textbox', { name: REQUESTS.refuseText })).toHaveValue(
    'La salle est prise ce jour-là.',
  )
  await page.keyboard.press('Escape')

  // The screen, the colours: theirs too, found again where somebody else in between had others.
  await page.keyboard.press('Alt+9')
  await page.getByRole('link', { name: SETTINGS.section.appearance }).click()
  await page.getByRole('radio', { name: APPEARANCE.themes.dark }).check({ force: true })
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const dark = await ground()
  const give = async (from: string, to: string) => {
    await page.getByRole('button', { name: from }).click()
    await page.getByRole('menuitem', { name: FRAME.changeOperator }).click()
    await page.getByRole('button', { name: to }).click()
  }
  await give(operator.name, other.name)
  // Who has never worked here begins with the day.
  await expect(page.getByRole('link', { name: FRAME.today })).toHaveAttribute('aria-current', 'page')
  await expect.poll(ground).not.toBe(dark)
  await again.hands.go('requests')
  await again.hands.startRefusing(nameOf(request))
  await expect(refusal().getByRole('textbox', { name: REQUESTS.refuseText })).toHaveValue('')
  await page.keyboard.press('Escape')
  await give(other.name, operator.name)
  await expect(page.getByRole('heading', { name: SETTINGS.title, level: 1 })).toBeVisible()
  await expect.poll(ground).toBe(dark)
})

test('every screen is two keys away, and none of them is typed by mistake', async ({ office }) => {
  const { desk, hands } = await office.open()
  const { page } = desk
  await hands.sitDownAs('secretary')
  const isAt = (screen: keyof typeof FRAME & string) =>
    expect(
      page.getByRole('navigation', { name: FRAME.screens }).getByRole('link', { name: FRAME[screen] as string }),
    ).toHaveAttribute('aria-current', 'page')
  for (const [letter, screen] of Object.entries({
    a: 'today',
    p: 'seats',
    s: 'session',
    r: 'payments',
    i: 'papers',
    v: 'review',
    e: 'exchanges',
    g: 'settings',
    d: 'requests',
  } as const)) {
    await page.keyboard.press('g')
    await page.keyboard.press(letter)
    await isAt(screen)
  }
  await page.keyboard.press('Alt+5')
  await isAt('payments')

  await page.keyboard.press('?')
  const sheet = page.getByRole('dialog', { name: SHORTCUTS.title })
  await expect(sheet.getByText(FRAME.exchanges)).toBeVisible()
  expect(await brokenRules(page)).toEqual([])
  // Under a dialog nothing moves.
  await page.keyboard.press('Alt+2')
  await page.keyboard.press('Escape')
  await sheet.waitFor({ state: 'detached' })
  await isAt('payments')

  // Typed in a field, letters are letters.
  await page.keyboard.press('Control+K')
  await page.keyboard.type('gd?')
  await expect(page.locator('input:focus')).toHaveValue('gd?')
  await expect(sheet).toHaveCount(0)
  await page.keyboard.press('Escape')

  // Turned off, single letters do nothing; the others stay.
  await page.keyboard.press('Alt+9')
  await page.getByRole('link', { name: SETTINGS.section.appearance }).click()
  await page.getByRole('checkbox', { name: APPEARANCE.lettersTick }).uncheck({ force: true })
  await page.keyboard.press('?')
  await page.keyboard.press('g')
  await page.keyboard.press('d')
  await isAt('settings')
  await expect(sheet).toHaveCount(0)
  await page.keyboard.press('Alt+2')
  await isAt('requests')

  // Started a second time on the same data, the application ends there and says so here.
  await expect(office.open()).rejects.toThrow()
  await expect(page.getByText(FRAME.openedAgain)).toBeVisible()
})
