import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aCandidate } from '../test/helpers/rows.ts'
import { plainText } from './plain-text.ts'
import { matchesRecord, reasonOf, searchRecord } from './search-record.ts'
import { readTypedSearch } from './typed-search.ts'

const estaing = searchRecord(
  aCandidate({
    ...{ birthName: 'LEFÈVRE', usageName: 'LA BARRE d’ESTAING', firstNames: 'Anne-Cécile', nuc: 'CA10482' },
    ...{ phone: '06 12 34 56 78', email: 'anne.c35@exemple.fr', bornOn: '1998-03-12', town: 'Saint-Malo' },
  }),
  ['GRETA Est-Bretagne'],
)
const boulanger = searchRecord(
  aCandidate({ birthName: 'BOULANGER-LEFÈVRE', usageName: null, firstNames: 'Jean-Christophe', nuc: null }),
  [],
)

describe('a candidate is found by', () => {
  test.each([
    ['barre', 'name'],
    ['de la barre', 'name'],
    ['DE LA BARRE D’ESTAING', 'name'],
    ['d’estaing anne', 'name'],
    ['destaing', 'name'],
    ['labarre', 'name'],
    ['cecile lefev', 'name'],
    ['anne cec', 'name'],
    ['ca104', 'nuc'],
    ['CA 10482', 'nuc'],
    ['10482', 'nuc'],
    ['0482', 'nuc'],
    ['lefevre 10482', 'nuc'],
    ['06 12 34 56 78', 'phone'],
    ['06.12.34', 'phone'],
    ['345678', 'phone'],
    ['+33612345678', 'phone'],
    ['0033 6 12', 'phone'],
    ['+33 (0)6 12 34', 'phone'],
    ['lefevre 0612', 'phone'],
    ['c35@ex', 'email'],
    ['anne.c', 'name'],
    ['ne.c35', 'email'],
    ['@exemple.fr', 'email'],
    ['c35', 'email'],
    ['greta', 'organisation'],
    ['bretagne lefevre', 'organisation'],
    ['lefevre malo', 'town'],
    ['12/03/1998', 'birth'],
    ['12.3.98', 'birth'],
    ['12-03-1998', 'birth'],
    ['12 03 1998', 'birth'],
    ['estaing 12/3/1998', 'birth'],
    ['née le 12/03/1998', 'nothing'],
  ])('« %s »: %s', (typed, field) => {
    const search = readTypedSearch(typed)
    expect(matchesRecord(estaing, search) ? reasonOf(estaing, search).field : 'nothing').toBe(field)
  })
  test('« lefevre jean », the names the other way round, and parts of double ones', () => {
    for (const typed of ['lefevre jean', 'jean lefevre', 'christophe b', 'jeanchristophe', 'boulanger-lefèvre'])
      expect(matchesRecord(boulanger, readTypedSearch(typed)), typed).toBe(true)
  })
  test('a name in one word, typed in two', () => {
    const leblanc = searchRecord(aCandidate({ birthName: 'LEBLANC', usageName: null, firstNames: 'Zoé' }), [])
    expect(matchesRecord(leblanc, readTypedSearch('le blanc'))).toBe(true)
  })
})

describe('a candidate is not found by', () => {
  test.each([
    ...['arre', 'dupont', 'anne dupont', '9999', '+33 7 12 34', '0044 612', 'afpa', '13/03/1998', 'exemple', 'fr'],
    // Half of the centre would be.
    ...['saint', 'malo'],
    ...['', '*', '"', '@', '()', 'anne AND', 'barre OR', '%'],
  ])('« %s »', (typed) => {
    expect(matchesRecord(estaing, readTypedSearch(typed))).toBe(false)
  })
})

/** Halves of characters included. */
const anyText = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 80 })
  .map((codes) => String.fromCharCode(...codes))

test('anything may be typed, and is read alike whatever its case', () => {
  fc.assert(
    fc.property(anyText, (typed) => {
      const { words } = readTypedSearch(typed)
      expect(words.every((word) => /^[\p{L}\p{N}]+$/u.test(word))).toBe(true)
      expect(plainText(plainText(typed))).toBe(plainText(typed))
    }),
  )
})
