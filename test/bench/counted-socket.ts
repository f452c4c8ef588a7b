import type { AddressInfo } from 'node:net'
import { connect, createServer, type Socket } from 'node:net'

export type CountedSocket = { url: string; bytes: () => number; stop: () => Promise<void> }

/** Passes on to a server on this machine, byte for byte, and counts them both ways. */
export async function countedSocket(to: string): Promise<CountedSocket> {
  let bytes = 0
  const open = new Set<Socket>()
  const server = createServer((from) => {
    const onward = connect(Number(new URL(to).port), '127.0.0.1')
    for (const [one, other] of [
      [from, onward],
      [onward, from],
    ] as const) {
      open.add(one)
      one.on('data', (chunk) => {
        bytes += chunk.byteLength
        other.write(chunk)
      })
      one.on('end', () => other.end())
      one.on('error', () => other.destroy())
      one.on('close', () => open.delete(one))
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const stop = async () => {
    for (const socket of open) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  }
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, bytes: () => bytes, stop }
}
