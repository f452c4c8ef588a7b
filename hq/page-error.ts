import type { FastifyError, FastifyInstance } from 'fastify'
import type { PageError, PageErrorCode } from '../contract/candidate-pages.ts'
import type { Hq } from './hq.ts'
import { codeOf } from './http-error.ts'
import { saidWithBug } from './log/request-lines.ts'

const STATUS: Record<PageErrorCode, number> = {
  'bad-request': 400,
  'not-signed-in': 401,
  'wrong-login': 401,
  'not-found': 404,
  'window-not-open': 409,
  'window-closed': 409,
  'not-run-there': 409,
  'already-asked': 409,
  'live-elsewhere': 409,
  'not-withdrawable': 409,
  'not-modifiable': 409,
  'other-version': 409,
  'nothing-changed': 409,
  'link-used': 409,
  'link-stopped': 409,
  'address-taken': 409,
  'address-changed': 409,
  'changed-meanwhile': 409,
  'link-expired': 410,
  'too-large': 413,
  'too-many-tries': 429,
  'too-many-changes': 429,
  'nir-unavailable': 503,
  internal: 500,
}

/** Why something was not done, as the candidates' pages are told. */
export type PageRefusal = { refused: PageErrorCode; detail?: string }

/** Stops a request of the candidates' pages with a code that they know. */
export class PageProblem extends Error {
  readonly code: PageErrorCode
  readonly detail: string | undefined

  constructor(code: PageErrorCode, detail?: string) {
    super(code)
    this.code = code
    this.detail = detail
  }
}

/** What was done, or else the request stops here. @throws PageProblem */
export function doneOrStop<T extends object>(result: T | PageRefusal): T {
  if ('refused' in result) throw new PageProblem(result.refused, result.detail)
  return result
}

/**
 * Errors of the routes in this scope are the pages' own: codes, never a sentence, a trace or a value that somebody typed. What nobody
 * foresaw is reported.
 */
export function answerPageErrors(app: FastifyInstance, { reportBug }: Pick<Hq, 'reportBug'>): void {
  app.setErrorHandler((error: FastifyError | Error, request, reply) => {
    const answer = answerOf(error)
    if (answer.code === 'internal')
      reportBug(
        error,
        `${request.method} ${request.routeOptions.url ?? ''}`,
        saidWithBug(request, reply, STATUS.internal),
      )
    return reply.status(STATUS[answer.code]).send(answer)
  })
}

function answerOf(error: FastifyError | Error): PageError {
  if (error instanceof PageProblem)
    return error.detail === undefined ? { code: error.code } : { code: error.code, detail: error.detail }
  return codeOf(error)
}
