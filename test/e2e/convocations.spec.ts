import type { Page } from 'playwright'
import { expect } from 'playwright/test'
import { CONVOCATIONS } from '../../text/screens/convocations.ts'
import { brokenRules } from './accessibility.ts'
import { keepPicture } from './keep-picture.ts'
import { test } from './office.ts'

const sessionId = '2027-01'

/** Nothing that axe finds, in each of these looks. */
async function clean(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    await keepPicture(page, 'desk', 'convocations', name, colorScheme)
    expect(await brokenRules(page)).toEqual([])
  }
}

test('a session is convened, a room changes, and only those concerned are convened again', async ({ office }) => {
  const { desk, hands } = await office.open('rennes')
  const { page } = desk
  await hands.sitDownAs('manager')
  await hands.go('papers')
  const card = page.getByRole('region', { name: CONVOCATIONS.title })
  await card.waitFor()
  const list = () => hands.ask('convocation.list', { sessionId })
  const { due } = await list()
  expect(due).toBeGreaterThan(1)
  await clean(page, 'never')

  // Given up in the middle: nothing is half issued.
  const choose = async (as: 'together' | 'apart') => {
    await card.getByRole('button', { name: new RegExp(CONVOCATIONS.as) }).click()
    await page.getByRole('option', { name: CONVOCATIONS[as] }).click()
  }
  await choose('apart')
  await card.getByRole('button', { name: CONVOCATIONS.printDue(due, due) }).click()
  await card.getByText(new RegExp(`^([2-9]|1.) sur ${due}`)).waitFor()
  await card.getByRole('button', { name: CONVOCATIONS.stop }).click()
  await page.getByText(/^Impression arrêtée/).waitFor()
  expect(await list()).toMatchObject({ never: due, current: 0 })

  await choose('together')
  await card.getByRole('button', { name: CONVOCATIONS.printDue(due, due) }).click()
  await page.getByText(new RegExp(`^${due}\u00a0convocations\u00a0: Convocations-.*\\.pdf`)).waitFor()
  await expect(card.getByText(CONVOCATIONS.nothingDue)).toBeVisible()
  expect(await list()).toMatchObject({ current: due, outdated: 0, due: 0 })

  // A room changes.
  const [sitting] = (await hands.ask('sitting.list', { sessionId })).filter(({ confirmed }) => confirmed > 0)
  if (!sitting) throw new Error('the sample has none')
  const { id: sittingId, offeringId, heldOn, startsAtLocal, room, confirmed } = sitting
  const from = { heldOn, startsAtLocal, room }
  const args = { sittingId, offeringId, from, heldOn, startsAtLocal, room: 'Amphi' }
  await hands.ask('command.run', { drafts: [{ name: 'sitting.set', args }] })
  const table = page.getByRole('table', { name: new RegExp(CONVOCATIONS.toReconvene) })
  await table.waitFor()
  await expect(table.getByText('Amphi').first()).toBeVisible()
  await expect(table.getByRole('row')).toHaveCount(confirmed + 1)
  await clean(page, 'outdated')

  // One from its own file, the others together.
  const name = (await list()).toReconvene[0]?.candidateName ?? ''
  await table.getByRole('button', { name, exact: true }).click()
  const file = page.locator('.file-convocation')
  await expect(file.getByText(CONVOCATIONS.out)).toBeVisible()
  await file.scrollIntoViewIfNeeded()
  await clean(page, 'file')
  await file.getByRole('button', { name: CONVOCATIONS.printOne }).click()
  await expect(file.getByText(/^Convocation v2, imprimée/)).toBeVisible()
  await page.keyboard.press('Escape')
  await card.getByRole('button', { name: CONVOCATIONS.printDue(confirmed - 1, 0) }).click()
  await expect(table).toHaveCount(0)
  expect(await list()).toMatchObject({ current: due, outdated: 0 })
})
