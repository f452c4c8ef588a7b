import { describe, expect, test } from 'vitest'
import { aPayment, MONDAY, rennes } from '../../test/helpers/rows.ts'
import { answeredOf, type ChequeEnd } from '../cheque.ts'
import { type DepositChequesArgs, type DepositChequesFacts, objectToDeposit } from './deposit-cheques.ts'
import { type EndChequeArgs, type EndChequeFacts, objectToChequeEnd } from './end-cheque.ts'
import { objectToChequeEndVoid, type VoidChequeEndFacts } from './void-cheque-end.ts'
import { objectToDepositVoid, type VoidDepositFacts } from './void-deposit.ts'

const now = { at: MONDAY, operatorName: 'Anne', role: 'secretary' as const }
const [one, other] = ['1', '2'].map((n) => aPayment({ id: `01990000-0000-7000-8000-00000000000${n}` }))
if (!one || !other) throw new Error('two cheques')

describe('cheques taken to the bank', () => {
  const deposit: DepositChequesArgs = {
    depositId: '01990000-0000-7000-8000-0000000000d1',
    paymentIds: [one.id, other.id],
    depositedOn: '2026-11-23',
    reference: null,
    currency: 'EUR',
    total: 10_000,
    depositedAt: MONDAY,
  }
  const facts: DepositChequesFacts = {
    ...{ centre: rennes, payments: [one, other] },
    ...{ voided: new Set(), deposited: new Set(), ended: new Set() },
  }
  const objection = (args: Partial<DepositChequesArgs>, known: Partial<DepositChequesFacts> = {}) =>
    objectToDeposit({ ...deposit, ...args }, { ...facts, ...known }, now)?.code ?? null

  test('together, with their total', () => expect(objection({})).toBeNull())
  test.each<[string, Partial<DepositChequesArgs>, Partial<DepositChequesFacts>, string]>([
    ['of a day to come', { depositedOn: '2026-11-24' }, {}, 'date-in-future'],
    ['of years ago', { depositedOn: '2020-01-01' }, {}, 'date-too-old'],
    ['one of them twice', { paymentIds: [one.id, one.id] }, {}, 'not-valid'],
    ['with another total', { total: 9_999 }, {}, 'not-valid'],
    ['one that is not known', {}, { payments: [one] }, 'not-found'],
    ['one that is cash', {}, { payments: [one, { ...other, method: 'cash' }] }, 'not-a-cheque'],
    ['one of another currency', {}, { payments: [one, { ...other, currency: 'XPF' }] }, 'wrong-currency'],
    ['one that was taken back', {}, { voided: new Set([other.id]) }, 'payment-voided'],
    ['one on another slip', {}, { deposited: new Set([other.id]) }, 'cheque-deposited'],
    ['one that bounced', {}, { ended: new Set([other.id]) }, 'cheque-ended'],
  ])('%s', (_, args, known, code) => expect(objection(args, known)).toBe(code))
})

describe('the bank’s answer', () => {
  const end: EndChequeArgs = {
    endId: '01990000-0000-7000-8000-0000000000e1',
    paymentId: one.id,
    outcome: 'bounced',
    endedOn: '2026-11-23',
    dueOn: '2026-11-30',
    note: null,
    notedAt: MONDAY,
  }
  const facts: EndChequeFacts = { centre: rennes, payment: one, voided: false, ended: false }
  const objection = (args: Partial<EndChequeArgs>, known: Partial<EndChequeFacts> = {}) =>
    objectToChequeEnd({ ...end, ...args }, { ...facts, ...known }, now)?.code ?? null

  test('bounced, with a day until which the money is awaited; or paid', () => {
    expect(objection({})).toBeNull()
    expect(objection({ dueOn: '2026-11-23' })).toBeNull()
    expect(objection({ outcome: 'cleared', dueOn: null })).toBeNull()
  })
  test.each<[string, Partial<EndChequeArgs>, Partial<EndChequeFacts>, string]>([
    ['bounced, without a day', { dueOn: null }, {}, 'not-valid'],
    ['bounced, awaited before it did', { dueOn: '2026-11-22' }, {}, 'not-valid'],
    ['paid, and awaited', { outcome: 'cleared' }, {}, 'not-valid'],
    ['to come', { endedOn: '2026-11-24' }, {}, 'date-in-future'],
    ['of nothing', {}, { payment: null }, 'not-found'],
    ['of a transfer', {}, { payment: { ...one, method: 'transfer' } }, 'not-a-cheque'],
    ['of one taken back', {}, { voided: true }, 'payment-voided'],
    ['a second time', {}, { ended: true }, 'cheque-ended'],
  ])('%s', (_, args, known, code) => expect(objection(args, known)).toBe(code))
})

const bounced: ChequeEnd = {
  ...{ id: '01990000-0000-7000-8000-0000000000e1', paymentId: one.id, outcome: 'bounced' },
  ...{ endedOn: '2026-11-23', dueOn: '2026-11-30', note: null, notedAt: MONDAY, notedBy: 'Anne' },
}

describe('a slip taken back', () => {
  const slip = {
    ...{ id: '01990000-0000-7000-8000-0000000000d1', paymentIds: [one.id, other.id], depositedOn: '2026-11-23' },
    ...{ reference: null, currency: 'EUR' as const, total: 10_000, depositedAt: MONDAY, depositedBy: 'Anne' },
  }
  const args = { voidId: slip.id, depositId: slip.id, reason: 'Mauvaise date', voidedAt: MONDAY }
  const facts: VoidDepositFacts = { deposit: slip, voided: false, answered: [] }
  const answered = (ends: ChequeEnd[], elsewhere: string[] = []) =>
    answeredOf(slip.paymentIds, {
      payments: [one, { ...other, cheque: { number: ' 7654321 ', bank: '', drawer: '' } }],
      ends,
      elsewhere: new Set(elsewhere),
    })

  test('while the bank has answered about none of its cheques', () => {
    expect(objectToDepositVoid(args, facts)).toBeNull()
    expect(objectToDepositVoid(args, { ...facts, answered: answered([]) })).toBeNull()
  })
  test.each<[string, string, Partial<VoidDepositFacts>, string]>([
    ['without a reason', ' ', {}, 'not-valid'],
    ['that is not known', 'x', { deposit: null }, 'not-found'],
    ['a second time', 'x', { voided: true }, 'deposit-voided'],
  ])('%s', (_, reason, known, code) =>
    expect(objectToDepositVoid({ ...args, reason }, { ...facts, ...known })?.code).toBe(code),
  )
  test('not once it has: which cheque is told', () => {
    const cleared = { ...bounced, paymentId: other.id, outcome: 'cleared' as const, dueOn: null }
    expect(objectToDepositVoid(args, { ...facts, answered: answered([cleared]) })).toEqual({
      code: 'deposit-answered',
      detail: { paymentId: other.id, outcome: 'cleared', number: '7654321', count: 1 },
    })
    expect(objectToDepositVoid(args, { ...facts, answered: answered([cleared, bounced]) })?.detail).toMatchObject({
      ...{ paymentId: one.id, count: 2 },
    })
  })
  test('one of two slips that list the same cheques is, whatever the bank answered', () => {
    expect(answered([bounced], [one.id])).toEqual([])
    expect(answered([bounced], [other.id])).toHaveLength(1)
  })
})

describe('an answer of the bank taken back', () => {
  const args = { voidId: bounced.id, endId: bounced.id, paymentId: one.id, reason: 'Un autre', voidedAt: MONDAY }
  const facts: VoidChequeEndFacts = { end: bounced, voided: false }
  test('with a reason', () => expect(objectToChequeEndVoid(args, facts)).toBeNull())
  test.each<[string, Partial<typeof args>, Partial<VoidChequeEndFacts>, string]>([
    ['without one', { reason: '' }, {}, 'not-valid'],
    ['that is not known', {}, { end: null }, 'not-found'],
    ['of another payment', { paymentId: other.id }, {}, 'not-found'],
    ['a second time', {}, { voided: true }, 'end-voided'],
  ])('%s', (_, change, known, code) =>
    expect(objectToChequeEndVoid({ ...args, ...change }, { ...facts, ...known })?.code).toBe(code),
  )
})
