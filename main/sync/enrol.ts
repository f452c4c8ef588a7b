import type { TroubleCode } from '../../contract/refusals.ts'
import { addAudit } from '../../db/audit.ts'
import type { Db } from '../../db/schema.ts'
import { readSyncState, saveSyncState } from '../../db/sync-state.ts'
import type { Clock } from '../../domain/time.ts'
import { newId } from '../commands/context.ts'
import { type DeviceSecrets, drawSecrets, keysOf } from './device-keys.ts'
import { createHqClient } from './hq-client.ts'

export type EnrolOptions = {
  hqUrl: string
  code: string
  deviceName: string
  appVersion: string
  fetch: typeof fetch
  signal?: AbortSignal
  clock: Clock
  random: (bytes: number) => Uint8Array
}

/** Makes this PC known to HQ with a one-time code. It stays unknown unless HQ accepted; null when it did. */
export async function enrolDevice(db: Db, options: EnrolOptions): Promise<TroubleCode | null> {
  const { hqUrl, code, deviceName, appVersion, fetch, signal } = options
  if (!isSafeAddress(hqUrl)) return 'insecure-address'
  const keys = await keysOf(await ownSecrets(db))
  const client = createHqClient({ hqUrl, appVersion, fetch, signal, identity: null })
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

/**
 * Kept before the first try and used by every other: HQ answers the same code and key again, so that an answer lost on its way does
 * not cost the code.
 */
async function ownSecrets(db: Db): Promise<DeviceSecrets> {
  const { privateKey, ageIdentity } = await readSyncState(db)
  if (privateKey !== undefined && ageIdentity !== undefined) return { privateKey, ageIdentity }
  const secrets = await drawSecrets()
  await saveSyncState(db, secrets)
  return secrets
}

/** Identity data and tokens travel to HQ: never in clear, but to this very machine. */
export function isSafeAddress(hqUrl: string): boolean {
  const { protocol } = new URL(hqUrl)
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hqUrl))
}

export function isLoopback(hqUrl: string): boolean {
  return ['127.0.0.1', '[::1]', 'localhost'].includes(new URL(hqUrl).hostname)
}
