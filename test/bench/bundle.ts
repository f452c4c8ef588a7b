import { mkdirSync, mkdtempSync } from 'node:fs'
import { builtinModules } from 'node:module'
import path from 'node:path'
import { build } from 'vite'

const root = path.join(import.meta.dirname, '../..')

/**
 * A script as one program of plain JavaScript, as the application ships: a process that reads TypeScript needs some fifty megabytes more.
 * @returns the folder of `index.js`, inside the project, from which what is not bundled is found; the caller's to remove
 */
export async function bundle(script: string): Promise<string> {
  mkdirSync(path.join(root, '.tsbuild'), { recursive: true })
  const folder = mkdtempSync(path.join(root, '.tsbuild/bench-'))
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: script,
      outDir: folder,
      target: 'node24',
      minify: false,
      rolldownOptions: {
        external: ['better-sqlite3', ...builtinModules, /^node:/],
        output: { entryFileNames: 'index.js' },
      },
    },
    ssr: { noExternal: true },
  })
  return folder
}
