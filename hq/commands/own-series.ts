import type { Tx } from '../db/open.ts'
import { lineOf } from '../device-line.ts'

/** Whether a receipt series is the device's own, or one of those it had before it was given a new identity. */
export async function isOwnSeries(tx: Tx, centreId: string, deviceId: string, series: string): Promise<boolean> {
  const own = await tx
    .selectFrom('device')
    .select('id')
    .where('centreId', '=', centreId)
    .where('series', '=', series)
    .where('id', 'in', await lineOf(tx, deviceId))
    .executeTakeFirst()
  return own !== undefined
}
