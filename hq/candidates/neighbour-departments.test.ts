import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { NEIGHBOURED, neighboursOf } from './neighbour-departments.ts'

const file = createRequire(import.meta.url).resolve('@etalab/decoupage-administratif/data/departements.json')
const published = JSON.parse(readFileSync(file, 'utf8')) as { code: string; zone: string }[]

test('every département of the mainland and Corsica is there, and no other', () => {
  const mainland = published.filter(({ zone }) => zone === 'metro').map(({ code }) => code)
  expect(NEIGHBOURED.toSorted()).toEqual(mainland.toSorted())
})

test('neighbours are each other’s', () => {
  for (const department of NEIGHBOURED) {
    expect(neighboursOf(department)).not.toContain(department)
    for (const neighbour of neighboursOf(department)) expect(neighboursOf(neighbour), neighbour).toContain(department)
  }
})

test('some that everybody knows; overseas and elsewhere there is none', () => {
  expect(neighboursOf('35')).toEqual(['22', '44', '49', '50', '53', '56'])
  expect(neighboursOf('75')).toEqual(['92', '93', '94'])
  for (const none of ['974', '987', '99', '', '__proto__', 'toString']) expect(neighboursOf(none)).toEqual([])
})
