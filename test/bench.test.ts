import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { expect, test } from 'vitest'

test('the benchmark runs and prints its ratio', () => {
  const args = [path.join(import.meta.dirname, 'bench/command.ts'), '--runs', '10', '--entries', '100']
  expect(execFileSync(process.execPath, args, { encoding: 'utf8' })).toMatch(
    /^100 entries: .* ratio \d+\.\d\d \(medians of 10;/,
  )
})
