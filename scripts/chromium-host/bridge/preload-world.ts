import type { Argument, FromMain, FromPage, FromPreload, Returned, Shape, ToMain } from './messages.ts'

type Func = (...args: unknown[]) => unknown
type RunPreload = (require: (name: string) => unknown, module: { exports: unknown }, exports: unknown) => void

/**
 * Runs the preload in a world of its own, with `contextBridge` and `ipcRenderer`. Sent to the browser as text, so it refers to
 * nothing outside itself. `toMain` is the name of the browser's binding to main, which exists in this world only;
 * `fromMain` that of the function main calls. Only the top frame has a preload.
 */
export function preloadWorld(
  names: { channel: string; toMain: string; fromMain: string },
  runPreload: RunPreload,
): void {
  if (window !== window.top) return
  const world = globalThis as unknown as Record<string, (message: string) => void>
  const exposed: Record<string, unknown> = {}
  const returnedFunctions = new Map<number, Func>()
  const answers = new Map<number, PromiseWithResolvers<unknown>>()
  const listeners = new Map<string, Func[]>()
  let lastId = 0

  const ipcRenderer = {
    invoke(channel: string, ...args: unknown[]): Promise<unknown> {
      lastId += 1
      const answer = Promise.withResolvers<unknown>()
      answers.set(lastId, answer)
      world[names.toMain]?.(JSON.stringify({ id: lastId, channel, args } satisfies ToMain))
      return answer.promise
    },
    on(channel: string, listener: Func): unknown {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener])
      return ipcRenderer
    },
    off(channel: string, listener: Func): unknown {
      listeners.set(
        channel,
        (listeners.get(channel) ?? []).filter((other) => other !== listener),
      )
      return ipcRenderer
    },
  }

  const contextBridge = {
    exposeInMainWorld(key: string, api: unknown): void {
      exposed[key] = api
      send({ kind: 'expose', key, shape: shapeOf(api) })
    },
  }

  function send(message: FromPreload): void {
    window.dispatchEvent(new CustomEvent(`${names.channel}-from-preload`, { detail: JSON.stringify(message) }))
  }

  function shapeOf(value: unknown): Shape {
    if (typeof value === 'function') return { kind: 'function' }
    if (typeof value !== 'object' || value === null) return { kind: 'value', value }
    const members = Object.entries(value).map(([key, member]) => [key, shapeOf(member)])
    return { kind: 'object', members: Object.fromEntries(members) }
  }

  function toValue(argument: Argument): unknown {
    if (!('callback' in argument)) return argument.value
    return (...args: unknown[]) => send({ kind: 'callback', callback: argument.callback, args })
  }

  function callExposed(path: string[], args: unknown[]): unknown {
    const target = path.reduce<unknown>((object, key) => (object as Record<string, unknown>)[key], exposed)
    return (target as Func)(...args)
  }

  function answerPage(id: number, path: string[], args: unknown[]): void {
    send({ kind: 'returned', id, result: resultOf(id, () => callExposed(path, args)) })
  }

  function resultOf(id: number, call: () => unknown): Returned {
    try {
      const value = call()
      if (value instanceof Promise) return promised(id, value)
      if (typeof value !== 'function') return { value }
      lastId += 1
      returnedFunctions.set(lastId, value as Func)
      return { returned: lastId }
    } catch (error) {
      return { error: messageOf(error) }
    }
  }

  function promised(id: number, promise: Promise<unknown>): Returned {
    promise.then(
      (value) => send({ kind: 'settled', id, result: { value } }),
      (error) => send({ kind: 'settled', id, result: { error: messageOf(error) } }),
    )
    return { promised: true }
  }

  function messageOf(error: unknown): string {
    return error instanceof Error ? error.message : String(error)
  }

  function settleAnswer(message: FromMain & { kind: 'answer' }): void {
    const answer = answers.get(message.id)
    answers.delete(message.id)
    if ('error' in message.result) answer?.reject(new Error(message.result.error))
    else answer?.resolve(message.result.value)
  }

  window.addEventListener(`${names.channel}-from-page`, (event) => {
    const message = JSON.parse((event as CustomEvent<string>).detail) as FromPage
    const args = message.args.map(toValue)
    if (message.kind === 'call') answerPage(message.id, message.path, args)
    else returnedFunctions.get(message.returned)?.(...args)
  })

  world[names.fromMain] = (text) => {
    const message = JSON.parse(text) as FromMain
    if (message.kind === 'answer') settleAnswer(message)
    else for (const listener of listeners.get(message.channel) ?? []) listener({}, ...message.args)
  }

  const module = { exports: {} }
  const require = (name: string): unknown => {
    if (name === 'electron') return { contextBridge, ipcRenderer }
    throw new Error(`module not found: ${name}`)
  }
  runPreload(require, module, module.exports)
}
