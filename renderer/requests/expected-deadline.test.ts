import { describe, expect, it } from 'vitest'
import { MONDAY, rennes, rennesSettings } from '../../test/helpers/rows.ts'
import { expectedDeadline } from './expected-deadline.ts'

const HOUR = 3600
const at = (now: string, clockAhead: number | null, trouble: 'hq-unreachable' | null = null) => {
  const expected = expectedDeadline({
    centre: rennes,
    settings: rennesSettings,
    now,
    freshness: { clockAhead, trouble },
  })
  return expected && [expected.on, expected.provisional]
}

describe('until when it would be paid if it were pre-validated now', () => {
  it('is counted from this PC’s clock when that one is right', () => {
    expect(at(MONDAY, null)).toEqual(['2026-11-26', false])
  })
  it('is counted from HQ’s clock when this PC’s is wrong, and may turn out otherwise', () => {
    const sunday = '2026-11-22T06:41:00.000Z'
    expect(at(sunday, -26 * HOUR)).toEqual(['2026-11-26', true])
    const wednesday = '2026-11-25T08:41:00.000Z'
    expect(at(wednesday, 48 * HOUR)).toEqual(['2026-11-26', true])
  })
  it('may turn out otherwise while HQ cannot be reached', () => {
    expect(at(MONDAY, null, 'hq-unreachable')).toEqual(['2026-11-26', true])
  })
})
