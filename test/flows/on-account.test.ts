import { afterEach, expect, test } from 'vitest'
import { aDesk } from '../helpers/a-desk.ts'
import { aClock, anHq } from '../helpers/an-hq.ts'
import { smallWorld } from '../helpers/world.ts'

const SESSION = '2027-01'
const AFPA = { id: 'afpa', name: 'AFPA de Rennes', addressLines: ['1 rue du Centre'], onAccount: true }
const running: { stop(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of running.splice(0).reverse()) await one.stop()
})

async function twoPcs(organisation?: typeof AFPA) {
  const clock = aClock()
  const world = smallWorld({ seats: 5, candidates: ['Ny', 'Roy'], ...(organisation && { organisation }) })
  const hq = await anHq({ clock, worlds: [world] })
  const front = await aDesk({ hq, clock, role: 'manager', name: 'ACCUEIL' })
  const back = await aDesk({ hq, clock, role: 'manager', name: 'BUREAU' })
  running.push(hq, front, back)
  const settle = async () => {
    clock.advance(11)
    for (const desk of [front, back, front, back]) await desk.sync()
  }
  for (const person of ['Ny', 'Roy']) await front.prevalidate(person)
  await settle()
  let page = ''
  back.prints(async (html) => {
    page = html
    return Buffer.from('%PDF-')
  })
  return { clock, front, back, settle, printed: () => page }
}

test('the agreement under which an organisation pays on account is told to all, and printed for it', async () => {
  const { front, back, settle, printed } = await twoPcs(AFPA)
  const { id: entryId, requestId } = await front.entry('Ny')
  const confirm = { entryIds: [entryId], agreement: ' convention 2026-114 ' }
  expect((await front.run({ name: 'entry.confirm', args: confirm })).results).toMatchObject([{ ok: true }])
  await settle()
  expect(await back.entry('Ny')).toMatchObject({ status: 'confirmed', paid: 0, agreement: 'convention 2026-114' })
  expect(await back.call('document.open', { kind: 'confirmation', requestId })).toMatchObject({ ok: true })
  expect(printed()).toContain('Convention ou bon de commande\u00a0: convention 2026-114.')

  // When the money comes, on any PC, its receipt says the agreement; that of somebody else says none.
  const pay = async (payer: { kind: string; id: string }, entry: string) => {
    const args = {
      ...{ sessionId: SESSION, payer, method: 'transfer', amount: 5000, currency: 'EUR', receivedOn: '2026-11-23' },
      ...{ reference: null, allocations: [{ entryId: entry, amount: 5000 }] },
    }
    const { results } = await back.run(
      { name: 'payment.record', args },
      { name: 'receipt.issue', args: { paymentId: null }, after: [0] },
    )
    const receiptId = (results[1]?.ok && results[1].createdId) || ''
    expect(await back.call('document.open', { kind: 'receipt', receiptId })).toMatchObject({ ok: true })
  }
  await pay({ kind: 'organisation', id: AFPA.id }, entryId)
  expect(printed()).toContain('Convention ou bon de commande\u00a0: convention 2026-114.')
  const other = await back.entry('Roy')
  await pay({ kind: 'candidate', id: other.candidateId }, other.id)
  expect(printed()).not.toContain('Convention ou bon de commande')
  await settle()
  expect(await front.toReview()).toEqual([])
  const contents = await front.db.selectFrom('receipt').select('content').orderBy('sequence').execute()
  expect(contents.map(({ content }) => 'agreement' in JSON.parse(content))).toEqual([true, false])
})

test('two agreements of one payer: the receipt says which exam goes with which, and its credit note says them too', async () => {
  const { front, back, settle, printed } = await twoPcs(AFPA)
  const [ny, roy] = [await front.entry('Ny'), await front.entry('Roy')]
  for (const [entry, agreement] of [
    [ny, 'BC 118'],
    [roy, 'BC 119'],
  ] as const)
    await front.run({ name: 'entry.confirm', args: { entryIds: [entry.id], agreement } })
  await settle()
  const args = {
    ...{ sessionId: SESSION, payer: { kind: 'organisation', id: AFPA.id }, method: 'transfer', amount: 10_000 },
    ...{ currency: 'EUR', receivedOn: '2026-11-23', reference: null },
    allocations: [ny, roy].map(({ id }) => ({ entryId: id, amount: 5000 })),
  }
  const { results } = await back.run(
    { name: 'payment.record', args },
    { name: 'receipt.issue', args: { paymentId: null }, after: [0] },
  )
  const receiptId = (results[1]?.ok && results[1].createdId) || ''
  await back.call('document.open', { kind: 'receipt', receiptId })
  expect(printed()).toContain('Convention ou bon de commande\u00a0: BC 118, BC 119.')
  expect(printed().match(/ · BC 11[89]</g)).toEqual([' · BC 118<', ' · BC 119<'])
  const noted = await back.run({ name: 'credit-note.issue', args: { receiptId, reason: 'Adresse' } })
  const creditNoteId = (noted.results[0]?.ok && noted.results[0].createdId) || ''
  await back.call('document.open', { kind: 'credit-note', creditNoteId })
  expect(printed()).toContain('Convention ou bon de commande\u00a0: BC 118, BC 119.')
  await settle()
  for (const desk of [front, back]) {
    // What is said is part of the chain, and the same at HQ.
    const { years } = await desk.call('receipt.check', {})
    expect(years.flatMap(({ faults }) => faults)).toEqual([])
    expect((await desk.freshness()).agreement).toBe('agrees')
    expect(await desk.toReview()).toEqual([])
  }
})

test('a receipt given before the agreement: its credit note says it', async () => {
  const { front, back, settle, printed } = await twoPcs(AFPA)
  const ny = await front.entry('Ny')
  const args = {
    ...{ sessionId: SESSION, payer: { kind: 'organisation', id: AFPA.id }, method: 'transfer', amount: 2000 },
    ...{ currency: 'EUR', receivedOn: '2026-11-23', reference: null, allocations: [{ entryId: ny.id, amount: 2000 }] },
  }
  const { results } = await back.run(
    { name: 'payment.record', args },
    { name: 'receipt.issue', args: { paymentId: null }, after: [0] },
    { name: 'entry.confirm', args: { entryIds: [ny.id], agreement: 'BC 118' } },
  )
  const receiptId = (results[1]?.ok && results[1].createdId) || ''
  const noted = await back.run({ name: 'credit-note.issue', args: { receiptId, reason: 'Adresse' } })
  const creditNoteId = (noted.results[0]?.ok && noted.results[0].createdId) || ''
  await back.call('document.open', { kind: 'receipt', receiptId })
  expect(printed()).not.toContain('BC 118')
  await back.call('document.open', { kind: 'credit-note', creditNoteId })
  expect(printed()).toContain('Convention ou bon de commande\u00a0: BC 118.')
  await settle()
  expect((await front.call('receipt.check', {})).years.flatMap(({ faults }) => faults)).toEqual([])
  expect((await front.freshness()).agreement).toBe('agrees')
})

test('a cheque announced by post holds the seat, is seen on all PCs, and ends with the cheque', async () => {
  const { front, back, settle, clock } = await twoPcs()
  const { id: entryId, requestId, candidateId } = await front.entry('Ny')
  const deadlineOn = '2026-12-03'
  const args = { requestId, entryIds: [entryId], deadlineOn, kind: 'cheque-announced', reason: 'posté le 20' }
  const tooFar = await front.run({ name: 'entry.extend', args: { ...args, deadlineOn: '2026-12-04' } })
  expect(tooFar.results).toMatchObject([{ code: 'deadline-too-far', detail: { latestOn: deadlineOn } }])
  expect((await front.run({ name: 'entry.extend', args })).results).toMatchObject([{ ok: true }])
  await settle()
  const announcedAt = (await back.entry('Ny')).chequeAnnouncedAt
  expect(announcedAt).not.toBeNull()
  const { history = [] } = (await back.call('candidate.file', { candidateId, sessionId: SESSION })) ?? {}
  expect(history.find(({ kind }) => kind === 'entry.extend')).toMatchObject({
    operatorName: 'Anne Hervé',
    detail: { kind: 'cheque-announced', deadlineOn, reason: 'posté le 20' },
  })
  // On its last day, Aujourd'hui tells of it.
  clock.advance(10 * 86_400)
  const { deadlines } = (await back.call('today.read', { sessionId: SESSION })) ?? {}
  const line = deadlines?.rows.find(({ request }) => request.id === requestId)
  expect(line?.request.entries[0]?.chequeAnnouncedAt).toBe(announcedAt)

  // It comes, for a part of the fee: nothing is announced any more, the rest is owed.
  const cheque = {
    ...{ sessionId: SESSION, payer: { kind: 'candidate', id: candidateId }, method: 'cheque', amount: 2000 },
    ...{ currency: 'EUR', receivedOn: '2026-12-03', reference: null, allocations: [{ entryId, amount: 2000 }] },
  }
  expect((await back.run({ name: 'payment.record', args: cheque })).results).toMatchObject([{ ok: true }])
  await settle()
  for (const desk of [front, back]) {
    expect(await desk.entry('Ny')).toMatchObject({ status: 'prevalidated', paid: 2000, chequeAnnouncedAt: null })
    expect(await desk.toReview()).toEqual([])
  }
})
