import { createHash } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import type { Hq } from '../../hq.ts'
import { PageProblem } from '../../page-error.ts'
import type { HqApp } from '../hq-app.ts'

/** Of one login, a minute, from wherever they come. */
const TRIES = 10

/**
 * Passwords tried for one login, beside what one address may ask: many addresses may try one account. Counted by this instance alone.
 * @returns what throws `too-many-tries` when there were too many
 */
export function limitPasswords(app: HqApp, hq: Pick<Hq, 'triesAMinute'>) {
  const logins = new WeakMap<FastifyRequest, string>()
  const count = app.createRateLimit({
    max: hq.triesAMinute ?? TRIES,
    timeWindow: '1 minute',
    // A hash: what is kept in memory is of one length, and names nobody.
    keyGenerator: (request) =>
      createHash('sha256')
        .update(logins.get(request) ?? '')
        .digest('base64'),
  })
  return async (request: FastifyRequest, login: string): Promise<void> => {
    logins.set(request, login.trim().toLowerCase())
    const counted = await count(request)
    if (!counted.isAllowed && counted.isExceeded) throw new PageProblem('too-many-tries')
  }
}
