import { readFileSync, type Stats } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { describe, expect, test } from 'vitest'

type Configuration = { electronVersion?: string; files?: string[] } & Record<string, unknown>
type Config = {
  getConfig(folder: string, file: string | null): Promise<Configuration>
  validateConfiguration(config: Configuration, log: unknown): Promise<void>
}
type FileMatcher = { createFilter(): (file: string, stat: Pick<Stats, 'isDirectory'>) => boolean }
type FileMatchers = {
  getMainFileMatchers(from: string, to: string, expand: (text: string) => string, ...rest: unknown[]): FileMatcher[]
}

// electron-builder's own loader, schema and file filter: the ones that run when packaging.
const fromProject = createRequire(import.meta.url)
const fromBuilder = createRequire(fromProject.resolve('electron-builder/package.json'))
const { getConfig, validateConfiguration }: Config = fromBuilder('app-builder-lib/out/util/config/config.js')
const { getMainFileMatchers }: FileMatchers = fromBuilder('app-builder-lib/out/fileMatcher.js')
const { DebugLogger } = fromBuilder('builder-util')

const root = path.join(import.meta.dirname, '..')
const config = await getConfig(root, null)
const validate = (candidate: Configuration): Promise<void> => validateConfiguration(candidate, new DebugLogger(false))

describe("electron-builder's schema", () => {
  test('accepts electron-builder.yml', async () => {
    await expect(validate(config)).resolves.toBeUndefined()
  })

  test.each([
    ['a property it does not know', { ...config, asarr: true }, 'asarr'],
    ['a value of the wrong type', { ...config, nsis: { perMachine: 'no' } }, 'perMachine'],
  ])('refuses %s', async (_case, wrong, named) => {
    await expect(validate(wrong)).rejects.toThrow(named)
  })
})

test('packages the Electron of the lockfile', () => {
  const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'))
  expect(config.electronVersion).toBe(lock.packages['node_modules/electron'].version)
})

describe('of the project, the package', () => {
  const packager = { projectDir: root, buildResourcesDir: 'build', config, debugLogger: new DebugLogger(false) }
  const [matcher] = getMainFileMatchers(
    root,
    '/app',
    (text) => text,
    {},
    { info: packager },
    path.join(root, 'out'),
    false,
  )
  const isPackaged = (file: string): boolean | undefined =>
    matcher?.createFilter()(path.join(root, file), { isDirectory: () => false })

  test.each(['package.json', 'dist/main/index.js', 'dist/preload/index.cjs', 'dist/renderer/assets/index-a1.css'])(
    'holds %s',
    (file) => expect(isPackaged(file)).toBe(true),
  )

  test.each([
    'hq/server.ts',
    'test/architecture.test.ts',
    'scripts/chromium-host/electron.ts',
    'main/index.ts',
    'docs/glossary.md',
    'dist/main/index.js.map',
    'dist/hq/server.js',
    'out/tour/tour.json',
    '.pupitre/hq/data',
    '.env',
    'package-lock.json',
  ])('leaves out %s', (file) => expect(isPackaged(file)).toBe(false))
})
