import type { Locator, Page } from 'playwright'
import { expect } from 'playwright/test'
import { nameOf } from '../../scripts/tour/people.ts'
import { CANDIDATE } from '../../text/screens/candidate.ts'
import { FRAME } from '../../text/screens/frame.ts'
import { ACTS } from '../../text/screens/request-acts.ts'
import { REQUESTS } from '../../text/screens/requests.ts'
import { sayToday, TODAY } from '../../text/screens/today.ts'
import { brokenRules } from './accessibility.ts'
import { keepPicture } from './keep-picture.ts'
import { test } from './office.ts'

const SESSION = '2027-01'

/** The line that has the keyboard. */
const at = (page: Page): Locator => page.locator('tr:focus')
const line = (page: Page, words: string): Locator => page.getByRole('row').filter({ hasText: words })
const clean = async (page: Page) => expect(await brokenRules(page)).toEqual([])

test('a Monday morning by keyboard: each line dealt with by one key, the next one under the cursor', async ({
  office,
}) => {
  const { desk, hands } = await office.open()
  const { page } = desk
  await hands.sitDownAs('manager')
  const { now } = await hands.state()
  const held = (await hands.requests(SESSION)).filter(({ entries }) => entries[0]?.status === 'prevalidated')
  const [overdue, tonight, alsoTonight] = held
    .toSorted((a, b) => order(a.entries[0]?.deadlineAt ?? '', b.entries[0]?.deadlineAt ?? '') || order(a.id, b.id))
    .map(nameOf)
  if (!overdue || !tonight || !alsoTonight) throw new Error('the sample has none of them')
  await page.keyboard.press('g')
  await page.keyboard.press('a')
  await page.getByRole('heading', { name: sayToday('2026-11-23'), level: 1 }).waitFor()
  expect(now.slice(0, 10)).toBe('2026-11-23')
  await expect(at(page)).toContainText(overdue)
  await expect(page.getByRole('navigation', { name: FRAME.screens })).toContainText(FRAME.thingsWaiting(25))
  await clean(page)
  await keepPicture(page, 'desk', 'today')

  await test.step('up and down, and no further', async () => {
    await page.keyboard.press('j')
    await expect(at(page)).toContainText(tonight)
    await page.keyboard.press('ArrowDown')
    await expect(at(page)).toContainText(alsoTonight)
    await page.keyboard.press('k')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('k')
    await expect(at(page)).toContainText(overdue)
  })

  await test.step('L releases the seat; the line leaves, and the cursor goes to the next', async () => {
    await page.keyboard.press('l')
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByRole('textbox', { name: ACTS.reason })).toBeFocused()
    await page.keyboard.type('Relancé deux fois, sans réponse')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await expect(dialog.getByRole('button', { name: ACTS.releaseNow, exact: true })).toBeFocused()
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await expect(line(page, overdue)).toHaveCount(0)
    await expect(at(page)).toContainText(tonight)
  })

  await test.step('R reminds; it can be taken back, and the line stands where it was', async () => {
    await page.keyboard.press('r')
    await expect(at(page)).toContainText(alsoTonight)
    await expect(line(page, tonight)).toHaveCount(0)
    await expect(page.getByRole('button', { name: TODAY.remindedToday(1) })).toBeVisible()
    await page.getByText(REQUESTS.doneFor(TODAY.reminded, tonight)).waitFor()
    await page.getByRole('button', { name: REQUESTS.undo }).last().click()
    await page.getByText(REQUESTS.undone).waitFor()
    await expect(line(page, tonight)).toBeVisible()
    // Done first, the last of them sends back to the one above, and not to the next kind of work.
    await page.keyboard.press('r')
    await expect(at(page)).toContainText(tonight)
    await page.getByRole('button', { name: REQUESTS.undo }).last().click()
    await expect(line(page, alsoTonight)).toBeVisible()
    // Typed letters act again on the line where the cursor was.
    await page.keyboard.press('t')
    await page.getByText(REQUESTS.doneFor(TODAY.phoned, tonight)).waitFor()
    await expect(at(page)).toContainText(alsoTonight)
  })

  await test.step('Entrée opens the file; back from it, the cursor is on the same line', async () => {
    await page.keyboard.press('Enter')
    await page.getByRole('article', { name: CANDIDATE.page(alsoTonight) }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('heading', { name: sayToday('2026-11-23'), level: 1 }).waitFor()
    await expect(at(page)).toContainText(alsoTonight)
  })

  await test.step('V names those who can be pre-validated; Entrée does them all', async () => {
    const before = (await hands.requests(SESSION)).flatMap(({ entries }) => entries)
    const waiting = before.filter(({ status }) => status === 'requested').length
    await page.keyboard.press('j')
    const words = (await at(page).textContent()) ?? ''
    const [count = ''] = words.match(/^\d+/) ?? []
    expect(words).toContain('peuvent être acceptées')
    await page.keyboard.press('v')
    const asked = page.getByRole('dialog', { name: TODAY.acceptTitle(Number(count)) })
    await expect(asked.getByRole('listitem')).toHaveCount(Number(count))
    const unanswered = (await hands.requests(SESSION)).flatMap(({ entries }) => entries)
    expect(unanswered.filter(({ status }) => status === 'requested')).toHaveLength(waiting)
    await clean(page)
    await expect(asked.getByRole('button', { name: TODAY.prevalidate(Number(count)), exact: true })).toBeFocused()
    await page.keyboard.press('Enter')
    await page.getByText(REQUESTS.prevalidated(Number(count))).waitFor()
    await expect(page.getByText('peuvent être acceptées')).toHaveCount(0)
    const left = (await hands.requests(SESSION)).flatMap(({ entries }) => entries)
    expect(left.filter(({ status }) => status === 'requested').length).toBeLessThanOrEqual(waiting - Number(count))
    await clean(page)
  })

  await test.step('« Tous » and « Les voir » bring the list with its filters', async () => {
    await expect(at(page)).toContainText('sur une épreuve complète')
    await page.keyboard.press('v')
    await page.getByRole('heading', { name: REQUESTS.title, level: 1 }).waitFor()
    await expect(page.getByRole('button', { name: new RegExp(`^${REQUESTS.filter.waiting}`) })).toHaveAttribute(
      'aria-pressed',
      'true',
    )
    await page.keyboard.press('g')
    await page.keyboard.press('a')
    await expect(at(page)).toContainText('sur une épreuve complète')
  })

  await test.step('midnight passes: the day is another, and what was for this evening is late', async () => {
    office.later(15 * 3600)
    await hands.exchange()
    await page.getByRole('heading', { name: sayToday('2026-11-24'), level: 1 }).waitFor()
    await expect(line(page, alsoTonight)).toContainText('Délai dépassé')
    await clean(page)
  })

  await test.step('of the files to correct some are shown, and all of them on demand', async () => {
    const files = page.getByRole('region', { name: TODAY.identities })
    const shown = files.getByRole('row')
    await expect(shown).toHaveCount(3)
    const unfold = files.getByRole('button', { name: /^Voir les/ })
    const total = Number((await unfold.innerText()).match(/\d+/)?.[0])
    expect(total).toBeGreaterThan(3)
    await unfold.click()
    await expect(shown).toHaveCount(total)
    await clean(page)
  })
})

test('a session that nobody has asked for yet, and under the pointer nothing moves', async ({ office }) => {
  const { desk, hands } = await office.open('papeete', { colorScheme: 'dark' })
  const { page } = desk
  await hands.sitDownAs('secretary')
  await page.keyboard.press('Alt+1')
  // Sunday evening still, in Papeete.
  await page.getByRole('heading', { name: sayToday('2026-11-22'), level: 1 }).waitFor()
  await clean(page)
  await keepPicture(page, 'desk', 'today papeete')

  const late = line(page, 'Délai dépassé')
  const box = await late.boundingBox()
  await late.getByRole('button', { name: TODAY.remind }).click()
  await expect(late.getByText(TODAY.gone)).toBeVisible()
  expect(await late.boundingBox()).toEqual(box)
  await expect(late).toHaveCount(0)
  // What leaves can be read while it can still be stopped.
  await page.getByRole('button', { name: REQUESTS.seeMail }).click()
  await expect(page.getByRole('dialog', { name: REQUESTS.reminderMail })).toContainText('votre place est encore gardée')
  await page.keyboard.press('Escape')

  // A secretary reads why, and nothing happens.
  await page.getByRole('button', { name: TODAY.remindedToday(1) }).click()
  await expect(late.getByRole('button', { name: TODAY.release })).toHaveAttribute('aria-disabled', 'true')

  const { sessions } = await hands.state()
  await page.getByRole('button', { name: new RegExp(sessions[0]?.label ?? '') }).click()
  await page.getByRole('option', { name: sessions[1]?.label ?? '' }).click()
  await page.getByRole('heading', { name: TODAY.nobodyTitle }).waitFor()
  await expect(page.getByText('Prochaine date')).toBeVisible()
  await clean(page)
  await keepPicture(page, 'desk', 'today nobody')
})

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
