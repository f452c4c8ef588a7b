import { expect, test } from 'vitest'
import { aCandidate, anEntry, anOffering, aPayment, aSitting, MONDAY, rennesSettings } from '../test/helpers/rows.ts'
import type { Write } from './entities.ts'
import { Outcome } from './shapes/review.ts'
import { toldOf } from './told.ts'

const check = { id: 'check', sessionId: '2027-01', askedAt: MONDAY, askedBy: 'Anne' }

test.each([
  [
    'entries, of one request each',
    [
      { entity: 'entry', value: anEntry() },
      { entity: 'entry', value: anEntry({ id: 'entry-2' }) },
    ],
    ['request/request-1'],
    ['entry-1', 'entry-2'],
  ],
  ['a candidate', [{ entity: 'candidate', value: aCandidate() }], ['candidate/candidate-1'], []],
  ['an offering', [{ entity: 'offering', value: anOffering() }], ['offering/offering-1'], []],
  ['a sitting, by its offering', [{ entity: 'sitting', value: aSitting() }], ['offering/offering-1'], []],
  ['the centre', [{ entity: 'centreSettings', value: rennesSettings }], ['centre/rennes'], []],
  ['a session', [{ entity: 'dataCheck', value: check }], ['examSession/2027-01'], []],
  ['what facts add, which says it itself', [{ entity: 'payment', value: aPayment() }], [], []],
] as [string, Write[], string[], string[]][])('is about %s', (_, writes, about, entryIds) => {
  expect(toldOf({}, writes)).toEqual({ about, entryIds, told: {} })
})

test.each([
  ['a reason, short enough for a line', { reason: 'a'.repeat(300) }, { reason: 'a'.repeat(200) }],
  [
    'a day and a place',
    { heldOn: '2027-01-25', startsAtLocal: '09:00', room: 'A' },
    { heldOn: '2027-01-25', startsAtLocal: '09:00', room: 'A' },
  ],
  ['numbers', { seats: 12 }, { seats: 12 }],
  [
    'the names of fields, and not what they held',
    { changes: { sex: { from: 'F', to: 'M' }, bornOn: {} } },
    { fields: 'bornOn sex' },
  ],
  [
    'no address, text or identifier',
    { email: 'ny@example.org', from: 'x', text: 'Malade', entryIds: ['e'], proofText: 'n° 1' },
    {},
  ],
  ['nothing of another kind', { reason: null, changes: null, seats: '12 ' }, { seats: '12 ' }],
])('tells %s', (_, args, told) => {
  expect(toldOf(args, []).told).toEqual(told)
})

test('is never more than an outcome holds', () => {
  const writes = Array.from({ length: 500 }, (_, n): Write => ({ entity: 'entry', value: anEntry({ id: `e${n}` }) }))
  const rest = {
    id: '01990000-0000-7000-8000-000000000001',
    deviceId: 'pc',
    name: 'n',
    status: 'applied',
    code: null,
    detail: null,
    decidedAt: MONDAY,
  }
  const outcome = { ...rest, operatorName: null, doneAt: null, ...toldOf({}, writes) }
  expect(Outcome.safeParse(outcome).success).toBe(true)
})
