import { sql } from 'kysely'
import type { CommandName } from '../../domain/commands.ts'
import type { Refusal } from '../../domain/decision.ts'
import type { Tx } from '../db/open.ts'
import { HOLDING } from './lock-entries.ts'

/** What gives a seat. */
const GIVING = ['entry.prevalidate', 'entry.reinstate'] satisfies CommandName[]

/**
 * Who took the last seat, added to a refusal `no-seat-left`: `takenAt`, HQ's instant, and `takenBy`, the name of the PC, empty when
 * the seat was not given by a command. Any other refusal comes back as it is; so does this one when nobody holds a seat.
 */
export async function tellTaker(tx: Tx, centreId: string, refusal: Refusal): Promise<Refusal> {
  if (refusal.code !== 'no-seat-left') return refusal
  const last = await tx
    .selectFrom('entry')
    .select(['id', 'prevalidatedAt'])
    .where('centreId', '=', centreId)
    .where('offeringId', '=', String(refusal.detail?.offeringId))
    .where('status', 'in', HOLDING)
    .where('prevalidatedAt', 'is not', null)
    .orderBy('prevalidatedAt', 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  if (!last?.prevalidatedAt) return refusal
  const takenBy = await deviceThatGave(tx, centreId, last.id, last.prevalidatedAt)
  return { ...refusal, detail: { ...refusal.detail, takenAt: last.prevalidatedAt, takenBy } }
}

/** HQ writes the same instant in the entry and in its log. */
async function deviceThatGave(tx: Tx, centreId: string, entryId: string, at: string): Promise<string> {
  const given = await tx
    .selectFrom('commandLog')
    .innerJoin('device', (join) =>
      join.onRef('device.centreId', '=', 'commandLog.centreId').onRef('device.id', '=', 'commandLog.deviceId'),
    )
    .select('device.name')
    .where('commandLog.centreId', '=', centreId)
    .where('commandLog.receivedAt', '=', at)
    .where(sql<boolean>`command_log.command @> ${JSON.stringify({ args: { entryIds: [entryId] } })}::jsonb`)
    .where(sql<string>`command_log.command ->> 'name'`, 'in', GIVING)
    .limit(1)
    .executeTakeFirst()
  return given?.name ?? ''
}
