import { describe, expect, test } from 'vitest'
import { aCandidate } from '../../test/helpers/rows.ts'
import { ACTS } from '../../text/screens/request-acts.ts'
import { asTyped, readIdentity } from './identity-form.ts'

const seen = aCandidate()

describe('the form of who somebody is', () => {
  test('asks for what was changed, with the value that was on the screen', () => {
    const typed = { birthName: ' TERIITAHI ', usageName: '', firstNames: 'Hinano', bornOn: '30.5.1989', sex: 'M' }
    expect(readIdentity(seen, typed)).toEqual({
      changes: {
        usageName: { from: 'TERIITAHI-MAHUTA', to: null },
        firstNames: { from: 'Hinano Vaitiare', to: 'Hinano' },
        bornOn: { from: '1998-05-30', to: '1989-05-30' },
        sex: { from: 'F', to: 'M' },
      },
      errors: {},
    })
  })

  test('asks for nothing when what was typed is what there was', () => {
    expect(readIdentity(seen, { bornOn: '30/5/1998', birthName: 'TERIITAHI' })).toEqual({ changes: {}, errors: {} })
    expect(readIdentity(aCandidate({ usageName: null }), { usageName: ' ' }).changes).toEqual({})
    expect(asTyped(seen, 'bornOn')).toBe('30/05/1998')
  })

  test.each([
    ['birthName', '', ACTS.notAName],
    ['birthName', 'x'.repeat(61), ACTS.notAName],
    ['usageName', 'MART1N', ACTS.notAName],
    ['firstNames', '1234', ACTS.notAName],
    ['sex', 'X', ACTS.notAName],
    ['bornOn', '30/02/1998', ACTS.notADate],
    ['bornOn', '30/05/98', ACTS.notADate],
    ['bornOn', '30', ACTS.notADate],
    ['birthPlace', ' ', ACTS.notPossible],
    ['birthPlace', 'x'.repeat(201), ACTS.notPossible],
    ['birthCountry', '', ACTS.notPossible],
  ] as const)('says beside the field what is wrong: %s « %s »', (field, text, said) => {
    const { changes, errors } = readIdentity(seen, { [field]: text })
    expect(changes).toEqual({})
    expect(errors).toEqual({ [field]: said })
  })
})
