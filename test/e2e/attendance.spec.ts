import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright'
import { expect } from 'playwright/test'
import { nameOnSheet } from '../../renderer/attendance/name-on-sheet.ts'
import { ATTENDANCE, ATTENDANCE_WORDS, ATTESTATION_REASONS, sayAttendance } from '../../text/screens/attendance.ts'
import { spokenOf } from '../helpers/read-pdf.ts'
import { MONDAY } from '../helpers/rows.ts'
import { brokenRules } from './accessibility.ts'
import { keepPicture } from './keep-picture.ts'
import { test } from './office.ts'

const sessionId = '2027-01'
const DAY = 24 * 3600

/** Nothing that axe finds, in each of these looks. */
async function clean(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    await keepPicture(page, 'desk', 'attendance', name, colorScheme)
    expect(await brokenRules(page)).toEqual([])
  }
}

/** Presses Tab until the focus is on what answers to this. */
async function tabTo(page: Page, label: string): Promise<void> {
  for (let press = 0; press < 200; press++) {
    const name = await page.evaluate(() => {
      const { activeElement: at } = document
      return at?.getAttribute('aria-label') ?? at?.textContent ?? ''
    })
    if (name.trim() === label) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`the keyboard does not lead to ${label}`)
}

test('by keys alone: two are noted present, one absent, and one is handed an attestation', async ({ office }) => {
  const { desk, hands } = await office.open('rennes')
  const { page } = desk
  await hands.sitDownAs('secretary')
  const [sitting] = (await hands.ask('sitting.list', { sessionId })).filter(({ confirmed }) => confirmed >= 3)
  if (!sitting) throw new Error('the sample has none')
  const before = (await hands.ask('attendance.list', { sittingId: sitting.id })) ?? []
  await hands.go('session')

  // Before the day nothing can be noted, and the button says so.
  const button = page.getByRole('button', { name: new RegExp(`^Présences, ${sitting.examCode}`) }).first()
  await expect(button).toHaveAttribute('aria-disabled', 'true')
  await expect(button).toHaveAttribute('title', /^Les présences se notent à partir du jour de la séance/)

  office.later(Math.ceil((Date.parse(sitting.heldOn) - Date.parse(MONDAY)) / 1000) + DAY)
  await hands.exchange()
  const name = (await button.getAttribute('aria-label')) ?? ''
  await expect(button).not.toHaveAttribute('aria-disabled', 'true')
  await tabTo(page, name)
  await page.keyboard.press('Enter')
  const table = page.getByRole('table', { name: ATTENDANCE.table })
  await table.waitFor()
  await expect(table.getByRole('row')).toHaveCount(before.length + 1)
  await expect(page.getByText(sayAttendance({ present: 0, absent: 0, total: before.length }))).toBeVisible()
  await clean(page, 'nothing')

  const [first, second, third] = before.map(nameOnSheet)
  if (!first || !second || !third) throw new Error('fewer than three')
  const line = (who: string) => table.getByRole('row', { name: new RegExp(who) })
  await table.getByRole('row').nth(1).focus()
  await page.keyboard.press('p')
  await expect(line(first).getByText(ATTENDANCE_WORDS.present, { exact: true }).first()).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('a')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('p')
  await expect(page.getByText(sayAttendance({ present: 2, absent: 1, total: before.length }))).toBeVisible()
  // A mistake, taken back, and noted again.
  await page.keyboard.press('Delete')
  await expect(page.getByText(sayAttendance({ present: 1, absent: 1, total: before.length }))).toBeVisible()
  await page.keyboard.press('p')
  await expect(page.getByText(sayAttendance({ present: 2, absent: 1, total: before.length }))).toBeVisible()
  await clean(page, 'noted')

  // Who is absent is attested nothing; who came is.
  const greyed = page.getByRole('button', { name: ATTENDANCE.of(ATTENDANCE.printOne, second) })
  await expect(greyed).toHaveAttribute('title', ATTESTATION_REASONS.absent)
  await tabTo(page, ATTENDANCE.of(ATTENDANCE.printOne, third))
  await page.keyboard.press('Enter')
  await page.getByText(/1\u00a0attestation\u00a0: Attestation-presence-.*\.pdf/).waitFor()
  const folder = path.join(office.folder, 'desk-rennes', 'documents')
  const [file, ...others] = readdirSync(folder, { recursive: true })
    .map(String)
    .filter((one) => one.endsWith('.pdf'))
  expect(others).toEqual([])
  const said = spokenOf(readFileSync(path.join(folder, file ?? '')))
  expect(said).toContain('Attestation de présence')
  expect(said).toContain(third)
  expect(said).toMatch(/s’est présentée? à l’épreuve/)
  expect(said).toContain(sitting.examCode)
  expect(said).toContain('ne dit rien du résultat')
  await clean(page, 'attested')

  // In the dossier: who noted it, and the attestation.
  await tabTo(page, third)
  await page.keyboard.press('Enter')
  const section = page.locator('.file-attendance').first()
  await expect(section.getByText(/^Noté .* par /)).toBeVisible()
  await expect(section.getByText(/^Attestation v1, imprimée/)).toBeVisible()
  await section.scrollIntoViewIfNeeded()
  await clean(page, 'dossier')
  await page.keyboard.press('Escape')
  await expect(table).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByText(sayAttendance({ present: 2, absent: 1, total: before.length }))).toBeVisible()
  await button.scrollIntoViewIfNeeded()
  await clean(page, 'session')
  await hands.go('papers')
  await clean(page, 'papers')
})
