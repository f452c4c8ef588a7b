import { SnapshotAnswer, SnapshotQuery } from '../../contract/hq.ts'
import type { Hq } from '../hq.ts'
import { HttpError } from '../http-error.ts'
import { beginSnapshot, type Place, readSnapshot } from '../read-snapshot.ts'
import { askingDevice } from '../token.ts'
import { answers, needsToken } from './answers.ts'
import type { HqApp } from './hq-app.ts'

const ROWS_PER_PAGE = 1000

/** All rows that a centre may see, page by page; any page may be asked for again. */
export function snapshot(app: HqApp, { db, clock, keys, snapshotRows = ROWS_PER_PAGE }: Hq): void {
  app.get(
    '/v1/snapshot',
    {
      schema: {
        summary: 'All rows, page by page',
        querystring: SnapshotQuery,
        security: needsToken,
        response: answers(SnapshotAnswer),
      },
    },
    async (request) => {
      const { centreId } = askingDevice(request)
      const { page } = request.query
      const place = page === undefined ? await beginSnapshot(db, centreId, clock.now()) : placeOf(page, centreId)
      const { rows, next, currentSessionDone } = await readSnapshot(db, centreId, place, snapshotRows)
      const done = place.done + rows.length
      return {
        cursor: place.cursor,
        rows,
        next: next && keys.stamp({ use: 'page', centreId, place: next }),
        done,
        total: Math.max(place.total, done),
        currentSessionDone,
        now: clock.now(),
      }
    },
  )

  function placeOf(page: string, centreId: string): Place {
    const claims = keys.openStamp(page)
    if (claims?.use !== 'page' || claims.centreId !== centreId) throw new HttpError('bad-request', '/page')
    return claims.place as Place
  }
}
