import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { openapiDocument } from '../hq/openapi.ts'
import { root } from './tools/run-bin.ts'

/** Writes contract/openapi.json from the shapes; with `--check`, only says whether the committed one is still true. */

const file = path.join(root, 'contract/openapi.json')
const wanted = `${JSON.stringify(await openapiDocument(), null, 2)}\n`

if (!process.argv.includes('--check')) writeFileSync(file, wanted)
else if (read() !== wanted) {
  console.error(
    'contract/openapi.json no longer says what the shapes say: run `node scripts/openapi.ts` and commit it.',
  )
  process.exitCode = 1
}

function read(): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}
