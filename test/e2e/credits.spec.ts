import { expect, type Locator } from 'playwright/test'
import { nameOf } from '../../scripts/tour/people.ts'
import { formatMoney } from '../../text/format.ts'
import { CREDITS } from '../../text/screens/credits.ts'
import { MONEY } from '../../text/screens/money.ts'
import { brokenRules } from './accessibility.ts'
import { keepPicture } from './keep-picture.ts'
import { test } from './office.ts'

const SESSION = '2027-01'
const money = (minor: number) => formatMoney(minor, 'EUR')

test('several credits of one payer by keyboard: what would be taken of each is told, then used, the rest given back', async ({
  office,
}) => {
  const { desk, hands } = await office.open()
  const { page } = desk
  await hands.sitDownAs('secretary')
  const { payers } = await hands.ask('payment.sum', { sessionId: SESSION })
  const [payer] = payers.toSorted((a, b) => b.people - a.people)
  const other = (await hands.requests(SESSION)).find(({ organisationId }) => organisationId === null)
  if (!payer || payer.people < 2 || !other) throw new Error('nobody owes for several')
  const record = (by: { kind: 'organisation' | 'candidate'; id: string }, amount: number) => ({
    name: 'payment.record' as const,
    args: {
      ...{ sessionId: SESSION, payer: by, method: 'transfer', amount, currency: 'EUR', receivedOn: '2026-11-20' },
      ...{ reference: null, cheque: null, allocations: [] },
    },
  })
  const greta = { kind: 'organisation' as const, id: payer.organisationId }
  const drafts = [
    record(greta, 3000),
    record(greta, payer.due),
    record({ kind: 'candidate', id: other.candidateId }, 700),
  ]
  for (const draft of drafts) {
    await hands.ask('command.run', { drafts: [draft] })
    office.later(2)
  }
  await hands.go('payments')
  await page.getByRole('tab', { name: MONEY.tab.credits }).click()
  const press = async (target: Locator, key = 'Enter') => {
    await target.focus()
    await page.keyboard.press(key)
  }
  const pick = (amount: number) => page.getByRole('checkbox', { name: CREDITS.pickOne(payer.name, money(amount)) })
  const use = page.getByRole('button', { name: CREDITS.spend, exact: true })
  await press(pick(3000), 'Space')
  // Of somebody else: not together.
  const stranger = page.getByRole('checkbox', { name: CREDITS.pickOne(nameOf(other), money(700)) })
  await press(stranger, 'Space')
  await expect(use).toHaveAccessibleDescription(/^Un clic est pour un seul payeur/)
  await press(stranger, 'Space')
  await press(pick(payer.due), 'Space')
  await expect(page.getByText(CREDITS.picked(2, money(payer.due + 3000), payer.name))).toBeVisible()
  expect(await brokenRules(page)).toEqual([])

  await press(use)
  const dialog = page.getByRole('dialog', { name: CREDITS.spendTitle })
  const parts = dialog.getByRole('region', { name: CREDITS.takenFrom }).getByRole('listitem')
  await expect(parts).toHaveCount(2)
  await expect(parts.nth(0)).toContainText(CREDITS.partOf(money(0), money(3000)))
  // What they owe is read once the dialog is there.
  await dialog.getByRole('checkbox').first().waitFor()
  for (const box of await dialog.getByRole('checkbox').all()) await press(box, 'Space')
  await expect(parts.nth(0)).toContainText(CREDITS.partOf(money(3000), money(3000)))
  await expect(parts.nth(1)).toContainText(CREDITS.partOf(money(payer.due - 3000), money(payer.due)))
  await expect(dialog.getByRole('status')).toContainText(CREDITS.keeps(money(3000)))
  expect(await brokenRules(page)).toEqual([])
  await keepPicture(page, 'desk', 'use-credits')
  await press(dialog.getByRole('button', { name: CREDITS.spendNow(money(payer.due)) }))
  await dialog.waitFor({ state: 'detached' })
  await expect(page.getByText(CREDITS.spent(money(payer.due)))).toBeVisible()
  expect((await hands.ask('payment.sum', { sessionId: SESSION })).payers.map(({ name }) => name)).not.toContain(
    payer.name,
  )
  const credits = async () =>
    (await hands.payments(SESSION)).flatMap(({ payer: { id }, credit }) => (id === greta.id ? credit : [])).toSorted()
  await expect.poll(credits).toContain(3000)

  // Another one comes, and both are given back together.
  await hands.ask('command.run', { drafts: [record(greta, 1200)] })
  await press(pick(3000), 'Space')
  await press(pick(1200), 'Space')
  await press(page.getByRole('button', { name: CREDITS.giveBack, exact: true }))
  const returning = page.getByRole('dialog', { name: CREDITS.returnTitle })
  await expect(returning.getByText(CREDITS.partOf(money(1200), money(1200)))).toBeVisible()
  expect(await brokenRules(page)).toEqual([])
  await keepPicture(page, 'desk', 'return-credits')
  await press(returning.getByRole('button', { name: CREDITS.returnNow(money(4200)) }))
  await returning.waitFor({ state: 'detached' })
  await expect(page.getByText(CREDITS.returnDone(money(4200)))).toBeVisible()
  await expect.poll(async () => (await credits()).filter((credit) => credit > 0)).toEqual([])
  office.later(11)
  await hands.exchange()
  await expect.poll(async () => (await hands.state()).freshness.toTransmit).toBe(0)
  expect((await hands.state()).freshness.toReview).toBe(0)
})
