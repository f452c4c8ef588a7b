import { randomBytes } from 'node:crypto'
import { afterEach, expect, onTestFinished, test } from 'vitest'
import { sendMails } from '../../hq/mail/send-mails.ts'
import { smtpPost } from '../../hq/mail/smtp-post.ts'
import { aDesk, type RunningDesk } from '../helpers/a-desk.ts'
import { aMailbox } from '../helpers/a-mailbox.ts'
import { aClock, anHq } from '../helpers/an-hq.ts'
import { smallWorld } from '../helpers/world.ts'

const SESSION = '2027-01'
const NBSP = '\u00a0'
const running: { stop(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of running.splice(0).reverse()) await one.stop()
})

/** Two PCs, and what HQ really sends: Ny and Roy are pre-validated. */
async function anOffice() {
  const clock = aClock()
  const organisation = { id: 'greta', name: 'GRETA Est-Bretagne', addressLines: [], onAccount: false }
  const hq = await anHq({ clock, worlds: [smallWorld({ seats: 5, candidates: ['Ny', 'Roy'], organisation })] })
  const front = await aDesk({ hq, clock, role: 'manager', name: 'ACCUEIL' })
  const back = await aDesk({ hq, clock, role: 'manager', name: 'BUREAU' })
  running.push(hq, front, back)
  const settle = async () => {
    clock.advance(11)
    for (const desk of [front, back, front, back]) await desk.sync()
  }
  await front.prevalidate('Ny')
  await front.prevalidate('Roy')
  await settle()
  const box = await aMailbox()
  onTestFinished(() => box.close())
  onTestFinished(
    sendMails(
      {
        ...{
          db: hq.db,
          clock: hq.clock,
          random: randomBytes,
          netMs: 20,
          publicUrl: 'https://inscriptions.example.org',
        },
        reportBug: (error) => hq.bugs.push(error),
      },
      smtpPost({ url: box.url, from: 'Pupitre <inscriptions@example.org>' }),
    ),
  )
  const reminders = () =>
    box.arrived
      .map(({ mail }) => ({ subject: mail.subject ?? '', text: (mail.text ?? '').replace(/\n\s*/g, ' ') }))
      .filter(({ subject }) => /impayé|Rappel/.test(subject))
  return { clock, hq, front, back, settle, reminders }
}

/** A cheque of GRETA for Ny and Roy, both final by it. @returns its payment */
async function takeCheque(desk: RunningDesk): Promise<string> {
  const entries = [...(await desk.request('Ny')).entries, ...(await desk.request('Roy')).entries]
  const args = {
    ...{ sessionId: SESSION, payer: { kind: 'organisation', id: 'greta' }, method: 'cheque', amount: 10_000 },
    ...{ currency: 'EUR', receivedOn: '2026-11-23', reference: null },
    cheque: { number: '7654321', bank: 'Banque', drawer: '' },
    allocations: entries.map(({ id }) => ({ entryId: id, amount: 5000 })),
  }
  const { results } = await desk.run(
    { name: 'payment.record', args },
    { name: 'entry.confirm', args: { entryIds: entries.map(({ id }) => id) }, after: [0] },
  )
  const [taken] = results
  if (!taken?.ok || !taken.createdId) throw new Error('no payment')
  return taken.createdId
}

const todayOf = async (desk: RunningDesk) => {
  const today = await desk.call('today.read', { sessionId: SESSION })
  if (!today) throw new Error('no session')
  const counts = await desk.call('desk.counts', { sessionId: SESSION })
  expect(counts.today).toBe(today.waiting)
  return today
}
const remindAll = (desk: RunningDesk, asked: readonly object[]) =>
  desk.run(...asked.map((one) => ({ name: 'reminder.sent' as const, args: { ...one, means: 'mail' } })))

test('an organisation’s cheque bounces: one line, each of its candidates is reminded by a mail that says whose', async () => {
  const { front, back, settle, reminders, hq } = await anOffice()
  const paymentId = await takeCheque(front)
  await settle()
  const end = { paymentId, outcome: 'bounced', endedOn: '2026-11-23', dueOn: '2026-11-30' }
  await back.run({ name: 'cheque.end', args: end })
  await settle()
  for (const desk of [front, back]) {
    const { bounced, payers, waiting, voided } = await todayOf(desk)
    expect(bounced).toMatchObject({ total: 1, rows: [{ paymentId, due: 10_000, payerName: 'GRETA Est-Bretagne' }] })
    expect(bounced.rows[0]).toMatchObject({ withMail: 2, phone: null, reminder: null })
    expect([waiting, payers.total, voided.total]).toEqual([1, 0, 0])
  }
  const { bounced } = await todayOf(front)
  const { results } = await remindAll(front, bounced.rows[0]?.asked ?? [])
  expect(results.map(({ ok }) => ok)).toEqual([true, true])
  await settle()
  await expect.poll(() => reminders().length).toBe(2)
  for (const { subject, text } of reminders()) {
    expect(subject).toBe(`Chèque impayé${NBSP}: 50,00${NBSP}€ à régler jusqu’au lundi 30${NBSP}novembre 2026`)
    expect(text).toContain(`Le chèque n°${NBSP}7654321 de GRETA Est-Bretagne`)
    expect(text).not.toContain(`100,00`)
  }
  for (const desk of [front, back]) {
    const today = await todayOf(desk)
    expect(today.bounced).toMatchObject({ total: 0, remindedTotal: 1, reminded: [{ reminder: { means: 'mail' } }] })
    expect(today.waiting).toBe(0)
    expect(await desk.toReview()).toEqual([])
  }
  // Twelve hours have not gone by.
  const { entries, id } = await back.request('Ny')
  const again = await remindAll(back, [{ requestId: id, entryIds: entries.map((entry) => entry.id) }])
  expect(again.results).toMatchObject([{ ok: false, code: 'reminded-already' }])
  expect(hq.bugs).toEqual([])
})

test('the letter says the same; of what is taken back the sum is awaited again; once it is paid there is none', async () => {
  const { front, settle } = await anOffice()
  const paymentId = await takeCheque(front)
  await settle()
  let page = ''
  front.prints(async (html) => {
    page = html.replace(/<[^>]*>/g, ' ').replace(/[\s\u00a0\u202f]+/g, ' ')
    return Buffer.from('%PDF-')
  })
  const { id: requestId, entries } = await front.request('Ny')
  const letter = () => front.call('document.open', { kind: 'reminder-letter', requestId })
  expect(await letter()).toMatchObject({ ok: false })
  await front.run({
    name: 'cheque.end',
    args: { paymentId, outcome: 'bounced', endedOn: '2026-11-23', dueOn: '2026-11-30' },
  })
  expect(await letter()).toMatchObject({ ok: true, value: { kind: 'reminder-letter', version: 1 } })
  for (const said of [
    'Chèque impayé : 50,00 € à régler jusqu’au lundi 30 novembre 2026',
    'Le chèque n° 7654321 de GRETA Est-Bretagne, reçu le lundi 23 novembre 2026 pour votre inscription, est revenu impayé',
    'votre place reste gardée',
    'Par chèque ou virement.',
    'Nous restons à votre disposition.',
  ])
    expect(page).toContain(said)

  await front.run({ name: 'payment.void', args: { paymentId, reason: 'Autre organisme' } })
  expect((await todayOf(front)).voided).toMatchObject({ total: 1, rows: [{ paymentId, due: 10_000, withMail: 2 }] })
  expect(await letter()).toMatchObject({ ok: true, value: { version: 2 } })
  expect(page).toContain('le règlement de GRETA Est-Bretagne que le centre avait enregistré a été annulé')
  expect(page).not.toContain('impayé')

  const args = {
    ...{ sessionId: SESSION, payer: { kind: 'organisation', id: 'greta' }, method: 'transfer', amount: 5000 },
    ...{ currency: 'EUR', receivedOn: '2026-11-23', reference: null },
    allocations: entries.map(({ id }) => ({ entryId: id, amount: 5000 })),
  }
  await front.run({ name: 'payment.record', args })
  expect(await letter()).toMatchObject({ ok: false })
  const reminded = await remindAll(front, [{ requestId, entryIds: entries.map(({ id }) => id) }])
  expect(reminded.results).toMatchObject([{ ok: false, code: 'nothing-to-pay' }])
  expect((await todayOf(front)).voided.rows).toMatchObject([{ due: 5000, withMail: 1 }])
})

test('a second cheque that bounces as well is owed once, by the one that came back last', async () => {
  const { clock, front, settle } = await anOffice()
  const end = (paymentId: string, dueOn: string) => ({
    name: 'cheque.end' as const,
    args: { paymentId, outcome: 'bounced', endedOn: '2026-11-23', dueOn },
  })
  await front.run(end(await takeCheque(front), '2026-11-24'))
  await settle()
  clock.advance(60)
  const entries = [...(await front.request('Ny')).entries, ...(await front.request('Roy')).entries]
  const args = {
    ...{ sessionId: SESSION, payer: { kind: 'organisation', id: 'greta' }, method: 'cheque', amount: 10_000 },
    ...{ currency: 'EUR', receivedOn: '2026-11-23', reference: null, cheque: null },
    allocations: entries.map(({ id }) => ({ entryId: id, amount: 5000 })),
  }
  const { results } = await front.run({ name: 'payment.record', args })
  const second = (results[0]?.ok && results[0].createdId) || ''
  await front.run(end(second, '2026-12-10'))
  await settle()
  expect((await todayOf(front)).bounced).toMatchObject({
    total: 1,
    rows: [{ paymentId: second, due: 10_000, dueOn: '2026-12-10' }],
  })
  expect((await front.entry('Ny')).fell).toMatchObject({ paymentId: second, dueOn: '2026-12-10' })
})
