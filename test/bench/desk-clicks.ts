import type { Page } from 'playwright'
import { ENTRY_STATUS_WORDS } from '../../text/fr.ts'
import { REQUESTS } from '../../text/screens/requests.ts'
import { nowDoing, type Outcome, until } from './desk-probe.ts'

export type Clicks = { prevalidated: Outcome[]; opened: Outcome[]; dossiers: Outcome[] }

const FILE_READ = 'aside.file .tl'

/**
 * Down the requests that wait, with the file at the side: the key that opens the next file, the click on « Pré-valider » in it, and, in
 * the end, the click on a name that opens the candidate's page. The list must be on its screen, with nothing opened.
 */
export async function workThrough(page: Page, repeats: number): Promise<Clicks> {
  const clicks: Clicks = { prevalidated: [], opened: [], dossiers: [] }
  await page.locator('.table-box').evaluate((box) => box.scrollTo({ top: 0 }))
  await page.locator('table.request-rows tbody tr[aria-rowindex="2"] th').click()
  await page.locator(FILE_READ).waitFor()
  const file = page.locator('aside.file')
  for (let repeat = 0; repeat < repeats; repeat++) {
    await nowDoing(page, 'opening a file')
    clicks.opened.push(await until(page, { on: 'keydown', selector: FILE_READ }, () => page.keyboard.press('j')))
    await rest(page)
    await nowDoing(page, 'pre-validating')
    const button = file.getByRole('button', { name: REQUESTS.prevalidate, exact: true })
    // Moved there beforehand: what is measured begins with the press.
    await button.hover()
    const decided = { on: 'pointerup', selector: 'aside.file .states', without: ENTRY_STATUS_WORDS.requested } as const
    clicks.prevalidated.push(await until(page, decided, () => press(page)))
    await rest(page)
  }
  for (let repeat = 0; repeat < repeats; repeat++) {
    await page.keyboard.press('j')
    await page.locator(FILE_READ).waitFor()
    await rest(page)
    await nowDoing(page, 'opening a dossier')
    await file.locator('.candidate-link').hover()
    clicks.dossiers.push(await until(page, { on: 'pointerup', selector: '.dossier article .tl' }, () => press(page)))
    await page.keyboard.press('Escape')
    await file.waitFor()
    await rest(page)
  }
  await page.keyboard.press('Escape')
  return clicks
}

async function press(page: Page): Promise<void> {
  await page.mouse.down()
  await page.mouse.up()
}

/** What a gesture left to do is done before the next one: a person takes longer than that. */
async function rest(page: Page): Promise<void> {
  await page.waitForTimeout(250)
}
