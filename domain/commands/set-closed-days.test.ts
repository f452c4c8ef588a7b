import { expect, test } from 'vitest'
import { rennesSettings } from '../../test/helpers/rows.ts'
import { addDays } from '../time.ts'
import { type DayChanges, decideSetClosedDays } from './set-closed-days.ts'

const settings = { ...rennesSettings, closedDays: ['2026-12-24'], workedHolidays: ['2027-05-13'] }
const set = (changes: DayChanges, of = settings) => decideSetClosedDays({ changes }, { settings: of })
const written = (changes: object) => ({
  ok: true,
  writes: [{ entity: 'centreSettings', value: { ...settings, ...changes } }],
})
const years = Array.from({ length: 400 }, (_, n) => addDays('2027-01-01', n))

test.each([
  [
    'days added, in order, once',
    { closedDays: { added: ['2026-12-31', '2026-12-26', '2026-12-31'], removed: [] } },
    { closedDays: ['2026-12-24', '2026-12-26', '2026-12-31'] },
  ],
  ['days taken away', { workedHolidays: { added: [], removed: ['2027-05-13'] } }, { workedHolidays: [] }],
  [
    'what another has added or taken away already',
    { closedDays: { added: ['2026-12-24'], removed: ['2026-12-31'] } },
    {},
  ],
  [
    'switches',
    { goodFriday: { from: false, to: true }, deadlineReading: { from: 'B', to: 'A' } },
    { goodFriday: true, deadlineReading: 'A' },
  ],
  ['a switch that another has put alike', { boxingDay: { from: true, to: false } }, {}],
] as [string, DayChanges, object][])('keeps %s', (_, changes, kept) => {
  expect(set(changes)).toEqual(written(kept))
})

test.each([
  ['nothing', {}, { code: 'not-valid', detail: { field: 'changes' } }],
  ['empty lists', { closedDays: { added: [], removed: [] } }, { code: 'not-valid' }],
  [
    'a switch put as it was',
    { goodFriday: { from: false, to: false } },
    { code: 'not-valid', detail: { field: 'goodFriday' } },
  ],
  ['a reading that somebody changed', { deadlineReading: { from: 'A', to: 'B' } }, null],
  [
    'a day added and taken away',
    { closedDays: { added: ['2026-12-31'], removed: ['2026-12-31'] } },
    { code: 'not-valid' },
  ],
  [
    'more than 400 days',
    { closedDays: { added: years, removed: [] } },
    { code: 'not-valid', detail: { field: 'closedDays' } },
  ],
] as [string, DayChanges, object | null][])('%s', (_, changes, refusal) => {
  expect(set(changes)).toMatchObject(refusal ? { ok: false, refusal } : { ok: true })
})

test('a switch that was put otherwise meanwhile is told', () => {
  const changes: DayChanges = { deadlineReading: { from: 'A', to: 'B' } }
  expect(set(changes, { ...settings, deadlineReading: 'A' }).ok).toBe(true)
  // With two positions, somebody else can only have done the same; a third would disagree.
  expect(set({ goodFriday: { from: true, to: true } })).toMatchObject({ ok: false })
})

test('what two PCs add comes together', () => {
  const first = set({ closedDays: { added: ['2026-12-28'], removed: [] } })
  const [write] = first.ok ? first.writes : []
  const since = write?.value as typeof settings
  expect(set({ closedDays: { added: ['2026-12-29'], removed: ['2026-12-24'] } }, since)).toMatchObject({
    writes: [{ value: { closedDays: ['2026-12-28', '2026-12-29'] } }],
  })
})
