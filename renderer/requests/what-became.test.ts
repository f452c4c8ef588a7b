import { expect, it } from 'vitest'
import { requestRow } from '../../test/helpers/window-rows.ts'
import { lookOfRow } from './look-of-row.ts'
import { whatBecame } from './what-became.ts'

const opened = '2026-11-25T22:59:00.000Z'
const over = '2026-11-25T23:00:00.000Z'
const due = { status: 'prevalidated', deadlineAt: over } as const

it('says which exams are no longer what they were when the dialog opened', () => {
  const before = { request: requestRow({ entries: [{}, { examCode: 'ASCA-E2' }] }), now: opened }
  const after = { request: requestRow({ entries: [due, { examCode: 'ASCA-E2' }] }), now: opened }
  expect(whatBecame(before, after)).toEqual({ moved: [{ examCode: 'ASCA-E1', status: 'prevalidated' }], late: [] })
})

it('says that the deadline passed meanwhile, not that it had passed before, nor when all is paid', () => {
  const request = requestRow({ entries: [due, { ...due, examCode: 'ASCA-E2', paid: 5000 }] })
  expect(whatBecame({ request, now: opened }, { request, now: opened })).toEqual({ moved: [], late: [] })
  expect(whatBecame({ request, now: opened }, { request, now: over })).toEqual({ moved: [], late: ['ASCA-E1'] })
  expect(whatBecame({ request, now: over }, { request, now: over })).toEqual({ moved: [], late: [] })
})

it('a row that HQ only acknowledged looks the same; one that somebody changed does not', () => {
  const sent = requestRow({ entries: [{ ...due, pending: true }] })
  expect(lookOfRow(requestRow({ entries: [due] }))).toBe(lookOfRow(sent))
  expect(lookOfRow(requestRow({ entries: [{ ...due, paid: 5000 }] }))).not.toBe(lookOfRow(sent))
  expect(lookOfRow(requestRow({ entries: [due], candidate: { phone: '07' } }))).not.toBe(lookOfRow(sent))
})
