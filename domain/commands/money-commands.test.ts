import { describe, expect, test } from 'vitest'
import { anEntry, aPayment, MONDAY, rennes } from '../../test/helpers/rows.ts'
import { judge } from '../decision.ts'
import { creditByPayment } from '../payment.ts'
import { decideConfirm } from './confirm.ts'
import { objectToCreditNote } from './issue-credit-note.ts'
import { objectToReceipt } from './issue-receipt.ts'
import { objectToPayment, type RecordPaymentArgs, type RecordPaymentFacts, recordPayment } from './record-payment.ts'
import { objectToVoid } from './void-payment.ts'

const now = { at: MONDAY, operatorName: 'Anne', role: 'secretary' as const }
const prevalidated = anEntry({ status: 'prevalidated' })

function payment(changes: Partial<RecordPaymentArgs> = {}): RecordPaymentArgs {
  const { id: paymentId, recordedBy: _, ...rest } = aPayment()
  return { paymentId, ...rest, ...changes }
}

function objection(args: Partial<RecordPaymentArgs>, facts: Partial<RecordPaymentFacts> = {}) {
  return objectToPayment(
    payment(args),
    { centre: rennes, entries: [prevalidated], allocated: new Map(), cashSoFar: 0, ...facts },
    now,
  )
}

describe('a payment', () => {
  test('of the fee has nothing against it', () => {
    expect(objection({})).toBeNull()
  })

  test.each([
    ['of zero', { amount: 0, allocations: [] }, 'amount-not-positive'],
    ['that is negative', { amount: -5000, allocations: [] }, 'amount-not-positive'],
    ['with a negative part', { allocations: [{ entryId: 'entry-1', amount: -1 }] }, 'amount-not-positive'],
    ['dated tomorrow', { receivedOn: '2026-11-24' }, 'date-in-future'],
    ['dated years ago', { receivedOn: '2020-01-01' }, 'date-too-old'],
    ['in another currency', { currency: 'XPF' as const }, 'wrong-currency'],
    ['shared out beyond its amount', { amount: 4000 }, 'allocated-too-much'],
    ['for an unknown entry', { allocations: [{ entryId: 'nobody', amount: 5000 }] }, 'not-found'],
    [
      'that gives an entry more than its fee',
      { amount: 6000, allocations: [{ entryId: 'entry-1', amount: 6000 }] },
      'entry-already-paid',
    ],
    [
      'that gives it in two parts more than its fee',
      {
        amount: 6000,
        allocations: [
          { entryId: 'entry-1', amount: 3000 },
          { entryId: 'entry-1', amount: 3000 },
        ],
      },
      'entry-already-paid',
    ],
  ] as [string, Partial<RecordPaymentArgs>, string][])('%s is stopped at the desk', (_, args, code) => {
    expect(objection(args)?.code).toBe(code)
  })

  test.each(['refused', 'lapsed', 'withdrawn', 'carriedOver'] as const)(
    'for an entry that is %s is stopped at the desk',
    (status) => {
      expect(objection({}, { entries: [anEntry({ status })] })?.code).toBe('entry-not-live')
    },
  )

  test('dated today in Paris holds late in the evening, when UTC is still the day before', () => {
    const justAfterMidnight = { ...now, at: '2026-11-23T23:30:00.000Z' }
    const facts = { centre: rennes, entries: [prevalidated], allocated: new Map(), cashSoFar: 0 }
    expect(objectToPayment(payment({ receivedOn: '2026-11-24' }), facts, justAfterMidnight)).toBeNull()
  })

  test('in cash stops above 1 000 €, what the same payer gave before included; a cheque does not', () => {
    expect(objection({ method: 'cash' }, { cashSoFar: 95_000 })).toBeNull()
    expect(objection({ method: 'cash' }, { cashSoFar: 95_001 })).toMatchObject({
      code: 'cash-limit',
      detail: { total: 100_001, limit: 100_000 },
    })
    expect(objection({ method: 'cheque' }, { cashSoFar: 95_001 })).toBeNull()
  })

  test('is written at HQ even when it no longer fits: it has happened', () => {
    const rule = { kind: 'fact' as const, objection: objectToPayment, record: recordPayment }
    const facts = { centre: rennes, entries: [anEntry({ status: 'withdrawn' })], allocated: new Map(), cashSoFar: 0 }
    expect(judge(rule, payment(), facts, now, 'desk')).toMatchObject({ ok: false, refusal: { code: 'entry-not-live' } })
    const atHq = judge(rule, payment(), facts, now, 'hq')
    expect(atHq).toMatchObject({
      ok: true,
      misfit: { code: 'entry-not-live' },
      writes: [{ entity: 'payment', value: { amount: 5000 } }],
    })
  })

  test('leaves as a credit what pays for nothing alive', () => {
    const given = aPayment({
      amount: 12_000,
      allocations: [
        { entryId: 'entry-1', amount: 5000 },
        { entryId: 'entry-2', amount: 5000 },
      ],
    })
    const credit = (...entries: ReturnType<typeof anEntry>[]) =>
      creditByPayment([given], new Set(), new Map(entries.map((entry) => [entry.id, entry]))).get(given.id)
    const paidFor = anEntry({ status: 'confirmed' })
    expect(credit(paidFor, anEntry({ id: 'entry-2', status: 'prevalidated' }))).toBe(2000)
    expect(credit(paidFor, anEntry({ id: 'entry-2', status: 'withdrawn' }))).toBe(7000)
    expect(credit()).toBe(12_000)
  })

  test('taken twice for the same entry is a credit of the later one; taken back, it is owed nothing', () => {
    const first = aPayment()
    const second = aPayment({ id: '01990000-0000-7000-8000-000000000002', recordedAt: '2026-11-23T09:00:00.000Z' })
    const entries = new Map([['entry-1', anEntry({ status: 'confirmed' })]])
    expect([...creditByPayment([second, first], new Set(), entries)]).toEqual([
      [first.id, 0],
      [second.id, 5000],
    ])
    expect([...creditByPayment([second, first], new Set([first.id]), entries)]).toEqual([[second.id, 0]])
  })
})

describe('a confirmation', () => {
  const confirm = (allocated: number, onAccount = false, status: 'prevalidated' | 'withdrawn' = 'prevalidated') =>
    decideConfirm(
      { entryIds: ['entry-1'] },
      {
        entries: [anEntry({ status })],
        allocated: new Map([['entry-1', allocated]]),
        onAccount: new Set(onAccount ? ['entry-1'] : []),
      },
      now,
    )

  test('needs the whole fee, or an organisation accepted on account', () => {
    expect(confirm(5000)).toMatchObject({ ok: true, writes: [{ value: { status: 'confirmed', confirmedAt: MONDAY } }] })
    expect(confirm(4999)).toMatchObject({ ok: false, refusal: { code: 'fee-not-covered', detail: { missing: 1 } } })
    expect(confirm(0, true).ok).toBe(true)
  })

  test('keeps the agreement of what is on account, and of nothing that is paid by anybody', () => {
    const agreed = (onAccount: string[], agreement: string | null) =>
      decideConfirm(
        { entryIds: ['entry-1'], agreement },
        {
          entries: [anEntry({ status: 'prevalidated', chequeAnnouncedAt: MONDAY })],
          allocated: new Map([['entry-1', 5000]]),
          onAccount: new Set(onAccount),
        },
        now,
      )
    const writes = (agreement: string | null) => ({ writes: [{ value: { agreement, chequeAnnouncedAt: null } }] })
    expect(agreed(['entry-1'], ' convention 114 ')).toMatchObject(writes('convention 114'))
    expect(agreed(['entry-1'], ' ')).toMatchObject(writes(null))
    expect(agreed([], 'convention 114')).toMatchObject(writes(null))
  })

  test('does not bring back an entry that was withdrawn', () => {
    expect(confirm(5000, false, 'withdrawn')).toMatchObject({ ok: false, refusal: { code: 'wrong-status' } })
  })
})

describe('a credit note', () => {
  const content = {} as Parameters<typeof objectToCreditNote>[0]['original']['content']
  const original = { number: '2026-B-000001', issuedAt: MONDAY, content }
  const drawn = { series: 'B', year: 2026, sequence: 1, issuedAt: MONDAY, templateVersion: 1, chain: null }
  const args = { creditNoteId: 'n', receiptId: 'r', paymentId: 'p', ...drawn, reason: 'Mauvais payeur', original }
  const receipt = { id: 'r', paymentId: 'p', number: '2026-B-000001', ...drawn, content }
  const facts = { receipt, creditNoteNumber: null, numberTaken: false, ownSeries: true }

  test('corrects a receipt of its payment, once, under a number of its own', () => {
    expect(objectToCreditNote(args, facts)).toBeNull()
    expect(objectToCreditNote({ ...args, reason: ' ' }, facts)?.code).toBe('not-valid')
    expect(objectToCreditNote(args, { ...facts, receipt: null })?.code).toBe('not-found')
    expect(objectToCreditNote({ ...args, paymentId: 'another' }, facts)?.code).toBe('not-found')
    expect(objectToCreditNote(args, { ...facts, creditNoteNumber: '2026-A-AV-000001' })).toEqual({
      code: 'receipt-credited',
      detail: { number: '2026-A-AV-000001' },
    })
    expect(objectToCreditNote(args, { ...facts, numberTaken: true })).toEqual({
      code: 'credit-note-number-clash',
      detail: { number: '2026-B-AV-000001' },
    })
    expect(objectToCreditNote(args, { ...facts, ownSeries: false })?.code).toBe('foreign-series')
  })
})

describe('a receipt', () => {
  const content = { vatWording: 'TVA non applicable, art. 293 B du CGI' } as Parameters<
    typeof objectToReceipt
  >[0]['content']
  const args = {
    receiptId: 'r',
    paymentId: 'p',
    series: 'B',
    year: 2026,
    sequence: 1,
    issuedAt: MONDAY,
    templateVersion: 1,
    content,
    chain: null,
  }
  const facts = {
    ...{ payment: aPayment(), voided: false, bounced: false },
    ...{ receiptNumber: null, numberTaken: false, ownSeries: true },
  }

  test('waits for the centre’s VAT wording', () => {
    expect(objectToReceipt({ ...args, content: { ...content, vatWording: ' ' } }, facts)?.code).toBe(
      'vat-wording-missing',
    )
    expect(objectToReceipt(args, facts)).toBeNull()
  })

  test('is issued once for a payment that stands, under a number of its own', () => {
    expect(objectToReceipt(args, { ...facts, payment: null })?.code).toBe('not-found')
    expect(objectToReceipt(args, { ...facts, voided: true })?.code).toBe('payment-voided')
    expect(objectToReceipt(args, { ...facts, bounced: true })?.code).toBe('cheque-bounced')
    expect(objectToReceipt(args, { ...facts, receiptNumber: '2026-A-000001' })?.code).toBe('receipt-issued')
    expect(objectToReceipt(args, { ...facts, numberTaken: true })).toEqual({
      code: 'receipt-number-clash',
      detail: { number: '2026-B-000001' },
    })
    expect(objectToReceipt(args, { ...facts, ownSeries: false })).toEqual({
      code: 'foreign-series',
      detail: { series: 'B' },
    })
  })

  test('keeps its payment from being taken back', () => {
    const undo = { voidId: 'v', paymentId: 'p', reason: 'Montant mal tapé', voidedAt: MONDAY }
    const facts = { payment: aPayment(), voided: false, receiptNumber: null, returned: 0 }
    expect(objectToVoid(undo, facts)).toBeNull()
    expect(objectToVoid(undo, { ...facts, receiptNumber: '2026-B-000001' })?.code).toBe('receipt-issued')
    expect(objectToVoid(undo, { ...facts, voided: true })?.code).toBe('payment-voided')
    expect(objectToVoid(undo, { ...facts, returned: 1000 })?.code).toBe('credit-returned')
    expect(objectToVoid({ ...undo, reason: ' ' }, facts)?.code).toBe('not-valid')
  })
})
