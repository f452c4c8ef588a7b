import { expect, test } from 'vitest'
import { aSitting, MONDAY } from '../../test/helpers/rows.ts'
import { decideCancelSitting } from './cancel-sitting.ts'

const seen = aSitting()
const { heldOn, startsAtLocal, room } = seen

function cancel(sitting: ReturnType<typeof aSitting> | null, at = MONDAY, timeZone = 'Europe/Paris') {
  const from = { heldOn: sitting?.heldOn === '2026-11-23' ? '2026-11-23' : heldOn, startsAtLocal, room }
  return decideCancelSitting(
    { sittingId: seen.id, from },
    { sitting, timeZone },
    { at, operatorName: 'A', role: 'manager' },
  )
}

test('calls it off, and keeps it', () => {
  expect(cancel(seen)).toEqual({ ok: true, writes: [{ entity: 'sitting', value: { ...seen, cancelled: true } }] })
})

test.each([
  ['one that is not there', null, { code: 'not-found', detail: { sittingId: seen.id } }],
  ['one that is called off', aSitting({ cancelled: true }), { code: 'already-cancelled' }],
  [
    'one that was moved meanwhile',
    aSitting({ heldOn: '2027-01-26' }),
    { code: 'value-changed', detail: { field: 'heldOn' } },
  ],
  ['one whose room was changed', aSitting({ room: 'B' }), { code: 'value-changed', detail: { field: 'room' } }],
])('does not call off %s', (_, sitting, refusal) => {
  expect(cancel(sitting)).toMatchObject({ ok: false, refusal })
})

test('until the end of its day in the centre’s zone', () => {
  const today = aSitting({ heldOn: '2026-11-23' })
  expect(cancel(today, '2026-11-23T22:59:59.999Z').ok).toBe(true)
  expect(cancel(today, '2026-11-23T23:00:00.000Z')).toMatchObject({ refusal: { code: 'sitting-past' } })
  expect(cancel(today, '2026-11-24T09:59:59.999Z', 'Pacific/Tahiti').ok).toBe(true)
})
