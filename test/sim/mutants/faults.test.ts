import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { faults } from './faults.ts'
import { planted } from './plant.ts'

const root = path.join(import.meta.dirname, '../../..')

test.each(faults)('« $name » still finds its place in $file', (fault) => {
  const text = readFileSync(path.join(root, fault.file), 'utf8')
  expect(planted(fault, text)).not.toBe(text)
})
