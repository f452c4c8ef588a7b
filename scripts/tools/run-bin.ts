import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'

/** The project's folder. */
export const root = path.join(import.meta.dirname, '../..')

/**
 * Runs the command of an installed package with this very Node (the machine's own may be too old), its output going to
 * ours. Gives its exit code, 1 when a signal ended it. When we are stopped ourselves, stops it and throws.
 */
export function runBin(name: string, args: readonly string[], env: Record<string, string> = {}): Promise<number> {
  const folder = path.join(root, 'node_modules', name)
  const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    bin: string | Record<string, string>
  }
  const command = typeof bin === 'string' ? bin : (bin[path.basename(name)] ?? Object.values(bin)[0])
  return runNode([path.join(folder, command ?? ''), ...args], env)
}

/** Runs a script of the project the same way. */
export function runNode(args: readonly string[], env: Record<string, string> = {}): Promise<number> {
  const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })
  let stoppedBy: NodeJS.Signals | null = null
  const stop = (signal: NodeJS.Signals): void => {
    stoppedBy = signal
    child.kill(signal)
  }
  process.on('SIGINT', stop).on('SIGTERM', stop)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => {
      process.off('SIGINT', stop).off('SIGTERM', stop)
      if (stoppedBy) reject(new Error(`Interrompu (${stoppedBy}).`))
      else resolve(code ?? 1)
    })
  })
}
