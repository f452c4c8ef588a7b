import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { expect } from 'playwright/test'
import type { RequestRow } from '../../contract/desk.ts'
import { nameOf } from '../../scripts/tour/people.ts'
import { formatMoney } from '../../text/format.ts'
import { POST_LETTER } from '../../text/papers/post-letters.ts'
import { CANDIDATE } from '../../text/screens/candidate.ts'
import { CHEQUES } from '../../text/screens/cheques.ts'
import { FRAME } from '../../text/screens/frame.ts'
import { PRINT_PAPERS } from '../../text/screens/print-papers.ts'
import { REQUESTS } from '../../text/screens/requests.ts'
import { TODAY } from '../../text/screens/today.ts'
import { brokenRules } from './accessibility.ts'
import { keepPicture } from './keep-picture.ts'
import { test } from './office.ts'
import type { Secretary } from './secretary.ts'

const SESSION = '2027-01'

/** Somebody's fee by a cheque, their seat made final, and the cheque back from the bank. */
async function bounce(hands: Secretary, { candidateId, entries }: RequestRow): Promise<void> {
  const amount = entries.reduce((sum, { feeAmount }) => sum + feeAmount, 0)
  const payment = {
    ...{ sessionId: SESSION, payer: { kind: 'candidate', id: candidateId }, method: 'cheque', amount },
    ...{ currency: 'EUR', receivedOn: '2026-11-23', reference: null },
    cheque: { number: '1234567', bank: 'Crédit Agricole', drawer: '' },
    allocations: entries.map(({ id, feeAmount }) => ({ entryId: id, amount: feeAmount })),
  }
  const { results } = await hands.ask('command.run', {
    drafts: [
      { name: 'payment.record', args: payment },
      { name: 'entry.confirm', args: { entryIds: entries.map(({ id }) => id) }, after: [0] },
    ],
  })
  const [taken] = results
  const paymentId = (taken?.ok && taken.createdId) || ''
  const end = { paymentId, outcome: 'bounced', endedOn: '2026-11-23', dueOn: '2026-11-30' }
  const noted = await hands.ask('command.run', { drafts: [{ name: 'cheque.end', args: end }] })
  expect(noted.results.map(({ ok }) => ok)).toEqual([true])
}

test('from a cheque that came back to the mail and the letter, by keyboard alone', async ({ office }) => {
  const { desk, hands } = await office.open()
  const { page } = desk
  const { keyboard } = page
  await hands.sitDownAs('manager')
  const due = (await hands.requests(SESSION)).find(
    ({ entries, organisationId, candidate }) =>
      organisationId === null &&
      candidate.email !== '' &&
      entries.length === 1 &&
      entries[0]?.status === 'prevalidated' &&
      entries[0].paid === 0,
  )
  if (!due) throw new Error('nobody is to pay')
  const name = nameOf(due)
  const amount = formatMoney(due.entries[0]?.feeAmount ?? 0, 'EUR')
  await bounce(hands, due)
  await keyboard.press('g')
  await keyboard.press('a')
  const section = page.getByRole('region', { name: TODAY.bounced })
  await expect(section.getByText(CHEQUES.bouncedAwaited(amount, '30/11/2026'))).toBeVisible()
  const counts = await hands.ask('desk.counts', { sessionId: SESSION })
  await expect(page.getByRole('navigation', { name: FRAME.screens })).toContainText(FRAME.thingsWaiting(counts.today))
  await expect(page.getByText(new RegExp(`^${counts.today} choses attendent, `))).toBeVisible()

  const at = page.locator('tr:focus')
  for (let press = 0; press < 30 && (await section.locator('tr:focus').count()) === 0; press += 1)
    await keyboard.press('j')
  await expect(at).toContainText(name)
  await keepPicture(page, 'desk', 'today-owed-again')
  expect(await brokenRules(page)).toEqual([])
  await keyboard.press('r')
  await expect(page.getByText(REQUESTS.doneFor(REQUESTS.remindedMany(1), name))).toBeVisible()
  // Dealt with for today: it is told apart, and both numbers say so.
  await expect(page.getByRole('button', { name: TODAY.remindedLines(1) })).toBeVisible()
  await expect(page.getByText(new RegExp(`^${counts.today - 1} choses attendent, `))).toBeVisible()
  expect((await hands.ask('desk.counts', { sessionId: SESSION })).today).toBe(counts.today - 1)

  await page.getByRole('button', { name: REQUESTS.seeMail }).focus()
  await keyboard.press('Enter')
  const mail = page.getByRole('dialog', { name: REQUESTS.reminderMail })
  await expect(mail).toContainText(/Chèque impayé\s:.*jusqu’au lundi 30\snovembre 2026/)
  await expect(mail).toContainText(/Votre chèque n°\s1234567/)
  await keepPicture(page, 'desk', 'owed-again-mail')
  await keyboard.press('Escape')
  await mail.waitFor({ state: 'detached' })

  await page.getByRole('button', { name: TODAY.remindedLines(1) }).focus()
  await keyboard.press('Enter')
  await section.getByRole('row').filter({ hasText: name }).focus()
  await keyboard.press('Enter')
  const dossier = page.getByRole('article', { name: CANDIDATE.page(name) })
  await expect(dossier.getByRole('button', { name: REQUESTS.remind })).toBeVisible()
  await keepPicture(page, 'desk', 'owed-again-file')
  await dossier.getByRole('button', { name: PRINT_PAPERS.menuOf(name) }).focus()
  await keyboard.press('Enter')
  await page.getByRole('menuitem', { name: PRINT_PAPERS.reminder }).focus()
  await keyboard.press('Enter')
  await expect(
    dossier.getByRole('region', { name: CANDIDATE.papers }).getByText(POST_LETTER.names['reminder-letter']),
  ).toBeVisible()
  const documents = path.join(office.folder, 'desk-rennes', 'documents')
  const [letter = ''] = readdirSync(documents).filter((file) => file.startsWith('Rappel-'))
  const text = execFileSync('pdftotext', ['-layout', path.join(documents, letter), '-'], {
    encoding: 'utf8',
  }).replace(/[\s\u00a0\u202f]+/g, ' ')
  for (const said of [
    'Chèque impayé : ',
    'Votre chèque n° 1234567 de ',
    'est revenu impayé',
    'lundi 30 novembre 2026 inclus',
    'votre place reste gardée',
    'Ne tenez pas compte de ce courrier',
  ])
    expect(text).toContain(said)

  // HQ mails it, once what may be undone has left.
  office.later(11)
  await hands.exchange()
  await expect.poll(async () => (await hands.state()).freshness.toTransmit).toBe(0)
  const read = async (at: string) => await (await fetch(`${office.hq.url}${at}`)).text()
  const queue = await read('/dev/mails')
  const [, link = ''] = new RegExp(`href="([^"]+)">Rappel de règlement</a>, ${due.candidate.email}`).exec(queue) ?? []
  expect(await read(link)).toMatch(/Chèque impayé\s:.*jusqu’au lundi 30\snovembre 2026/)
  expect((await hands.state()).freshness.toReview).toBe(0)
})
