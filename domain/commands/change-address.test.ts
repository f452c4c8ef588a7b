import { describe, expect, test } from 'vitest'
import { aCandidate, MONDAY } from '../../test/helpers/rows.ts'
import { ChangeAddressArgs } from '../shapes/commands/change-address.ts'
import { type ChangeAddressArgs as Args, addressChangesAt, decideChangeAddress } from './change-address.ts'

const candidate = aCandidate()
const asked: Args = {
  requestId: 'request-1',
  candidateId: 'candidate-1',
  from: 'hinano@example.org',
  email: 'mahuta@example.org',
  proof: 'identity-card',
  proofText: null,
}
const facts = { candidate, usedByAnother: false }

function change(args: Partial<Args> = {}, more: Partial<typeof facts> = {}) {
  return decideChangeAddress(ChangeAddressArgs.parse({ ...asked, ...args }), { ...facts, ...more })
}

describe('another mail address', () => {
  test('is announced, without knowing from when; until then nothing else changes', () => {
    expect(change({ email: ' Mahuta@example.org ' })).toEqual({
      ok: true,
      writes: [
        {
          entity: 'candidate',
          value: { ...candidate, emailNext: 'Mahuta@example.org', emailChangesAt: null },
        },
      ],
    })
  })

  test('takes the place of one that is under way, and all begins again', () => {
    const changing = aCandidate({ emailNext: 'wrong@example.org', emailChangesAt: '2026-11-23T09:00:00.000Z' })
    expect(change({}, { candidate: changing })).toMatchObject({
      writes: [{ value: { emailNext: 'mahuta@example.org', emailChangesAt: null } }],
    })
  })

  test.each<[string, Partial<Args>, object]>([
    ['the address that they have', { email: 'hinano@example.org' }, { code: 'not-valid', detail: { field: 'email' } }],
    ['the same in capitals', { email: 'HINANO@Example.org' }, { code: 'not-valid', detail: { field: 'email' } }],
    [
      'another address on the screen',
      { from: 'old@example.org' },
      { code: 'value-changed', detail: { field: 'email' } },
    ],
    [
      'another proof that is not named',
      { proof: 'other', proofText: ' ' },
      { code: 'not-valid', detail: { field: 'proofText' } },
    ],
  ])('is refused: %s', (_, args, refusal) => {
    expect(change(args)).toEqual({ ok: false, refusal })
  })

  test('is refused when another account has it, without a word of whose', () => {
    expect(change({}, { usedByAnother: true })).toEqual({ ok: false, refusal: { code: 'address-taken' } })
  })

  test('is refused for somebody whom the centre does not know', () => {
    expect(decideChangeAddress(asked, { candidate: null, usedByAnother: true })).toEqual({
      ok: false,
      refusal: { code: 'not-found' },
    })
  })

  test.each(['', 'hinano', 'a@b', 'a b@example.org', 'a@example.org\nBcc: b@example.org', `${'a'.repeat(200)}@x.org`])(
    'is not even read: %j',
    (email) => {
      expect(ChangeAddressArgs.safeParse({ ...asked, email }).success).toBe(false)
    },
  )
})

describe('from when the new address serves', () => {
  test.each([
    ['24 hours after the old one was told', MONDAY, '2026-11-23T10:00:00.000Z', '2026-11-24T08:41:00.000Z'],
    ['when it is proved, if that is later', MONDAY, '2026-11-24T08:41:00.001Z', '2026-11-24T08:41:00.001Z'],
    ['nobody knows before it is proved', MONDAY, null, null],
    ['nobody knows before the old one is told', null, MONDAY, null],
  ])('%s', (_, toldAt, provedAt, changesAt) => {
    expect(addressChangesAt({ toldAt, provedAt })).toBe(changesAt)
  })
})
