import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { expect, test } from 'vitest'

function bench(script: string, ...args: string[]): string {
  return execFileSync(process.execPath, [path.join(import.meta.dirname, 'bench', script), ...args], {
    encoding: 'utf8',
  })
}

test('the benchmark of a command runs and prints its ratio', { timeout: 60_000 }, () => {
  expect(bench('command.ts', '--runs', '10', '--entries', '100')).toMatch(
    /^100 entries: .* ratio \d+\.\d\d \(medians of 10;/,
  )
})

test('the benchmark of exchanges runs and prints what it is about', { timeout: 60_000 }, () => {
  const size = ['--rows', '1500', '--pending', '10', '--changes', '50', '--repeats', '1', '--hold', '1']
  const printed = bench('sync.ts', ...size)
  expect(printed).toMatch(/^HQ on pglite: 2 pages, \d\.\d MB of JSON in/m)
  // More than asked for: the PC itself, which enrolled, and the candidates of the session under way, who are told twice.
  expect(printed).toMatch(/^first sync of 15\d\d rows: .* ratio \d+\.\d\d \(medians of 1\)$/m)
  expect(printed).toMatch(/^whole backend, .* memory \d+ MB at most/m)
  expect(printed).toMatch(/^rebase of 10 pending over 50 changes: .* ratio \d+\.\d\d \(5 doubtful; medians of 1\)$/m)
  expect(printed).toMatch(/^idle hour of a PC, requests held \d\.\d s: .* \d for one PC, \d for 5$/m)
})
