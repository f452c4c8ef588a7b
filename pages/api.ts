import type { z } from 'zod'
import { PageError, type PageErrorCode } from '../contract/candidate-pages.ts'

/** Why HQ did not do it, or that nothing could be heard of it. `detail` as in the contract. */
export type Failure = { code: PageErrorCode | 'unreachable'; detail?: string | undefined }
export type Answer<T> = { done: true; value: T } | { done: false; failure: Failure }

/** Long enough for a slow phone; beyond it, the person is told rather than left waiting. */
const PATIENCE_MS = 25_000

/**
 * The only way from a page to HQ. Gives what was answered, in the contract's shape, or why not.
 * @param body sent as JSON; without it, the page only reads
 */
export async function ask<S extends z.ZodType>(path: string, shape: S, body?: unknown): Promise<Answer<z.infer<S>>> {
  try {
    const response = await fetch(`/api/${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: body === undefined ? {} : { 'content-type': 'application/json' },
      body: body === undefined ? null : JSON.stringify(body),
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    return read(await response.json(), response.ok, shape)
  } catch {
    // No network, no answer in time, or something between HQ and the phone that answers in its place.
    return { done: false, failure: { code: 'unreachable' } }
  }
}

function read<S extends z.ZodType>(json: unknown, ok: boolean, shape: S): Answer<z.infer<S>> {
  if (ok) {
    const value = shape.safeParse(json)
    return value.success ? { done: true, value: value.data } : { done: false, failure: { code: 'internal' } }
  }
  const error = PageError.safeParse(json)
  return { done: false, failure: error.success ? error.data : { code: 'internal' } }
}
