import type { z } from 'zod'
import { HqError } from '../../contract/hq.ts'
import type { TroubleCode } from '../../contract/refusals.ts'
import { type Instant, isInstant } from '../../domain/time.ts'

/**
 * What HQ answered, checked, or why there is no answer to use. Never an exception: an outage is an ordinary day.
 * `final`: asking the same again would be answered the same.
 */
export type HqReply<T> =
  | { ok: true; value: T }
  | { ok: false; trouble: TroubleCode; final?: boolean; code?: HqError['code'] | undefined }

export type HqRequest<S extends z.ZodType> = {
  method: 'GET' | 'POST'
  path: string
  schema: S
  body?: unknown
  bearer?: string
  /** Seconds for which HQ may hold the request, on top of what any request may take. */
  wait?: number
}

export type RequestOptions = {
  hqUrl: string
  fetch: typeof fetch
  /** Aborts what is under way: the application is closing. */
  signal?: AbortSignal | undefined
  /** Told HQ's time with each answer that carries it. */
  onHqTime?: ((now: Instant) => void) | undefined
}

const TIMEOUT_MS = 20_000
/** No answer of HQ's is near this; a larger one is not HQ. */
const MAX_BYTES = 32 * 1024 * 1024

/** One request to HQ. */
export async function askHq<S extends z.ZodType>(
  { hqUrl, fetch, signal, onHqTime }: RequestOptions,
  { method, path, schema, body, bearer, wait = 0 }: HqRequest<S>,
): Promise<HqReply<z.infer<S>> & { status?: number }> {
  let status: number
  let text: string
  try {
    const response = await fetch(new URL(path, hqUrl), {
      method,
      redirect: 'error',
      signal: AbortSignal.any([AbortSignal.timeout(TIMEOUT_MS + wait * 1000), ...(signal ? [signal] : [])]),
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
    if (!parsed.success) return { ok: false, trouble: 'hq-garbage', status }
    const now = (parsed.data as { now?: unknown }).now
    if (typeof now === 'string' && isInstant(now)) onHqTime?.(now)
    return { ok: true, value: parsed.data, status }
  }
  const code = HqError.safeParse(json).data?.code
  return { ok: false, trouble: troubleOf(status, code), final: status === 400 || status === 413, code, status }
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

const TROUBLE_OF_CODE: Partial<Record<HqError['code'], TroubleCode>> = {
  'unknown-code': 'wrong-code',
  revoked: 'device-revoked',
  forked: 'identity-forked',
}

function troubleOf(status: number, code: HqError['code'] | undefined): TroubleCode {
  if (status === 426) return 'app-too-old'
  const told = code && TROUBLE_OF_CODE[code]
  if (told) return told
  return status === 401 || status === 403 ? 'hq-refuses-device' : 'hq-error'
}
