import { describe, expect, it } from 'vitest'
import { keyDates, nextDate } from './key-dates.ts'

const dates = {
  opensAt: '2026-10-12T07:00:00.000Z',
  closesAt: '2026-12-11T23:00:00.000Z',
  examsFrom: '2027-01-25',
  examsTo: '2027-01-28',
}
const kinds = (today: string, zone = 'Europe/Paris') =>
  keyDates(dates, today, zone).map(({ kind, on }) => `${kind} ${on}`)

describe('the dates of a session', () => {
  it('stand in order, today among them', () => {
    expect(kinds('2026-11-23')).toEqual([
      'opening 2026-10-12',
      'today 2026-11-23',
      'closing 2026-12-11',
      'exams 2027-01-25',
    ])
    expect(kinds('2027-02-01').at(-1)).toBe('today 2027-02-01')
  })
  it('are days of the centre: closing at midnight in Paris is at noon the same day in Papeete', () => {
    expect(kinds('2026-11-23', 'Pacific/Tahiti')).toContain('closing 2026-12-11')
    expect(kinds('2026-11-23', 'Pacific/Tahiti')).toContain('opening 2026-10-11')
  })
  it('tell the next one, until none is left', () => {
    const next = (today: string) => nextDate(keyDates(dates, today, 'Europe/Paris'), today)?.kind ?? null
    expect(['2026-11-23', '2026-12-11', '2027-01-26'].map(next)).toEqual(['closing', 'exams', null])
  })
  it('are fewer for a session without exams', () => {
    const none = { ...dates, opensAt: null, closesAt: null }
    expect(keyDates(none, '2026-11-23', 'Europe/Paris').map(({ kind }) => kind)).toEqual(['today', 'exams'])
  })
})
