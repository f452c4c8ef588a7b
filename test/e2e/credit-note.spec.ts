import { expect } from 'playwright/test'
import { nameOf } from '../../scripts/tour/people.ts'
import { formatMoney } from '../../text/format.ts'
import { PAPERS } from '../../text/screens/papers.ts'
import { PAYMENTS } from '../../text/screens/payments.ts'
import { REQUESTS } from '../../text/screens/requests.ts'
import { test } from './office.ts'

const SESSION = '2027-01'

test('a receipt that was given is corrected: a credit note cites it, another receipt is issued, the money stands', async ({
  office,
}) => {
  const { desk, hands } = await office.open()
  await hands.sitDownAs('manager')
  const due = (await hands.requests(SESSION)).find(
    ({ entries, organisationId }) =>
      organisationId === null && entries.length === 1 && entries[0]?.status === 'prevalidated' && entries[0].paid === 0,
  )
  if (!due) throw new Error('nobody is to pay')
  await hands.filter(REQUESTS.filter.all)
  await hands.startCollecting(nameOf(due), 'chèque 12')
  await hands.collect(formatMoney(due.entries[0]?.feeAmount ?? 0, 'EUR'))
  const paymentOf = async () => (await hands.payments(SESSION)).find(({ payerName }) => payerName === nameOf(due))
  const given = (await paymentOf())?.receipt?.number
  if (!given) throw new Error('no receipt was issued')

  await hands.go('payments')
  await desk.page.getByRole('button', { name: PAYMENTS.correctOf(given) }).click()
  const dialog = desk.page.getByRole('dialog', { name: PAYMENTS.correctTitle })
  await dialog.getByRole('button', { name: PAYMENTS.correctNow }).click()
  await expect(dialog.getByText(PAYMENTS.correctReasonRequired)).toBeVisible()
  await dialog.getByRole('textbox', { name: PAYMENTS.correctReason }).fill('Numéro déjà utilisé')
  await dialog.getByRole('button', { name: PAYMENTS.correctNow }).click()
  await dialog.waitFor({ state: 'detached' })

  await expect.poll(async () => (await paymentOf())?.creditNotes).toMatchObject([{ receiptNumber: given }])
  const payment = await paymentOf()
  expect(payment?.voided).toBeNull()
  expect(payment?.receipt?.number).not.toBe(given)
  const [note] = payment?.creditNotes ?? []
  await expect(
    desk.page.getByRole('button', { name: PAYMENTS.openCreditNote(note?.number ?? '', given) }),
  ).toBeVisible()
  // What was made is named, to be opened again; another print of it is another paper.
  const number = payment?.receipt?.number ?? ''
  const toast = desk.page.locator('.toast', { hasText: `Recu-${number}.pdf` })
  await expect(toast.getByRole('button', { name: PAPERS.openFolder })).toBeVisible()
  await toast.getByRole('button', { name: PAPERS.reopen }).click()
  await desk.page.getByRole('button', { name: PAPERS.printCopyOf(number) }).click()
  await expect(desk.page.locator('.toast', { hasText: `Recu-${number}-duplicata-1.pdf` })).toBeVisible()
  const made = (await hands.documents(SESSION)).filter(({ fileName }) => fileName.includes(number))
  expect(made.map(({ duplicate }) => duplicate).toSorted()).toEqual([false, true])
  // The right way of things at HQ too: both papers are there, in order.
  await hands.exchange()
  await expect.poll(async () => (await hands.state()).freshness.toTransmit).toBe(0)
  expect((await hands.state()).freshness.toReview).toBe(0)

  // What is still awaited stands above what was received, and leads to who owes it.
  const awaited = desk.page.getByRole('region', { name: PAYMENTS.awaited })
  await awaited.getByRole('button', { name: /à régler$/ }).click()
  await expect(desk.page.getByRole('button', { name: new RegExp(`^${REQUESTS.filter.due} \\d`) })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
})
