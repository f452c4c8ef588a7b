/** Tests passed and failed. */
export type Tally = { passed: number; failed: number }

type VitestReport = {
  numPassedTests: number
  numFailedTests: number
  testResults: { status: string; assertionResults: unknown[] }[]
}
type PlaywrightReport = { stats: { expected: number; unexpected: number; flaky: number }; errors: unknown[] }

/**
 * Counts a Vitest run from its JSON report (null when it wrote none) and its exit code. A file that could not be loaded
 * counts as one failure, and so does a run that ended badly with nothing else to show for it.
 */
export function tallyVitest(report: unknown, exitCode: number): Tally {
  if (report === null) return crashed
  const { numPassedTests, numFailedTests, testResults } = report as VitestReport
  const unloaded = testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length
  return atLeastOneFailure({ passed: numPassedTests, failed: numFailedTests + unloaded }, exitCode)
}

/** Counts a Playwright run likewise. A test that passed only on a second try has failed. */
export function tallyPlaywright(report: unknown, exitCode: number): Tally {
  if (report === null) return crashed
  const { stats, errors } = report as PlaywrightReport
  return atLeastOneFailure({ passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length }, exitCode)
}

/** Adds tallies up. */
export function sum(tallies: readonly Tally[]): Tally {
  return tallies.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed }), {
    passed: 0,
    failed: 0,
  })
}

const crashed: Tally = { passed: 0, failed: 1 }

function atLeastOneFailure(tally: Tally, exitCode: number): Tally {
  return exitCode !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally
}
