import { createHash } from 'node:crypto'
import net from 'node:net'
import path from 'node:path'

/**
 * One application per data folder. The lock is a local socket that the system itself frees when its process dies: an abstract
 * one on Linux, a named pipe on Windows. A lock file would outlive a `kill -9`.
 */
export function takeInstanceLock(dataFolder: string, onSecond: () => void): boolean {
  const server = net.createServer((socket) => {
    socket.destroy()
    onSecond()
  })
  // A taken name is reported twice: at once through `listening`, and by this event.
  server.on('error', () => {})
  server.listen(lockName(dataFolder))
  server.unref()
  return server.listening
}

/** Tells the application that holds the lock that it was started again. Resolves once it knows, or cannot know. */
export function tellFirstInstance(dataFolder: string): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const socket = net.connect(lockName(dataFolder))
  socket.once('close', () => resolve())
  socket.once('error', () => resolve())
  return promise
}

function lockName(dataFolder: string): string {
  const name = `pupitre-${createHash('sha256').update(path.resolve(dataFolder)).digest('hex').slice(0, 32)}`
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : `\0${name}`
}
