import type { RenewRequest } from '../contract/hq.ts'
import type { Device } from '../domain/catalogue.ts'
import type { Write } from '../domain/entities.ts'
import { uuidV7 } from '../domain/ids.ts'
import type { Instant } from '../domain/time.ts'
import type { Tx } from './db/open.ts'
import { inTransaction } from './db/transaction.ts'
import { type KeptDevice, lockDevice } from './device-contact.ts'
import { isSignedBy } from './device-signature.ts'
import { drawSeries } from './draw-series.ts'
import type { EnrolledDevice } from './enrol-device.ts'
import { publish } from './feed.ts'
import type { Hq } from './hq.ts'
import { HttpError } from './http-error.ts'

/**
 * Gives a PC that is a copy of another, or was restored from a backup, an identity of its own: a new device in the same centre
 * and of the same name, with the next receipt series. The old identity is closed for good, whoever still has it, with a line in
 * « À revoir ». The same new key again is answered again. The challenge must have been checked.
 * @throws HttpError `unknown-device`, `bad-signature`, `revoked`
 */
export async function renewDevice(hq: Hq, request: RenewRequest): Promise<EnrolledDevice> {
  return inTransaction(hq.db, async (tx) => {
    const old = await lockDevice(tx, request.deviceId)
    if (!old) throw new HttpError('unknown-device')
    const signed = `${request.challenge}.${request.publicKey}`
    if (!isSignedBy(old.publicKey, signed, request.signature)) throw new HttpError('bad-signature')
    if (old.revokedAt !== null) throw new HttpError('revoked')
    return (await renewedBefore(tx, old, request.publicKey)) ?? (await renew(tx, hq, old, request))
  })
}

async function renewedBefore(tx: Tx, old: KeptDevice, publicKey: string): Promise<EnrolledDevice | null> {
  const { centreId } = old
  const renewed = await tx
    .selectFrom('hqDevice')
    .select('id')
    .where('replaces', '=', old.id)
    .where('publicKey', '=', publicKey)
    .executeTakeFirst()
  if (!renewed) return null
  const { id, name, series } = await faceOf(tx, centreId, renewed.id)
  return { deviceId: id, deviceName: name, series, centreId }
}

async function renew(tx: Tx, hq: Hq, old: KeptDevice, request: RenewRequest): Promise<EnrolledDevice> {
  const at = hq.clock.now()
  const { centreId } = old
  const face = await faceOf(tx, centreId, old.id)
  const series = await drawSeries(tx, centreId)
  const deviceId = uuidV7(at, hq.random(16))
  const { publicKey, agePublicKey, appVersion } = request
  await tx
    .insertInto('hqDevice')
    .values({
      id: deviceId,
      centreId,
      publicKey,
      agePublicKey,
      appVersion,
      enrolledAt: at,
      revokedAt: null,
      lastSequence: 0,
      replaces: old.id,
    })
    .execute()
  // The twin may have come first: then the old identity is closed already, and each copy has one of its own.
  if (old.replacedBy === null)
    await tx.updateTable('hqDevice').set({ replacedBy: deviceId, replacedAt: at }).where('id', '=', old.id).execute()
  const device: Device = { id: deviceId, name: face.name, series }
  const notice = closingNotice(hq, at, {
    code: request.reason === 'forked' ? 'identity-forked' : 'identity-restored',
    detail: { oldSeries: face.series, newSeries: series, lastNumber: await lastNumber(tx, centreId, face.series) },
    deviceName: face.name,
  })
  await publish(tx, { centreId, commandId: null, at, writes: [{ entity: 'device', value: device }, notice] })
  return { deviceId, deviceName: device.name, series, centreId }
}

type Told = { code: string; detail: Record<string, string>; deviceName: string }

function closingNotice(hq: Hq, at: Instant, told: Told): Write {
  return {
    entity: 'reviewItem',
    value: {
      id: uuidV7(at, hq.random(16)),
      // No command is behind it: HQ found out by itself.
      commandId: uuidV7(at, hq.random(16)),
      kind: 'notice',
      name: 'device.renew',
      ...told,
      requestId: null,
      entryIds: [],
      paymentId: null,
      operatorName: '',
      doneAt: at,
      judgedAt: at,
      dependents: [],
    },
  }
}

function faceOf(tx: Tx, centreId: string, deviceId: string): Promise<Device> {
  return tx
    .selectFrom('device')
    .select(['id', 'name', 'series'])
    .where('centreId', '=', centreId)
    .where('id', '=', deviceId)
    .executeTakeFirstOrThrow()
}

/** The last receipt of a series that HQ has been told of; empty when there is none. */
async function lastNumber(tx: Tx, centreId: string, series: string): Promise<string> {
  const last = await tx
    .selectFrom('receipt')
    .select('number')
    .where('centreId', '=', centreId)
    .where('series', '=', series)
    .orderBy('year', 'desc')
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.number ?? ''
}
