import cookie from '@fastify/cookie'
import rateLimit from '@fastify/rate-limit'
import { isStorable } from '../../commands/read-command.ts'
import type { Hq } from '../../hq.ts'
import { answerPageErrors, PageProblem } from '../../page-error.ts'
import type { HqApp } from '../hq-app.ts'

/**
 * What holds for every route of the pages: errors are the pages' own codes, cookies are read, tries can be limited, changes come from
 * HQ's own pages (their Origin, JSON), bodies are small, nothing is kept by caches, and no text reaches the database that it cannot keep.
 */
export async function guardPages(app: HqApp, hq: Hq, bodyLimit: number): Promise<void> {
  answerPageErrors(app, hq)
  await app.register(cookie)
  // Approximate: each instance counts for itself, in memory.
  await app.register(rateLimit, {
    global: false,
    timeWindow: '1 minute',
    errorResponseBuilder: () => new PageProblem('too-many-tries'),
  })
  app.addHook('onRoute', (route) => {
    route.bodyLimit = bodyLimit
  })
  app.addHook('onRequest', async (request, reply) => {
    reply.header('cache-control', 'no-store')
    if (request.method === 'GET' || request.method === 'HEAD') return
    // Beside SameSite=Strict: a page of another site may neither send the cookie nor pass for ours.
    if (request.headers.origin !== new URL(hq.publicUrl).origin) throw new PageProblem('bad-request', 'origin')
    if (!/^application\/json\b/i.test(request.headers['content-type'] ?? ''))
      throw new PageProblem('bad-request', 'content-type')
  })
  app.addHook('preValidation', async (request) => {
    if (!isStorable(request.body) || !isStorable(request.query)) throw new PageProblem('bad-request')
  })
}
