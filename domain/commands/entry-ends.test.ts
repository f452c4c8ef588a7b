import { describe, expect, test } from 'vitest'
import { anEntry, MONDAY } from '../../test/helpers/rows.ts'
import { ENTRY_STATUSES, type Entry } from '../entry.ts'
import { decideRefuse } from './refuse.ts'
import { decideRelease } from './release.ts'
import { decideRemove, type RemoveArgs } from './remove.ts'

const now = { at: MONDAY, operatorName: 'Anne', role: 'manager' as const }
const held = { status: 'prevalidated', deadlineOn: '2026-11-20', deadlineAt: '2026-11-20T23:00:00.000Z' } as const

describe('an exam asked by mistake', () => {
  const asked: RemoveArgs = { requestId: 'request-1', entryIds: ['entry-1'], reason: 'mistake', text: null }
  const remove = (entries: Entry[], args: Partial<RemoveArgs> = {}) =>
    decideRemove({ ...asked, ...args }, { entries }, now)

  test.each(ENTRY_STATUSES)('is removed while it waits or holds a seat: %s', (status) => {
    const may = status === 'requested' || status === 'prevalidated'
    const decision = remove([anEntry({ status })])
    if (may)
      expect(decision).toMatchObject({
        ok: true,
        writes: [{ value: { status: 'withdrawn', refusal: { reason: 'mistake', text: null } } }],
      })
    else
      expect(decision).toEqual({
        ok: false,
        refusal: { code: 'wrong-status', detail: { entryId: 'entry-1', status } },
      })
  })

  test('goes alone: the other exams of the request stay', () => {
    const decision = remove([anEntry(), anEntry({ id: 'entry-2' })])
    expect(decision.ok && decision.writes.map(({ value }) => value.id)).toEqual(['entry-1'])
  })

  test.each([
    ['another reason without words', {}, { reason: 'other', text: '  ' }, 'not-valid'],
    ['an entry of another request', { requestId: 'other' }, {}, 'not-found'],
    ['one that may go with one that may not', {}, { entryIds: ['entry-1', 'entry-9'] }, 'not-found'],
  ] as [string, Partial<Entry>, Partial<RemoveArgs>, string][])('is refused: %s', (_, entry, args, code) => {
    expect(remove([anEntry(entry)], args)).toMatchObject({ ok: false, refusal: { code } })
  })

  test('keeps what the candidate will read, without the spaces around it', () => {
    expect(remove([anEntry()], { reason: 'other', text: ' Doublon avec ASCOM ' })).toMatchObject({
      writes: [{ value: { refusal: { reason: 'other', text: 'Doublon avec ASCOM' } } }],
    })
  })
})

test.each([
  ['removed', decideRemove],
  ['refused', decideRefuse],
] as const)('of an exam that is %s nothing is proposed any more', (_, decide) => {
  const args = { requestId: 'request-1', entryIds: ['entry-1'], reason: 'duplicate', text: null } as const
  const decision = decide(
    { ...args, entryIds: ['entry-1'] },
    { entries: [anEntry({ proposedOfferingId: 'sage' })] },
    now,
  )
  expect(decision).toMatchObject({ writes: [{ value: { proposedOfferingId: null } }] })
})

describe('a seat that was not paid in time', () => {
  const asked = { requestId: 'request-1', entryIds: ['entry-1'], reason: 'Sans nouvelles' }
  const release = (entry: Partial<Entry>, args: Partial<typeof asked> = {}, at = MONDAY, paid = 0) => {
    const facts = { entries: [anEntry({ ...held, ...entry })], allocated: new Map([['entry-1', paid]]) }
    return decideRelease({ ...asked, ...args }, facts, { ...now, at })
  }

  test('is released once the deadline is over, to the instant', () => {
    expect(release({}, {}, '2026-11-20T23:00:00.000Z')).toMatchObject({
      ok: true,
      writes: [{ value: { status: 'lapsed' } }],
    })
    expect(release({}, {}, '2026-11-20T22:59:59.999Z')).toEqual({
      ok: false,
      refusal: { code: 'deadline-not-over', detail: { entryId: 'entry-1', deadlineAt: held.deadlineAt } },
    })
  })

  test('is not released once it is paid, to the cent', () => {
    expect(release({}, {}, MONDAY, 4999)).toMatchObject({ ok: true })
    expect(release({}, {}, MONDAY, 5000)).toEqual({
      ok: false,
      refusal: { code: 'entry-already-paid', detail: { entryId: 'entry-1', due: 0, currency: 'EUR' } },
    })
  })

  test.each([
    ['no reason', {}, { reason: ' ' }, 'not-valid'],
    ['an entry of another request', { requestId: 'other' }, {}, 'not-found'],
    ['one that is validated', { status: 'confirmed' }, {}, 'wrong-status'],
    ['one that still waits', { status: 'requested', deadlineAt: null }, {}, 'wrong-status'],
  ] as [string, Partial<Entry>, Partial<typeof asked>, string][])('is not released: %s', (_, entry, args, code) => {
    expect(release(entry, args)).toMatchObject({ ok: false, refusal: { code } })
  })
})
