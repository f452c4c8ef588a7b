import { describe, expect, test } from 'vitest'
import { aCandidate, MONDAY } from '../../test/helpers/rows.ts'
import { CorrectCandidateArgs, IdentityChanges } from '../shapes/commands/correct-candidate.ts'
import { decideCorrectCandidate, IDENTITY_FIELDS, isPossible } from './correct-candidate.ts'

const now = { at: MONDAY, operatorName: 'Anne', role: 'secretary' as const }
const candidate = aCandidate({ usageName: null })
const asked = {
  requestId: 'request-1',
  candidateId: 'candidate-1',
  changes: { birthName: { from: 'TERIITAHI', to: 'TERIITAHI MAHUTA' } },
  proof: 'identity-card',
  proofText: null,
}

function correct(changes: object, known: typeof candidate | null = candidate) {
  return decideCorrectCandidate(CorrectCandidateArgs.parse({ ...asked, ...changes }), { candidate: known }, now)
}

describe('what the form takes is what the command takes', () => {
  test('field by field', () => {
    expect(IDENTITY_FIELDS).toEqual(Object.keys(IdentityChanges.shape))
  })

  test.each([
    ['birthName', 'TERIITAHI', true],
    ['birthName', '', false],
    ['birthName', 'x'.repeat(61), false],
    ['birthName', null, false],
    ['usageName', null, true],
    ['usageName', '2 rue', false],
    ['firstNames', 'Hinano Vaitiare', true],
    ['firstNames', '1234', false],
    ['sex', 'M', true],
    ['sex', 'X', false],
    ['sex', null, false],
    ['bornOn', '2000-02-29', true],
    ['bornOn', '1998-02-30', false],
    ['bornOn', '30/05/1998', false],
    ['bornOn', null, false],
    ['birthPlace', 'Papeete 98714', true],
    ['birthPlace', ' ', false],
    ['birthPlace', 'x'.repeat(200), true],
    ['birthPlace', 'x'.repeat(201), false],
    ['birthCountry', null, false],
  ] as const)('%s: %j, %s', (field, to, may) => {
    const taken = IdentityChanges.shape[field].safeParse({ from: candidate[field], to }).success
    expect([isPossible(field, to), taken]).toEqual([may, may])
  })
})

describe('a correction of who somebody is', () => {
  test('changes the fields named and nothing else', () => {
    const changes = {
      birthName: { from: 'TERIITAHI', to: ' Teriitahi Mahuta ' },
      usageName: { from: null, to: 'MAHUTA' },
      bornOn: { from: '1998-05-30', to: '1989-05-30' },
    }
    expect(correct({ changes })).toEqual({
      ok: true,
      writes: [
        {
          entity: 'candidate',
          value: { ...candidate, birthName: 'Teriitahi Mahuta', usageName: 'MAHUTA', bornOn: '1989-05-30' },
        },
      ],
    })
  })

  test('may take a usage name away', () => {
    const married = aCandidate({ usageName: 'MAHUTA' })
    expect(correct({ changes: { usageName: { from: 'MAHUTA', to: null } } }, married)).toMatchObject({
      writes: [{ value: { usageName: null } }],
    })
  })

  test.each([
    [
      'a value that was corrected meanwhile',
      { changes: { sex: { from: 'M', to: 'F' } } },
      { code: 'value-changed', detail: { field: 'sex' } },
    ],
    [
      'a value that stays',
      { changes: { sex: { from: 'F', to: 'F' } } },
      { code: 'not-valid', detail: { field: 'sex' } },
    ],
    ['nothing', { changes: {} }, { code: 'not-valid', detail: { field: 'changes' } }],
    [
      'a birth after today',
      { changes: { bornOn: { from: '1998-05-30', to: '2026-11-24' } } },
      { code: 'not-valid', detail: { field: 'bornOn' } },
    ],
    [
      'a birth in another age',
      { changes: { bornOn: { from: '1998-05-30', to: '1899-12-31' } } },
      { code: 'not-valid' },
    ],
    [
      'another proof that is not named',
      { proof: 'other', proofText: ' ' },
      { code: 'not-valid', detail: { field: 'proofText' } },
    ],
  ])('is refused: %s', (_, changes, refusal) => {
    expect(correct(changes)).toMatchObject({ ok: false, refusal })
  })

  test('is refused for somebody whom the centre does not know', () => {
    expect(correct({}, null)).toEqual({ ok: false, refusal: { code: 'not-found' } })
  })

  test.each([
    ['a name of digits', { birthName: { from: 'TERIITAHI', to: '1234' } }],
    ['an empty first name', { firstNames: { from: 'Hinano Vaitiare', to: ' ' } }],
    ['a day that does not exist', { bornOn: { from: '1998-05-30', to: '1998-02-30' } }],
    ['an empty place', { birthPlace: { from: 'Papeete', to: '' } }],
  ])('is not even read: %s', (_, changes) => {
    expect(CorrectCandidateArgs.safeParse({ ...asked, changes }).success).toBe(false)
  })

  test('reaches names and birth, and no address or number', () => {
    expect(IDENTITY_FIELDS).toEqual([
      'birthName',
      'usageName',
      'firstNames',
      'sex',
      'bornOn',
      'birthPlace',
      'birthCountry',
    ])
    const email = { from: candidate.email, to: 'other@example.org' }
    expect(correct({ changes: { ...asked.changes, email } })).toMatchObject({
      writes: [{ value: { email: candidate.email } }],
    })
  })
})
