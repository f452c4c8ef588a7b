import type { EnrolAnswer, EnrolRequest } from '../contract/hq.ts'
import { uuidV7 } from '../domain/ids.ts'
import type { Tx } from './db/open.ts'
import { inTransaction } from './db/transaction.ts'
import { drawSeries } from './draw-series.ts'
import { hashOf } from './enrolment-codes.ts'
import { publish } from './feed.ts'
import type { Hq } from './hq.ts'

export type EnrolledDevice = Pick<EnrolAnswer, 'deviceId' | 'deviceName' | 'series' | 'centreId'>

/**
 * Uses a one-time code: the device, its receipt series (the first letter free in its centre) and its row in the centre's feed,
 * in one transaction. A code sent again with the same key is answered again, for an answer may be lost on its way.
 * Null when the code is unknown, too old, or used by another PC.
 */
export async function enrolDevice(hq: Hq, request: EnrolRequest): Promise<EnrolledDevice | null> {
  const hash = hashOf(request.code)
  return inTransaction(hq.db, async (tx) => {
    const at = hq.clock.now()
    // The update takes the row's lock: of two PCs with one code, the second waits and then finds it used.
    const used = await tx
      .updateTable('enrolmentCode')
      .set({ usedAt: at })
      .where('hash', '=', hash)
      .where('usedAt', 'is', null)
      .where('expiresAt', '>', at)
      .returning('centreId')
      .executeTakeFirst()
    if (!used) return answeredBefore(tx, hash, request.publicKey)
    const { centreId } = used
    const deviceId = uuidV7(at, hq.random(16))
    const series = await drawSeries(tx, centreId)
    await tx
      .insertInto('hqDevice')
      .values({
        id: deviceId,
        centreId,
        publicKey: request.publicKey,
        agePublicKey: request.agePublicKey,
        appVersion: request.appVersion,
        enrolledAt: at,
        revokedAt: null,
        lastSequence: 0,
      })
      .execute()
    await tx.updateTable('enrolmentCode').set({ deviceId }).where('hash', '=', hash).execute()
    const device = { id: deviceId, name: request.deviceName, series }
    await publish(tx, { centreId, commandId: null, at, writes: [{ entity: 'device', value: device }] })
    return { deviceId, deviceName: device.name, series, centreId }
  })
}

async function answeredBefore(tx: Tx, hash: string, publicKey: string): Promise<EnrolledDevice | null> {
  const device = await tx
    .selectFrom('enrolmentCode')
    .innerJoin('hqDevice', 'hqDevice.id', 'enrolmentCode.deviceId')
    .innerJoin('device', (join) =>
      join.onRef('device.id', '=', 'hqDevice.id').onRef('device.centreId', '=', 'hqDevice.centreId'),
    )
    .select(['device.id', 'device.name', 'device.series', 'device.centreId'])
    .where('enrolmentCode.hash', '=', hash)
    .where('hqDevice.publicKey', '=', publicKey)
    .executeTakeFirst()
  return device
    ? { deviceId: device.id, deviceName: device.name, series: device.series, centreId: device.centreId }
    : null
}
