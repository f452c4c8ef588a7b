import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** How long fetching may take before the application starts in the machine's Chromium instead. */
const FETCH_LIMIT_MS = 10_000

/** Electron's program on this machine. */
export type ElectronRuntime = { path: string }

/**
 * The runtime the package `electron` has already fetched, or null. Never loads the package's own entry point, which would
 * start fetching, without a limit, when there is none.
 */
export function installedElectron(): ElectronRuntime | null {
  const folder = electronFolder()
  if (folder === null || !existsSync(path.join(folder, 'path.txt'))) return null
  const program = path.join(folder, 'dist', readFileSync(path.join(folder, 'path.txt'), 'utf8').trim())
  return existsSync(program) ? { path: program } : null
}

/** The runtime, fetched when it is not there yet and can be within 10 s; null otherwise. Leaves nothing running behind. */
export async function findElectron(): Promise<ElectronRuntime | null> {
  const here = installedElectron()
  if (here !== null) return here
  const folder = electronFolder()
  if (folder === null || !(await fetched(path.join(folder, 'install.js')))) return null
  return installedElectron()
}

function electronFolder(): string | null {
  try {
    return path.dirname(createRequire(import.meta.url).resolve('electron/package.json'))
  } catch {
    return null
  }
}

/** Runs the package's own installer, silently: that it cannot be fetched is an answer, not an incident. */
function fetched(installer: string): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  // Half a download is left in the temporary folder when the installer is stopped: it gets one of its own.
  const scratch = mkdtempSync(path.join(tmpdir(), 'pupitre-electron-'))
  const env = { ...process.env, TMPDIR: scratch, TEMP: scratch }
  const child = spawn(process.execPath, [installer], { stdio: 'ignore', env })
  const limit = setTimeout(() => child.kill('SIGKILL'), FETCH_LIMIT_MS)
  child.once('error', () => resolve(false))
  child.once('exit', (code) => resolve(code === 0))
  return promise.finally(() => {
    clearTimeout(limit)
    rmSync(scratch, { recursive: true, force: true })
  })
}
