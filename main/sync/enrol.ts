import type { TroubleCode } from '../../contract/desk.ts'
import { addAudit } from '../../db/audit.ts'
import type { Db } from '../../db/schema.ts'
import { saveSyncState } from '../../db/sync-state.ts'
import type { Clock } from '../../domain/time.ts'
import { newId } from '../commands/context.ts'
import { generateDeviceKeys } from './device-keys.ts'
import { createHqClient } from './hq-client.ts'

export type EnrolOptions = {
  hqUrl: string
  code: string
  deviceName: string
  appVersion: string
  fetch: typeof fetch
  clock: Clock
  random: (bytes: number) => Uint8Array
}

/** Makes this PC known to HQ with a one-time code. Nothing is kept unless HQ accepted; null when it did. */
export async function enrolDevice(db: Db, options: EnrolOptions): Promise<TroubleCode | null> {
  const { hqUrl, code, deviceName, appVersion, fetch } = options
  const keys = await generateDeviceKeys()
  const client = createHqClient({ hqUrl, appVersion, fetch, identity: null })
  const reply = await client.enrol({
    code,
    deviceName,
    publicKey: keys.publicKey,
    agePublicKey: keys.agePublicKey,
    appVersion,
  })
  if (!reply.ok) return reply.trouble
  const { deviceId, series, centreId, hqPublicKey, hqAgePublicKey } = reply.value
  await db.transaction().execute(async (tx) => {
    await saveSyncState(tx, {
      hqUrl,
      deviceId,
      deviceName: reply.value.deviceName,
      series,
      centreId,
      hqPublicKey,
      hqAgePublicKey,
      privateKey: keys.privateKey,
      ageIdentity: keys.ageIdentity,
    })
    await addAudit(tx, {
      id: newId(options),
      at: options.clock.now(),
      operatorName: null,
      kind: 'device-enrolled',
      detail: { deviceId, centreId },
    })
  })
  return null
}
