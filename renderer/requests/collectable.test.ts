import { describe, expect, it } from 'vitest'
import type { EntryRow } from '../../contract/desk.ts'
import { requestRow } from '../../test/helpers/window-rows.ts'
import { judgeCollection } from './collectable.ts'

const due: Partial<EntryRow> = { status: 'prevalidated', deadlineAt: '2026-11-25T23:00:00.000Z' }
const greta = { id: 'greta', name: 'GRETA', addressLines: [], onAccount: false }
const someone = (id: string, entries: Partial<EntryRow>[], organisation: typeof greta | null = null) =>
  requestRow({
    ...{ id, entries, organisation, organisationId: organisation?.id ?? null, candidateId: id },
    candidate: { id, birthName: id.toUpperCase() },
  })

describe('the payment of several at once', () => {
  it('is taken from each payer apart, who owes for most first', () => {
    const alone = someone('alone', [due, due])
    const [one, two] = [someone('one', [due], greta), someone('two', [{ ...due, paid: 2000 }], greta)]
    const { payable, payers, not } = judgeCollection([alone, one, two])
    expect(payable).toEqual([alone, one, two])
    expect(not).toEqual([])
    expect(payers.map(({ key, requests, due: owed }) => [key, requests.map(({ id }) => id), owed])).toEqual([
      ['organisation/greta', ['one', 'two'], 8000],
      ['candidate/alone', ['alone'], 10000],
    ])
  })

  it.each<[string, Partial<EntryRow>[]]>([
    ['hq-decides', [{ ...due, doubtful: true }, { status: 'requested' }]],
    ['unanswered', [{ status: 'requested' }, { status: 'refused' }]],
    ['paid', [{ ...due, paid: 5000 }]],
    ['paid', [{ status: 'confirmed', paid: 5000 }, { status: 'refused' }]],
    ['refused', [{ status: 'refused' }, { status: 'lapsed' }]],
    ['seat-given-back', [{ status: 'withdrawn' }]],
  ])('says why not: %s', (why, entries) => {
    const request = someone('x', entries)
    expect(judgeCollection([request])).toEqual({ payable: [], payers: [], not: [{ request, why }] })
  })

  it('of one that was validated on account the money is awaited too', () => {
    const request = someone('x', [{ status: 'confirmed', paid: 0 }], greta)
    expect(judgeCollection([request]).payable).toEqual([request])
  })
})
