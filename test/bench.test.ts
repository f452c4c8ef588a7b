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

test('the benchmark of lists runs and prints what a page and a search cost', { timeout: 60_000 }, () => {
  const printed = bench('lists.ts', '--candidates', '400', '--repeats', '2')
  expect(printed).toMatch(/^400 candidates, \d+ requests of one session, \d+ entries; medians of 2$/m)
  expect(printed).toMatch(/^waiting, by name \(\d+\): first page: .* ms/m)
  expect(printed).toMatch(/^ {2}read again: .* ms/m)
  expect(printed).toMatch(/^search « martin » \(\d+\): .* bare FTS5 .* ratio \d+\.\d$/m)
})

test('the benchmark of papers runs and prints what convocations cost beside Chromium alone', {
  timeout: 120_000,
}, () => {
  const printed = bench('paper.ts', '--papers', '51', '--apart', '2', '--repeats', '1')
  expect(printed).toMatch(/^51 convocations, in one PDF: .* bare Chromium .* ratio \d+\.\d\d; memory \+\d+ MB$/m)
  expect(printed).toMatch(/^2 convocations, a PDF each: .* bare Chromium .* ratio \d+\.\d\d; memory \+\d+ MB$/m)
})
