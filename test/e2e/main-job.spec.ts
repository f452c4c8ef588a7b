import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'playwright/test'
import { nameOf } from '../../scripts/tour/people.ts'
import { formatMoney } from '../../text/format.ts'
import { CANDIDATE } from '../../text/screens/candidate.ts'
import { PAYMENTS } from '../../text/screens/payments.ts'
import { REQUESTS } from '../../text/screens/requests.ts'
import { SEARCH } from '../../text/screens/search.ts'
import { TODAY } from '../../text/screens/today.ts'
import { MONDAY } from '../helpers/rows.ts'
import { test } from './office.ts'

const SESSION = '2027-01'

test('in Papeete: pre-validated, paid in francs, receipt in hand, and all of it found again', async ({ office }) => {
  const { desk, hands } = await office.open('papeete')
  await hands.sitDownAs('secretary')
  const free = new Map(
    (await hands.offerings(SESSION)).map(({ id, seats, used, open }) => [id, open ? seats - used : 0]),
  )
  const request = (await hands.requests(SESSION)).find(
    ({ entries, organisationId }) =>
      organisationId === null &&
      entries.length === 1 &&
      entries.every(({ status, offeringId }) => status === 'requested' && (free.get(offeringId ?? '') ?? 0) > 0),
  )
  if (!request) throw new Error('nobody waits in Papeete')
  await hands.prevalidate(nameOf(request))
  // Sunday evening in Tahiti: Monday, Tuesday, Wednesday are counted; the deadline is the centre's, not the machine's.
  await expect(
    desk.page
      .getByRole('complementary')
      .getByText(/mer\.\s25\snov\.\s24\sh\s00/)
      .first(),
  ).toBeVisible()
  await hands.close(nameOf(request))
  office.later(11)
  await hands.exchange()
  await hands.filter(REQUESTS.filter.due)
  await hands.startCollecting(nameOf(request), '')
  await hands.collect(formatMoney(5967, 'XPF'))

  const documents = path.join(office.folder, 'desk-papeete', 'documents')
  await expect
    .poll(() => (existsSync(documents) ? readdirSync(documents).filter((name) => name.endsWith('.pdf')) : []))
    .toEqual(['Recu-2026-B-000001.pdf'])
  const text = execFileSync('pdftotext', ['-layout', path.join(documents, 'Recu-2026-B-000001.pdf'), '-'], {
    encoding: 'utf8',
  }).replace(/[\s\u00a0\u202f]+/g, ' ')
  for (const said of ['5 967 F', 'TAHITIPLUS', 'Papeete', '2026-B-000001', request.candidate.firstNames])
    expect(text).toContain(said)
  const fonts = execFileSync('pdffonts', [path.join(documents, 'Recu-2026-B-000001.pdf')], { encoding: 'utf8' })
    .split('\n')
    .slice(2)
    .filter(Boolean)
  expect(fonts.length).toBeGreaterThan(0)
  for (const font of fonts) expect(font, 'every font is embedded').toMatch(/\s+yes\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+$/)
  expect(execFileSync('pdfinfo', [path.join(documents, 'Recu-2026-B-000001.pdf')], { encoding: 'utf8' })).toMatch(
    /Title:\s+Reçu 2026-B-000001[\s\S]*Tagged:\s+yes[\s\S]*Page size:\s+59[45]/,
  )

  await expect.poll(async () => (await hands.state()).freshness.toTransmit).toBe(0)
  const before = await hands.requests(SESSION)
  await desk.close()
  const again = await office.open('papeete')
  await again.desk.page.getByRole('grid', { name: REQUESTS.table }).waitFor()
  expect(await again.hands.requests(SESSION)).toEqual(before)
})

test('« Annuler » takes a pre-validation back before it leaves', async ({ office }) => {
  const { desk, hands } = await office.open()
  await hands.sitDownAs('secretary')
  const one = (await hands.requests(SESSION)).find(
    ({ entries }) => entries.length === 1 && entries[0]?.examCode === 'ASCA-E1' && entries[0].status === 'requested',
  )
  if (!one) throw new Error('nobody waits')
  await hands.prevalidate(nameOf(one))
  await desk.page.getByRole('button', { name: REQUESTS.undo, exact: true }).click()
  await desk.page.getByText(REQUESTS.undone).waitFor()
  expect((await hands.requests(SESSION)).find(({ id }) => id === one.id)?.entries[0]).toMatchObject({
    status: 'requested',
    pending: false,
  })
})

test('a payment typed wrong is taken back, and the right one is taken instead', async ({ office }) => {
  const { desk, hands } = await office.open()
  await hands.sitDownAs('secretary')
  const due = (await hands.requests(SESSION)).find(
    ({ entries, organisationId }) =>
      organisationId === null &&
      entries.length === 1 &&
      entries[0]?.status === 'prevalidated' &&
      entries[0].paid === 0 &&
      (entries[0].deadlineAt ?? '') > MONDAY,
  )
  if (!due) throw new Error('nobody is to pay')
  await hands.filter(REQUESTS.filter.due)
  await hands.startCollecting(nameOf(due), 'mauvais chèque')
  const dialog = desk.page.getByRole('dialog')
  await dialog.getByRole('checkbox', { name: /^Émettre le reçu/ }).uncheck({ force: true })
  await dialog.getByRole('button', { name: PAYMENTS.takeAmount(formatMoney(5000, 'EUR')) }).click()
  await dialog.waitFor({ state: 'detached' })

  await hands.go('payments')
  await desk.page.getByRole('button', { name: PAYMENTS.voidOf(nameOf(due)) }).click()
  await dialog.getByText(PAYMENTS.voidUnpaid([nameOf(due)])).waitFor()
  await dialog.getByRole('textbox', { name: PAYMENTS.voidReason }).fill('Chèque d’un autre candidat')
  await dialog.getByRole('button', { name: PAYMENTS.voidNow }).click()
  await dialog.waitFor({ state: 'detached' })
  await desk.page.getByText(PAYMENTS.voidDoneFor([nameOf(due)])).waitFor()

  await desk.page.getByRole('navigation').getByText('Aujourd’hui', { exact: true }).click()
  const held = desk.page.getByRole('region', { name: TODAY.voided })
  await expect(held.getByRole('button', { name: `${TODAY.collect} ${nameOf(due)}` })).toBeEnabled()

  await hands.go('requests')
  await hands.filter(REQUESTS.filter.due)
  await hands.startCollecting(nameOf(due), 'le bon chèque')
  await hands.collect(formatMoney(5000, 'EUR'))
  const [entry] = (await hands.requests(SESSION)).find(({ id }) => id === due.id)?.entries ?? []
  expect(entry).toMatchObject({ status: 'confirmed', paid: 5000 })
})

test('a full offering greys the button and says why; the manager adds a seat and it opens', async ({ office }) => {
  const { desk, hands } = await office.open()
  await hands.sitDownAs('manager')
  const offerings = await hands.offerings(SESSION)
  const full = new Set(offerings.filter(({ seats, used, open }) => open && used >= seats).map(({ id }) => id))
  const stuck = (await hands.requests(SESSION)).find(
    ({ entries }) =>
      entries.length === 1 && full.has(entries[0]?.offeringId ?? '') && entries[0]?.status === 'requested',
  )
  if (!stuck) throw new Error('nobody waits for a full offering')
  await hands.open(nameOf(stuck))
  const file = desk.page.getByRole('complementary')
  const button = file.getByRole('button', { name: REQUESTS.prevalidate, exact: true })
  await expect(button).toBeDisabled()
  await expect(file.getByText(/complet/i).first()).toBeVisible()
  await hands.close(nameOf(stuck))

  await hands.go('seats')
  const offering = offerings.find(({ id }) => id === stuck.entries[0]?.offeringId)
  if (!offering) throw new Error('no offering')
  await hands.setSeats(offering, offering.seats + 1)
  await hands.go('requests')
  await hands.open(nameOf(stuck))
  await expect(button).toBeEnabled()
})

test('the keyboard is enough: search, open, decide', async ({ office }) => {
  const { desk, hands } = await office.open()
  await hands.sitDownAs('secretary')
  const one = (await hands.requests(SESSION)).find(
    ({ entries }) =>
      entries.length === 1 &&
      entries[0]?.examCode === 'ASCA-E1' &&
      entries[0].status === 'requested' &&
      entries[0].offeringId,
  )
  if (!one) throw new Error('nobody waits')
  const { keyboard } = desk.page
  await keyboard.press('Control+k')
  await expect(desk.page.getByRole('combobox', { name: SEARCH.title })).toBeFocused()
  await keyboard.type(one.candidate.phone)
  await expect(desk.page.getByRole('option')).toHaveCount(1)
  await keyboard.press('Enter')
  await expect(desk.page.getByRole('article', { name: CANDIDATE.page(nameOf(one)) })).toBeVisible()
  // What is at the side of the list is here too, and answers to the same key.
  await keyboard.press('v')
  await expect(desk.page.getByText(REQUESTS.doneFor(REQUESTS.prevalidated(1), nameOf(one)))).toBeVisible()
})
