import { expect, type Page } from 'playwright/test'
import type { RequestRow } from '../../contract/desk.ts'
import { dueOf } from '../../domain/entry-groups.ts'
import { nameOf } from '../../scripts/tour/people.ts'
import { formatMoney } from '../../text/format.ts'
import { CHEQUES } from '../../text/screens/cheques.ts'
import { PAPERS } from '../../text/screens/papers.ts'
import { PAYMENTS } from '../../text/screens/payments.ts'
import { REQUESTS } from '../../text/screens/requests.ts'
import { SHORTCUTS } from '../../text/screens/shortcuts.ts'
import { TODAY } from '../../text/screens/today.ts'
import { brokenRules } from './accessibility.ts'
import { keepPicture } from './keep-picture.ts'
import { test } from './office.ts'

const SESSION = '2027-01'

const bar = (page: Page) => page.getByRole('region', { name: REQUESTS.selection })
const owedOf = (requests: readonly RequestRow[]) =>
  requests.flatMap(({ entries }) => entries.map(dueOf)).reduce((sum, due) => sum + due, 0)
const money = (minor: number) => formatMoney(minor, 'EUR')

test('one payment for several selected, by keyboard: who pays, what is not to be paid, one receipt', async ({
  office,
}) => {
  const { desk, hands } = await office.open()
  const { page } = desk
  await hands.sitDownAs('secretary')
  const all = await hands.requests(SESSION)
  const owing = all.filter((one) => owedOf([one]) > 0 && one.entries.every(({ doubtful }) => !doubtful))
  const announced = Map.groupBy(
    owing.filter(({ organisation }) => organisation),
    ({ organisationId }) => organisationId,
  )
  const [trainees] = [...announced.values()].sort((a, b) => b.length - a.length)
  const [one, two] = trainees ?? []
  const alone = owing.find(({ organisation, entries }) => organisation === null && entries.length === 1)
  const paid = all.find(({ entries }) => entries.every(({ status, paid }) => status === 'confirmed' && paid > 0))
  if (!one?.organisation || !two || !alone || !paid) throw new Error('the sample lacks somebody')
  await hands.filter(REQUESTS.filter.all)
  const tick = (request: RequestRow) => page.getByRole('checkbox', { name: REQUESTS.select(nameOf(request)) })
  for (const request of [one, two, alone, paid]) await tick(request).check({ force: true })
  await expect(bar(page).getByRole('status')).toHaveText('4 sélectionnées : 3 à encaisser, 1 non (déjà réglée).')
  expect(await brokenRules(page)).toEqual([])
  await bar(page).getByRole('button', { name: REQUESTS.which }).click()
  await expect(page.getByRole('dialog').getByText(REQUESTS.notCollectable.paid, { exact: true })).toBeVisible()
  await expect(page.getByRole('dialog').getByText(REQUESTS.paidBy(one.organisation.name))).toHaveCount(2)
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  const sheet = page.getByRole('dialog', { name: SHORTCUTS.title })
  await expect(sheet.getByText(REQUESTS.keys.collect, { exact: true })).toHaveCount(1)
  await page.keyboard.press('Escape')

  // Of two payers one is chosen: the one for whom most are selected stands first.
  await page.keyboard.press('e')
  const who = page.getByRole('dialog', { name: PAYMENTS.whoTitle })
  await expect(who.getByRole('radio')).toHaveCount(2)
  await expect(
    who.getByRole('radio', { name: PAYMENTS.whoOf(one.organisation.name, 2, money(owedOf([one, two]))) }),
  ).toBeChecked()
  expect(await brokenRules(page)).toEqual([])
  await keepPicture(page, 'desk', 'collect-who')
  await page.keyboard.press('Enter')
  const taking = page.getByRole('dialog', { name: PAYMENTS.takeTitle })
  const due = (request: RequestRow) =>
    taking.getByRole('checkbox', { name: new RegExp(`^${nameOf(request)} `) }).first()
  await expect(due(one)).toBeChecked()
  await expect(due(two)).toBeChecked()
  expect(await brokenRules(page)).toEqual([])
  await keepPicture(page, 'desk', 'collect-several')
  const total = money(owedOf([one, two]))
  await expect(taking.getByRole('textbox', { name: PAYMENTS.amount })).toHaveValue(total)
  await taking.getByRole('textbox', { name: CHEQUES.number }).focus()
  await page.keyboard.type('7654321')
  await page.keyboard.press('Enter')
  await page.getByText(PAYMENTS.takenWithReceipt(total)).waitFor()
  await taking.waitFor({ state: 'detached' })
  // The other payer's stay ticked: theirs comes next.
  await expect(bar(page).getByRole('status')).toHaveText('2 sélectionnées : 1 à encaisser, 1 non (déjà réglée).')
  await expect(page.locator('.toast').getByRole('button', { name: PAPERS.reopen })).toBeVisible()
  const payments = await hands.payments(SESSION)
  const payment = payments.find(({ cheque }) => cheque?.number === '7654321')
  expect(payment).toMatchObject({
    payer: { kind: 'organisation', id: one.organisationId },
    amount: owedOf([one, two]),
    credit: 0,
  })
  expect(new Set(payment?.entries.map(({ candidateId }) => candidateId))).toEqual(
    new Set([one.candidateId, two.candidateId]),
  )
  expect(payments.filter(({ payer }) => payer.id === alone.candidateId)).toEqual([])

  // Nothing that can be paid: the key says so.
  await tick(alone).uncheck({ force: true })
  await expect(bar(page).getByRole('status')).toContainText(REQUESTS.notWaiting)
  await page.keyboard.press('e')
  await expect(page.getByText(REQUESTS.nothingToCollectAmong)).toBeVisible()
  await page.keyboard.press('Escape')
})

test('beside an organisation that owes, « Encaisser… » takes all that it owes at once', async ({ office }) => {
  const { desk, hands } = await office.open()
  const { page } = desk
  await hands.sitDownAs('secretary')
  const { payers } = await hands.ask('payment.sum', { sessionId: SESSION })
  const [payer] = payers.toSorted((a, b) => b.people - a.people)
  if (!payer || payer.people < 2) throw new Error('no organisation owes for several')
  const taking = page.getByRole('dialog', { name: PAYMENTS.takeTitle })
  const isAll = async () => {
    await expect(taking.getByRole('button', { name: PAYMENTS.takeAmount(money(payer.due)) })).toBeVisible()
    for (const one of await taking.locator('.due-list').getByRole('checkbox').all()) await expect(one).toBeChecked()
    await page.keyboard.press('Escape')
    await taking.waitFor({ state: 'detached' })
  }
  await test.step('in Aujourd’hui', async () => {
    await page.keyboard.press('g')
    await page.keyboard.press('a')
    const line = page.locator(`#line-payer-${payer.organisationId}`)
    await line.focus()
    await page.keyboard.press('e')
    await isAll()
    await expect(line.getByRole('button', { name: `${TODAY.collect} ${payer.name}` })).toBeVisible()
  })
  await test.step('in Règlements', async () => {
    await hands.go('payments')
    await page.getByRole('button', { name: PAYMENTS.collectOf(payer.name) }).focus()
    await keepPicture(page, 'desk', 'collect-payers')
    await page.keyboard.press('Enter')
    await isAll()
    expect(await brokenRules(page)).toEqual([])
  })
  await test.step('in its list of requests', async () => {
    await page.getByRole('button', { name: PAYMENTS.oweOf(payer.name, money(payer.due)) }).click()
    await page.getByRole('button', { name: PAYMENTS.collectDueOf(money(payer.due), payer.name) }).focus()
    expect(await brokenRules(page)).toEqual([])
    await keepPicture(page, 'desk', 'collect-payer-list')
    await page.keyboard.press('Enter')
    await isAll()
  })
})
