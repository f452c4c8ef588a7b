import { expect } from 'playwright/test'
import { nameOf } from '../../scripts/tour/people.ts'
import { CHEQUES } from '../../text/screens/cheques.ts'
import { HELP } from '../../text/screens/help.ts'
import { PAYMENTS } from '../../text/screens/payments.ts'
import { SEARCH } from '../../text/screens/search.ts'
import { brokenRules } from './accessibility.ts'
import { keepPicture } from './keep-picture.ts'
import { test } from './office.ts'

test('the guide answers by keyboard alone, and gives the screen back', async ({ office }) => {
  const { desk, hands } = await office.open()
  const { page } = desk
  await hands.sitDownAs('manager')
  const help = page.getByRole('dialog', { name: HELP.title })
  const title = (name: string) => help.getByRole('heading', { level: 2, name, exact: true })
  const broken: string[] = []
  const look = async (name: string) => {
    await keepPicture(page, 'desk', name)
    broken.push(...(await brokenRules(page)).map((rule) => `${name}: ${rule}`))
  }

  // From where the person is: F1 opens the page of the screen.
  const search = page.getByRole('combobox', { name: SEARCH.title })
  await page.keyboard.press('Control+k')
  await expect(search).toBeFocused()
  await page.keyboard.press('F1')
  await expect(title('Répondre aux demandes')).toBeVisible()
  await expect(help.getByRole('article')).toBeFocused()
  await look('help')

  // A letter typed while reading is a search.
  await page.keyboard.type('72 heures')
  await expect(help.getByRole('searchbox')).toHaveValue('72 heures')
  await expect(help.getByRole('listitem').first()).toContainText('Le délai de règlement')
  await look('help-search')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(title('Le délai de règlement')).toBeVisible()
  const heading = help.getByRole('heading', { level: 3, name: 'Pourquoi 72 heures font trois jours ouvrés' })
  await expect(heading).toBeFocused()
  await expect(heading).toBeInViewport()

  // A link leads to another page, here; back and forward know the way.
  await help.getByRole('link', { name: 'relancer' }).focus()
  await page.keyboard.press('Enter')
  await expect(title('Relancer')).toBeVisible()
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(title('Le délai de règlement')).toBeVisible()
  await page.keyboard.press('Alt+ArrowRight')
  await expect(title('Relancer')).toBeVisible()

  // Échap empties the search before it closes the help.
  await page.keyboard.type('zzz')
  await expect(help.getByRole('status')).toHaveText(HELP.none('zzz'))
  await page.keyboard.press('Escape')
  await expect(title('Relancer')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(help).toBeHidden()
  await expect(search).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(search).toBeHidden()

  // Over a dialog: its own page, and the dialog as it was.
  const due = (await hands.requests('2027-01')).find(({ entries }) =>
    entries.some(({ status, paid }) => status === 'prevalidated' && paid === 0),
  )
  if (!due) throw new Error('nobody has to pay')
  await hands.filter('Toutes')
  await hands.startCollecting(nameOf(due), 'chèque 12')
  await page.keyboard.press('F1')
  await expect(title('Encaisser')).toBeVisible()
  await look('help-over-dialog')
  await page.keyboard.press('Escape')
  const dialog = page.getByRole('dialog', { name: PAYMENTS.takeTitle })
  const reference = dialog.getByRole('textbox', { name: CHEQUES.number })
  await expect(reference).toBeFocused()
  await expect(reference).toHaveValue('chèque 12')
  await dialog.getByRole('button', { name: HELP.about('encaisser') }).press('Enter')
  await expect(title('Encaisser')).toBeVisible()
  await help.getByRole('button', { name: HELP.contents }).press('Enter')
  await expect(title('Guide de Pupitre')).toBeVisible()
  await look('help-contents')
  await page.keyboard.press('Escape')
  await expect(dialog.getByRole('button', { name: HELP.about('encaisser') })).toBeFocused()
  expect(broken).toEqual([])
})
