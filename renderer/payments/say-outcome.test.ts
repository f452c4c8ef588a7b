import { describe, expect, it } from 'vitest'
import { requestRow } from '../../test/helpers/window-rows.ts'
import { allocate, duesOf } from './payment-form.ts'
import { sayOutcome } from './say-outcome.ts'

type Entries = NonNullable<Parameters<typeof requestRow>[0]>['entries']
const held = { status: 'prevalidated' } as const
const other = { ...held, examCode: 'ASCA-E2' }
const unpaid = { status: 'confirmed' } as const

function outcome(entries: Entries, amount: number | null, others = 0): string {
  const request = requestRow({ entries: entries ?? [] })
  const ticked = duesOf(request, [request], 'candidate')
  const owed = ticked.reduce((sum, { due }) => sum + due, 0)
  const allocations = allocate(ticked, amount ?? 0)
  return sayOutcome({ ticked, allocations, owed, amount, currency: 'EUR', others }).replaceAll('\u00a0', ' ')
}

describe('what the payment will do', () => {
  it.each<[Entries, number | null, string]>([
    [[held], null, ''],
    [[held], 5000, 'L’inscription sera validée.'],
    [[held, other], 10_000, 'Les 2 inscriptions seront validées.'],
    [[held], 6000, 'L’inscription sera validée. 10,00 € en trop : gardés en trop-perçu au nom du payeur.'],
    [[held], 4000, 'Il restera 10,00 € à régler : l’inscription ne sera pas encore validée.'],
    [[held, other], 5000, 'ASCA-E1 sera validée ; ASCA-E2 restera à régler : 50,00 €.'],
    [[held, other], 6000, 'ASCA-E1 sera validée ; ASCA-E2 restera à régler : 40,00 €.'],
    [[held, held, held, other], 5000, '1 inscription sera validée. Il restera 150,00 € à régler.'],
    [[unpaid], 5000, 'Plus rien ne restera à régler.'],
    [[unpaid], 4000, 'Il restera 10,00 € à régler.'],
  ])('of %j with %s: %s', (entries, amount, sentence) => {
    expect(outcome(entries, amount)).toBe(sentence)
  })
  it('speaks of what is ticked when the payer owes for somebody else as well', () => {
    expect(outcome([unpaid], 5000, 1)).toBe('L’inscription cochée sera entièrement réglée.')
    expect(outcome([unpaid, unpaid], 10_000, 1)).toBe('Les 2 inscriptions cochées seront entièrement réglées.')
    expect(outcome([held], 5000, 1)).toBe('L’inscription sera validée.')
  })
})
