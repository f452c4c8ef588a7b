import { expect, test } from 'vitest'
import { keyDates } from './key-dates.ts'
import { sessionStage } from './session-stage.ts'

const session = { startsOn: '2027-01-18', endsOn: '2027-01-22' }
const exam = {
  registrationOpensAt: '2026-08-31T22:00:00.000Z',
  // Midnight at the end of 13 December, in Paris.
  registrationClosesAt: '2026-12-13T23:00:00.000Z',
}
const at = (now: string) => ({ now, centre: { timeZone: 'Europe/Paris' } })

test.each([
  ['2026-08-31T21:59:59.999Z', 'ahead'],
  ['2026-08-31T22:00:00.000Z', 'open'],
  ['2026-12-13T22:59:59.999Z', 'open'],
  ['2026-12-13T23:00:00.000Z', 'closed'],
  // Already the 18th in Paris.
  ['2027-01-17T23:00:00.000Z', 'held'],
  ['2027-01-22T22:59:00.000Z', 'held'],
  ['2027-01-22T23:00:00.000Z', 'over'],
])('at %s the session is %s', (now, stage) => {
  expect(sessionStage(session, [exam], at(now))).toBe(stage)
})

test('one exam whose window is open makes the session open; between two windows it is closed, not ahead', () => {
  const late = { registrationOpensAt: '2026-12-20T08:00:00.000Z', registrationClosesAt: '2027-01-05T08:00:00.000Z' }
  expect(sessionStage(session, [exam, late], at('2026-12-21T08:00:00.000Z'))).toBe('open')
  expect(sessionStage(session, [exam, late], at('2026-12-15T08:00:00.000Z'))).toBe('closed')
  expect(sessionStage(session, [], at('2026-12-15T08:00:00.000Z'))).toBe('ahead')
})

test('key dates stand in order, each day once, with today among them', () => {
  const dates = keyDates(session, [exam, { ...exam }], at('2026-11-23T08:41:00.000Z'))
  expect(dates.map(({ on, kind, when }) => `${on} ${kind} ${when}`)).toEqual([
    '2026-09-01 opening past',
    '2026-11-23 today now',
    '2026-12-13 closing ahead',
    '2027-01-18 exams ahead',
    '2027-01-22 lastDay ahead',
  ])
})

test('on the last day to register, today stands after it; a session of one day has one date', () => {
  const dates = keyDates({ startsOn: '2027-01-18', endsOn: '2027-01-18' }, [exam], at('2026-12-13T12:00:00.000Z'))
  expect(dates.map(({ kind }) => kind)).toEqual(['opening', 'closing', 'today', 'exams'])
  expect(dates[1]?.when).toBe('ahead')
})
