import { expect, test } from 'vitest'
import { requestRow } from '../../test/helpers/window-rows.ts'
import { missingOf, owedOf, sayOver, softwareAwaited } from './standing.ts'

const NOW = '2026-11-23T08:41:00.000Z'
const AT = { now: NOW, timeZone: 'Europe/Paris' }
const IN_TIME = { deadlineOn: '2026-11-25', deadlineAt: '2026-11-25T23:00:00.000Z' }
const LATE = { deadlineOn: '2026-11-20', deadlineAt: '2026-11-20T23:00:00.000Z' }
const GRETA = { id: 'greta', name: 'GRETA', addressLines: [], onAccount: false }

test('what is owed is told once a deadline and a payer, what presses first', () => {
  const request = requestRow({
    entries: [
      { examCode: 'E1', status: 'prevalidated', ...IN_TIME, paid: 2000 },
      { examCode: 'E2', status: 'prevalidated', ...IN_TIME },
      { examCode: 'E3', status: 'prevalidated', ...LATE },
      { examCode: 'E4', status: 'confirmed' },
      { examCode: 'E5', status: 'confirmed', paid: 5000 },
      { examCode: 'E6', status: 'refused' },
    ],
  })
  expect(owedOf([request], NOW)).toMatchObject([
    { amount: 5000, codes: ['E3'], late: true, deadline: { on: '2026-11-20' }, payer: null },
    { amount: 8000, codes: ['E1', 'E2'], late: false, deadline: { on: '2026-11-25' } },
    { amount: 5000, codes: ['E4'], late: false, deadline: null },
  ])
})

test('a deadline that HQ has not fixed is provisional, and never late', () => {
  const request = requestRow({ organisation: GRETA, entries: [{ status: 'prevalidated', ...LATE, pending: true }] })
  expect(owedOf([request], NOW)).toMatchObject([{ provisional: true, late: false, payer: { name: 'GRETA' } }])
})

test('what is missing, whoever is to see to it', () => {
  const request = requestRow({
    candidate: { birthPlace: '', emailNext: 'neuve@example.org' },
    entries: [
      { examCode: 'E1' },
      { examCode: 'E2', proposedOfferingId: 'other' },
      { examCode: 'E3', status: 'prevalidated', paid: 5000 },
    ],
  })
  const missing = missingOf(request, [request], AT)
  expect(missing).toHaveLength(6)
  expect(missing.map((one) => /E\d/.exec(one)?.[0])).toEqual(['E1', 'E2', 'E3', undefined, undefined, undefined])
})

test('of a file that is over, nothing is', () => {
  const checked = { dataCheckedAt: NOW, entries: [{ status: 'confirmed' as const, paid: 5000 }] }
  expect(missingOf(requestRow(checked), [requestRow(checked)], AT)).toEqual([])
  expect(owedOf([requestRow(checked)], NOW)).toEqual([])
})

test('a software that nobody has chosen is the person’s to tell, not the centre’s to answer', () => {
  const request = requestRow({
    entries: [
      { examCode: 'E1', offeringId: null },
      { examCode: 'E2', offeringId: null, proposedOfferingId: 'other' },
      { examCode: 'E3' },
    ],
  })
  expect(softwareAwaited([request])).toEqual(['E1'])
  expect(missingOf(request, [request], AT).slice(0, 3)).toEqual([
    expect.stringMatching(/logiciel pour E1$/),
    expect.stringMatching(/centre pour E3$/),
    expect.stringMatching(/proposé \(E2\)$/),
  ])
})

test('of somebody refused it is not said that nothing is missing', () => {
  const over = (...statuses: ('refused' | 'requested' | 'lapsed')[]) =>
    sayOver([requestRow({ entries: statuses.map((status, index) => ({ status, examCode: `E${index + 1}` })) })])
  expect(over('refused', 'lapsed')).toMatch(/E1 refusée$/)
  expect(over('lapsed')).not.toBeNull()
  expect(over('refused', 'requested')).toBeNull()
})
