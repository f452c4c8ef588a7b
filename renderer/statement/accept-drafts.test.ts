import { describe, expect, it } from 'vitest'
import type { StatementProposal } from '../../contract/desk-statement.ts'
import { acceptDrafts, acceptManyDrafts } from './accept-drafts.ts'

const line = { key: 'a'.repeat(64), bookedOn: '2026-11-20', amount: 5000, label: 'VIR NY SOPHEA' }
const due: StatementProposal = {
  ...{ kind: 'due', reasons: ['nuc'], sessionId: '2027-01', sessionLabel: 'Session de janvier 2027' },
  ...{ payer: { kind: 'candidate', id: 'ny' }, payerName: 'NY Sophea', birthName: null, owed: 5000 },
  ...{ allocations: [{ entryId: 'e', amount: 5000 }], confirms: ['e'], entries: [] },
}
const recorded: StatementProposal = {
  ...{ kind: 'recorded', reasons: ['same-amount'], paymentId: 'p', payerName: 'NY Sophea', method: 'transfer' },
  ...{ receivedOn: '2026-11-20', reference: null },
}
const deposit: StatementProposal = {
  ...{
    kind: 'deposit',
    reasons: ['same-amount'],
    depositId: 'd',
    depositedOn: '2026-11-18',
    reference: null,
    count: 3,
  },
}
const said = { currency: 'EUR', issue: true } as const

describe('one click', () => {
  it('records the money first, and all else after it', () => {
    const drafts = acceptDrafts(line, due, said)
    expect(drafts.map(({ name, after }) => [name, after])).toEqual([
      ['payment.record', undefined],
      ['statement.match', [0]],
      ['entry.confirm', [0]],
      ['receipt.issue', [0]],
    ])
    expect(drafts[0]?.args).toMatchObject({ method: 'transfer', amount: 5000, receivedOn: '2026-11-20' })
  })
  it('confirms nothing that is not paid, and issues no receipt that cannot be', () => {
    const drafts = acceptDrafts(line, { ...due, confirms: [] }, { ...said, issue: false })
    expect(drafts.map(({ name }) => name)).toEqual(['payment.record', 'statement.match'])
  })
  it.each([
    [recorded, { paymentId: 'p', depositId: null }],
    [deposit, { paymentId: null, depositId: 'd' }],
  ])('records no second payment', (proposal, named) => {
    expect(acceptDrafts(line, proposal, said)).toMatchObject([{ name: 'statement.match', args: named }])
  })
  it('keeps of a long label what a match may hold', () => {
    const [payment, match] = acceptDrafts({ ...line, label: 'x'.repeat(300) }, due, said)
    expect([payment?.args.reference, match?.args.label]).toEqual([`${'x'.repeat(199)}…`, `${'x'.repeat(199)}…`])
  })
})

describe('several lines at once', () => {
  it('keep each to its own payment', () => {
    const { drafts, firsts } = acceptManyDrafts(
      [recorded, due, due].map((proposal) => ({ line, proposal })),
      said,
    )
    expect(firsts).toEqual([0, 1, 5])
    expect(drafts.map(({ name, after }) => [name, after])).toEqual([
      ['statement.match', undefined],
      ['payment.record', undefined],
      ['statement.match', [1]],
      ['entry.confirm', [1]],
      ['receipt.issue', [1]],
      ['payment.record', undefined],
      ['statement.match', [5]],
      ['entry.confirm', [5]],
      ['receipt.issue', [5]],
    ])
  })
})
