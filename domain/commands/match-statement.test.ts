import { describe, expect, it } from 'vitest'
import { type MatchStatementArgs, type MatchStatementFacts, objectToMatch, recordMatch } from './match-statement.ts'

const PAYMENT = '01990000-0000-7000-8000-000000000001'
const args: MatchStatementArgs = {
  matchId: '01990000-0000-7000-8000-00000000000a',
  paymentId: PAYMENT,
  depositId: null,
  lineKey: 'a'.repeat(64),
  bookedOn: '2026-11-20',
  amount: 5000,
  label: 'VIR SEPA NY SOPHEA',
  matchedAt: '2026-11-23T08:41:00.000Z',
}
const facts: MatchStatementFacts = { exists: true, voided: false, matched: false, lineUsed: false }

describe('a line of a statement', () => {
  it.each<[string, Partial<MatchStatementArgs>, Partial<MatchStatementFacts>, string | null]>([
    ['is a payment', {}, {}, null],
    ['is a deposit', { paymentId: null, depositId: PAYMENT }, {}, null],
    ['is nothing', { paymentId: null }, {}, 'not-valid'],
    ['is both', { depositId: PAYMENT }, {}, 'not-valid'],
    ['is nothing known here', {}, { exists: false }, 'not-found'],
    ['is a payment taken back', {}, { voided: true }, 'payment-voided'],
    ['is matched already', {}, { lineUsed: true }, 'line-used'],
    ['is a payment that another line is', {}, { matched: true }, 'payment-matched'],
  ])('%s', (_, args_, facts_, code) => {
    expect(objectToMatch({ ...args, ...args_ }, { ...facts, ...facts_ })?.code ?? null).toBe(code)
  })
  it('is kept with who said so', () => {
    const circumstances = { at: args.matchedAt, operatorName: 'Anne Hervé', role: 'secretary' } as const
    const { matchId: id, ...rest } = args
    expect(recordMatch(args, facts, circumstances)).toEqual([
      { entity: 'statementMatch', value: { id, ...rest, matchedBy: 'Anne Hervé' } },
    ])
  })
})
