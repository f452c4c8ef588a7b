import { Uuid } from '../../domain/shapes/basic.ts'
import type { HqDatabase, Tx } from '../db/open.ts'
import type { Hq } from '../hq.ts'

/**
 * Notes that a device sent this and that HQ could not take it. Later commands of the device go past it; sent again, because the
 * answer was lost, it must not look like the command of an older copy. Ids that are none are not kept: nothing could name them.
 */
export async function noteUnread(
  { db, clock }: Pick<Hq, 'db' | 'clock'>,
  deviceId: string,
  id: string | null,
  code: string,
): Promise<void> {
  if (!Uuid.safeParse(id).success || id === null) return
  await db
    .insertInto('unreadCommand')
    .values({ deviceId, id, code, seenAt: clock.now() })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function wasUnread(db: HqDatabase | Tx, deviceId: string, id: string): Promise<boolean> {
  const noted = await db
    .selectFrom('unreadCommand')
    .select('id')
    .where('deviceId', '=', deviceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return noted !== undefined
}
