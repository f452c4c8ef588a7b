import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'playwright/test'
import { nameOf } from '../../scripts/tour/people.ts'
import { formatMoney } from '../../text/format.ts'
import { PAYMENTS } from '../../text/screens/payments.ts'
import { STATEMENT } from '../../text/screens/statement.ts'
import { brokenRules } from './accessibility.ts'
import { keepPicture } from './keep-picture.ts'
import { test } from './office.ts'

const SESSION = '2027-01'

test('a bank statement: its columns are asked once, lines are answered by a key, together, by a name, and none twice', async ({
  office,
}) => {
  const { desk, hands } = await office.open()
  await hands.sitDownAs('secretary')
  const due = (await hands.requests(SESSION)).filter(
    ({ entries, organisationId }) =>
      organisationId === null && entries.length === 1 && entries[0]?.status === 'prevalidated' && entries[0].paid === 0,
  )
  const [known, named, third, fourth] = due
  if (!known || !named || !third || !fourth) throw new Error('too few are to pay')
  const fee = (known.entries[0]?.feeAmount ?? 0) / 100
  const money = formatMoney(fee * 100, 'EUR')
  const amount = `${fee},00`
  // As a French bank writes it: lines of its own first, accents in Windows-1252.
  const file = [
    'Relevé du compte;0412345678',
    'Date opération;Libellé;Débit;Crédit',
    `20/11/2026;VIR SEPA ${known.candidate.nuc ?? ''} ${nameOf(known).toUpperCase()};;${amount}`,
    ...[third, fourth].map(({ candidate }) => `20/11/2026;VIR INST ${candidate.nuc ?? ''};;${amount}`),
    `20/11/2026;"=HYPERLINK(""https://evil.example"";""VIR"")";;${amount}`,
    '20/11/2026;PRLV EDF;-120,00;',
    '20/11/2026;VIR ABIME;;50,005',
  ].join('\r\n')
  writeFileSync(path.join(office.folder, 'releve.csv'), Buffer.from(file, 'latin1'))

  await hands.go('payments')
  await desk.page.getByRole('button', { name: STATEMENT.open }).click()
  await desk.page.getByRole('button', { name: STATEMENT.choose }).click()
  await desk.page.getByRole('heading', { name: STATEMENT.columnsTitle }).waitFor()
  await keepPicture(desk.page, 'statement', 'columns')
  expect(await brokenRules(desk.page)).toEqual([])
  await desk.page.getByRole('button', { name: STATEMENT.readNow }).click()

  const rows = desk.page.getByRole('table', { name: STATEMENT.table }).locator('tbody tr')
  await expect(rows).toHaveCount(4)
  await expect(rows.first()).toContainText(nameOf(known))
  await expect(rows.first()).toContainText(STATEMENT.reasons(['nuc']))
  await expect(rows.last()).toContainText('=HYPERLINK("https://evil.example";"VIR")')
  await keepPicture(desk.page, 'statement', 'lines')
  expect(await brokenRules(desk.page)).toEqual([])

  // By the keyboard alone: the line is answered, and the next one has the focus.
  await rows.first().focus()
  await desk.page.keyboard.press('Enter')
  await desk.page.getByText(STATEMENT.done(money, nameOf(known), true)).waitFor()
  await expect(rows).toHaveCount(3)
  await expect(rows.first()).toBeFocused()

  // Two at once, ticked.
  await desk.page.keyboard.press('Space')
  await desk.page.keyboard.press('ArrowDown')
  await desk.page.keyboard.press('Space')
  await keepPicture(desk.page, 'statement', 'ticked')
  await desk.page.getByRole('button', { name: STATEMENT.acceptMany(2) }).click()
  await desk.page.getByText(STATEMENT.doneMany(2, 0, null)).waitFor()
  await expect(rows).toHaveCount(1)

  // What no machine could tell, a person says.
  await rows.first().focus()
  await desk.page.keyboard.press('Enter')
  const dialog = desk.page.getByRole('dialog', { name: STATEMENT.pickTitle })
  await dialog.getByRole('textbox', { name: STATEMENT.search }).fill(nameOf(named).slice(0, 6))
  await keepPicture(desk.page, 'statement', 'pick')
  expect(await brokenRules(desk.page)).toEqual([])
  await dialog.getByRole('button', { name: STATEMENT.acceptOf(money, nameOf(named)) }).click()
  await dialog.waitFor({ state: 'detached' })
  await desk.page.getByText(STATEMENT.emptyTitle('open')).waitFor()
  for (const { id } of [known, named, third, fourth]) {
    const now = (await hands.requests(SESSION)).find((one) => one.id === id)
    expect(now?.entries).toMatchObject([{ status: 'confirmed', paid: fee * 100 }])
  }
  const received = await hands.payments(SESSION)
  for (const one of [known, named, third, fourth])
    expect(received.find(({ payerName }) => payerName === nameOf(one))).toMatchObject({ method: 'transfer' })

  // The line that could not be read is told, with its number.
  await desk.page.getByRole('button', { name: new RegExp(`^${STATEMENT.view('unreadable')}`) }).click()
  await expect(desk.page.getByRole('table', { name: STATEMENT.unreadableTable })).toContainText('VIR ABIME · 50,005')

  // Later, the same file again: its columns are known, its lines dealt with.
  office.later(60)
  await desk.page.getByRole('button', { name: STATEMENT.another }).click()
  await desk.page.getByText(STATEMENT.emptyTitle('open')).waitFor()
  await desk.page.getByRole('button', { name: new RegExp(`^${STATEMENT.view('done')}`) }).click()
  await expect(rows).toHaveCount(4)
  await expect(rows.first()).toContainText(STATEMENT.state('before'))
  await desk.page.getByRole('button', { name: STATEMENT.back }).click()
  await desk.page.getByRole('heading', { name: PAYMENTS.title, level: 1 }).waitFor()
})
