import { accessSync, constants, statSync } from 'node:fs'
import path from 'node:path'

/** Gives the first of these programs found in the folders of PATH (`.exe` added on Windows), as an absolute path; or null. */
export function findOnPath(names: readonly string[]): string | null {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => path.isAbsolute(folder))
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const candidates = names.flatMap((name) => folders.map((folder) => path.join(folder, name + suffix)))
  return candidates.find(isProgram) ?? null
}

/** Whether this path is a file that can be run. */
export function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}
