import path from 'node:path'
import { createInterface } from 'node:readline'
import { _electron } from 'playwright'
import { deskEnvironment } from './desk-environment.ts'
import type { Desk, DeskOptions } from './open-desk.ts'

const ROOT = path.join(import.meta.dirname, '../..')

/** Opens the desk in Electron itself. */
export async function openInElectron(executablePath: string, options: DeskOptions): Promise<Desk> {
  // Chromium's sandbox does not start as root.
  const args = process.getuid?.() === 0 ? ['--no-sandbox', ROOT] : [ROOT]
  const electron = await _electron.launch({ executablePath, args, env: deskEnvironment(options) })
  const child = electron.process()
  const ended = Promise.withResolvers<number | null>()
  child.once('exit', (code) => ended.resolve(code))
  const log: string[] = []
  for (const stream of [child.stdout, child.stderr])
    if (stream !== null) createInterface(stream).on('line', (line) => log.push(line))

  return {
    page: await electron.firstWindow(),
    log,
    pid: child.pid ?? 0,
    async close() {
      await electron.close()
      const code = await ended.promise
      if (code !== 0) throw new Error(`The desk ended with ${code}:\n${log.join('\n')}`)
    },
    async kill() {
      child.kill('SIGKILL')
      await ended.promise
    },
  }
}
