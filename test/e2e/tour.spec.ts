import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'playwright/test'

test('the tour holds from the first key to the last proof', async () => {
  test.setTimeout(240_000)
  const root = path.join(import.meta.dirname, '../..')
  const { stdout } = await promisify(execFile)(process.execPath, ['scripts/tour.ts', '--built'], { cwd: root })
  expect(stdout).toContain('Tout a tenu.')
})
