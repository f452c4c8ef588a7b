import { expect, test } from 'vitest'
import { anOffering } from '../../test/helpers/rows.ts'
import { decideCloseOffering } from './close-offering.ts'

test('closes an offering, and leaves its seats as they are', () => {
  const offering = anOffering({ seats: 9 })
  expect(decideCloseOffering({ offeringId: offering.id }, { offering })).toEqual({
    ok: true,
    writes: [{ entity: 'offering', value: { ...offering, open: false } }],
  })
})

test.each([
  ['one that is not there', null, { code: 'not-found', detail: { offeringId: 'offering-1' } }],
  ['one that is closed', anOffering({ open: false }), { code: 'already-closed' }],
])('does not close %s', (_, offering, refusal) => {
  expect(decideCloseOffering({ offeringId: 'offering-1' }, { offering })).toMatchObject({ ok: false, refusal })
})
