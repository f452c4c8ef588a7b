import { describe, expect, test } from 'vitest'
import { type Convened, type ConvenedSitting, convocationChanges } from './convocation-changes.ts'

const sitting = (changes: Partial<ConvenedSitting> = {}): ConvenedSitting => ({
  ...{ examCode: 'ASCA-E1', software: 'CIEL', heldOn: '2026-11-24' },
  ...{ startsAtLocal: '09:00', endsAtLocal: '11:00', room: 'B12' },
  ...changes,
})
const convened = (sittings: ConvenedSitting[], changes: Partial<Convened> = {}): Convened => ({
  ...{ birthName: 'NY', usageName: null, firstNames: 'Anna', bornOn: '1998-05-30' },
  ...changes,
  sittings,
})
const at = (heldOn: string, startsAtLocal: string) => ({ heldOn, startsAtLocal })
const one = convened([sitting()])

describe('what has changed since a convocation was issued', () => {
  test.each([
    ['nothing', one, convened([sitting()]), []],
    [
      'another room',
      one,
      convened([sitting({ room: 'Amphi' })]),
      [{ what: 'room', examCode: 'ASCA-E1', before: 'B12', after: 'Amphi' }],
    ],
    [
      'another day and hour, with the end that follows: one change',
      one,
      convened([sitting({ heldOn: '2026-11-25', startsAtLocal: '14:00', endsAtLocal: '16:00' })]),
      [{ what: 'moment', examCode: 'ASCA-E1', before: at('2026-11-24', '09:00'), after: at('2026-11-25', '14:00') }],
    ],
    [
      'a longer exam that begins at the same hour',
      one,
      convened([sitting({ endsAtLocal: '11:30' })]),
      [{ what: 'end', examCode: 'ASCA-E1', before: '11:00', after: '11:30' }],
    ],
    [
      'another software',
      one,
      convened([sitting({ software: 'SAGE' })]),
      [{ what: 'software', examCode: 'ASCA-E1', before: 'CIEL', after: 'SAGE' }],
    ],
    [
      'an exam more',
      one,
      convened([sitting(), sitting({ examCode: 'ASCA-E2' })]),
      [{ what: 'exam-added', examCode: 'ASCA-E2' }],
    ],
    [
      'an exam less',
      convened([sitting(), sitting({ examCode: 'ASCA-E2' })]),
      one,
      [{ what: 'exam-removed', examCode: 'ASCA-E2' }],
    ],
    ['nothing left', one, convened([]), [{ what: 'exam-removed', examCode: 'ASCA-E1' }]],
    [
      'a usage name, which the identity document may bear',
      one,
      convened([sitting()], { usageName: 'NY-ROY' }),
      [{ what: 'name', before: 'NY Anna', after: 'NY (NY-ROY) Anna' }],
    ],
    ['a usage name that is the birth name says nothing', one, convened([sitting()], { usageName: 'NY' }), []],
    [
      'another date of birth',
      one,
      convened([sitting()], { bornOn: '1998-03-30' }),
      [{ what: 'born', before: '1998-05-30', after: '1998-03-30' }],
    ],
    [
      'a second sitting of the same exam',
      one,
      convened([sitting({ heldOn: '2026-11-23' }), sitting()]),
      [{ what: 'sitting-added', examCode: 'ASCA-E1', ...at('2026-11-23', '09:00'), room: 'B12' }],
    ],
    [
      'of two sittings one moved: the other is told of no more',
      convened([sitting({ heldOn: '2026-11-23' }), sitting()]),
      convened([sitting(), sitting({ heldOn: '2026-11-26' })]),
      [{ what: 'moment', examCode: 'ASCA-E1', before: at('2026-11-23', '09:00'), after: at('2026-11-26', '09:00') }],
    ],
    [
      'of two sittings one was called off',
      convened([sitting({ heldOn: '2026-11-23' }), sitting()]),
      one,
      [{ what: 'sitting-removed', examCode: 'ASCA-E1', ...at('2026-11-23', '09:00'), room: 'B12' }],
    ],
    [
      'all at once: the person first, then by exam',
      one,
      convened([sitting({ examCode: 'ASCA-E0' }), sitting({ room: 'Amphi', software: 'SAGE' })], { firstNames: 'Ana' }),
      [
        { what: 'name', before: 'NY Anna', after: 'NY Ana' },
        { what: 'exam-added', examCode: 'ASCA-E0' },
        { what: 'room', examCode: 'ASCA-E1', before: 'B12', after: 'Amphi' },
        { what: 'software', examCode: 'ASCA-E1', before: 'CIEL', after: 'SAGE' },
      ],
    ],
  ])('%s', (_case, issued, today, differences) => {
    expect(convocationChanges(issued, today)).toEqual(differences)
  })

  test('the order in which sittings are listed says nothing', () => {
    const both = [sitting(), sitting({ examCode: 'ASCA-E2', heldOn: '2026-11-20' })]
    expect(convocationChanges(convened(both), convened(both.toReversed()))).toEqual([])
  })
})
