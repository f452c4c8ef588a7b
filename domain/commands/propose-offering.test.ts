import { describe, expect, test } from 'vitest'
import { anEntry, anOffering, MONDAY } from '../../test/helpers/rows.ts'
import { ENTRY_STATUSES } from '../entry.ts'
import { decideAcceptOffering, decideProposeOffering, type ProposeOfferingFacts } from './propose-offering.ts'

const now = { at: MONDAY, operatorName: 'Anne', role: 'secretary' as const }
const sage = anOffering({ id: 'sage', softwareIds: ['sage'] })

describe('another software proposed', () => {
  const propose = (facts: Partial<ProposeOfferingFacts> = {}, offeringId: string | null = 'sage') =>
    decideProposeOffering(
      { requestId: 'request-1', entryId: 'entry-1', offeringId },
      { entry: anEntry(), offering: sage, ...facts },
      now,
    )

  test('leaves the entry as it is until the candidate accepts, and may be changed or taken back', () => {
    const entry = anEntry({ proposedOfferingId: 'ebp' })
    expect(propose()).toEqual({
      ok: true,
      writes: [{ entity: 'entry', value: anEntry({ proposedOfferingId: 'sage' }) }],
    })
    expect(propose({ entry })).toMatchObject({ writes: [{ value: { proposedOfferingId: 'sage' } }] })
    expect(propose({ entry, offering: null }, null)).toEqual({
      ok: true,
      writes: [{ entity: 'entry', value: anEntry() }],
    })
  })

  test('suits an exam whose software is still to be chosen', () => {
    expect(propose({ entry: anEntry({ offeringId: null }) }).ok).toBe(true)
  })

  test.each(ENTRY_STATUSES)('is for an exam that waits for an answer: %s', (status) => {
    expect(propose({ entry: anEntry({ status }) }).ok).toBe(status === 'requested')
  })

  test.each([
    ['an unknown entry', { entry: null }, 'sage', 'not-found'],
    ['an entry of another request', { entry: anEntry({ requestId: 'other' }) }, 'sage', 'not-found'],
    ['an offering that the centre does not have', { offering: null }, 'sage', 'not-found'],
    ['an offering of another exam', { offering: { ...sage, examId: '2027-01:UCP-E1' } }, 'sage', 'not-found'],
    ['a closed offering', { offering: { ...sage, open: false } }, 'sage', 'offering-closed'],
    ['the software chosen already', { offering: anOffering() }, 'offering-1', 'not-valid'],
    ['nothing to take back', { offering: null }, null, 'not-valid'],
  ] as [string, Partial<ProposeOfferingFacts>, string | null, string][])('is refused: %s', (_, facts, id, code) => {
    expect(propose(facts, id)).toMatchObject({ ok: false, refusal: { code } })
  })
})

describe('the candidate’s answer', () => {
  const proposed = anEntry({ proposedOfferingId: 'sage' })

  test('makes the software proposed theirs; the entry still waits for the centre', () => {
    expect(decideAcceptOffering(proposed, sage, 'sage', MONDAY)).toEqual({
      ok: true,
      writes: [{ entity: 'entry', value: anEntry({ offeringId: 'sage' }) }],
    })
  })

  test.each([
    ['when nothing is proposed', anEntry(), sage, 'no-offering'],
    ['when another one is proposed by now', anEntry({ proposedOfferingId: 'ebp' }), sage, 'no-offering'],
    ['when the offering is gone', proposed, null, 'no-offering'],
    ['when the offering is closed', proposed, { ...sage, open: false }, 'offering-closed'],
    ['when the centre has answered', { ...proposed, status: 'prevalidated' as const }, sage, 'wrong-status'],
  ])('changes nothing %s', (_, entry, offering, code) => {
    expect(decideAcceptOffering(entry, offering, 'sage', MONDAY)).toMatchObject({ ok: false, refusal: { code } })
  })
})
