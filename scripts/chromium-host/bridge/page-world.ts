import type { Argument, FromPage, FromPreload, Returned, Shape } from './messages.ts'

/**
 * Runs in the page's world before any of its scripts: rebuilds there, frozen, what the preload exposes. Sent to the browser as
 * text, so it refers to nothing outside itself. Events between the two worlds are synchronous, hence so are the answers.
 */
export function pageWorld(channel: string): void {
  type Func = (...args: unknown[]) => unknown
  const callbacks = new Map<number, Func>()
  const returns = new Map<number, Returned>()
  const promises = new Map<number, PromiseWithResolvers<unknown>>()
  let lastId = 0

  function send(message: FromPage): void {
    window.dispatchEvent(new CustomEvent(`${channel}-from-page`, { detail: JSON.stringify(message) }))
  }

  function toArgument(value: unknown): Argument {
    if (typeof value !== 'function') return { value }
    lastId += 1
    callbacks.set(lastId, value as Func)
    return { callback: lastId }
  }

  function callExposed(path: string[], args: unknown[]): unknown {
    lastId += 1
    const id = lastId
    send({ kind: 'call', id, path, args: args.map(toArgument) })
    const result = returns.get(id)
    returns.delete(id)
    if (result === undefined) throw new Error('the preload did not answer')
    if ('error' in result) throw new Error(result.error)
    if ('promised' in result) return promiseOf(id)
    if ('returned' in result) return returnedFunction(result.returned)
    return result.value
  }

  function promiseOf(id: number): Promise<unknown> {
    const promise = Promise.withResolvers<unknown>()
    promises.set(id, promise)
    return promise.promise
  }

  function returnedFunction(returned: number): Func {
    return (...args) => send({ kind: 'call-returned', returned, args: args.map(toArgument) })
  }

  function build(shape: Shape, path: string[]): unknown {
    if (shape.kind === 'value') return shape.value
    if (shape.kind === 'function') return Object.freeze((...args: unknown[]) => callExposed(path, args))
    const members = Object.entries(shape.members).map(([key, member]) => [key, build(member, [...path, key])])
    return Object.freeze(Object.fromEntries(members))
  }

  function settle(message: FromPreload & { kind: 'settled' }): void {
    const promise = promises.get(message.id)
    promises.delete(message.id)
    if ('error' in message.result) promise?.reject(new Error(message.result.error))
    else promise?.resolve(message.result.value)
  }

  window.addEventListener(`${channel}-from-preload`, (event) => {
    const message = JSON.parse((event as CustomEvent<string>).detail) as FromPreload
    if (message.kind === 'expose') {
      const value = build(message.shape, [message.key])
      Object.defineProperty(window, message.key, { value, enumerable: true, configurable: false, writable: false })
    }
    if (message.kind === 'returned') returns.set(message.id, message.result)
    if (message.kind === 'settled') settle(message)
    if (message.kind === 'callback') callbacks.get(message.callback)?.(...message.args)
  })
}
