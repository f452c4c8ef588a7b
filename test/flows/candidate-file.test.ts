import { afterEach, expect, test } from 'vitest'
import type { HistoryLine } from '../../contract/desk.ts'
import type { CandidateFile } from '../../contract/desk-candidate.ts'
import { aDesk, type RunningDesk } from '../helpers/a-desk.ts'
import { aClock, anHq } from '../helpers/an-hq.ts'
import { aCandidate } from '../helpers/rows.ts'
import { smallWorld } from '../helpers/world.ts'

const running: { stop(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of running.splice(0).reverse()) await one.stop()
})

async function twoPcs(seats = 5) {
  const clock = aClock()
  const world = smallWorld({ seats, candidates: ['Ny', 'Roy', 'Sol'] })
  const hq = await anHq({ clock, worlds: [world] })
  running.push(hq)
  const [front, back] = [
    await aDesk({ hq, clock, role: 'manager', name: 'ACCUEIL' }),
    await aDesk({ hq, clock, role: 'manager', name: 'BUREAU' }),
  ]
  running.push(front, back)
  const exchange = async () => {
    clock.advance(11)
    for (const desk of [front, back, front, back]) await desk.sync()
  }
  const fileOf = async (desk: RunningDesk, person: string): Promise<CandidateFile> => {
    const candidateId = world.candidate(person)
    const file = await desk.call('candidate.file', { candidateId, sessionId: '2027-01' })
    if (!file) throw new Error(`no file of ${person}`)
    return file
  }
  return { clock, world, hq, front, back, exchange, fileOf }
}

const kinds = ({ history }: { history: readonly HistoryLine[] }) => history.map(({ kind }) => kind)
const lineOf = ({ history }: { history: readonly HistoryLine[] }, kind: string) =>
  history.find((line) => line.kind === kind)

test('what one PC decided is told on the other with who and when, and once only', async () => {
  const { clock, front, back, exchange, fileOf, world } = await twoPcs()
  const doneAt = clock.now()
  await front.prevalidate('Ny')
  expect(lineOf(await fileOf(front, 'Ny'), 'entry.prevalidate')).toMatchObject({
    at: doneAt,
    operatorName: 'Anne Hervé',
    pending: true,
    detail: { exam: 'ASCA-E1' },
  })
  expect(lineOf(await fileOf(back, 'Ny'), 'entry.prevalidate')).toBeUndefined()
  await exchange()
  for (const desk of [front, back]) {
    const file = await fileOf(desk, 'Ny')
    expect(kinds(file)).toEqual(['entry.prevalidate', 'email.confirmed', 'request.received'])
    expect(lineOf(file, 'entry.prevalidate')).toMatchObject({
      at: doneAt,
      operatorName: 'Anne Hervé',
      pending: false,
      sessionId: '2027-01',
    })
  }
  const { id: requestId, entries } = await back.request('Ny')
  const entryIds = entries.map(({ id }) => id)
  await back.run({
    name: 'entry.extend',
    args: { requestId, entryIds, deadlineOn: '2026-12-01', reason: 'Chèque posté' },
  })
  await exchange()
  expect(lineOf(await fileOf(front, 'Ny'), 'entry.extend')).toMatchObject({
    detail: { deadlineOn: '2026-12-01', reason: 'Chèque posté', exam: 'ASCA-E1' },
  })
  // The file at the side of the list says the same, oldest first.
  const side = await front.call('request.file', { requestId: world.request('Ny') })
  expect(side?.history.map(({ kind }) => kind)).toEqual(kinds(await fileOf(front, 'Ny')).reverse())
})

test('what was undone left nothing; what HQ did not accept is told with why, and what was done about it', async () => {
  const { front, back, exchange, fileOf, world } = await twoPcs(1)
  const click = await front.prevalidate('Sol')
  await front.call('command.undo', { clickId: click.undo?.clickId ?? '' })
  expect(kinds(await fileOf(front, 'Sol'))).not.toContain('entry.prevalidate')
  const candidateId = world.candidate('Sol')
  const note = await front.run({ name: 'call.note', args: { candidateId, means: 'phone', text: 'Pas le bon dossier' } })
  expect(kinds(await fileOf(front, 'Sol'))).toContain('call.note')
  await front.call('command.undo', { clickId: note.undo?.clickId ?? '' })
  expect(kinds(await fileOf(front, 'Sol'))).not.toContain('call.note')

  await front.prevalidate('Ny')
  await back.prevalidate('Roy')
  await exchange()
  const lost = await fileOf(front, 'Roy')
  expect(kinds(lost)).not.toContain('entry.prevalidate')
  expect(lineOf(lost, 'review.refused')).toMatchObject({
    operatorName: 'Anne Hervé',
    sessionId: '2027-01',
    detail: { name: 'entry.prevalidate', code: 'no-seat-left', exam: 'ASCA-E1' },
  })
  expect(lost.toReview).toBe(1)
  const [item] = await back.toReview()
  await back.run({ name: 'review.settle', args: { reviewItemId: item?.id ?? '', choice: 'handled', note: 'Prévenu' } })
  await exchange()
  const settled = await fileOf(front, 'Roy')
  expect(settled.toReview).toBe(0)
  expect(settled.history[0]).toMatchObject({ kind: 'review.settle', text: 'Prévenu', detail: { choice: 'handled' } })
})

test('money: taken, receipted, corrected by a credit note, voided, each by whom', async () => {
  const { clock, front, back, exchange, fileOf } = await twoPcs()
  await front.prevalidate('Ny')
  await exchange()
  await front.pay('Ny')
  await exchange()
  const paid = await fileOf(back, 'Ny')
  expect(kinds(paid).slice(0, 3).sort()).toEqual(['entry.confirm', 'payment.record', 'receipt.issue'])
  expect(lineOf(paid, 'payment.record')).toMatchObject({
    operatorName: 'Anne Hervé',
    detail: { amount: 5000, currency: 'EUR', method: 'cheque' },
  })
  const payment = paid.payments[0]
  clock.advance(60)
  const receiptId = payment?.receipt?.id
  await back.run({ name: 'credit-note.issue', args: { receiptId: receiptId ?? '', reason: 'Erreur de payeur' } })
  await back.run({ name: 'payment.void', args: { paymentId: payment?.id ?? '', reason: 'Chèque refusé' } })
  await exchange()
  const corrected = await fileOf(front, 'Ny')
  expect(lineOf(corrected, 'credit-note.issue')).toMatchObject({
    text: 'Erreur de payeur',
    detail: { receipt: payment?.receipt?.number },
  })
  expect(lineOf(corrected, 'payment.void')).toMatchObject({ text: 'Chèque refusé', pending: false })
  expect(corrected.payments).toMatchObject([{ voided: { reason: 'Chèque refusé' }, receipt: null }])
})

test('a note of a call is there at once, then on the other PC; a corrected identity says what was changed', async () => {
  const { clock, front, back, exchange, fileOf, world } = await twoPcs()
  const candidateId = world.candidate('Ny')
  const text = 'Rappelle lundi. Demande si le chèque est arrivé.'
  await front.run({ name: 'call.note', args: { candidateId, means: 'phone', text } })
  expect((await fileOf(front, 'Ny')).history[0]).toMatchObject({
    ...{ kind: 'call.note', at: clock.now(), operatorName: 'Anne Hervé', pending: true, sessionId: null },
    ...{ text, detail: { means: 'phone' } },
  })
  const corrected = await front.run({
    name: 'candidate.correct',
    args: {
      requestId: world.request('Ny'),
      candidateId,
      changes: { firstNames: { from: 'Hinano Vaitiare', to: 'Hina' } },
      proof: 'passport',
      proofText: null,
    },
  })
  expect(corrected.results).toMatchObject([{ ok: true }])
  await exchange()
  const there = await fileOf(back, 'Ny')
  expect(lineOf(there, 'call.note')).toMatchObject({ text, pending: false })
  expect(lineOf(there, 'candidate.correct')).toMatchObject({
    operatorName: 'Anne Hervé',
    sessionId: null,
    detail: { fields: 'firstNames', proof: 'passport' },
  })
  expect(there.candidate.firstNames).toBe('Hina')
  const recent = await back.call('recent.list', { candidateIds: [world.candidate('Roy')] })
  expect(recent.opened.map(({ candidate }) => candidate.id)).toEqual([world.candidate('Roy')])
  expect(recent.today).toMatchObject([
    { candidate: { id: candidateId }, lastNote: { means: 'phone', by: 'Anne Hervé' } },
  ])
})

test('decisions judged before outcomes told what they were about are found by the commands of this PC', async () => {
  const { front, back, exchange, fileOf } = await twoPcs()
  await front.prevalidate('Ny')
  await exchange()
  for (const desk of [front, back])
    await desk.db.updateTable('outcome').set({ about: '[]', entryIds: '[]', told: '{}', operatorName: null }).execute()
  expect(lineOf(await fileOf(front, 'Ny'), 'entry.prevalidate')).toMatchObject({
    operatorName: 'Anne Hervé',
    pending: false,
  })
  // The other PC only has the row, which says when, and not who.
  expect(lineOf(await fileOf(back, 'Ny'), 'entry.prevalidate')).toMatchObject({ operatorName: null, pending: false })
})

test('a file says nothing of others, but that somebody reads like the same person', async () => {
  const { front, exchange, fileOf, hq, world } = await twoPcs()
  const before = await fileOf(front, 'Ny')
  await front.prevalidate('Roy')
  await front.pay('Roy')
  await front.refuse('Sol')
  await front.run({ name: 'call.note', args: { candidateId: world.candidate('Sol'), means: 'counter', text: 'Passé' } })
  await exchange()
  // In this world all are born the same day under the same first names: they do read alike.
  const { alike, ...after } = await fileOf(front, 'Ny')
  expect({ ...after, alike: [] }).toEqual({ ...before, alike: [] })
  expect(alike.map(({ id }) => id).sort()).toEqual([world.candidate('Roy'), world.candidate('Sol')])
  const stranger = { ...aCandidate({ id: 'x', firstNames: 'Paul', birthName: 'Autre', usageName: null, nuc: null }) }
  await hq.publish({ centreId: world.centreId, writes: [{ entity: 'candidate', value: stranger }] })
  await exchange()
  expect((await fileOf(front, 'Ny')).alike.map(({ id }) => id)).not.toContain('x')
})
