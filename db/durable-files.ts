import { closeSync, fsyncSync, openSync, statSync } from 'node:fs'

/** Makes sure that a file's content, or a folder's list of names, is on the disk itself. */
export function syncFile(file: string): void {
  const isFolder = statSync(file).isDirectory()
  // Windows keeps its folders by itself, and does not let them be opened.
  if (isFolder && process.platform === 'win32') return
  const open = openSync(file, isFolder ? 'r' : 'r+')
  try {
    fsyncSync(open)
  } finally {
    closeSync(open)
  }
}
