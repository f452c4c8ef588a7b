import { expect, test } from 'vitest'
import { ENTRY_STATUSES } from '../../domain/entry.ts'
import { nextThing } from './next-thing.ts'

const NOW = '2026-11-23T08:41:00.000Z'
const ENTRY = {
  status: 'prevalidated',
  softwareNames: ['SAGE 50'],
  feeAmount: 5000,
  paidAmount: 0,
  currency: 'EUR',
  deadlineAt: '2026-11-26T23:00:00.000Z',
  refusal: null,
} as const
const said = (entry: Parameters<typeof nextThing>[0], now = NOW, at = { timeZone: 'Europe/Paris', town: 'Rennes' }) =>
  nextThing(entry, now, at).join(' ').replace(/\s/g, ' ')

test('what is left to pay, and until when by the centre’s clocks', () => {
  expect(said({ ...ENTRY, paidAmount: 2000 })).toContain(
    'Réglez 30,00 € à votre centre jusqu’au jeudi 26 novembre 2026 inclus, jusqu’à 24 h (heure de Rennes)',
  )
  expect(said(ENTRY, ENTRY.deadlineAt)).toContain('Le délai pour régler 50,00 € est passé')
  expect(said({ ...ENTRY, paidAmount: 5000 })).toContain('Votre règlement est enregistré')
})

test('a centre whose clocks are not those of Paris is named with its hour', () => {
  const there = said({ ...ENTRY, deadlineAt: '2026-11-27T10:00:00.000Z' }, NOW, {
    timeZone: 'Pacific/Tahiti',
    town: 'Papeete',
  })
  expect(there).toContain('jeudi 26 novembre 2026 inclus, jusqu’à 24 h (heure de Papeete)')
})

test('the centre’s reason for a refusal is read before what to do', () => {
  const refused = { ...ENTRY, status: 'refused', refusal: { reason: 'full', text: 'Salle fermée.' } } as const
  expect(said(refused)).toMatch(/^Motif du centre : Plus de place avec SAGE 50.*Salle fermée\..*autre demande/)
})

test('every state has something to say', () => {
  for (const status of ENTRY_STATUSES) expect(said({ ...ENTRY, status }), status).not.toBe('')
})
