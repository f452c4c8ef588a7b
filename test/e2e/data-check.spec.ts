import { expect, mergeTests } from 'playwright/test'
import { SAMPLE_ADDRESSES, SAMPLE_PASSWORD } from '../../hq/sample/accounts.ts'
import { nameOf } from '../../scripts/tour/people.ts'
import { CHECK } from '../../text/pages/data-check.ts'
import { DATA_CHECK } from '../../text/screens/data-check.ts'
import { FILE } from '../../text/screens/request-file.ts'
import { REQUESTS } from '../../text/screens/requests.ts'
import { brokenRules } from './accessibility.ts'
import { CandidateHands } from './candidate-hands.ts'
import { test as visit } from './candidate-visit.ts'
import { keepPicture } from './keep-picture.ts'
import { test as office } from './office.ts'

const SESSION = '2027-01'
const test = mergeTests(office, visit)

test('a centre asks its candidates to check their data; one does, and the desk shows who has not', async ({
  office,
  browser,
}) => {
  const { desk, hands } = await office.open('rennes')
  const { page } = desk
  await hands.sitDownAs('secretary')
  const broken: string[] = []
  const look = async (screen: string, of = page) => {
    for (const colorScheme of ['dark', 'light'] as const) {
      await of.emulateMedia({ colorScheme })
      await keepPicture(of, 'data-check', screen, colorScheme)
      broken.push(...(await brokenRules(of)).map((rule) => `${screen}, ${colorScheme}: ${rule}`))
    }
    const beside = await of.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    if (beside > 0) broken.push(`${screen}: ${beside} px beside the screen`)
  }
  const dialog = page.getByRole('dialog')
  const openDialog = () => page.getByRole('button', { name: DATA_CHECK.open }).click()
  const progress = async () => {
    // It opens before its numbers are there.
    await dialog.getByText(DATA_CHECK.progress, { exact: true }).waitFor()
    const [, checked = '', concerned = ''] = /(\d+) sur (\d+)/.exec(await dialog.innerText()) ?? []
    return { checked: Number(checked), unchecked: Number(concerned) - Number(checked) }
  }
  await openDialog()
  const before = await progress()
  expect(before.checked).toBeGreaterThan(0)
  await look('dialog')
  await dialog.getByRole('button', { name: DATA_CHECK.send(before.unchecked) }).click()
  await dialog.waitFor({ state: 'detached' })
  await expect(page.getByText(DATA_CHECK.asked(before.unchecked, before.checked))).toBeVisible()
  // Taken back, it never was; asked once more, it waits for its ten seconds.
  await page.getByRole('button', { name: REQUESTS.undo }).click()
  await expect(page.getByText(REQUESTS.undone)).toBeVisible()
  await openDialog()
  await dialog.getByRole('button', { name: DATA_CHECK.send(before.unchecked) }).click()
  await dialog.waitFor({ state: 'detached' })
  office.later(11)
  await hands.exchange()
  await expect.poll(async () => (await hands.state()).freshness.toTransmit).toBe(0)
  await openDialog()
  await expect(dialog.getByText(/^C’est déjà demandé depuis le 23\/11\/2026/).first()).toBeVisible()
  await look('dialog asked')
  await page.keyboard.press('Escape')

  const phone = await browser.newPage({ viewport: { width: 320, height: 640 }, locale: 'fr-FR' })
  const candidate = new CandidateHands(phone, office.hq.url)
  await candidate.signIn(SAMPLE_ADDRESSES.prevalidated, SAMPLE_PASSWORD)
  const card = phone.getByRole('region', { name: CHECK.title })
  await card.getByRole('button', { name: CHECK.wrong }).click()
  await expect(card.getByRole('link', { name: CHECK.write })).toHaveAttribute('href', /^mailto:secretariat/)
  await look('card', phone)
  await card.getByRole('button', { name: CHECK.right }).click()
  await expect(phone.getByRole('status').getByText(/^Vous avez confirmé vos données le 23\/11\/2026/)).toBeVisible()
  await expect(card).toHaveCount(0)
  await expect(phone.getByRole('status').filter({ hasText: CHECK.done('').slice(0, 20) })).toBeFocused()
  await look('confirmed', phone)
  await phone.setViewportSize({ width: 1366, height: 768 })
  await look('confirmed wide', phone)

  await hands.exchange()
  const showUnchecked = async () => {
    await page.getByRole('button', { name: REQUESTS.addFilterLabel }).click()
    await page.getByRole('menuitem', { name: DATA_CHECK.filter }).click()
  }
  await showUnchecked()
  await expect(page.getByRole('button', { name: DATA_CHECK.filter })).toHaveText(new RegExp(`${before.unchecked - 1}$`))
  await look('filter')
  // Pressed, it ends; the list begins again at its top.
  const filter = page.getByRole('button', { name: DATA_CHECK.filter })
  const all = page.getByRole('button', { name: new RegExp(`^${REQUESTS.filter.all}`) })
  await expect(filter).toHaveAccessibleDescription(DATA_CHECK.endFilter)
  await expect(all).toHaveAttribute('aria-pressed', 'true')
  const list = page.locator('.table-box')
  await list.evaluate((box) => box.scrollTo({ top: 300 }))
  expect(await list.evaluate((box) => box.scrollTop)).toBe(300)
  await filter.click()
  await expect(filter).toHaveCount(0)
  await expect(all).toHaveAttribute('aria-pressed', 'true')
  await expect.poll(() => list.evaluate((box) => box.scrollTop)).toBe(0)
  await showUnchecked()
  const requests = await hands.requests(SESSION)
  const theirs = requests.find((one) => one.candidate.email === SAMPLE_ADDRESSES.prevalidated)
  const other = requests.find(
    ({ entries, dataCheckedAt }) => entries[0]?.status === 'confirmed' && dataCheckedAt === null,
  )
  if (!theirs || !other) throw new Error('the sample has none of them')
  await hands.open(nameOf(other))
  const file = page.getByRole('complementary', { name: FILE.aside(nameOf(other)) })
  await expect(file.getByText(/^pas encore confirmées \(demandé le 23\/11\/2026/)).toBeVisible()
  await look('file')
  await hands.filter(REQUESTS.filter.due)
  await expect(page.getByRole('row').filter({ hasText: nameOf(theirs) })).toHaveCount(0)
  await hands.filter(REQUESTS.filter.all)
  await page.getByRole('button', { name: DATA_CHECK.filter }).click()
  await hands.open(nameOf(theirs))
  await expect(page.getByText(/^vérifiées par la personne le 23\/11\/2026/)).toBeVisible()
  expect(broken).toEqual([])
})
