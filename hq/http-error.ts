import type { Socket } from 'node:net'
import type { FastifyError, FastifyInstance } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import type { HqError } from '../contract/hq.ts'
import type { Hq } from './hq.ts'
import { saidWithBug } from './log/request-lines.ts'

const STATUS: Record<HqError['code'], number> = {
  'bad-request': 400,
  'unknown-code': 401,
  'unknown-device': 401,
  'bad-signature': 401,
  unauthorised: 401,
  revoked: 401,
  'app-too-old': 426,
  forked: 409,
  'cursor-too-old': 410,
  'not-found': 404,
  'too-large': 413,
  internal: 500,
}

/** Stops a request with a code that the desk knows. */
export class HttpError extends Error {
  readonly code: HqError['code']
  readonly detail: string | undefined

  constructor(code: HqError['code'], detail?: string) {
    super(code)
    this.code = code
    this.detail = detail
  }
}

/** Whatever goes wrong is answered by a code, never a sentence and never a trace; what nobody foresaw is reported. */
export function answerErrors(app: FastifyInstance, { reportBug }: Pick<Hq, 'reportBug'>): void {
  app.setNotFoundHandler((_request, reply) => reply.status(404).send({ code: 'not-found' } satisfies HqError))
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

/** What does not even look like HTTP, or has headers without end. */
export function answerUnreadable(_error: Error, socket: Socket): void {
  if (!socket.writable) return
  const body = JSON.stringify({ code: 'bad-request' } satisfies HqError)
  socket.end(
    `HTTP/1.1 400 Bad Request\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\nconnection: close\r\n\r\n${body}`,
  )
}

function answerOf(error: FastifyError | Error): HqError {
  if (error instanceof HttpError)
    return error.detail === undefined ? { code: error.code } : { code: error.code, detail: error.detail }
  return codeOf(error)
}

/** What every route answers to an error that is no code of its own: a field of the wrong shape by its path, never by its value. */
export function codeOf(error: FastifyError | Error): {
  code: 'bad-request' | 'too-large' | 'internal'
  detail?: string
} {
  if (hasZodFastifySchemaValidationErrors(error)) {
    const where = error.validation.map(({ instancePath }) => instancePath).join(' ')
    return { code: 'bad-request', detail: where.slice(0, 500) }
  }
  const status = 'statusCode' in error ? (error.statusCode ?? 500) : 500
  if (status === 413) return { code: 'too-large' }
  return status >= 400 && status < 500 ? { code: 'bad-request' } : { code: 'internal' }
}
