import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { Plugin } from 'vite'
import { readGuide } from './guide.ts'

const NAME = 'virtual:guide'
// What begins with NUL no other plugin looks for on the disk.
const RESOLVED = `\0${NAME}`

/** Gives the window `virtual:guide`: the pages of the operator's guide, already HTML. A fault in a page stops the build. */
export function guidePlugin(folder: string): Plugin {
  return {
    name: 'guide',
    resolveId: (specifier) => (specifier === NAME ? RESOLVED : null),
    load(id) {
      if (id !== RESOLVED) return null
      for (const name of readdirSync(folder)) this.addWatchFile(path.join(folder, name))
      return `export const pages = ${JSON.stringify(readGuide(folder))}`
    },
  }
}
