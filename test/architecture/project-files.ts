import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { SourceFile } from './source-file.ts'
import { rooms, toolRooms } from './table.ts'

/** Reads every hand-written file of the rooms under `root` (code, styles, pages, SQL), and the configuration beside them. */
export function readProject(root: string): SourceFile[] {
  const folders = [...Object.keys(rooms), ...toolRooms].join(',')
  return globSync([`{${folders}}/**/*.{ts,tsx,js,mjs,cjs,css,html,sql}`, '*.{ts,js,mjs,cjs}'], { cwd: root })
    .map((file) => file.split(path.sep).join('/'))
    .sort()
    .map((file) => ({ path: file, text: readFileSync(path.join(root, file), 'utf8') }))
}
