import type { Page } from 'playwright'
import { expect } from 'playwright/test'
import { FRAME } from '../../text/screens/frame.ts'
import { RECEIPT_CHECK } from '../../text/screens/receipt-check.ts'
import { SESSION_CHECK } from '../../text/screens/session-check.ts'
import { brokenRules } from './accessibility.ts'
import { keepPicture } from './keep-picture.ts'
import { test } from './office.ts'

async function clean(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await keepPicture(page, 'desk', 'checks', name, colorScheme)
    expect(await brokenRules(page)).toEqual([])
  }
  await page.emulateMedia({ colorScheme: 'light' })
}

test('the receipts of the centre are checked, and what of the session is to put right leads to where it is', async ({
  office,
}) => {
  const { desk, hands } = await office.open()
  const { page } = desk
  await hands.sitDownAs('secretary')
  const dialog = page.getByRole('dialog')

  await hands.go('payments')
  await page.getByRole('button', { name: RECEIPT_CHECK.open }).click()
  await expect(dialog).toContainText(RECEIPT_CHECK.holds)
  await clean(page, 'receipts')
  await page.keyboard.press('Escape')

  await page.keyboard.press('g')
  await page.keyboard.press('s')
  await page.getByRole('button', { name: SESSION_CHECK.open }).click()
  await dialog.getByRole('heading', { level: 3 }).first().waitFor()
  await clean(page, 'session')
  await dialog.getByRole('button', { name: FRAME.papers }).click()
  await expect(dialog).toBeHidden()
  await page.getByRole('heading', { name: FRAME.papers, level: 1 }).waitFor()
})
