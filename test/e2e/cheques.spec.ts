import { expect } from 'playwright/test'
import { nameOf } from '../../scripts/tour/people.ts'
import { formatMoney } from '../../text/format.ts'
import { METHOD_WORDS, sayRefusal } from '../../text/fr.ts'
import { CHEQUES } from '../../text/screens/cheques.ts'
import { CREDITS } from '../../text/screens/credits.ts'
import { MONEY } from '../../text/screens/money.ts'
import { PAPERS } from '../../text/screens/papers.ts'
import { PAYMENTS } from '../../text/screens/payments.ts'
import { REQUESTS } from '../../text/screens/requests.ts'
import { TODAY } from '../../text/screens/today.ts'
import { brokenRules } from './accessibility.ts'
import { test } from './office.ts'

const SESSION = '2027-01'

test('a cheque goes to the bank with a slip and comes back unpaid: its receipt is cancelled in the same click', async ({
  office,
}) => {
  const { desk, hands } = await office.open()
  const { page } = desk
  await hands.sitDownAs('manager')
  const due = (await hands.requests(SESSION)).find(
    ({ entries, organisationId }) =>
      organisationId === null && entries.length === 1 && entries[0]?.status === 'prevalidated' && entries[0].paid === 0,
  )
  if (!due) throw new Error('nobody is to pay')
  const amount = formatMoney(due.entries[0]?.feeAmount ?? 0, 'EUR')
  const name = nameOf(due)
  await hands.filter(REQUESTS.filter.all)
  await hands.startCollecting(name, '1234567')
  const bank = page.getByRole('dialog').getByRole('textbox', { name: CHEQUES.bank })
  await expect(page.getByText(CHEQUES.lacks(false, true) ?? '')).toBeVisible()
  await bank.fill('Crédit Agricole')
  await expect(page.locator('.cheque-fields .hint')).toHaveCount(0)
  await hands.collect(amount)
  const paymentOf = async () => (await hands.payments(SESSION)).find(({ payerName }) => payerName === name)
  expect(await paymentOf()).toMatchObject({
    ...{ reference: null, deposit: null, end: null },
    cheque: { number: '1234567', bank: 'Crédit Agricole', drawer: name },
  })

  await hands.go('payments')
  await page.getByRole('tab', { name: MONEY.tab.cheques }).click()
  const table = page.getByRole('table', { name: CHEQUES.table })
  await table.getByRole('checkbox', { name: CHEQUES.pickOne(name, amount) }).check()
  await expect(page.getByText(CHEQUES.picked(1, amount))).toBeVisible()
  // One that is still in the drawer cannot have come back from the bank.
  await expect(page.getByRole('button', { name: CHEQUES.bounceOf(name) })).toHaveCount(0)
  expect(await brokenRules(page)).toEqual([])
  await page.getByRole('button', { name: CHEQUES.deposit }).click()
  const deposit = page.getByRole('dialog', { name: CHEQUES.depositTitle })
  await expect(deposit.getByText('1234567')).toBeVisible()
  await deposit.getByRole('button', { name: CHEQUES.depositNow }).click()
  await deposit.waitFor({ state: 'detached' })
  await expect(page.locator('.toast', { hasText: 'Remise-cheques-2026-11-23' })).toBeVisible()
  await expect(page.locator('.toast').getByRole('button', { name: PAPERS.reopen })).toBeVisible()

  await page.getByRole('button', { name: new RegExp(`^${CHEQUES.place.deposited}`) }).click()
  await expect(page.getByRole('button', { name: CHEQUES.slipOpen('23/11/2026') })).toBeVisible()
  await page.getByRole('button', { name: CHEQUES.bounceOf(name) }).click()
  const bounce = page.getByRole('dialog', { name: CHEQUES.bounceTitle })
  const until = bounce.getByRole('textbox', { name: CHEQUES.dueField })
  await until.fill('1/11')
  await expect(bounce.getByText(CHEQUES.dueWrong)).toBeVisible()
  await until.fill('30/11')
  await expect(bounce.getByRole('checkbox', { name: /avoir$/ })).toBeChecked()
  await bounce.getByRole('button', { name: CHEQUES.bounceNow }).click()
  await bounce.waitFor({ state: 'detached' })
  await expect
    .poll(paymentOf)
    .toMatchObject({ end: { outcome: 'bounced', dueOn: '2026-11-30' }, receipt: null, creditNotes: [{}] })

  // Awaited again, wherever somebody looks.
  await page.getByRole('button', { name: new RegExp(`^${CHEQUES.place.bounced}`) }).click()
  await expect(table.getByText(CHEQUES.awaited(amount, '30/11/2026'))).toBeVisible()
  expect((await hands.requests(SESSION)).find(({ id }) => id === due.id)?.entries[0]).toMatchObject({
    status: 'confirmed',
    paid: 0,
  })
  await hands.go('requests')
  await hands.filter(REQUESTS.filter.due)
  await expect(page.getByRole('row', { name }).getByText(REQUESTS.chequeBounced)).toBeVisible()
  await hands.go('payments')
  await page.getByRole('tab', { name: MONEY.tab.totals }).click()
  await expect(page.getByRole('rowheader', { name: MONEY.bounced(1) })).toBeVisible()
  expect(await brokenRules(page)).toEqual([])
  await page.getByRole('tab', { name: MONEY.tab.cash }).click()
  await page.getByRole('button', { name: MONEY.cashSheet }).click()
  await expect(page.locator('.toast', { hasText: 'Caisse-2026-11-23' })).toBeVisible()
  expect(await brokenRules(page)).toEqual([])
  await hands.exchange()
  await expect.poll(async () => (await hands.state()).freshness.toTransmit).toBe(0)
  expect((await hands.state()).freshness.toReview).toBe(0)
  await page.getByRole('navigation').getByText('Aujourd’hui', { exact: true }).click()
  const section = page.getByRole('region', { name: TODAY.bounced })
  await expect(section.getByText(CHEQUES.bouncedAwaited(amount, '30/11/2026'))).toBeVisible()
})

test('what was paid too much is used for another exam, the rest is given back, and the till says so', async ({
  office,
}) => {
  const { desk, hands } = await office.open()
  const { page } = desk
  await hands.sitDownAs('manager')
  const isDue = ({ status, paid }: { status: string; paid: number }) => status === 'prevalidated' && paid === 0
  const due = (await hands.requests(SESSION)).find(
    ({ entries, organisationId }) => organisationId === null && entries.length === 2 && entries.every(isDue),
  )
  const [first, second] = due?.entries ?? []
  if (!due || !first || !second) throw new Error('nobody is to pay two exams')
  const name = nameOf(due)
  const money = (minor: number) => formatMoney(minor, 'EUR')
  const received = first.feeAmount + second.feeAmount + 1000
  await hands.filter(REQUESTS.filter.all)
  // One exam is ticked off, and yet all of it is received, and ten euros more.
  await hands.startCollecting(name, '7654321')
  const taking = page.getByRole('dialog')
  await taking.getByRole('checkbox', { name: new RegExp(second.examCode) }).uncheck({ force: true })
  const typed = taking.getByRole('textbox', { name: PAYMENTS.amount })
  await typed.fill(String(received / 100))
  // Of cash what is too much is change, unless it is kept.
  await taking.getByRole('radio', { name: METHOD_WORDS.cash }).check({ force: true })
  await taking.getByRole('button', { name: PAYMENTS.giveChange }).click()
  const change = money(second.feeAmount + 1000)
  await expect(taking.getByText(PAYMENTS.changeIs(change, money(received)))).toBeVisible()
  await taking.getByRole('radio', { name: METHOD_WORDS.cheque }).check({ force: true })
  // Taken up, the amount is replaced by what is typed; « Entrée » records.
  await typed.click()
  await page.keyboard.type(String(received / 100))
  await page.keyboard.press('Enter')
  await page.getByText(PAYMENTS.takenWithReceipt(money(received))).waitFor()
  await taking.waitFor({ state: 'detached' })

  await hands.go('payments')
  await page.getByRole('tab', { name: MONEY.tab.credits }).click()
  const table = page.getByRole('table', { name: CREDITS.table })
  await expect(table.getByRole('row', { name })).toContainText(money(second.feeAmount + 1000))
  // What the receipt's message looks like while it comes up is nobody's to read.
  await page.evaluate(async () => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)))
  expect(await brokenRules(page)).toEqual([])
  await table.getByRole('button', { name: CREDITS.spendOf(name, money(second.feeAmount + 1000)) }).click()
  const spending = page.getByRole('dialog', { name: CREDITS.spendTitle })
  await expect(spending.getByRole('checkbox')).toBeChecked()
  await expect(spending.getByText(CREDITS.keeps(money(1000)))).toBeVisible()
  expect(await brokenRules(page)).toEqual([])
  await spending.getByRole('button', { name: CREDITS.spendNow(money(second.feeAmount)) }).click()
  await spending.waitFor({ state: 'detached' })
  const entriesOf = async () => (await hands.requests(SESSION)).find(({ id }) => id === due.id)?.entries
  expect((await entriesOf())?.map(({ status }) => status)).toEqual(['confirmed', 'confirmed'])

  await table.getByRole('button', { name: CREDITS.giveBackOf(name, money(1000)) }).click()
  const returning = page.getByRole('dialog', { name: CREDITS.returnTitle })
  await expect(returning.getByText(CREDITS.uncashed)).toBeVisible()
  await returning.getByRole('radio', { name: METHOD_WORDS.cash }).check({ force: true })
  await returning.getByRole('textbox', { name: CREDITS.amount }).fill('11')
  await expect(
    returning.getByText(sayRefusal({ code: 'credit-too-small', detail: { left: 1000, currency: 'EUR' } })),
  ).toBeVisible()
  await returning.getByRole('textbox', { name: CREDITS.amount }).fill('10')
  expect(await brokenRules(page)).toEqual([])
  await returning.getByRole('button', { name: CREDITS.returnNow(money(1000)) }).click()
  await returning.waitFor({ state: 'detached' })
  await expect(page.getByRole('table', { name: CREDITS.returnedTable }).getByRole('row', { name })).toBeVisible()
  await page.getByRole('tab', { name: MONEY.tab.cash }).click()
  await expect(page.getByText(MONEY.cashReturned)).toBeVisible()
  await page.getByRole('tab', { name: MONEY.tab.totals }).click()
  await expect(page.getByRole('rowheader', { name: MONEY.returned })).toBeVisible()
  expect(await brokenRules(page)).toEqual([])
  await page.getByRole('button', { name: MONEY.saveAll }).click()
  const saving = page.getByRole('dialog', { name: MONEY.saveTitle })
  await saving.getByRole('radio', { name: MONEY.saveDays }).check({ force: true })
  await saving.getByRole('textbox', { name: MONEY.saveFrom, exact: true }).fill('1/11')
  await saving.getByRole('textbox', { name: MONEY.saveTo }).fill('31/10')
  await expect(saving.getByText(MONEY.daysBackwards)).toBeVisible()
  expect(await brokenRules(page)).toEqual([])
  await saving.getByRole('button', { name: PAYMENTS.back }).click()
  // What may be undone waits ten seconds.
  office.later(11)
  await hands.exchange()
  await expect.poll(async () => (await hands.state()).freshness.toTransmit).toBe(0)
  expect((await hands.state()).freshness.toReview).toBe(0)
})
