import type { z } from 'zod'
import type { TroubleCode } from '../../contract/desk.ts'
import {
  ChallengeAnswer,
  ChangesAnswer,
  CommandsAnswer,
  type Cursor,
  EnrolAnswer,
  type EnrolRequest,
  HqError,
  SnapshotAnswer,
  TokenAnswer,
} from '../../contract/hq.ts'
import type { Command } from '../../domain/commands.ts'

/** What HQ answered, checked, or why there is no answer to use. Never an exception: an outage is an ordinary day. */
/** `final`: asking the same again would be answered the same. */
export type HqReply<T> = { ok: true; value: T } | { ok: false; trouble: TroubleCode; final?: boolean }

/** Who this PC is to HQ. */
export type DeviceIdentity = { deviceId: string; sign: (text: string) => string }

export type HqClientOptions = {
  hqUrl: string
  appVersion: string
  fetch: typeof fetch
  /** Aborts what is under way: the application is closing. */
  signal?: AbortSignal | undefined
  identity: DeviceIdentity | null
}

export type HqClient = {
  enrol(request: EnrolRequest): Promise<HqReply<EnrolAnswer>>
  snapshot(page: string | null): Promise<HqReply<SnapshotAnswer>>
  changes(after: Cursor): Promise<HqReply<ChangesAnswer>>
  send(commands: readonly Command[]): Promise<HqReply<CommandsAnswer>>
}

const TIMEOUT_MS = 20_000
/** No answer of HQ's is near this; a larger one is not HQ. */
const MAX_BYTES = 32 * 1024 * 1024

export function createHqClient({ hqUrl, appVersion, fetch, signal, identity }: HqClientOptions): HqClient {
  let token: string | null = null

  async function ask<S extends z.ZodType>(
    method: string,
    path: string,
    schema: S,
    body?: unknown,
    bearer?: string,
  ): Promise<HqReply<z.infer<S>> & { status?: number }> {
    let status: number
    let text: string
    try {
      const response = await fetch(new URL(path, hqUrl), {
        method,
        redirect: 'error',
        signal: AbortSignal.any([AbortSignal.timeout(TIMEOUT_MS), ...(signal ? [signal] : [])]),
        headers: {
          accept: 'application/json',
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      status = response.status
      text = await readText(response)
    } catch {
      return { ok: false, trouble: 'hq-unreachable' }
    }
    const json = parseJson(text)
    if (status >= 200 && status < 300) {
      const parsed = schema.safeParse(json)
      return parsed.success ? { ok: true, value: parsed.data, status } : { ok: false, trouble: 'hq-garbage', status }
    }
    const trouble = troubleOf(status, HqError.safeParse(json).data?.code)
    return { ok: false, trouble, final: status === 400 || status === 413, status }
  }

  /** A fresh token: this PC signs a challenge of HQ's with its own key. */
  async function signIn(): Promise<HqReply<string>> {
    if (!identity) return { ok: false, trouble: 'hq-refuses-device' }
    const { deviceId } = identity
    const challenge = await ask('POST', '/v1/devices/challenge', ChallengeAnswer, { deviceId })
    if (!challenge.ok) return challenge
    const signature = identity.sign(challenge.value.challenge)
    const answer = await ask('POST', '/v1/devices/token', TokenAnswer, {
      deviceId,
      challenge: challenge.value.challenge,
      signature,
      appVersion,
    })
    return answer.ok ? { ok: true, value: answer.value.token } : answer
  }

  async function askAsDevice<S extends z.ZodType>(
    method: string,
    path: string,
    schema: S,
    body?: unknown,
  ): Promise<HqReply<z.infer<S>>> {
    for (let attempt = 1; ; attempt++) {
      if (token === null) {
        const signedIn = await signIn()
        if (!signedIn.ok) return signedIn
        token = signedIn.value
      }
      const reply = await ask(method, path, schema, body, token)
      // Tokens live ten minutes: the first 401 only says that this one is over.
      if (reply.status !== 401 || attempt === 2) return reply
      token = null
    }
  }

  return {
    enrol: (request) => ask('POST', '/v1/devices/enrol', EnrolAnswer, request),
    snapshot: (page) =>
      askAsDevice('GET', `/v1/snapshot${page === null ? '' : `?page=${encodeURIComponent(page)}`}`, SnapshotAnswer),
    changes: ({ common, centre }) => askAsDevice('GET', `/v1/changes?common=${common}&centre=${centre}`, ChangesAnswer),
    send: (commands) => askAsDevice('POST', '/v1/commands', CommandsAnswer, { commands }),
  }
}

async function readText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > MAX_BYTES) throw new Error('answer too large')
    chunks.push(chunk)
  }
  return new TextDecoder().decode(Buffer.concat(chunks))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function troubleOf(status: number, code: HqError['code'] | undefined): TroubleCode {
  if (status === 426) return 'app-too-old'
  if (code === 'unknown-code') return 'wrong-code'
  if (status === 401 || status === 403) return 'hq-refuses-device'
  return 'hq-error'
}
