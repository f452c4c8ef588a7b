import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Browser, chromium, type Page } from 'playwright'
import { deskEnvironment } from './desk-environment.ts'
import type { Desk, DeskOptions } from './open-desk.ts'

const HOST = path.join(import.meta.dirname, '../chromium-host/run.ts')
const START_LIMIT_MS = 30_000
const END_LIMIT_MS = 15_000

/**
 * Opens the desk in the Chromium host, a process of its own, and attaches to its window.
 * @param program another one to run there, which opens a window of its own at `app://pupitre/`
 */
export async function openInChromium(options: DeskOptions, program = HOST): Promise<Desk> {
  // Whatever the host and its browser leave in the temporary folder, even killed, goes with this one.
  const scratch = mkdtempSync(path.join(tmpdir(), 'pupitre-desk-'))
  const host = startHost(program, { ...deskEnvironment(options), PUPITRE_DEBUG_PORT: '0', TMPDIR: scratch })

  async function end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
    host.child.kill(signal)
    const code = await host.endWithin(END_LIMIT_MS)
    await remove(scratch)
    return code
  }

  try {
    const port = await host.debugPort()
    const attached = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
    return {
      page: await windowPage(attached),
      log: host.log,
      pid: host.pid,
      async close() {
        await attached.close()
        const code = await end('SIGTERM')
        if (code !== 0) throw new Error(`The desk ended with ${code}:\n${host.log.join('\n')}`)
      },
      async kill() {
        const pids = await browserPids(attached)
        host.child.kill('SIGKILL')
        for (const pid of pids) killOutright(pid)
        await attached.close()
        await end('SIGKILL')
      },
    }
  } catch (error) {
    await end('SIGKILL')
    throw new Error(`The desk did not start:\n${host.log.join('\n')}`, { cause: error })
  }
}

type Host = {
  child: ChildProcess
  pid: number
  log: string[]
  /** The port the browser listens on. Rejects when the host ends, or says none in time. */
  debugPort(): Promise<string>
  /** The exit code (null: killed by a signal); a host that does not end in time is killed. */
  endWithin(limitMs: number): Promise<number | null>
}

function startHost(program: string, env: Record<string, string>): Host {
  // The channel carries nothing: the host quits when it is cut, so that it never outlives a test that crashed.
  const child = spawn(process.execPath, [program], { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
  if (child.pid === undefined) throw new Error(`${process.execPath} could not be started`)
  const log: string[] = []
  const port = Promise.withResolvers<string>()
  // Whoever starts the host awaits it later, or never if something else failed first.
  port.promise.catch(() => undefined)
  const ended = Promise.withResolvers<number | null>()
  for (const stream of [child.stdout, child.stderr]) if (stream !== null) createInterface(stream).on('line', read)

  function read(line: string): void {
    log.push(line)
    const found = /^\[chromium-host\] debug port (\d+)$/.exec(line)?.[1]
    if (found !== undefined) port.resolve(found)
  }

  // 'close' and not 'exit': what it wrote last must be in the log.
  child.once('close', (code) => {
    port.reject(new Error(`the host ended with ${code}`))
    ended.resolve(code)
  })

  return {
    child,
    pid: child.pid,
    log,
    debugPort: () => within(START_LIMIT_MS, port.promise, () => port.reject(new Error('no browser in time'))),
    endWithin: (limitMs) => within(limitMs, ended.promise, () => child.kill('SIGKILL')),
  }
}

async function within<T>(limitMs: number, work: Promise<T>, whenLate: () => void): Promise<T> {
  const timer = setTimeout(whenLate, limitMs)
  return work.finally(() => clearTimeout(timer))
}

async function windowPage(browser: Browser): Promise<Page> {
  const deadline = performance.now() + START_LIMIT_MS
  while (performance.now() < deadline) {
    const pages = browser.contexts().flatMap((context) => context.pages())
    const page = pages.find((candidate) => candidate.url().startsWith('https://pupitre.app.invalid/'))
    if (page !== undefined) return page
    if (!browser.isConnected()) break
    await sleep(50)
  }
  throw new Error('no window in time')
}

/** The browser's own processes: it would notice by itself that its host is gone, but only after writing things down. */
async function browserPids(browser: Browser): Promise<number[]> {
  const cdp = await browser.newBrowserCDPSession()
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo')
  return processInfo.map(({ id }) => id)
}

function killOutright(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It went with its parent.
  }
}

/** Removes a folder, again while a browser on its way out still writes into it. */
async function remove(folder: string): Promise<void> {
  for (let left = 25; left > 0; left -= 1) {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    await sleep(100)
    if (!existsSync(folder)) return
  }
}
