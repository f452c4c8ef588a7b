import fastify, { type FastifyBaseLogger } from 'fastify'
import { wallClock } from '../clock.ts'
import { withoutData } from '../without-data.ts'

/** Where HQ says what it does when nobody watches: one line of JSON an event, without anything that candidates typed. */
export type Log = FastifyBaseLogger

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

/**
 * Fastify's own logger, before there is an app: jobs and the opening of the database speak too. `at` is the machine's time, whatever
 * clock HQ is given; neither the machine's name nor the process is told.
 */
export function openLog(level: LogLevel, stream: { write: (line: string) => void }): Log {
  return fastify({
    logger: {
      level,
      stream,
      base: null,
      messageKey: 'event',
      timestamp: () => `,"at":"${wallClock.now()}"`,
      formatters: { level: (label) => ({ level: label }) },
      // What Fastify itself would say of an error, a request or an answer: none of its own serializers is used.
      serializers: { err: saidOf, req: () => ({}), res: () => ({}) },
    },
  }).log
}

/** An error as it may be kept: its kind or SQLSTATE, and where. */
function saidOf(error: unknown): { type: string; message: string; stack: string } {
  const { message, stack = '' } = withoutData(error)
  return { type: 'Error', message, stack }
}
