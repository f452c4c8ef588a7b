import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { RunningHq } from './an-hq.ts'

export type Answer = (
  request: { body: string },
  response: ServerResponse,
  passOn: () => Promise<unknown>,
) => void | Promise<void>

/** HQ behind something that tampers with its answers: a proxy, a captive portal, a bug. */
export async function behind(hq: RunningHq) {
  let answer: Answer | null = null
  let from = '/v1/changes'
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', async () => {
      const ask = async () => {
        return await fetch(new URL(request.url ?? '/', hq.url), {
          method: request.method ?? 'GET',
          headers: Object.fromEntries(
            Object.entries(request.headers).filter(([name]) => ['authorization', 'content-type'].includes(name)),
          ) as Record<string, string>,
          ...(chunks.length > 0 ? { body: Buffer.concat(chunks) } : {}),
        })
      }
      if (answer && request.url?.startsWith(from))
        return await answer({ body: Buffer.concat(chunks).toString() }, response, async () => (await ask()).json())
      const upstream = await ask()
      const body = await upstream.text()
      response.writeHead(upstream.status, { 'content-type': 'application/json' }).end(body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const stop = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections()
      server.close(() => resolve())
    })
  const proxied: RunningHq = { ...hq, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop }
  const answers = (wanted: Answer | null, path = '/v1/changes') => {
    answer = wanted
    from = path
  }
  return { proxied, answers }
}
