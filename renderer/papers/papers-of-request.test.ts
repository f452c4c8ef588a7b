import { describe, expect, it } from 'vitest'
import type { PaymentRow } from '../../contract/desk.ts'
import { aPayment } from '../../test/helpers/rows.ts'
import { requestRow } from '../../test/helpers/window-rows.ts'
import { papersOfRequest } from './papers-of-request.ts'

const request = requestRow({ candidateId: 'candidate', entries: [{ status: 'confirmed', paid: 5000 }] })
const payment = (change: Partial<PaymentRow> = {}) =>
  ({
    ...aPayment(),
    receipt: { id: 'receipt', number: '2026-B-000012', issuedAt: '2026-11-23T08:47:00.000Z' },
    ...{ voided: null, end: null, creditNotes: [] },
    entries: [{ candidateId: 'candidate' }],
    ...change,
  }) as PaymentRow
const labels = (...given: Parameters<typeof papersOfRequest>) => papersOfRequest(...given).map(({ label }) => label)

describe('« Imprimer… » of a request', () => {
  it('always has the confirmation and the envelope', () => {
    expect(labels(request, [])).toEqual(['Confirmation de demande', 'Enveloppe'])
  })

  it('attests what a receipt that stands paid for this candidate, and nothing else', () => {
    const attestation = 'Attestation de règlement (reçu 2026-B-000012)'
    expect(labels(request, [payment()])).toContain(attestation)
    const bounced = { outcome: 'bounced' } as NonNullable<PaymentRow['end']>
    const voided = { id: 'void' } as NonNullable<PaymentRow['voided']>
    const ofAnother = [{ candidateId: 'another' }] as PaymentRow['entries']
    for (const change of [{ receipt: null }, { voided }, { end: bounced }, { entries: ofAnother }])
      expect(labels(request, [payment(change)])).not.toContain(attestation)
  })

  it('has a reminder while money is awaited, and an answer once an exam is refused', () => {
    const due = { status: 'prevalidated', deadlineOn: '2026-11-26', deadlineAt: '2026-11-26T23:00:00.000Z' } as const
    expect(labels(requestRow({ entries: [due] }), [])).toContain('Rappel de règlement, par courrier')
    expect(labels(requestRow({ entries: [{ ...due, paid: 5000 }] }), [])).not.toContain(
      'Rappel de règlement, par courrier',
    )
    // Final, and owed again; on account it is owed later.
    const fallen = requestRow({ entries: [{ status: 'confirmed' }] })
    expect(labels(fallen, [])).toContain('Rappel de règlement, par courrier')
    const organisation = { id: 'greta', name: 'GRETA', addressLines: [], onAccount: true }
    expect(labels({ ...fallen, organisation }, [])).not.toContain('Rappel de règlement, par courrier')
    const refused = { status: 'refused', refusal: { reason: 'full', text: null } } as const
    expect(labels(requestRow({ entries: [refused] }), [])).toContain('Réponse à la demande, par courrier')
  })
})
