import { fork } from 'node:child_process'
import { createInterface } from 'node:readline'

export type OwnProcess = {
  pid: number
  /** The first message it sent. */
  ready: Promise<unknown>
  /** Whether it has sent it and runs. */
  isReady(): boolean
  send(message: object): void
  onMessage(listener: (message: unknown) => void): void
  /** Resolves when it has ended, however it did. */
  gone: Promise<void>
  kill(): Promise<void>
  /** In order, as the system asks. */
  end(): Promise<void>
}

const LOG_KEPT = 200
const running = new Set<OwnProcess>()

/** What the processes wrote last, to be read when something is broken. */
export const lastLines: string[] = []

export type StartOptions = {
  env?: Record<string, string>
  /** A command that runs another within limits (`prlimit --fsize=…`), put before ours. */
  within?: readonly string[]
}

/** Starts a script of the project in a process of its own, which ends when this one does. */
export function startProcess(
  script: string,
  args: readonly string[],
  { env = {}, within = [] }: StartOptions = {},
): OwnProcess {
  const [execPath = process.execPath, ...execArgv] = [...within, process.execPath]
  const child = fork(script, args, {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, ...env },
    execPath,
    execArgv,
  })
  const name = `${script.split('/').at(-1)} ${child.pid}`
  for (const stream of [child.stdout, child.stderr])
    if (stream)
      createInterface(stream).on('line', (line) => {
        lastLines.push(`[${name}] ${line}`)
        if (lastLines.length > LOG_KEPT) lastLines.shift()
      })
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  let isReady = false
  const ready = new Promise<unknown>((resolve, reject) => {
    child.once('message', (message) => {
      isReady = true
      resolve(message)
    })
    child.once('exit', (code, signal) => reject(new Error(`${name} ended before it was ready (${signal ?? code})`)))
  })
  // A process killed while it starts is started again: whoever waits for it is told, nobody else need be.
  ready.catch(() => undefined)
  // Written to just as it dies: the answer will not come either, and that is what counts.
  child.on('error', () => undefined)
  const own: OwnProcess = {
    pid: child.pid ?? 0,
    ready,
    isReady: () => isReady && child.exitCode === null && child.signalCode === null,
    send: (message) => void (child.connected && child.send(message, () => undefined)),
    onMessage: (listener) => void child.on('message', listener),
    gone,
    async kill() {
      child.kill('SIGKILL')
      await gone
    },
    async end() {
      child.kill('SIGTERM')
      await gone
    },
  }
  running.add(own)
  child.once('exit', () => running.delete(own))
  return own
}

/** Ends every process started here, by its id. */
export async function killAll(): Promise<void> {
  await Promise.all([...running].map((own) => own.kill()))
}
