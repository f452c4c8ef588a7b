import { type ChildProcess, fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { root } from '../tools/run-bin.ts'

/** HQ in a process and a locked data folder of its own, on 127.0.0.1. */
export type EmbeddedHq = {
  url: string
  enrolmentCode(centreId: string): string
  /** Ends it in order; resolves when it is gone. */
  stop(): Promise<void>
  /** Told once if it ends by itself. */
  onDeath(listener: () => void): void
}

export type EmbeddedHqOptions = {
  dataFolder: string
  sample: 'small' | 'big'
  /** Empties HQ's data first, once its lock is held. */
  reset?: boolean
  /** 0: any free port. */
  port: number
  env?: Record<string, string>
}

const READY_WITHIN_MS = 120_000

type Ready = { type: 'ready'; url: string; enrolmentCodes: Record<string, string> }

/** Starts HQ for a demonstration (its mails can be read at `/dev/mails`) and waits until it answers. @throws when it ends before: it has said why, in French, on its own output */
export async function startEmbeddedHq({
  dataFolder,
  sample,
  reset = false,
  port,
  env,
}: EmbeddedHqOptions): Promise<EmbeddedHq> {
  const child = fork(
    path.join(root, 'hq/server.ts'),
    ['--data', dataFolder, '--port', String(port), '--sample', sample, ...(reset ? ['--reset'] : [])],
    {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      // Without a log: whoever starts it reads its sentences.
      env: {
        ...process.env,
        HQ_NIR_KEY: process.env.HQ_NIR_KEY || nirKeyIn(dataFolder),
        HQ_DEV: '1',
        HQ_LOG: '',
        ...env,
      },
    },
  )
  const { url, enrolmentCodes } = await untilReady(child)
  return {
    url,
    enrolmentCode(centreId) {
      const code = enrolmentCodes[centreId]
      if (!code) throw new Error(`no enrolment code for ${centreId}`)
      return code
    },
    stop: () => stop(child),
    onDeath: (listener) => void child.once('exit', (code) => code !== 0 && listener()),
  }
}

/** So that a demonstration asks for the NIR: a key made once, beside the data that it opens. In production it stands elsewhere. */
function nirKeyIn(dataFolder: string): string {
  const file = path.join(dataFolder, 'nir.key')
  mkdirSync(dataFolder, { recursive: true })
  try {
    writeFileSync(file, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  return readFileSync(file, 'utf8').trim()
}

function untilReady(child: ChildProcess): Promise<Ready> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      child.kill('SIGKILL')
      reject(new Error('Le siège embarqué ne répond pas.'))
    }, READY_WITHIN_MS)
    child.once('message', (message) => {
      clearTimeout(late)
      resolve(message as Ready)
    })
    child.once('exit', (code) => {
      clearTimeout(late)
      reject(new Error(`Le siège embarqué s’est arrêté (code ${code}).`))
    })
  })
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGTERM')
  await gone
}

/** Whether nobody listens on this port of 127.0.0.1. */
export function isPortFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
}
