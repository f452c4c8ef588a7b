import type { FastifyReply } from 'fastify'
import { ChangesAnswer, ChangesQuery } from '../../contract/hq.ts'
import { heldChanges } from '../held-changes.ts'
import { heldRequests } from '../held-requests.ts'
import type { Hq } from '../hq.ts'
import { noteHeld } from '../log/request-lines.ts'
import { readChanges } from '../read-changes.ts'
import { askingDevice } from '../token.ts'
import { answers, needsToken } from './answers.ts'
import type { HqApp } from './hq-app.ts'

/** What happened in `common` and in the device's own centre after a cursor, at once or when something does. */
export function changes(app: HqApp, hq: Hq): void {
  const { db, clock } = hq
  const held = heldRequests(hq)
  // Before the server waits for its requests to end: those that are held would keep it for most of a minute.
  app.addHook('preClose', async () => held.release())
  app.addHook('onClose', () => held.close())
  app.get(
    '/v1/changes',
    {
      schema: {
        summary: 'What happened after a cursor',
        querystring: ChangesQuery,
        security: needsToken,
        response: answers(ChangesAnswer),
      },
    },
    async (request, reply) => {
      const { centreId } = askingDevice(request)
      const { common, centre, limit, wait } = request.query
      if (wait > 0) noteHeld(request)
      const after = { common, centre }
      const read =
        wait === 0
          ? (await readChanges(db, centreId, after, limit)).read
          : await heldChanges(db, held, { centreId, after, limit, wait, gone: goneWith(reply) })
      return { ...read, now: clock.now() }
    },
  )
}

/** Aborted when the one who asked has gone away. */
function goneWith(reply: FastifyReply): AbortSignal {
  const gone = new AbortController()
  reply.raw.once('close', () => gone.abort())
  return gone.signal
}
