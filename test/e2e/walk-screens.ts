import type { Page } from 'playwright'
import type { RequestRow } from '../../contract/desk.ts'
import { nameOf } from '../../scripts/tour/people.ts'
import { EXCHANGES } from '../../text/screens/exchanges.ts'
import { FRAME } from '../../text/screens/frame.ts'
import { HELP } from '../../text/screens/help.ts'
import { MONEY } from '../../text/screens/money.ts'
import { RECEIPT_CHECK } from '../../text/screens/receipt-check.ts'
import { ACTS } from '../../text/screens/request-acts.ts'
import { FILE } from '../../text/screens/request-file.ts'
import { REQUESTS } from '../../text/screens/requests.ts'
import { RESCUE } from '../../text/screens/rescue.ts'
import { SESSION_CHECK } from '../../text/screens/session-check.ts'
import { SETTINGS } from '../../text/screens/settings.ts'
import { STATEMENT } from '../../text/screens/statement.ts'
import type { Secretary } from './secretary.ts'

/** What is done with each screen, once it stands still; its name is that of its pictures. */
export type Look = (name: string) => Promise<void>

type Walk = { page: Page; hands: Secretary; look: Look }

/** Every screen of the rail, one after the other, as they open. */
export async function walkRail({ page, look }: Walk): Promise<void> {
  for (const screen of await screensOf(page)) {
    await go(page, screen)
    await look(screen)
  }
}

/** What opens from the list of requests: the file, the selection, the dialogs, the candidate's page. */
export async function walkRequests({ page, hands, look }: Walk): Promise<void> {
  const { now, sessions } = await hands.state()
  const requests = await hands.requests(sessions[0]?.id ?? '')
  const waiting = some(
    requests,
    ({ entries }) => entries.length > 1 && entries.every(({ status }) => status === 'requested'),
  )
  const due = some(
    requests,
    ({ entries: [entry] }) => entry?.status === 'prevalidated' && entry.paid === 0 && (entry.deadlineAt ?? '') > now,
  )
  const dialog = page.getByRole('dialog')
  const act = async (request: RequestRow, button: string, name: string) => {
    await find(page, request)
    await hands.open(nameOf(request))
    const file = page.getByRole('complementary', { name: FILE.aside(nameOf(request)) })
    await file.getByRole('button', { name: button, exact: true }).click()
    await dialog.waitFor()
    await look(name)
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
  }
  await go(page, 'requests')
  const boxes = page.getByRole('grid', { name: REQUESTS.table }).locator('tbody').getByRole('checkbox')
  await boxes.nth(0).click()
  await boxes.nth(4).click()
  await page.getByRole('region', { name: REQUESTS.selection }).waitFor()
  await look('selection')
  await boxes.nth(4).click()
  await boxes.nth(0).click()
  await hands.filter(REQUESTS.filter.all)
  await hands.open(nameOf(requests[0] ?? waiting))
  await look('file')
  await act(waiting, REQUESTS.refuse, 'refuse')
  await act(due, FILE.collect, 'payment')
  await act(due, ACTS.extend, 'extend')
  await page.getByRole('searchbox', { name: REQUESTS.find }).fill('personne de ce nom')
  await look('requests-none')
  await page.getByRole('searchbox', { name: REQUESTS.find }).fill('')

  await page.keyboard.press('Control+k')
  await dialog.waitFor()
  await look('palette')
  await page.keyboard.type(due.candidate.phone)
  await page.getByRole('option').first().waitFor()
  await look('palette-found')
  await page.keyboard.press('Enter')
  await page.getByRole('article').getByRole('heading', { level: 1 }).waitFor()
  await look('dossier')
  await page.keyboard.press('Escape')
}

/** What stands behind the tabs of Règlements, and the checks of money and papers. */
export async function walkMoney({ page, look }: Walk): Promise<void> {
  const dialog = page.getByRole('dialog')
  await go(page, 'payments')
  for (const [tab, words] of Object.entries(MONEY.tab)) {
    await page.getByRole('tab', { name: words }).click()
    await look(`payments-${tab}`)
  }
  await page.getByRole('button', { name: RECEIPT_CHECK.open }).click()
  await dialog.waitFor()
  await look('check-receipts')
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: STATEMENT.open }).click()
  await look('statement')
  await page.getByRole('button', { name: STATEMENT.back }).click()
  await go(page, 'session')
  await page.getByRole('button', { name: SESSION_CHECK.open }).click()
  await dialog.waitFor()
  await look('check-session')
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
}

/** What stands behind a tab or a key: exchanges, settings, help, shortcuts. */
export async function walkAside({ page, look }: Walk): Promise<void> {
  const dialog = page.getByRole('dialog')
  await go(page, 'exchanges')
  await page.getByRole('tab', { name: EXCHANGES.arrivals }).click()
  await look('arrivals')
  await page.getByRole('main').getByRole('button', { name: RESCUE.open }).click()
  await dialog.waitFor()
  await look('rescue')
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await go(page, 'settings')
  for (const [section, words] of Object.entries(SETTINGS.section)) {
    await page.getByRole('link', { name: words, exact: true }).click()
    await look(`settings-${section}`)
  }
  await page.keyboard.press('F1')
  await page.getByRole('dialog', { name: HELP.title }).waitFor()
  await look('help')
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await page.keyboard.press('?')
  await dialog.waitFor()
  await look('shortcuts')
  await page.keyboard.press('Escape')
}

/** The session that nobody has asked anything of yet. */
export async function chooseEmptySession(page: Page, hands: Secretary): Promise<void> {
  const { sessions } = await hands.state()
  await page.getByRole('button', { name: new RegExp(sessions[0]?.label ?? '') }).click()
  await page.getByRole('option', { name: sessions[1]?.label ?? '' }).click()
}

/** The lines of the rail, by what their links lead to. */
export async function screensOf(page: Page): Promise<string[]> {
  const links = page.getByRole('navigation', { name: FRAME.screens }).locator('a[href^="#"]')
  await links.first().waitFor()
  return links.evaluateAll((all) => all.map((link) => link.getAttribute('href')?.slice(1) ?? ''))
}

export async function go(page: Page, screen: string): Promise<void> {
  const link = page.getByRole('navigation', { name: FRAME.screens }).locator(`a[href="#${screen}"]`)
  await link.click()
  await page.locator(`a[href="#${screen}"][aria-current="page"]`).waitFor()
  await page.getByRole('main').getByRole('heading', { level: 1 }).first().waitFor()
}

async function find(page: Page, { candidate }: RequestRow): Promise<void> {
  await page.getByRole('searchbox', { name: REQUESTS.find }).fill(candidate.phone)
}

function some(requests: readonly RequestRow[], fits: (request: RequestRow) => boolean): RequestRow {
  const found = requests.find(fits)
  if (!found) throw new Error('the sample has no such request')
  return found
}
