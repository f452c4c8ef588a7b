import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anEntry, anOffering, MONDAY, rennes, rennesSettings } from '../../test/helpers/rows.ts'
import { countSeats } from '../seats.ts'
import { decidePrevalidate, type PrevalidateFacts } from './prevalidate.ts'
import { decideReinstate } from './reinstate.ts'

const now = { at: MONDAY, operatorName: 'Anne', role: 'secretary' as const }
const args = { requestId: 'request-1', entryIds: ['entry-1'] }

function facts(changes: Partial<PrevalidateFacts> = {}): PrevalidateFacts {
  return {
    centre: rennes,
    settings: rennesSettings,
    entries: [anEntry()],
    offerings: [anOffering()],
    used: new Map(),
    sittingDates: new Map(),
    ...changes,
  }
}

function refusalOf(changes: Partial<PrevalidateFacts>, asked = args) {
  const decision = decidePrevalidate(asked, facts(changes), now)
  return decision.ok ? null : decision.refusal
}

describe('pre-validation', () => {
  test('gives the seat and starts three working days, the day itself not counted', () => {
    const decision = decidePrevalidate(args, facts(), now)
    expect(decision).toMatchObject({
      ok: true,
      writes: [
        {
          entity: 'entry',
          value: {
            status: 'prevalidated',
            prevalidatedAt: MONDAY,
            deadlineOn: '2026-11-26',
            deadlineAt: '2026-11-26T23:00:00.000Z',
          },
        },
      ],
    })
  })

  test('counts in the centre’s own zone', () => {
    const papeete = { ...rennes, timeZone: 'Pacific/Tahiti', territory: 'french-polynesia' as const }
    const decision = decidePrevalidate(args, facts({ centre: papeete }), now)
    // 08:41 UTC on Monday is still Sunday evening in Tahiti.
    expect(decision).toMatchObject({
      ok: true,
      writes: [{ value: { deadlineOn: '2026-11-25', deadlineAt: '2026-11-26T10:00:00.000Z' } }],
    })
  })

  test.each([
    ['an entry of another request', { entries: [anEntry({ requestId: 'other' })] }, 'not-found'],
    ['an unknown entry', { entries: [] }, 'not-found'],
    ['an entry without an offering', { entries: [anEntry({ offeringId: null })] }, 'no-offering'],
    ['an offering that is not there', { offerings: [] }, 'no-offering'],
    ['a closed offering', { offerings: [anOffering({ open: false })] }, 'offering-closed'],
    ['a full offering', { used: new Map([['offering-1', 2]]) }, 'no-seat-left'],
    [
      'an accreditation that ended yesterday',
      { centre: { ...rennes, accreditationEndsOn: '2026-11-22' } },
      'accreditation-ended',
    ],
    ['a sitting that is past', { sittingDates: new Map([['offering-1', ['2026-11-20']]]) }, 'sitting-past'],
    [
      'a calendar without a working day',
      { settings: { ...rennesSettings, closedDays: everyDay() } },
      'deadline-unreachable',
    ],
  ] as [string, Partial<PrevalidateFacts>, string][])('refuses %s', (_, changes, code) => {
    expect(refusalOf(changes)?.code).toBe(code)
  })

  test.each(['prevalidated', 'confirmed', 'refused', 'lapsed', 'withdrawn', 'carriedOver'] as const)(
    'refuses an entry that is %s',
    (status) => {
      expect(refusalOf({ entries: [anEntry({ status })] })).toEqual({
        code: 'wrong-status',
        detail: { entryId: 'entry-1', status },
      })
    },
  )

  test('holds on the last day of the accreditation and on the day of a sitting', () => {
    expect(
      refusalOf({
        centre: { ...rennes, accreditationEndsOn: '2026-11-23' },
        sittingDates: new Map([['offering-1', ['2026-11-23']]]),
      }),
    ).toBeNull()
  })

  test('is all or nothing: one full exam refuses both', () => {
    const both = { requestId: 'request-1', entryIds: ['entry-1', 'entry-2'] }
    const entries = [anEntry(), anEntry({ id: 'entry-2', offeringId: 'offering-2' })]
    const offerings = [anOffering(), anOffering({ id: 'offering-2', seats: 0 })]
    expect(refusalOf({ entries, offerings }, both)).toMatchObject({
      code: 'no-seat-left',
      detail: { offeringId: 'offering-2' },
    })
  })

  test('counts two entries of the same offering as two seats, and the same entry named twice as one', () => {
    const entries = [anEntry(), anEntry({ id: 'entry-2' })]
    const offerings = [anOffering({ seats: 1 })]
    expect(refusalOf({ entries, offerings }, { requestId: 'request-1', entryIds: ['entry-1', 'entry-2'] })?.code).toBe(
      'no-seat-left',
    )
    expect(refusalOf({ entries, offerings }, { requestId: 'request-1', entryIds: ['entry-1', 'entry-1'] })).toBeNull()
  })

  test('never gives more seats than there are, in whatever order people ask', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4 }),
        fc.array(fc.subarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 1 }), { maxLength: 12 }),
        (seats, asks) => {
          const entries = new Map(Array.from({ length: 8 }, (_, i) => [`entry-${i}`, anEntry({ id: `entry-${i}` })]))
          for (const ask of asks) {
            const entryIds = ask.map((i) => `entry-${i}`)
            const rows = {
              entries: [...entries.values()],
              offerings: [anOffering({ seats })],
              used: countSeats(entries.values()),
            }
            const decision = decidePrevalidate({ requestId: 'request-1', entryIds }, facts(rows), now)
            if (decision.ok)
              for (const write of decision.writes)
                if (write.entity === 'entry') entries.set(write.value.id, write.value)
            expect(countSeats(entries.values()).get('offering-1') ?? 0).toBeLessThanOrEqual(seats)
          }
        },
      ),
    )
  })
})

test('an answer ends what was proposed instead', () => {
  const decision = decidePrevalidate(args, facts({ entries: [anEntry({ proposedOfferingId: 'sage' })] }), now)
  expect(decision).toMatchObject({ writes: [{ value: { offeringId: 'offering-1', proposedOfferingId: null } }] })
})

describe('a seat given again', () => {
  const lapsed = anEntry({ status: 'lapsed', prevalidatedAt: '2026-11-02T09:00:00.000Z', deadlineOn: '2026-11-05' })
  const reinstate = (changes: Partial<PrevalidateFacts>, live: string[] = []) =>
    decideReinstate(args, { ...facts(changes), liveOtherwise: new Set(live) }, now)

  test('starts a new deadline, as a pre-validation does', () => {
    expect(reinstate({ entries: [lapsed] })).toMatchObject({
      ok: true,
      writes: [{ value: { status: 'prevalidated', prevalidatedAt: MONDAY, deadlineOn: '2026-11-26' } }],
    })
  })

  test('is refused while the candidate is live otherwise, without a word of where', () => {
    expect(reinstate({ entries: [lapsed] }, ['entry-1'])).toEqual({
      ok: false,
      refusal: { code: 'already-live', detail: { entryId: 'entry-1' } },
    })
    expect(reinstate({ entries: [lapsed] }, ['entry-2'])).toMatchObject({ ok: true })
  })

  test('needs a free seat', () => {
    const full = { entries: [lapsed], used: new Map([['offering-1', 2]]) }
    expect(reinstate(full)).toMatchObject({ refusal: { code: 'no-seat-left' } })
  })

  test.each(['requested', 'prevalidated', 'confirmed', 'refused', 'withdrawn', 'carriedOver'] as const)(
    'is refused to an entry that is %s',
    (status) => {
      const decision = reinstate({ entries: [anEntry({ status })] })
      expect(decision).toMatchObject({ refusal: { code: 'wrong-status', detail: { status } } })
    },
  )
})

function everyDay(): string[] {
  return Array.from({ length: 500 }, (_, i) => new Date(Date.parse(MONDAY) + i * 86_400_000).toISOString().slice(0, 10))
}
