import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createHqClient, type HqClient } from '../../main/sync/hq-client.ts'

/** Milliseconds of each page of the first sync, as the desk waited for it. */
export type Recording = { fetch: typeof fetch; pages: number[]; bytes: () => number }

/** A `fetch` that asks HQ and keeps each answer's text in a folder, under the name of what was asked. */
export function recordingFetch(folder: string): Recording {
  const pages: number[] = []
  let bytes = 0
  const record = async (input: URL, init: RequestInit) => {
    const from = performance.now()
    const answer = await fetch(input, init)
    const text = await answer.text()
    if (input.pathname === '/v1/snapshot') {
      pages.push(performance.now() - from)
      bytes += Buffer.byteLength(text)
    }
    if (!answer.ok) throw new Error(`${input.pathname} is answered ${answer.status}: ${text}`)
    writeFileSync(fileOf(folder, input), text)
    return new Response(text, { status: answer.status })
  }
  return { fetch: record as typeof fetch, pages, bytes: () => bytes }
}

/** An HQ that is nothing but the files of a recording. */
export function recordedFetch(folder: string): typeof fetch {
  return (async (input: URL) => new Response(readFileSync(fileOf(folder, input)))) as typeof fetch
}

/** Where an answer is kept. Page tokens are longer than a file name may be. */
export function fileOf(folder: string, { pathname, search }: URL): string {
  const asked = createHash('sha256').update(search).digest('hex').slice(0, 16)
  return path.join(folder, `${pathname.slice(1).replaceAll('/', '-')}-${asked}.json`)
}

export const RECORDED_URL = 'https://hq.example'

/** The desk's own client in front of an HQ that does not look at who asks. */
export function clientOf(fetchHq: typeof fetch): HqClient {
  const contact = async () => ({ lastSequence: 0, contact: '', nextContact: 'bench' })
  const identity = { deviceId: 'bench', sign: () => '', contact, met: async () => {} }
  return createHqClient({ hqUrl: RECORDED_URL, appVersion: '0.1.0', fetch: fetchHq, identity })
}
