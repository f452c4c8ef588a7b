import { HqError } from '../../contract/hq.ts'

/** The documented answers of a route: what it gives, or a code. */
export function answers<T>(success: T) {
  return { 200: success, '4xx': HqError, '5xx': HqError }
}

export const needsToken = [{ token: [] }]
