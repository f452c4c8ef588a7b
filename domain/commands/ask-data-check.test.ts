import { expect, test } from 'vitest'
import { anEntry, aRequest, MONDAY } from '../../test/helpers/rows.ts'
import { countDataChecks } from '../data-check.ts'
import { ENTRY_STATUSES } from '../entry.ts'
import { type AskDataCheckFacts, decideAskDataCheck } from './ask-data-check.ts'

const id = '01990000-0000-7000-8000-0000000000dc'
const session = { id: '2027-01', label: 'Janvier 2027', startsOn: '2027-01-25', endsOn: '2027-01-29' }

function ask(facts: Partial<AskDataCheckFacts> = {}, at = MONDAY) {
  return decideAskDataCheck(
    { dataCheckId: id, sessionId: session.id },
    { session, timeZone: 'Europe/Paris', unchecked: 3, lastAskedAt: null, isIdTaken: false, ...facts },
    { at, operatorName: 'Anne', role: 'secretary' },
  )
}

test('asks now, whoever has not answered', () => {
  const value = { id, sessionId: session.id, askedAt: MONDAY, askedBy: 'Anne' }
  expect(ask()).toEqual({ ok: true, writes: [{ entity: 'dataCheck', value }] })
  expect(ask({ lastAskedAt: '2026-11-22T08:41:00.000Z' }).ok).toBe(true)
})

test.each([
  ['of an unknown session', { session: null }, MONDAY, { code: 'not-found' }],
  ['under an id that is taken', { isIdTaken: true }, MONDAY, { code: 'not-valid' }],
  [
    'again within 24 hours',
    { lastAskedAt: '2026-11-22T08:41:00.001Z' },
    MONDAY,
    { code: 'asked-already', detail: { askedAt: '2026-11-22T08:41:00.001Z', timeZone: 'Europe/Paris' } },
  ],
  [
    'when a clock has put the last time ahead',
    { lastAskedAt: '2026-12-01T08:00:00.000Z' },
    MONDAY,
    { code: 'asked-already' },
  ],
  ['when nobody is left', { unchecked: 0 }, MONDAY, { code: 'nobody-to-ask' }],
  [
    'once the session is over',
    {},
    '2027-01-29T23:00:00.000Z',
    { code: 'session-over', detail: { endsOn: '2027-01-29' } },
  ],
] as [string, Partial<AskDataCheckFacts>, string, object][])('is refused %s', (_, facts, at, refusal) => {
  expect(ask(facts, at)).toMatchObject({ ok: false, refusal })
})

test('the last day of a session is the centre’s own', () => {
  expect(ask({}, '2027-01-29T22:59:59.999Z').ok).toBe(true)
  expect(ask({ timeZone: 'Pacific/Tahiti' }, '2027-01-30T09:59:59.999Z').ok).toBe(true)
  expect(ask({ timeZone: 'Pacific/Tahiti' }, '2027-01-30T10:00:00.000Z').ok).toBe(false)
})

const one = (candidateId: string, dataCheckedAt: string | null, ...statuses: (typeof ENTRY_STATUSES)[number][]) => ({
  ...aRequest({ candidateId, dataCheckedAt }),
  entries: statuses.map((status) => anEntry({ status })),
})

test('counts people and not requests: who has found all of theirs right has checked', () => {
  expect(
    countDataChecks([
      one('ana', MONDAY, 'confirmed'),
      one('ana', null, 'prevalidated'),
      one('ben', MONDAY, 'prevalidated', 'refused'),
      one('ben', null, 'requested'),
      one('cho', null, 'confirmed'),
      one('cho', null, 'confirmed'),
    ]),
  ).toEqual({ concerned: 3, checked: 1, unchecked: 2 })
})

test.each(ENTRY_STATUSES)('concerns those with a seat: %s', (status) => {
  const concerned = status === 'prevalidated' || status === 'confirmed' ? 1 : 0
  expect(countDataChecks([one('ana', null, status)])).toMatchObject({ concerned })
})
