import { describe, expect, test } from 'vitest'
import { sum, tallyPlaywright, tallyVitest } from './tally.ts'

const file = (status: string, tests: number) => ({ status, assertionResults: Array.from({ length: tests }) })

describe('a Vitest run', () => {
  const report = { numPassedTests: 3, numFailedTests: 0, testResults: [file('passed', 3)] }

  test('counts its tests', () => {
    expect(tallyVitest({ ...report, numFailedTests: 2 }, 1)).toEqual({ passed: 3, failed: 2 })
    expect(tallyVitest(report, 0)).toEqual({ passed: 3, failed: 0 })
  })

  test('counts a file that could not be loaded as one failure', () => {
    expect(tallyVitest({ ...report, testResults: [file('passed', 3), file('failed', 0)] }, 1)).toEqual({
      passed: 3,
      failed: 1,
    })
  })

  test('that ended badly is a failure even when every test passed, or when it wrote no report', () => {
    expect(tallyVitest(report, 1)).toEqual({ passed: 3, failed: 1 })
    expect(tallyVitest(null, 0)).toEqual({ passed: 0, failed: 1 })
  })
})

describe('a Playwright run', () => {
  const report = { stats: { expected: 4, unexpected: 0, flaky: 0 }, errors: [] }

  test('counts its tests, the flaky ones as failures', () => {
    expect(tallyPlaywright(report, 0)).toEqual({ passed: 4, failed: 0 })
    expect(tallyPlaywright({ ...report, stats: { expected: 4, unexpected: 1, flaky: 1 } }, 1)).toEqual({
      passed: 4,
      failed: 2,
    })
  })

  test('that ended badly is a failure', () => {
    expect(tallyPlaywright({ ...report, errors: [{}] }, 1)).toEqual({ passed: 4, failed: 1 })
    expect(tallyPlaywright(report, 1)).toEqual({ passed: 4, failed: 1 })
    expect(tallyPlaywright(null, 0)).toEqual({ passed: 0, failed: 1 })
  })
})

test('tallies add up', () => {
  expect(
    sum([
      { passed: 2, failed: 1 },
      { passed: 3, failed: 0 },
    ]),
  ).toEqual({ passed: 5, failed: 1 })
  expect(sum([])).toEqual({ passed: 0, failed: 0 })
})
