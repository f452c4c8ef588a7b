import { describe, expect, test } from 'vitest'
import { anEntry, MONDAY, rennes, rennesSettings } from '../../test/helpers/rows.ts'
import { ENTRY_STATUSES, type Entry } from '../entry.ts'
import { decideExtend, type ExtendArgs, type ExtendFacts, latestExtension } from './extend.ts'

const now = { at: MONDAY, operatorName: 'Anne', role: 'secretary' as const }
const asked: ExtendArgs = {
  requestId: 'request-1',
  entryIds: ['entry-1'],
  deadlineOn: '2026-12-01',
  reason: 'Chèque en route',
}
const held = { status: 'prevalidated', deadlineOn: '2026-11-26', deadlineAt: '2026-11-26T23:00:00.000Z' } as const

function extend(args: Partial<ExtendArgs>, facts: Partial<ExtendFacts> = {}, at = MONDAY) {
  const known = { centre: rennes, settings: rennesSettings, entries: [anEntry(held)], ...facts }
  return decideExtend({ ...asked, ...args }, known, { ...now, at })
}

describe('a deadline put off', () => {
  test('ends with the new day, in the centre’s own zone; the seat stays', () => {
    expect(extend({})).toMatchObject({
      ok: true,
      writes: [{ value: { status: 'prevalidated', deadlineOn: '2026-12-01', deadlineAt: '2026-12-01T23:00:00.000Z' } }],
    })
    const papeete = { ...rennes, timeZone: 'Pacific/Tahiti', territory: 'french-polynesia' as const }
    expect(extend({}, { centre: papeete })).toMatchObject({
      writes: [{ value: { deadlineAt: '2026-12-02T10:00:00.000Z' } }],
    })
  })

  test('may be one that is over, until today at the earliest', () => {
    const late = '2026-12-04T09:00:00.000Z'
    expect(extend({ deadlineOn: '2026-12-04' }, {}, late).ok).toBe(true)
    expect(extend({ deadlineOn: '2026-12-03' }, {}, late)).toMatchObject({ refusal: { code: 'deadline-not-later' } })
  })

  test.each([
    ['no reason', { reason: ' ' }, {}, { code: 'not-valid' }],
    [
      'the same day',
      { deadlineOn: '2026-11-26' },
      {},
      { code: 'deadline-not-later', detail: { deadlineOn: '2026-11-26' } },
    ],
    ['a day before', { deadlineOn: '2026-11-24' }, {}, { code: 'deadline-not-later' }],
    [
      'a Saturday',
      { deadlineOn: '2026-11-28' },
      {},
      { code: 'not-a-working-day', detail: { deadlineOn: '2026-11-28' } },
    ],
    [
      'a day on which the centre is closed',
      {},
      { settings: { ...rennesSettings, closedDays: ['2026-12-01'] } },
      { code: 'not-a-working-day' },
    ],
    [
      'the thirty-first day',
      { deadlineOn: '2026-12-24' },
      {},
      { code: 'deadline-too-far', detail: { latestOn: '2026-12-23' } },
    ],
    ['an unknown entry', { entryIds: ['entry-9'] }, {}, { code: 'not-found' }],
    [
      'one exam of two already later',
      { entryIds: ['entry-1', 'entry-2'] },
      { entries: [anEntry(held), anEntry({ ...held, id: 'entry-2', deadlineOn: '2026-12-02' })] },
      { code: 'deadline-not-later', detail: { entryId: 'entry-2' } },
    ],
  ] as [string, Partial<ExtendArgs>, Partial<ExtendFacts>, object][])('is refused: %s', (_, args, facts, refusal) => {
    expect(extend(args, facts)).toMatchObject({ ok: false, refusal })
  })

  test('is possible up to the thirtieth day', () => {
    expect(latestExtension(MONDAY, 'Europe/Paris', 'other')).toBe('2026-12-23')
    expect(extend({ deadlineOn: '2026-12-23' }).ok).toBe(true)
  })

  test('for a cheque in the post says so by itself, and not for longer than a letter takes', () => {
    const announced = { kind: 'cheque-announced', reason: '', deadlineOn: '2026-12-03' } as const
    expect(extend(announced)).toMatchObject({ writes: [{ value: { chequeAnnouncedAt: MONDAY } }] })
    expect(extend({ ...announced, deadlineOn: '2026-12-04' })).toMatchObject({
      refusal: { code: 'deadline-too-far', detail: { latestOn: '2026-12-03' } },
    })
    // Put off for something else since: no cheque is waited for any more.
    const entries = [anEntry({ ...held, chequeAnnouncedAt: MONDAY })]
    expect(extend({}, { entries })).toMatchObject({ writes: [{ value: { chequeAnnouncedAt: null } }] })
  })

  test.each(ENTRY_STATUSES)('needs a seat that waits for its money: %s', (status: Entry['status']) => {
    expect(extend({}, { entries: [anEntry({ ...held, status })] }).ok).toBe(status === 'prevalidated')
  })
})
