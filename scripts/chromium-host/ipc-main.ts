import type { IpcMain, IpcMainInvokeEvent } from 'electron'

type Handler = Parameters<IpcMain['handle']>[1]

const handlers = new Map<string, Handler>()

export const ipcMain: Pick<IpcMain, 'handle' | 'removeHandler'> = {
  handle(channel, handler) {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    handlers.set(channel, handler)
  },
  removeHandler(channel) {
    handlers.delete(channel)
  },
}

/** Calls main's handler as Electron does. Rejects when there is none, or with what it throws. */
export async function invokeHandler(channel: string, event: IpcMainInvokeEvent, args: unknown[]): Promise<unknown> {
  const handler = handlers.get(channel)
  if (handler === undefined) throw new Error(`No handler registered for '${channel}'`)
  return handler(event, ...args)
}
