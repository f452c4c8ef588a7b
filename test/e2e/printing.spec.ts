import { existsSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'playwright/test'
import { PAPERS } from '../../text/screens/papers.ts'
import { PRINTING } from '../../text/screens/printing.ts'
import { aCups } from '../helpers/a-cups.ts'
import { brokenRules } from './accessibility.ts'
import { keepPicture } from './keep-picture.ts'
import { test } from './office.ts'

test('a sheet goes to a printer by keyboard, which vanishes; the paper stays, and is saved elsewhere', async ({
  office,
}) => {
  const cups = await aCups()
  cups.addPrinter('Accueil', 'HP LaserJet de l’accueil')
  cups.addPrinter('Bureau', 'Brother du bureau')
  try {
    const { desk, hands } = await office.open('rennes')
    const { page } = desk
    const clean = async (name: string) => {
      for (const colorScheme of ['dark', 'light'] as const) {
        await page.emulateMedia({ colorScheme })
        await keepPicture(page, 'desk', 'printing', name, colorScheme)
        expect(await brokenRules(page)).toEqual([])
      }
    }
    await hands.sitDownAs('manager')
    await hands.go('papers')
    await page
      .getByRole('button', { name: /^Feuille d’émargement, ASCA-E1/ })
      .first()
      .click()
    const toast = page.locator('.toast')
    await expect(toast).toContainText(/^Emargement-.*: ouvert/)
    await toast.getByRole('button', { name: PRINTING.ask }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByRole('button', { name: /^Imprimante/ })).toContainText('HP LaserJet de l’accueil')
    await clean('choose')
    // The printer, then the copies, then Entrée: all by keyboard.
    await dialog.getByRole('button', { name: /^Imprimante/ }).focus()
    for (const key of ['Enter', 'ArrowDown', 'Enter', 'Tab']) await page.keyboard.press(key)
    await expect(dialog.getByRole('textbox', { name: PRINTING.copies })).toBeFocused()
    await page.keyboard.type('2')
    await page.getByRole('button', { name: PRINTING.now, exact: true }).focus()
    await page.keyboard.press('Enter')
    await expect(toast).toContainText('Envoyé à Brother du bureau')
    const printed = () => cups.jobs().map(({ copies, file }) => [copies, Buffer.from(file).subarray(0, 5).toString()])
    await expect.poll(printed).toEqual([[2, '%PDF-']])

    const again = page.getByRole('button', { name: /^Imprimer Feuille d’émargement/ })
    await again.click()
    await expect(dialog.getByRole('button', { name: /^Imprimante/ })).toContainText('Brother du bureau')
    cups.removePrinter('Bureau')
    await dialog.getByRole('button', { name: PRINTING.now, exact: true }).click()
    await expect(dialog.getByRole('alert')).toContainText(PRINTING.failed['printer-gone'])
    // No other one in its place: somebody else would find the paper.
    await expect(dialog.getByRole('button', { name: /^Imprimante/ })).toContainText(PRINTING.choose)
    await clean('gone')
    await page.keyboard.press('Escape')
    cups.removePrinter('Accueil')
    await again.click()
    await expect(dialog).toContainText(PRINTING.none)
    await clean('none')
    await dialog.getByRole('button', { name: PRINTING.save }).click()
    await expect(toast).toContainText(/^Enregistré\s:/)
    await expect(dialog).toHaveCount(0)
    const [made] = await hands.ask('document.list', { sessionId: '2027-01' })
    expect(existsSync(path.join(office.folder, made?.fileName ?? ''))).toBe(true)
    await expect(page.getByRole('button', { name: PAPERS.openTitle(made?.title ?? '') })).toBeVisible()
  } finally {
    await cups.stop()
  }
})
