import { expect, it } from 'vitest'
import type { EntryRow } from '../../contract/desk.ts'
import { requestRow } from '../../test/helpers/window-rows.ts'
import { askedAtOf } from './data-check.ts'

const askedAt = '2026-11-23T08:41:00.000Z'
const before = '2026-11-23T08:40:00.000Z'
const after = '2026-11-23T08:42:00.000Z'
const checks = [
  { id: 'check-2', sessionId: '2027-01', askedAt, askedBy: 'Annick', pending: false },
  { id: 'check-1', sessionId: '2027-01', askedAt: '2026-11-20T08:41:00.000Z', askedBy: 'Annick', pending: false },
]

it.each<[string, Partial<EntryRow>[], string | null]>([
  ['had their seat by then', [{ status: 'prevalidated', prevalidatedAt: before }], askedAt],
  ['was validated by then', [{ status: 'confirmed', prevalidatedAt: null, confirmedAt: before }], askedAt],
  ['got it afterwards', [{ status: 'prevalidated', prevalidatedAt: after }], null],
  [
    'had given up the seat of then',
    [
      { status: 'withdrawn', prevalidatedAt: before },
      { status: 'prevalidated', prevalidatedAt: after },
    ],
    null,
  ],
  [
    'had one of their seats',
    [
      { status: 'confirmed', prevalidatedAt: before },
      { status: 'prevalidated', prevalidatedAt: after },
    ],
    askedAt,
  ],
])('who %s', (_, entries, asked) => {
  const request = requestRow({ entries })
  expect(askedAtOf(request, checks)).toBe(asked)
  expect(askedAtOf(request, [])).toBeNull()
})
