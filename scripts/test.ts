/** `npm test`: finds or installs the tools, builds, runs every test, and ends with the line « N passed, N failed ». */
import { randomUUID } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build } from './tools/build.ts'
import { findBrowser } from './tools/find-browser.ts'
import { findCups } from './tools/find-cups.ts'
import { findPoppler } from './tools/find-poppler.ts'
import { findPostgres } from './tools/find-postgres.ts'
import { findQpdf } from './tools/find-qpdf.ts'
import { required } from './tools/found.ts'
import { sweepLeftovers } from './tools/leftovers.ts'
import { root, runBin, runNode } from './tools/run-bin.ts'
import { sum, type Tally, tallyPlaywright, tallyVitest } from './tools/tally.ts'

const mark = randomUUID()
const vitestReport = path.join(root, 'out/vitest.json')
const playwrightReport = path.join(root, 'out/playwright.json')

type Proof = { title: string; args: string[] }

/** Proofs that anyone may run for longer: `npm run sim`, `npm run sim:mutants`, `npm run kills`. */
const proofs: readonly Proof[] = [
  { title: 'Simulateur', args: ['test/sim/run.ts', '--seeds', '16'] },
  { title: 'Fautes plantées', args: ['test/sim/mutants/run.ts', '--every', '12'] },
  { title: 'Arrêts brutaux', args: ['test/kills/run.ts', '--times', '6'] },
]

mkdirSync(path.join(root, 'out'), { recursive: true })

const tallies: Tally[] = []
try {
  await runAll()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  tallies.push({ passed: 0, failed: 1 })
}

const left = await sweepLeftovers('PUPITRE_TEST_RUN', mark, 10_000)
for (const { pid, command } of left) {
  console.error(`Processus oublié par les tests, arrêté : ${pid} ${command.slice(0, 160)}`)
  tallies.push({ passed: 0, failed: 1 })
}

const { passed, failed } = sum(tallies)
const line = `${passed} passed, ${failed} failed`
writeFileSync(path.join(root, 'out/tally.txt'), `${line}\n`)
console.log(line)
process.exitCode = failed === 0 ? 0 : 1

async function runAll(): Promise<void> {
  for (const report of [vitestReport, playwrightReport]) rmSync(report, { force: true })

  const env = {
    PUPITRE_BROWSER: required(await findBrowser()),
    PUPITRE_POSTGRES: required(await findPostgres()).bin,
    PUPITRE_TEST_RUN: mark,
    // Every HQ and every desk of the tests is a process that reads the same sources: compiled once.
    NODE_COMPILE_CACHE: path.join(root, 'out/compiled'),
  }
  required(await findPoppler())
  required(await findQpdf())
  required(await findCups())

  if (!(await build())) throw new Error('L’application ou les pages du siège ne se construisent pas.')

  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`]
  tallies.push(tallyVitest(...(await run('vitest', ['run', ...reporters], env, vitestReport))))

  for (const proof of proofs) tallies.push(await prove(proof, env))

  if (globSync('test/e2e/**/*.{spec,test}.ts', { cwd: root }).length === 0) return
  tallies.push(tallyPlaywright(...(await run('playwright', ['test'], env, playwrightReport))))
}

/** One test: its closing line says what was seen, its exit code whether it holds. */
async function prove({ title, args }: Proof, env: Record<string, string>): Promise<Tally> {
  console.log(`▸ ${title}`)
  return (await runNode(args, env)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/** Runs one runner; gives the report it wrote (null when it wrote none) and its exit code. */
async function run(
  name: string,
  args: string[],
  env: Record<string, string>,
  report: string,
): Promise<[unknown, number]> {
  const exitCode = await runBin(name, args, env)
  return [existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null, exitCode]
}
