import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anAttendanceMark, MONDAY } from '../test/helpers/rows.ts'
import { ATTENDANCES, type AttendanceMark, attendedKey, lastMarks, mayCarryOver } from './attendance.ts'
import { ENTRY_STATUSES } from './entry.ts'

const TUESDAY = '2026-11-24T08:41:00.000Z'
const effective = (marks: readonly AttendanceMark[]) =>
  [...lastMarks(marks).values()].map(({ attendance }) => attendance)

describe('of several marks', () => {
  test('the last one counts, whatever the order in which they came', () => {
    const before = anAttendanceMark({ id: 'b', attendance: 'absent', markedAt: MONDAY })
    const after = anAttendanceMark({ id: 'a', attendance: 'present', markedAt: TUESDAY })
    expect(effective([before, after])).toEqual(['present'])
    expect(effective([after, before])).toEqual(['present'])
  })

  test('of two in the same instant, the same one on every PC', () => {
    const one = anAttendanceMark({ id: 'a', attendance: 'absent' })
    const other = anAttendanceMark({ id: 'b', attendance: 'present' })
    expect(effective([one, other])).toEqual(['present'])
    expect(effective([other, one])).toEqual(['present'])
  })

  test('one that takes back leaves nothing noted', () => {
    const taken = anAttendanceMark({ id: 'z', attendance: null, markedAt: TUESDAY })
    expect(effective([taken, anAttendanceMark({ attendance: 'present' })])).toEqual([null])
  })

  test('each exam and each sitting has its own', () => {
    const marks = [
      anAttendanceMark({ id: '1', attendance: 'present' }),
      anAttendanceMark({ id: '2', sittingId: 'afternoon', attendance: 'absent' }),
      anAttendanceMark({ id: '3', entryId: 'other', attendance: 'absent' }),
    ]
    expect(effective(marks)).toEqual(['present', 'absent', 'absent'])
  })

  test('any order gives the same', () => {
    const marks = fc.array(
      fc.record({
        id: fc.uuid(),
        entryId: fc.constantFrom('e1', 'e2'),
        sittingId: fc.constantFrom('s1', 's2'),
        attendance: fc.constantFrom(...ATTENDANCES, null),
        markedAt: fc.constantFrom(MONDAY, TUESDAY),
      }),
      { minLength: 2, maxLength: 12 },
    )
    fc.assert(
      fc.property(
        marks.chain((some) => fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length }))),
        ([some, shuffled]) => {
          const of = (all: typeof some) =>
            [...lastMarks(all).values()].map((one) => `${attendedKey(one)} ${one.id}`).sort()
          expect(of(shuffled)).toEqual(of(some))
        },
      ),
    )
  })
})

describe('a carry-over', () => {
  test('is for who came to none of the sittings', () => {
    const absent = anAttendanceMark({ attendance: 'absent' })
    expect(mayCarryOver({ status: 'confirmed' }, [])).toBe(true)
    expect(mayCarryOver({ status: 'confirmed' }, [absent])).toBe(true)
    expect(
      mayCarryOver({ status: 'confirmed' }, [absent, anAttendanceMark({ sittingId: 's2', attendance: 'present' })]),
    ).toBe(false)
  })

  test('starts from a final entry alone', () => {
    expect(ENTRY_STATUSES.filter((status) => mayCarryOver({ status }, []))).toEqual(['confirmed'])
  })
})
