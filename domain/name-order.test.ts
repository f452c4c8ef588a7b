import { expect, test } from 'vitest'
import { nameKey, numberKey } from './name-order.ts'

const named = (birthName: string, firstNames: string, usageName: string | null = null) => ({
  ...{ birthName, usageName, firstNames },
})
const byKey =
  <T>(keyOf: (one: T) => string) =>
  (a: T, b: T) =>
    keyOf(a) < keyOf(b) ? -1 : 1

test('people are listed by family name, word by word, then by first names', () => {
  const people = [
    named('MARTINEZ', 'Alice'),
    named('ÉTIENNE', 'Zoé'),
    named('ZOLA', 'Anne', 'FABRE'),
    named('MARTIN', 'Zoé'),
    named('LEA', 'Ana'),
    named('MARTIN', 'Éloïse'),
    named('de LA BARRE d’ESTAING', 'Jean'),
    named('LE GOFF', 'Yves'),
    named('MARTIN', 'Fanny'),
    named('DE SOUSA', 'Maria'),
    named('d’ORMESSON', 'Zoé'),
    named('MARTIN-DUVAL', 'Ana'),
  ]
  expect(people.toSorted(byKey(nameKey)).map(({ birthName, firstNames }) => `${birthName} ${firstNames}`)).toEqual([
    'DE SOUSA Maria',
    'ÉTIENNE Zoé',
    'ZOLA Anne',
    'de LA BARRE d’ESTAING Jean',
    'LE GOFF Yves',
    'LEA Ana',
    'MARTIN Éloïse',
    'MARTIN Fanny',
    'MARTIN Zoé',
    'MARTIN-DUVAL Ana',
    'MARTINEZ Alice',
    'd’ORMESSON Zoé',
  ])
})

test('numbers of candidates are listed as numbers', () => {
  expect(['CA10482', 'CA9', 'CA100'].toSorted(byKey(numberKey))).toEqual(['CA9', 'CA100', 'CA10482'])
})
