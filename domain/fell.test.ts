import { describe, expect, test } from 'vitest'
import { anEntry, aPayment, MONDAY } from '../test/helpers/rows.ts'
import { awaitedTogether, awaitedUntil, type FallenMoney, type Fell, fellOf } from './fell.ts'

const PARIS = 'Europe/Paris'
const confirmed = { ...anEntry({ status: 'confirmed' }), paid: 0, onAccount: false }
const { id: entryId, candidateId } = confirmed
const payer = { kind: 'candidate' as const, id: candidateId }
const cheque = (id: string, number = '1234567', amount = 5000) =>
  aPayment({
    ...{ id, amount, method: 'cheque', payer, reference: null, cheque: { number, bank: '', drawer: '' } },
    allocations: [{ entryId, amount }],
  })
const bounced = (paymentId: string, dueOn: string | null = '2026-11-30', notedAt = MONDAY) =>
  ({ paymentId, outcome: 'bounced', dueOn, notedAt }) as const
const money = (more: Partial<FallenMoney>): FallenMoney => ({
  ...{ payments: [], ends: [], voids: [], payerNames: new Map() },
  ...more,
})
const fell = (more: Partial<Fell> = {}): Fell => ({
  ...{ why: 'cheque-bounced', paymentId: 'p', amount: 5000, receivedOn: '2026-11-23', chequeNumber: '1' },
  ...{ dueOn: '2026-11-30', payer: null, ...more },
})

describe('by what an exam is owed again', () => {
  test('a cheque that bounced, with its number and the day that was said', () => {
    const found = fellOf(confirmed, money({ payments: [cheque('p')], ends: [bounced('p')] }))
    expect(found).toMatchObject({
      ...{ why: 'cheque-bounced', paymentId: 'p', amount: 5000, chequeNumber: '1234567', dueOn: '2026-11-30' },
      payer: null,
    })
  })

  test('of two cheques that bounced, the one that came back last; an organisation’s by its name', () => {
    const second = { ...cheque('second', '2'), payer: { kind: 'organisation' as const, id: 'greta' } }
    const ends = [bounced('second', '2026-12-10', '2026-12-01T09:00:00.000Z'), bounced('first')]
    const payerNames = new Map([['second', 'GRETA']])
    expect(fellOf(confirmed, money({ payments: [second, cheque('first', '1')], ends, payerNames }))).toMatchObject({
      chequeNumber: '2',
      dueOn: '2026-12-10',
      payer: 'GRETA',
    })
  })

  const voids = [{ paymentId: 'p', voidedAt: MONDAY }]
  test.each([
    ['a payment taken back, of what is final', confirmed, { voids }, 'payment-voided'],
    ['not of who pays on account', { ...confirmed, onAccount: true }, { voids }, null],
    ['not of what has its deadline', { ...confirmed, status: 'prevalidated' as const }, { voids }, null],
    ['taken back after it bounced, it was taken back', confirmed, { voids, ends: [bounced('p')] }, 'payment-voided'],
    [
      'a bounced cheque of what has its deadline',
      { ...confirmed, status: 'prevalidated' as const },
      { ends: [bounced('p')] },
      'cheque-bounced',
    ],
    ['nothing once it is paid otherwise', { ...confirmed, paid: 5000 }, { ends: [bounced('p')] }, null],
    ['nothing of a seat given back', { ...confirmed, status: 'lapsed' as const }, { ends: [bounced('p')] }, null],
    [
      'nothing of a cheque that the bank paid',
      confirmed,
      { ends: [{ ...bounced('p'), outcome: 'cleared' as const }] },
      null,
    ],
  ])('%s', (_, entry, fallen, why) => {
    expect(fellOf(entry, money({ payments: [cheque('p')], ...fallen }))?.why ?? null).toBe(why)
  })

  test('not by a payment whose money was moved to another exam before', () => {
    const moved = { ...cheque('p'), allocations: [{ entryId: 'another', amount: 5000 }] }
    expect(fellOf(confirmed, money({ payments: [moved], ends: [bounced('p')] }))).toBeNull()
  })
})

describe('until when it is awaited', () => {
  const deadline = { deadlineOn: '2026-11-26', deadlineAt: '2026-11-26T23:00:00.000Z' }
  test.each([
    ['its deadline', { status: 'prevalidated' as const, ...deadline, fell: null }, '2026-11-26', deadline.deadlineAt],
    [
      'the day that was said',
      { status: 'confirmed' as const, ...deadline, fell: fell() },
      '2026-11-30',
      '2026-11-30T23:00:00.000Z',
    ],
    [
      'the day that was said after the deadline',
      { status: 'prevalidated' as const, ...deadline, fell: fell() },
      '2026-11-30',
      '2026-11-30T23:00:00.000Z',
    ],
    [
      'the deadline after the day that was said',
      { status: 'prevalidated' as const, ...deadline, fell: fell({ dueOn: '2026-11-24' }) },
      '2026-11-26',
      deadline.deadlineAt,
    ],
  ])('%s', (_, entry, on, at) => {
    expect(awaitedUntil(entry, PARIS)).toEqual({ on, at })
  })

  test('the day ends with the centre’s own, wherever it is', () => {
    const entry = { status: 'confirmed' as const, ...deadline, fell: fell() }
    expect(awaitedUntil(entry, 'Pacific/Tahiti')?.at).toBe('2026-12-01T10:00:00.000Z')
  })

  test('no day of a payment that was taken back', () => {
    const entry = { status: 'confirmed' as const, ...deadline, fell: fell({ why: 'payment-voided', dueOn: null }) }
    expect(awaitedUntil(entry, PARIS)).toBeNull()
  })
})

test('what is awaited for one reason and until one moment goes together, the most pressing first', () => {
  const deadline = { deadlineOn: '2026-12-02', deadlineAt: '2026-12-02T23:00:00.000Z' }
  const row = (id: string, more: object) => ({ ...confirmed, fell: null as Fell | null, ...more, id })
  const groups = awaitedTogether(
    [
      row('taken back', { fell: fell({ why: 'payment-voided', paymentId: 'v', dueOn: null }) }),
      row('to pay', { status: 'prevalidated', ...deadline }),
      row('bounced', { fell: fell() }),
      row('bounced too', { fell: fell() }),
      row('paid', { paid: 5000 }),
      row('no deadline yet', { status: 'prevalidated', deadlineOn: null, deadlineAt: null }),
      row('asked for', { status: 'requested' }),
    ],
    { onAccount: false, timeZone: PARIS },
  )
  expect(groups.map(({ entries }) => entries.map(({ id }) => id))).toEqual([
    ['bounced', 'bounced too'],
    ['to pay'],
    ['taken back'],
  ])
  expect(groups.map(({ until }) => until?.on ?? null)).toEqual(['2026-11-30', '2026-12-02', null])
})

test('of what is final on account nobody is asked for anything', () => {
  const entry = { ...confirmed, fell: fell() }
  expect(awaitedTogether([entry], { onAccount: true, timeZone: PARIS })).toEqual([])
})
