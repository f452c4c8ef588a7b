import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Whether packages can be installed here without asking anyone: root, on Debian itself (not Ubuntu: its Chromium is a snap). */
export function canInstallPackages(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0 && distribution() === 'debian'
}

/** The distribution's identifier in os-release (`debian`, `ubuntu`, `fedora`…), or null when there is none. */
export function distribution(): string | null {
  try {
    return /^ID="?([\w.-]+)"?$/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? null
  } catch {
    return null
  }
}

/**
 * Installs Debian packages without their recommendations and without a question. Gives null when done, or what apt-get
 * answered when it could not (no network, unknown package): the caller turns it into advice.
 */
export async function installPackages(names: readonly string[]): Promise<string | null> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' }
  const apt = (...args: string[]) =>
    run('apt-get', ['-q', '-y', '-o', 'DPkg::Lock::Timeout=300', ...args], { env, maxBuffer: 2 ** 26 })
  try {
    await apt('update')
    await apt('install', '--no-install-recommends', ...names)
    return null
  } catch (error) {
    const { stderr, message } = error as { stderr?: string; message: string }
    return (stderr?.trim() || message).split('\n').slice(-3).join(' ')
  }
}
