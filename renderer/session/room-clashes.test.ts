import { expect, test } from 'vitest'
import type { SittingRow } from '../../contract/desk.ts'
import { offeringRow } from '../../test/helpers/window-rows.ts'
import { clashesOf } from './room-clashes.ts'
import { endsAt, groupSittings } from './sitting-groups.ts'

function sittingRow(change: Partial<SittingRow> = {}): SittingRow {
  return {
    ...{ id: 's1', sessionId: 'session', offeringId: 'o1', cancelled: false, examCode: 'ASCA-E1', examLabel: '' },
    ...{ heldOn: '2027-01-18', startsAtLocal: '09:00', room: 'Salle Surcouf', minutes: 120 },
    ...{ software: [], confirmed: 0, present: 0, absent: 0, lastSheet: null, pending: false },
    ...change,
  }
}
const placed = { id: null, heldOn: '2027-01-18', startsAtLocal: '10:00', room: 'salle  SURCOUF', minutes: 60 }

test.each([
  ['while the other lasts, however the room is written', placed, true],
  ['from the minute the other ends', { ...placed, startsAtLocal: '11:00' }, false],
  ['until the minute the other begins', { ...placed, startsAtLocal: '08:00' }, false],
  ['a minute too long', { ...placed, startsAtLocal: '08:00', minutes: 61 }, true],
  ['in another room', { ...placed, room: 'Salle Vauban' }, false],
  ['on another day', { ...placed, heldOn: '2027-01-19' }, false],
  ['itself', { ...placed, id: 's1' }, false],
])('%s', (_, choice, clashes) => {
  expect(clashesOf(choice, [sittingRow()])).toHaveLength(clashes ? 1 : 0)
})

test('two sittings whose room is not known yet share none', () => {
  expect(clashesOf({ ...placed, room: ' ' }, [sittingRow({ room: '' })])).toEqual([])
})

test('what has no date yet comes first, then by date; closed without anybody needs none', () => {
  const groups = groupSittings(
    [
      offeringRow({ id: 'o1' }),
      offeringRow({ id: 'o2', examCode: 'UCP-E1' }),
      offeringRow({ id: 'o3', open: false }),
      offeringRow({ id: 'o4', open: false, used: 2 }),
    ],
    [sittingRow({ id: 'late', startsAtLocal: '14:00' }), sittingRow()],
  )
  expect(groups.map(({ offering }) => offering.id)).toEqual(['o4', 'o2', 'o1'])
  expect(groups.at(-1)?.sittings.map(({ id }) => id)).toEqual(['s1', 'late'])
})

test('the end of a sitting is on the same clock', () => {
  expect(endsAt({ startsAtLocal: '09:45', minutes: 150 })).toBe('12:15')
})
