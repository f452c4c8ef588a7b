import { sql } from 'kysely'
import { HealthAnswer } from '../../contract/hq.ts'
import type { Hq } from '../hq.ts'
import { answers } from './answers.ts'
import type { HqApp } from './hq-app.ts'

/** Whether HQ and its database answer; no token needed. */
export function health(app: HqApp, { db, clock, engine }: Hq): void {
  app.get(
    '/v1/health',
    { schema: { summary: 'Whether HQ and its database answer', response: answers(HealthAnswer) } },
    async () => {
      await sql`select 1`.execute(db)
      return { status: 'ok' as const, now: clock.now(), database: engine }
    },
  )
}
