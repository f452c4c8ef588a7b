import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'
import { DEPARTMENT_NAMES } from '../../text/pages/departments.ts'
import { findDepartments } from './find-departments.ts'

const found = (typed: string) => findDepartments(typed).map(({ value }) => value)

test.each([
  ['35', ['35']],
  ['2a', ['2A']],
  ['ille', ['35']],
  ['cote', ['21', '22']],
  ['35 – Ille-et-V', ['35']],
  ['polynesie', ['987']],
  ['97', ['971', '972', '973', '974', '975', '976', '977', '978']],
  ['zzz', []],
])('« %s » finds %o', (typed, expected) => {
  expect(found(typed)).toEqual(expected)
})

test('every département of the official list where somebody may live is there', () => {
  const file = createRequire(import.meta.url).resolve('@etalab/decoupage-administratif/data/departements.json')
  const official = JSON.parse(readFileSync(file, 'utf8')) as { code: string }[]
  // Lands without a permanent inhabitant.
  const desert = ['984', '989']
  expect(Object.keys(DEPARTMENT_NAMES).sort()).toEqual(
    official
      .map(({ code }) => code)
      .filter((code) => !desert.includes(code))
      .sort(),
  )
})
