import { defineConfig } from 'playwright/test'

/** End-to-end tests start the application themselves (test/helpers): no browser of Playwright's own is downloaded. */
export default defineConfig({
  testDir: 'test/e2e',
  tsconfig: './tsconfig.playwright.json',
  outputDir: 'out/e2e',
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: 'out/playwright.json' }]],
})
