import { describe, expect, test } from 'vitest'
import { anEntry, aPayment, MONDAY, rennes } from '../../test/helpers/rows.ts'
import type { CreditFacts } from '../credit.ts'
import { objectToReturn, recordReturn } from './return-credit.ts'
import { decideUseCredit, isForPayer, type UseCreditFacts } from './use-credit.ts'

const circumstances = { at: MONDAY, operatorName: 'Anne Hervé', role: 'secretary' as const }
const ended = anEntry({ id: 'ended', status: 'lapsed' })
const due = anEntry({ id: 'due', status: 'prevalidated' })
/** 60,00 € received for an exam that ended: all of it is left. */
const left: CreditFacts = {
  payment: aPayment({ amount: 6000, allocations: [{ entryId: 'ended', amount: 5000 }] }),
  ...{ voided: false, bounced: false, returned: 0 },
  given: new Map([['ended', 5000]]),
  entries: [ended],
  allocated: new Map([['ended', 5000]]),
}
const facts: UseCreditFacts = { ...left, targets: [due], ofPayer: new Set(['due']) }
const use = { useId: 'use', paymentId: 'payment', usedAt: MONDAY, allocations: [{ entryId: 'due', amount: 5000 }] }

describe('a credit that is used', () => {
  test('is taken from what was never allocated, then from the exams that ended', () => {
    expect(decideUseCredit(use, facts, circumstances)).toEqual({
      ok: true,
      writes: [
        {
          entity: 'creditUse',
          value: {
            ...{ id: 'use', paymentId: 'payment', usedAt: MONDAY, usedBy: 'Anne Hervé', allocations: use.allocations },
            takenFrom: [{ entryId: 'ended', amount: 4000 }],
          },
        },
      ],
    })
  })

  test.each([
    ['of a payment that is not known', { payment: null }, {}, 'not-found'],
    ['of a payment taken back', { voided: true }, {}, 'payment-voided'],
    ['of a cheque that bounced', { bounced: true }, {}, 'cheque-bounced'],
    ['of nothing', {}, { allocations: [{ entryId: 'due', amount: 0 }] }, 'amount-not-positive'],
    ['for an exam that is not known', { targets: [] }, {}, 'not-found'],
    ['for an exam of another session', { targets: [{ ...due, sessionId: '2027-02' }] }, {}, 'other-session'],
    ['for an exam that ended', { targets: [{ ...due, status: 'refused' }] }, {}, 'entry-not-live'],
    ['for somebody else’s exam', { ofPayer: new Set() }, {}, 'other-payer'],
    ['for an exam that is paid', { allocated: new Map([['due', 5000]]) }, {}, 'entry-already-paid'],
    ['twice for one exam', {}, { allocations: [...use.allocations, ...use.allocations] }, 'entry-already-paid'],
    ['beyond what is left', { returned: 1001 }, {}, 'credit-too-small'],
    ['when the exam it was for is alive', { entries: [{ ...ended, status: 'confirmed' }] }, {}, 'credit-too-small'],
  ] as const)('is refused %s', (_, changedFacts, changedArgs, code) => {
    const known = { ...facts, ...(changedFacts as Partial<UseCreditFacts>) }
    const decision = decideUseCredit({ ...use, ...(changedArgs as Partial<typeof use>) }, known, circumstances)
    expect(decision.ok ? 'accepted' : decision.refusal.code).toBe(code)
  })

  test('pays for what its payer may pay for, and for the people that the payment paid for', () => {
    const entry = { candidateId: 'kim', organisationId: 'afpa' }
    expect(isForPayer(entry, { kind: 'candidate', id: 'kim' }, new Set())).toBe(true)
    expect(isForPayer(entry, { kind: 'candidate', id: 'lea' }, new Set())).toBe(false)
    expect(isForPayer(entry, { kind: 'organisation', id: 'afpa' }, new Set())).toBe(true)
    expect(isForPayer({ ...entry, organisationId: null }, { kind: 'organisation', id: 'afpa' }, new Set())).toBe(false)
    expect(isForPayer(entry, { kind: 'candidate', id: 'lea' }, new Set(['kim']))).toBe(true)
  })
})

describe('a credit that is given back', () => {
  const back = {
    ...{ returnId: 'return', paymentId: 'payment', amount: 2000, means: 'cash' as const, returnedOn: '2026-11-23' },
    ...{ note: null, returnedAt: MONDAY },
  }
  const known = { ...left, centre: rennes }

  test('is taken as a use is, and never from what is not there', () => {
    expect(objectToReturn(back, known, circumstances)).toBeNull()
    expect(recordReturn(back, known, circumstances)).toMatchObject([
      { entity: 'creditReturn', value: { takenFrom: [{ entryId: 'ended', amount: 1000 }], returnedBy: 'Anne Hervé' } },
    ])
    // Two PCs gave it back: the second stands too, taken from nothing.
    const twice = { ...known, returned: 6000, given: new Map([['ended', 0]]) }
    expect(objectToReturn(back, twice, circumstances)).toEqual({
      code: 'credit-too-small',
      detail: { left: 0, currency: 'EUR' },
    })
    expect(recordReturn(back, twice, circumstances)).toMatchObject([{ value: { amount: 2000, takenFrom: [] } }])
  })

  test.each([
    ['of a payment that is not known', { payment: null }, {}, 'not-found'],
    ['of a payment taken back', { voided: true }, {}, 'payment-voided'],
    ['of a cheque that bounced', { bounced: true }, {}, 'cheque-bounced'],
    ['of nothing', {}, { amount: 0 }, 'amount-not-positive'],
    ['tomorrow', {}, { returnedOn: '2026-11-24' }, 'date-in-future'],
    ['years ago', {}, { returnedOn: '2016-11-24' }, 'date-too-old'],
    ['beyond what is left', {}, { amount: 6001 }, 'credit-too-small'],
  ] as const)('is objected to %s', (_, changedFacts, changedArgs, code) => {
    expect(objectToReturn({ ...back, ...changedArgs }, { ...known, ...changedFacts }, circumstances)?.code).toBe(code)
  })
})
