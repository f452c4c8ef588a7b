import { getRow, listRowsOfSession } from '../../db/rows.ts'
import { countDataChecks } from '../../domain/data-check.ts'
import { ownCentre } from '../own-centre.ts'
import { newId } from './context.ts'
import type { DeskHandler } from './handler.ts'

export const askDataCheck: DeskHandler<'data-check.ask'> = {
  complete: async (_tx, draft, context) => ({ ...draft, dataCheckId: newId(context) }),
  load: async (tx, { dataCheckId, sessionId }) => {
    const { centre } = await ownCentre(tx)
    const entriesOf = Map.groupBy(await listRowsOfSession(tx, 'entry', sessionId), ({ requestId }) => requestId)
    const requests = await listRowsOfSession(tx, 'request', sessionId)
    const asked = (await listRowsOfSession(tx, 'dataCheck', sessionId)).map(({ askedAt }) => askedAt)
    return {
      session: await getRow(tx, 'examSession', sessionId),
      timeZone: centre.timeZone,
      unchecked: countDataChecks(requests.map((one) => ({ ...one, entries: entriesOf.get(one.id) ?? [] }))).unchecked,
      lastAskedAt: asked.toSorted().at(-1) ?? null,
      isIdTaken: (await getRow(tx, 'dataCheck', dataCheckId)) !== null,
    }
  },
}
