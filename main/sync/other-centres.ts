import { readOtherCentres, saveOtherCentres } from '../../db/other-centres.ts'
import type { Db } from '../../db/schema.ts'
import { addSeconds, type Clock, type Instant } from '../../domain/time.ts'
import type { HqClient } from './hq-client.ts'

/** What a centre tells somebody whom it refuses may be this old. */
const FRESH_SECONDS = 3600

/**
 * Asks HQ, for the sessions that are not over, which centres nearby still have seats, and keeps what it says; not again within the hour,
 * answered or not. An HQ that does not know the question, or answers anything, leaves what is here as it is.
 */
export function otherCentresBringer({ db, clock }: { db: Db; clock: Clock }): (hq: HqClient) => Promise<void> {
  const asked = new Map<string, Instant>()
  return async (hq) => {
    const now = clock.now()
    const isFresh = (at: Instant | undefined) => at !== undefined && at <= now && at > addSeconds(now, -FRESH_SECONDS)
    // By the date in UTC: a day more or less of a session that ends matters to nobody.
    const sessions = await db.selectFrom('examSession').select('id').where('endsOn', '>=', now.slice(0, 10)).execute()
    for (const { id: sessionId } of sessions) {
      const kept = await readOtherCentres(db, sessionId)
      if (isFresh(asked.get(sessionId)) || isFresh(kept?.askedAt)) continue
      asked.set(sessionId, now)
      const reply = await hq.otherCentres(sessionId)
      // What keeps one answer away would keep the next one: an exchange that somebody waits for is not held up by it twice.
      if (!reply.ok) return
      await saveOtherCentres(db, { sessionId, askedAt: now, centres: JSON.stringify(reply.value.centres) })
    }
  }
}
