import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import type { Input, Output } from '../../contract/ipc.ts'
import type { Backend } from '../../main/backend.ts'
import type { DeskAnswer } from './desk-process.ts'
import { type OwnProcess, startProcess } from './own-process.ts'

/** The process died before it answered: whether the click was kept is not known, and either is right. */
export class NoAnswer extends Error {}
/** The backend threw: a bug, whatever was killed. */
export class DeskBug extends Error {}

/** The application does not open, and says why in a sentence. */
export class Refused extends Error {}

export type KilledDesk = ReturnType<typeof killedDesk>

/** One office PC that is killed and started again on the same files. */
export function killedDesk(name: string, folder: string, clockFile: string) {
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, 'pupitre.sqlite')
  let running: OwnProcess | null = null
  let asked = 0
  let clickSent = Promise.withResolvers<void>()
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()

  function listen(message: unknown): void {
    const answer = message as DeskAnswer
    if (!('n' in answer)) return
    const call = waiting.get(answer.n)
    waiting.delete(answer.n)
    if ('bug' in answer) call?.reject(new DeskBug(answer.bug))
    else call?.resolve(answer.value)
  }

  return {
    name,
    file,
    /**
     * Resolves when it answers; rejects when it is killed before.
     * @param within a command that limits what it may do @param env what it is told beside
     * @throws Refused when the application says why it cannot open
     */
    async start(within: readonly string[] = [], env: Record<string, string> = {}): Promise<void> {
      const script = path.join(import.meta.dirname, 'desk-process.ts')
      const started = startProcess(script, [folder, clockFile], { within, env })
      running = started
      started.onMessage(listen)
      void started.gone.then(() => {
        for (const [n, { reject }] of waiting) {
          waiting.delete(n)
          reject(new NoAnswer(name))
        }
      })
      const first = (await started.ready) as DeskAnswer
      if ('refused' in first) throw new Refused(first.refused)
    },
    get pid() {
      return running?.pid ?? 0
    },
    isReady: () => running?.isReady() ?? false,
    /** @throws NoAnswer, DeskBug */
    call<N extends keyof Backend['handlers']>(call: N, input: Input<N>): Promise<Output<N>> {
      return new Promise((resolve, reject) => {
        if (!running?.isReady()) return reject(new NoAnswer(name))
        asked += 1
        waiting.set(asked, { resolve: resolve as (value: unknown) => void, reject })
        running.send({ n: asked, call, input })
        if (call !== 'command.run') return
        clickSent.resolve()
        clickSent = Promise.withResolvers()
      })
    },
    /** Resolves when the next click is on its way to it. */
    nextClick: () => clickSent.promise,
    async kill(): Promise<void> {
      await running?.kill()
    },
    /** In order, as when the window is closed. */
    async stop(): Promise<void> {
      running?.send({ stop: true })
      await running?.gone
    },
    /**
     * What the files hold as they were left, read from a copy: the application's own recovery must find them untouched.
     * @returns what SQLite's own check says (`ok`), and the ids of every command in the register with its state
     */
    look(): { integrity: string; register: Map<string, string> } {
      const copy = path.join(folder, 'look')
      for (const suffix of ['', '-wal']) {
        rmSync(copy + suffix, { force: true })
        if (existsSync(file + suffix)) copyFileSync(file + suffix, copy + suffix)
      }
      const sqlite = new Sqlite(copy)
      try {
        const integrity = String(sqlite.pragma('integrity_check', { simple: true }))
        const rows = sqlite.prepare('select id, state from command').raw().all() as [string, string][]
        return { integrity, register: new Map(rows) }
      } finally {
        sqlite.close()
      }
    },
  }
}
