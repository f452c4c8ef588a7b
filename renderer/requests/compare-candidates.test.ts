import { expect, it } from 'vitest'
import { compareCandidates } from './compare-candidates.ts'

const named = (name: string, firstNames: string, usageName: string | null = null) => ({
  birthName: name,
  usageName,
  firstNames,
})

it('sorts by family name first, whatever the first names', () => {
  const people = [
    named('MARTINEZ', 'Alice'),
    named('ÉTIENNE', 'Zoé'),
    named('ZOLA', 'Anne', 'FABRE'),
    named('MARTIN', 'Zoé'),
    named('MARTIN', 'Éloïse'),
    named('MARTIN', 'Fanny'),
  ]
  expect(people.toSorted(compareCandidates).map(({ birthName, firstNames }) => `${birthName} ${firstNames}`)).toEqual([
    'ÉTIENNE Zoé',
    'ZOLA Anne',
    'MARTIN Éloïse',
    'MARTIN Fanny',
    'MARTIN Zoé',
    'MARTINEZ Alice',
  ])
})
