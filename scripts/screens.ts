/**
 * `npm run screens`: pictures in `out/screens/` of every screen of the desk (empty, ordinary, two thousand requests; light and dark, 1366×768
 * and 1920×1080, high contrast, zoomed), every candidates' page and every page of HQ's staff. Fails on any finding of axe, and on a main
 * screen that no longer looks as it did, unless `--keep-references` says that it is meant.
 */
import { globSync, mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { build } from './tools/build.ts'
import { findBrowser } from './tools/find-browser.ts'
import { required } from './tools/found.ts'
import { root, runBin } from './tools/run-bin.ts'

const folder = path.join(root, 'out/screens')

process.exitCode = await take().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  return 1
})

async function take(): Promise<number> {
  const env = {
    PUPITRE_BROWSER: required(await findBrowser()),
    PUPITRE_SCREENS: folder,
    ...(process.argv.includes('--keep-references') && { PUPITRE_KEEP_REFERENCES: 'yes' }),
  }
  if (!(await build())) return 1
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  // The tests that go through every screen are the ones that know the way.
  const exitCode = await runBin(
    'playwright',
    ['test', '-g', 'no screen breaks|nothing is lost|two thousand|where the request stands|HQ’s staff settle'],
    env,
  )
  console.log(`${globSync('*.png', { cwd: folder }).length} images dans out/screens/`)
  return exitCode
}
