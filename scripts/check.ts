/** `npm run check`: everything that can be judged without running the application. All of it runs, whatever fails. */
import { runBin, runNode } from './tools/run-bin.ts'

const checks: [title: string, run: () => Promise<number>][] = [
  ['Format et lint', () => runBin('@biomejs/biome', ['check', '--error-on-warnings'])],
  ['Types', () => runBin('typescript', ['-b'])],
  ['Architecture', () => runBin('vitest', ['run', 'test/architecture.test.ts', '--reporter=dot'])],
  ['Contrat OpenAPI à jour', () => runNode(['scripts/openapi.ts', '--check'])],
  ['Code inutilisé', () => runBin('knip', [])],
]

const failed: string[] = []
for (const [title, run] of checks) {
  console.log(`▸ ${title}`)
  if ((await run()) !== 0) failed.push(title)
}
console.log(failed.length === 0 ? 'Tout est en ordre.' : `À corriger : ${failed.join(', ')}.`)
process.exitCode = failed.length === 0 ? 0 : 1
