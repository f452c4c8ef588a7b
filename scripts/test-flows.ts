/**
 * `npm run test:flows`: centres and HQ told as stories, on the embedded database; `-- --postgres`: on a PostgreSQL cluster of their own;
 * `-- --url <address> --code <enrolment code>`: the contract alone, against any HQ. Ends with the line « N passed, N failed ».
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { findPostgres } from './tools/find-postgres.ts'
import { required } from './tools/found.ts'
import { root, runBin } from './tools/run-bin.ts'
import { tallyVitest } from './tools/tally.ts'

const report = path.join(root, 'out/flows.json')
const CONFORMANCE = 'test/flows/conformance.test.ts'

process.exitCode = await run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  return 2
})

async function run(): Promise<number> {
  const { values } = parseArgs({
    options: { postgres: { type: 'boolean', default: false }, url: { type: 'string' }, code: { type: 'string' } },
  })
  const { postgres, url, code } = values
  if ((url === undefined) !== (code === undefined) || (url !== undefined && postgres))
    throw new Error(
      'Usage : npm run test:flows [-- --postgres | -- --url <adresse du siège> --code <code d’enrôlement neuf>]',
    )
  mkdirSync(path.dirname(report), { recursive: true })
  rmSync(report, { force: true })
  const what = url === undefined ? ['test/flows'] : [CONFORMANCE]
  const env =
    url === undefined || code === undefined
      ? { ...(postgres ? { PUPITRE_POSTGRES: required(await findPostgres()).bin } : {}) }
      : { PUPITRE_TEST_HQ_URL: new URL(url).origin, PUPITRE_TEST_HQ_CODE: code }
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const project = postgres ? 'flows-postgresql' : 'flows'
  const exitCode = await runBin('vitest', ['run', '--project', project, ...reporters, ...what], env)
  const { passed, failed } = tallyVitest(existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null, exitCode)
  console.log(`${passed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
}
