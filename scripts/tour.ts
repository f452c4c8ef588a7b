/** `npm run tour`: a whole Monday morning by keyboard alone, without a display, through the real window (docs/tour.md). */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildDesktop } from './tools/build.ts'
import { findBrowser } from './tools/find-browser.ts'
import { findPoppler } from './tools/find-poppler.ts'
import { required } from './tools/found.ts'
import { tell } from './tour/tell.ts'

process.exitCode = await tour().then(
  (held) => (held ? 0 : 1),
  (error: unknown) => {
    console.error(error)
    return 1
  },
)

async function tour(): Promise<boolean> {
  process.env.PUPITRE_BROWSER = required(await findBrowser())
  const { pdftotext } = required(await findPoppler())
  // `--built`: by whoever tests it beside other windows, from under which a build would take the files.
  if (!process.argv.includes('--built') && !(await buildDesktop())) return false
  const data = mkdtempSync(path.join(tmpdir(), 'pupitre-tour-'))
  try {
    return await tell(data, pdftotext)
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}
