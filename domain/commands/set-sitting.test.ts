import { expect, test } from 'vitest'
import { anOffering, aSitting, MONDAY } from '../../test/helpers/rows.ts'
import type { Exam } from '../catalogue.ts'
import { SetSittingArgs } from '../shapes/commands/set-sitting.ts'
import { decideSetSitting, type SetSittingFacts } from './set-sitting.ts'

const exam: Exam = {
  ...{ id: '2027-01:ASCA-E1', sessionId: '2027-01', code: 'ASCA-E1', family: 'ASCA', label: 'Comptabilité' },
  ...{ minutes: 120, needsSoftware: true, allowedDates: ['2026-11-20', '2026-11-23', '2027-01-25', '2027-01-26'] },
  ...{ registrationOpensAt: '2026-11-01T00:00:00.000Z', registrationClosesAt: '2026-12-31T00:00:00.000Z' },
  fee: { EUR: 5000, XPF: 5967 },
}
const sitting = aSitting()
const { heldOn, startsAtLocal, room } = sitting
const from = { heldOn, startsAtLocal, room }
const asked = { sittingId: sitting.id, offeringId: sitting.offeringId, ...from }

function set(args: Partial<SetSittingArgs> = {}, facts: Partial<SetSittingFacts> = {}, at = MONDAY) {
  return decideSetSitting(
    { ...asked, from: null, ...args },
    { sitting: null, offering: anOffering(), exam, others: [], timeZone: 'Europe/Paris', ...facts },
    { at, operatorName: 'Anne', role: 'manager' },
  )
}

test('adds a sitting', () => {
  expect(set()).toEqual({ ok: true, writes: [{ entity: 'sitting', value: sitting }] })
})

test('moves one that is as it was seen, and leaves the rest', () => {
  const moved = { heldOn: '2027-01-26', startsAtLocal: '14:00', room: 'Salle B' }
  expect(set({ ...moved, from }, { sitting, others: [sitting] })).toEqual({
    ok: true,
    writes: [{ entity: 'sitting', value: { ...sitting, ...moved } }],
  })
})

test('where another was called off there is room for one', () => {
  expect(set({}, { others: [aSitting({ id: 'off', cancelled: true })] }).ok).toBe(true)
})

test.each([
  ['of an unknown offering', {}, { offering: null }, { code: 'not-found', detail: { offeringId: 'offering-1' } }],
  ['of an exam that is gone', {}, { exam: null }, { code: 'not-found' }],
  ['under an id that is taken', {}, { sitting }, { code: 'not-valid', detail: { field: 'sittingId' } }],
  ['one that is not there', { from }, {}, { code: 'not-found', detail: { sittingId: sitting.id } }],
  ['one of another offering', { from }, { sitting: aSitting({ offeringId: 'other' }) }, { code: 'not-valid' }],
  ['one called off', { from }, { sitting: aSitting({ cancelled: true }) }, { code: 'already-cancelled' }],
  [
    'one whose date was changed',
    { from },
    { sitting: aSitting({ heldOn: '2027-01-26' }) },
    { detail: { field: 'heldOn' } },
  ],
  [
    'one whose hour was changed',
    { from },
    { sitting: aSitting({ startsAtLocal: '10:00' }) },
    { code: 'value-changed' },
  ],
  ['one whose room was changed', { from }, { sitting: aSitting({ room: 'B' }) }, { detail: { field: 'room' } }],
  ['before today', { heldOn: '2026-11-20' }, {}, { code: 'sitting-past', detail: { heldOn: '2026-11-20' } }],
  [
    'once it was held',
    { from: { ...from, heldOn: '2026-11-20' } },
    { sitting: aSitting({ heldOn: '2026-11-20' }) },
    { code: 'sitting-past', detail: { heldOn: '2026-11-20' } },
  ],
  [
    'on a day that is not HQ’s',
    { heldOn: '2027-01-27' },
    {},
    { code: 'date-not-allowed', detail: { heldOn: '2027-01-27' } },
  ],
  [
    'on the day, at the hour and in the room of another',
    {},
    { others: [aSitting({ id: 'twin' })] },
    { code: 'sitting-exists', detail: { heldOn, startsAtLocal, room } },
  ],
] as [string, Partial<SetSittingArgs>, Partial<SetSittingFacts>, object][])(
  'does not set one %s',
  (_, args, facts, refusal) => {
    expect(set(args, facts)).toMatchObject({ ok: false, refusal })
  },
)

test('today is the centre’s own', () => {
  const today = { heldOn: '2026-11-23' }
  expect(set(today, {}, '2026-11-23T22:59:59.999Z').ok).toBe(true)
  expect(set(today, {}, '2026-11-23T23:00:00.000Z').ok).toBe(false)
  expect(set(today, { timeZone: 'Pacific/Tahiti' }, '2026-11-24T09:59:59.999Z').ok).toBe(true)
})

test('a room has a name', () => {
  expect(SetSittingArgs.safeParse({ ...asked, from: null, room: '  ' }).success).toBe(false)
  expect(SetSittingArgs.parse({ ...asked, from: null, room: ' Salle A ' }).room).toBe('Salle A')
  expect(SetSittingArgs.safeParse({ ...asked, from: null, startsAtLocal: '25:00' }).success).toBe(false)
})
