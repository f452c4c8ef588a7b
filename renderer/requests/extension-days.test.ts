import { describe, expect, test } from 'vitest'
import { decideExtend } from '../../domain/commands/extend.ts'
import { addDays } from '../../domain/time.ts'
import { anEntry, MONDAY, rennes, rennesSettings } from '../../test/helpers/rows.ts'
import { extensionDays, proposedDay } from './extension-days.ts'

const desk = { centre: rennes, settings: { ...rennesSettings, closedDays: ['2026-11-27'] }, now: MONDAY }
const held = (deadlineOn: string, id = 'entry-1') => anEntry({ id, status: 'prevalidated', deadlineOn })

describe('the days to which a deadline may be put off', () => {
  test('are those that the rule accepts, and no other', () => {
    const entries = [held('2026-11-25'), held('2026-11-26', 'entry-2')]
    const args = { requestId: 'request-1', entryIds: ['entry-1', 'entry-2'], reason: 'Chèque en route' }
    const now = { at: MONDAY, operatorName: 'Anne', role: 'secretary' as const }
    const days = extensionDays(desk, entries, 'other')
    const accepted = Array.from({ length: 60 }, (_, ahead) => addDays('2026-11-20', ahead)).filter(
      (deadlineOn) => decideExtend({ ...args, deadlineOn }, { ...desk, entries }, now).ok,
    )
    expect(days).toEqual(accepted)
    expect(days.slice(0, 2)).toEqual(['2026-11-30', '2026-12-01'])
    // A letter takes days, not weeks.
    const announced = extensionDays(desk, entries, 'cheque-announced')
    expect(announced).toEqual(days.filter((day) => day <= '2026-12-03'))
  })

  test('begin with today when the deadline is over', () => {
    expect(extensionDays(desk, [held('2026-11-02')], 'other')[0]).toBe('2026-11-23')
  })

  test('propose three working days more, or what there is', () => {
    expect(proposedDay(extensionDays(desk, [held('2026-11-26')], 'other'))).toBe('2026-12-02')
    expect(proposedDay(extensionDays(desk, [held('2026-12-22')], 'other'))).toBe('2026-12-23')
    expect(proposedDay(extensionDays(desk, [held('2026-12-23')], 'other'))).toBeNull()
  })
})
