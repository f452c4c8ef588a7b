import { describe, expect, test } from 'vitest'
import { anEntry, aSitting } from '../../test/helpers/rows.ts'
import { judge } from '../decision.ts'
import { ENTRY_STATUSES } from '../entry.ts'
import { type MarkAttendanceArgs, type MarkAttendanceFacts, objectToMarks, recordMarks } from './mark-attendance.ts'

const markId = '01990000-0000-7000-8000-0000000000aa'
const sitting = aSitting({ id: 'sitting-1', heldOn: '2027-01-18' })
const entry = anEntry({ id: 'e1', status: 'confirmed', offeringId: sitting.offeringId })
const args: MarkAttendanceArgs = {
  sittingId: sitting.id,
  marks: [{ markId, entryId: 'e1', attendance: 'present' }],
  markedAt: '2027-01-18T12:00:00.000Z',
}
const facts: MarkAttendanceFacts = { sitting, entries: [entry], timeZone: 'Europe/Paris' }
const at = (instant: string) => ({ at: instant, operatorName: 'Anne', role: 'secretary' as const })
const after = at(args.markedAt)

describe('what a sheet says', () => {
  test('adds a row about the entry, and changes none', () => {
    const { requestId, candidateId, sessionId } = entry
    const said = { entryId: 'e1', sittingId: sitting.id, requestId, candidateId, sessionId, attendance: 'present' }
    expect(recordMarks(args, facts, after)).toEqual([
      { entity: 'attendanceMark', value: { id: markId, ...said, markedAt: args.markedAt, markedBy: 'Anne' } },
    ])
  })

  test.each([
    ['an unknown sitting', { ...facts, sitting: null }, 'not-found'],
    ['one that was called off', { ...facts, sitting: { ...sitting, cancelled: true } }, 'already-cancelled'],
    ['an unknown entry', { ...facts, entries: [] }, 'not-found'],
    ['an entry of another offering', { ...facts, entries: [{ ...entry, offeringId: 'other' }] }, 'not-found'],
    ['an entry that is to be placed', { ...facts, entries: [{ ...entry, offeringId: null }] }, 'not-found'],
  ])('is not noted of %s', (_, known, code) => {
    expect(objectToMarks(args, known, after)).toMatchObject({ code })
  })

  test('is noted of a confirmed entry alone, and taken back of any', () => {
    const objected = (attendance: 'present' | 'absent' | null) =>
      ENTRY_STATUSES.filter((status) =>
        objectToMarks(
          { ...args, marks: [{ markId, entryId: 'e1', attendance }] },
          { ...facts, entries: [{ ...entry, status }] },
          after,
        ),
      )
    const others = ENTRY_STATUSES.filter((status) => status !== 'confirmed')
    expect(objected('present')).toEqual(others)
    expect(objected('absent')).toEqual(others)
    expect(objected(null)).toEqual([])
  })

  // Midnight between the 17th and the 18th: 23 h UTC in Paris, 10 h UTC in Papeete.
  test.each([
    ['Europe/Paris', '2027-01-17T22:59:59.999Z', 'sitting-to-come'],
    ['Europe/Paris', '2027-01-17T23:00:00.000Z', undefined],
    ['Pacific/Tahiti', '2027-01-18T09:59:59.999Z', 'sitting-to-come'],
    ['Pacific/Tahiti', '2027-01-18T10:00:00.000Z', undefined],
  ])('is noted from the day of the sitting on, as the centre counts days (%s, %s)', (timeZone, instant, code) => {
    expect(objectToMarks(args, { ...facts, timeZone }, at(instant))?.code).toBe(code)
  })

  test('stands at HQ whatever is objected; of somebody who has left, nothing is kept', () => {
    const rule = { kind: 'fact' as const, objection: objectToMarks, record: recordMarks }
    const refused = { ...facts, entries: [{ ...entry, status: 'carriedOver' as const }] }
    const known = judge(rule, args, refused, after, 'hq')
    expect(known).toMatchObject({ ok: true, misfit: { code: 'wrong-status' }, writes: [{ entity: 'attendanceMark' }] })
    const gone = judge(rule, args, { ...facts, entries: [] }, after, 'hq')
    expect(gone).toEqual({ ok: true, misfit: { code: 'not-found', detail: { entryId: 'e1' } }, writes: [] })
    expect(judge(rule, args, refused, after, 'desk')).toMatchObject({ ok: false, refusal: { code: 'wrong-status' } })
  })
})
