import { type FastifyReply, type FastifyRequest, LogController } from 'fastify'
import type { AskingDevice } from '../token.ts'

const SLOW_MS = 1000

/** What is told of a request: the pattern of its route, never its address, which holds tokens and what was searched for. */
export type SaidRequest = {
  requestId: string
  method: string
  /** Null: no route of HQ's. */
  route: string | null
  status: number
  /** Milliseconds, from its headers to now. */
  took: number
  deviceId?: string
}

const told = new WeakSet<FastifyRequest>()
const held = new WeakSet<FastifyRequest>()

/** A request that is answered when something happens: however long it takes, it is not slow. */
export function noteHeld(request: FastifyRequest): void {
  held.add(request)
}

/** A request that failed by a bug: told of with the bug, in one line. */
export function saidWithBug(request: FastifyRequest, reply: FastifyReply, status: number): SaidRequest {
  told.add(request)
  return { ...saidOfRequest(request, reply), status }
}

function saidOfRequest(request: FastifyRequest, reply: FastifyReply): SaidRequest {
  // Absent where no token is asked for, null until it was read.
  const { askingDevice } = request as { askingDevice?: AskingDevice | null }
  return {
    ...{ requestId: request.id, method: request.method, route: request.routeOptions.url ?? null },
    ...{ status: reply.statusCode, took: Math.round(reply.elapsedTime) },
    ...(askingDevice ? { deviceId: askingDevice.deviceId } : {}),
  }
}

/**
 * One line a request, instead of Fastify's own, which say addresses and messages: `error` for a failure of HQ's, `info` when it was
 * slow, else `debug`.
 */
export class RequestLines extends LogController {
  override incomingRequest(): void {}

  override requestCompleted(_error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    if (told.has(request)) return
    const said = saidOfRequest(request, reply)
    const isSlow = said.took > SLOW_MS && !held.has(request)
    const level = said.status >= 500 ? 'error' : isSlow ? 'info' : 'debug'
    request.server.log[level](said, 'request')
  }

  override defaultErrorLog(): void {}

  override routeNotFound(): void {}

  override streamError(error: Error, request: FastifyRequest, reply: FastifyReply): void {
    const gone = 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE'
    if (!gone) request.server.log.warn({ ...saidOfRequest(request, reply), err: error }, 'answer cut')
  }

  override writeHeadError(error: Error, request: FastifyRequest, reply: FastifyReply): void {
    request.server.log.warn({ ...saidOfRequest(request, reply), err: error }, 'answer not written')
  }

  override serializerError(error: Error, request: FastifyRequest, reply: FastifyReply): void {
    request.server.log.error({ ...saidOfRequest(request, reply), err: error }, 'answer not written')
  }

  override serviceUnavailable(): void {}
}
