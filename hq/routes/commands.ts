import { CommandsAnswer, CommandsRequest } from '../../contract/hq.ts'
import { runCommands } from '../commands/run-commands.ts'
import type { Hq } from '../hq.ts'
import { HttpError } from '../http-error.ts'
import { askingDevice } from '../token.ts'
import { answers, needsToken } from './answers.ts'
import type { HqApp } from './hq-app.ts'

/** The commands of one device, in its order. The answer is only a hint to pull: what counts is the outcome in the feed. */
export function commands(app: HqApp, hq: Hq): void {
  app.post(
    '/v1/commands',
    {
      schema: {
        summary: 'Commands of one device, in its order',
        body: CommandsRequest,
        security: needsToken,
        response: answers(CommandsAnswer),
      },
    },
    async (request) => {
      const asking = askingDevice(request)
      const device = await hq.db
        .selectFrom('hqDevice')
        .select(['revokedAt', 'replacedBy'])
        .where('id', '=', asking.deviceId)
        .where('centreId', '=', asking.centreId)
        .executeTakeFirst()
      if (!device) throw new HttpError('unknown-device')
      if (device.revokedAt !== null) throw new HttpError('revoked')
      if (device.replacedBy !== null) throw new HttpError('forked')
      return { results: await runCommands(hq, asking, request.body.commands), now: hq.clock.now() }
    },
  )
}
