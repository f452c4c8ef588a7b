import type { RenewRequest } from '../../contract/hq.ts'
import type { TroubleCode } from '../../contract/refusals.ts'
import { addAudit } from '../../db/audit.ts'
import { giveToDevice } from '../../db/commands.ts'
import { acknowledgeNotice, addNotice, listNotices } from '../../db/notices.ts'
import { lastReceiptNumber } from '../../db/payments.ts'
import type { Db, Tx } from '../../db/schema.ts'
import { readSyncState, saveSyncState } from '../../db/sync-state.ts'
import { type ClickContext, newId } from '../commands/context.ts'
import { NO_FILE } from '../rescue/written-file.ts'
import { type DeviceSecrets, drawSecrets, keysOf } from './device-keys.ts'
import type { HqClient } from './hq-client.ts'

/**
 * This PC is an older copy of a device that HQ knows further on, or of one that another PC goes on with: it becomes a device of its own,
 * with a new key and a new receipt series. What HQ has not judged goes on under the new name, in the same order; nothing is lost, and
 * no receipt number is ever drawn twice from here on. A person is told.
 */
export async function renewIdentity(
  db: Db,
  client: HqClient,
  reason: RenewRequest['reason'],
  { clock, random }: Pick<ClickContext, 'clock' | 'random'>,
): Promise<TroubleCode | null> {
  const secrets = await nextSecrets(db)
  const { publicKey, agePublicKey } = await keysOf(secrets)
  const reply = await client.renew({ reason, publicKey, agePublicKey })
  if (!reply.ok) return reply.trouble
  const { deviceId, series, hqPublicKey, hqAgePublicKey } = reply.value
  await db.transaction().execute(async (tx) => {
    const { series: oldSeries = '' } = await readSyncState(tx)
    const backupAt = await forgetRestored(tx, clock.now())
    const sent = await giveToDevice(tx, deviceId)
    await saveSyncState(tx, {
      deviceId,
      series,
      hqPublicKey,
      hqAgePublicKey,
      ...secrets,
      nextPrivateKey: null,
      nextAgeIdentity: null,
      contact: null,
      nextContact: null,
      restoredAt: null,
      departureNumber: null,
      ...NO_FILE,
      returnNumber: null,
    })
    const at = clock.now()
    await addAudit(tx, {
      id: newId({ clock, random }),
      at,
      operatorName: null,
      kind: 'identity-renewed',
      detail: { deviceId, reason, oldSeries, series },
    })
    const lastNumber = (await lastReceiptNumber(tx, oldSeries)) ?? ''
    const detail = { oldSeries, series, lastNumber, sent, reason, ...(backupAt === null ? {} : { backupAt }) }
    await addNotice(tx, { id: newId({ clock, random }), at, kind: 'identity-renewed', detail })
  })
  return null
}

/**
 * « Restored » announces what this renewal has just done: the notice of the renewal takes its place and its day.
 * @returns the instant of the backup, null when no such notice was standing
 */
async function forgetRestored(tx: Tx, at: string): Promise<string | number | null> {
  let backupAt: string | number | null = null
  for (const { id, kind, detail } of await listNotices(tx)) {
    if (kind !== 'restored') continue
    await acknowledgeNotice(tx, id, at)
    backupAt = detail.backupAt ?? null
  }
  return backupAt
}

/** Kept before the first try and used by every other: HQ answers the same key again with the same identity. */
async function nextSecrets(db: Db): Promise<DeviceSecrets> {
  const { nextPrivateKey, nextAgeIdentity } = await readSyncState(db)
  if (nextPrivateKey !== undefined && nextAgeIdentity !== undefined)
    return { privateKey: nextPrivateKey, ageIdentity: nextAgeIdentity }
  const secrets = await drawSecrets()
  await saveSyncState(db, { nextPrivateKey: secrets.privateKey, nextAgeIdentity: secrets.ageIdentity })
  return secrets
}
