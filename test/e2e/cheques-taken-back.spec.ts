import { expect, type Locator } from 'playwright/test'
import { nameOf } from '../../scripts/tour/people.ts'
import { formatMoney } from '../../text/format.ts'
import { CHEQUES } from '../../text/screens/cheques.ts'
import { MONEY } from '../../text/screens/money.ts'
import { PAPERS } from '../../text/screens/papers.ts'
import { PAYMENTS } from '../../text/screens/payments.ts'
import { REQUESTS } from '../../text/screens/requests.ts'
import { brokenRules } from './accessibility.ts'
import { keepPicture } from './keep-picture.ts'
import { test } from './office.ts'

const SESSION = '2027-01'

test('by keyboard: a slip and an answer of the bank noted by mistake are taken back, with a reason', async ({
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
  await hands.collect(amount)
  const paymentOf = async () => (await hands.payments(SESSION)).find(({ payerName }) => payerName === name)
  const press = async (target: Locator, key = 'Enter') => {
    await target.focus()
    await page.keyboard.press(key)
  }
  const place = (one: keyof typeof CHEQUES.place) =>
    page.getByRole('button', { name: new RegExp(`^${CHEQUES.place[one]} `) })
  const pick = () => page.getByRole('checkbox', { name: CHEQUES.pickOne(name, amount) })
  const depositIt = async () => {
    await press(place('in-hand'))
    await press(pick(), 'Space')
    await press(page.getByRole('button', { name: CHEQUES.deposit }))
    await press(page.getByRole('dialog').getByRole('button', { name: CHEQUES.depositNow }))
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await expect(page.locator('.toast').getByRole('button', { name: PAPERS.reopen })).toBeVisible()
    await press(place('deposited'))
  }
  await hands.go('payments')
  await page.getByRole('tab', { name: MONEY.tab.cheques }).click()
  await depositIt()

  await test.step('the slip: without a reason nothing happens, with one its cheque is in hand again', async () => {
    await press(page.getByRole('button', { name: CHEQUES.voidSlipOf('23/11/2026') }))
    const dialog = page.getByRole('dialog', { name: CHEQUES.voidSlipTitle })
    await expect(dialog.getByRole('textbox', { name: PAYMENTS.voidReason })).toBeFocused()
    await press(dialog.getByRole('button', { name: CHEQUES.voidSlipNow }))
    await expect(dialog.getByText(PAYMENTS.reasonRequired)).toBeVisible()
    expect(await brokenRules(page)).toEqual([])
    await dialog.getByRole('textbox', { name: PAYMENTS.voidReason }).focus()
    await page.keyboard.type('Mauvaise date')
    await keepPicture(page, 'desk', 'void-slip')
    await press(dialog.getByRole('button', { name: CHEQUES.voidSlipNow }))
    await dialog.waitFor({ state: 'detached' })
    await expect(page.getByText(CHEQUES.voidSlipDone(1))).toBeVisible()
    await expect.poll(paymentOf).toMatchObject({ deposit: null, end: null })
    const slips = page.getByRole('region', { name: CHEQUES.slips })
    await expect(slips.getByText(CHEQUES.slipVoided, { exact: true })).toBeVisible()
    await expect(slips.getByText(/Mauvaise date/)).toBeVisible()
    expect(await brokenRules(page)).toEqual([])
    await keepPicture(page, 'desk', 'slip-voided')
    await press(slips.getByRole('button', { name: CHEQUES.slipOpen('23/11/2026') }))
    await expect(page.locator('.toast', { hasText: '-v2-' })).toBeVisible()
  })

  await depositIt()
  await press(pick(), 'Space')
  await press(page.getByRole('button', { name: CHEQUES.clear, exact: true }))
  await expect(page.getByText(CHEQUES.clearDone(1))).toBeVisible()
  await test.step('while the bank has answered the slip stays, and says which cheque', async () => {
    await press(place('cleared'))
    const greyed = page.getByRole('button', { name: CHEQUES.voidSlipOf('23/11/2026') })
    await expect(greyed).toBeDisabled()
    await expect(greyed).toHaveAccessibleDescription(/Le chèque n°\s1234567 est déjà noté encaissé/)
  })
  const takeBack = async () => {
    await press(pick(), 'Space')
    await press(page.getByRole('button', { name: CHEQUES.takeBack }))
    const dialog = page.getByRole('dialog', { name: CHEQUES.takeBackTitle })
    await expect(dialog.getByRole('textbox', { name: PAYMENTS.voidReason })).toBeFocused()
    await page.keyboard.type('Un autre chèque')
    expect(await brokenRules(page)).toEqual([])
    return dialog
  }
  await test.step('the answer: paid by mistake, then noted unpaid by mistake, with its receipt', async () => {
    const cleared = await takeBack()
    await press(cleared.getByRole('button', { name: CHEQUES.takeBackNow }))
    await cleared.waitFor({ state: 'detached' })
    await expect.poll(paymentOf).toMatchObject({ end: null, deposit: { depositedOn: '2026-11-23' } })
    await press(place('deposited'))
    await press(page.getByRole('button', { name: CHEQUES.bounceOf(name) }))
    await press(page.getByRole('dialog').getByRole('button', { name: CHEQUES.bounceNow }))
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await expect.poll(paymentOf).toMatchObject({ end: { outcome: 'bounced' }, receipt: null, creditNotes: [{}] })
    await press(place('bounced'))
    const bounced = await takeBack()
    await expect(bounced.getByRole('checkbox', { name: CHEQUES.issueAgain(1) })).toBeChecked()
    await keepPicture(page, 'desk', 'take-back-end')
    await press(bounced.getByRole('button', { name: CHEQUES.takeBackNow }))
    await bounced.waitFor({ state: 'detached' })
    await expect.poll(paymentOf).toMatchObject({ end: null, awaited: 0, creditNotes: [{}] })
    expect((await paymentOf())?.receipt).not.toBeNull()
    expect((await hands.requests(SESSION)).find(({ id }) => id === due.id)?.entries[0]).toMatchObject({
      status: 'confirmed',
      paid: due.entries[0]?.feeAmount,
    })
  })
  await hands.exchange()
  await expect.poll(async () => (await hands.state()).freshness.toTransmit).toBe(0)
  expect((await hands.state()).freshness.toReview).toBe(0)
})
