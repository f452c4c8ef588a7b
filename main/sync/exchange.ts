import type { TroubleCode } from '../../contract/desk.ts'
import { type ProblemCode, problemCode } from '../../db/problem.ts'
import type { Db } from '../../db/schema.ts'
import { readSyncState, saveSyncState } from '../../db/sync-state.ts'
import type { Clock, Instant } from '../../domain/time.ts'
import { signer } from './device-keys.ts'
import { createHqClient, type HqClient } from './hq-client.ts'
import { pullChanges, pullSnapshot } from './pull.ts'
import { pushCommands } from './push.ts'

export type ExchangeOptions = {
  db: Db
  clock: Clock
  appVersion: string
  fetch: typeof fetch
  signal: AbortSignal
  onChange: (what: 'rows' | 'freshness' | 'phase') => void
}

type Enrolled = { hqUrl: string; deviceId: string; privateKey: string }

export type UntoldTrouble = { trouble: TroubleCode; troubleSince: Instant }

export type Exchange = {
  /** One whole exchange with HQ: first rows if need be, then send, then bring what changed. Joins the one under way. */
  run(): Promise<TroubleCode | null>
  isRunning(): boolean
  /** Trouble that could not even be written down. */
  untoldTrouble(): UntoldTrouble | null
  /** Resolves when no exchange is under way. */
  settled(): Promise<void>
}

export function createExchange({ db, clock, appVersion, fetch, signal, onChange }: ExchangeOptions): Exchange {
  let underWay: Promise<TroubleCode | null> | null = null
  let untold: UntoldTrouble | null = null
  let client: { deviceId: string; hqUrl: string; client: HqClient } | null = null

  /** Kept between exchanges: it holds the token. */
  function clientOf(hqUrl: string, deviceId: string, privateKey: string): HqClient {
    if (client?.deviceId !== deviceId || client.hqUrl !== hqUrl)
      client = {
        deviceId,
        hqUrl,
        client: createHqClient({ hqUrl, appVersion, fetch, signal, identity: { deviceId, sign: signer(privateKey) } }),
      }
    return client.client
  }

  async function once({ hqUrl, deviceId, privateKey }: Enrolled): Promise<TroubleCode | null> {
    const hq = clientOf(hqUrl, deviceId, privateKey)
    const { snapshotComplete, refetching } = await readSyncState(db)
    if (!snapshotComplete || refetching) {
      const first = await pullSnapshot(db, hq, { appVersion, onProgress: () => onChange('phase') })
      if (first.trouble) return first.trouble
      onChange('rows')
    }
    const pushed = await pushCommands(db, hq, clock.now())
    // What can be brought is brought even when sending failed: the outcome may be there already.
    if (pushed !== null && !STILL_ANSWERS.has(pushed)) return pushed
    const pulled = await pullChanges(db, hq, { appVersion, onProgress: () => onChange('rows') })
    return pulled.trouble ?? pushed
  }

  async function noted(): Promise<TroubleCode | null> {
    const { hqUrl, deviceId, privateKey, troubleSince } = await readSyncState(db)
    // Not enrolled: no exchange has happened, and none is noted.
    if (!hqUrl || !deviceId || !privateKey) return null
    onChange('freshness')
    const trouble = await once({ hqUrl, deviceId, privateKey }).catch(troubleOfOurs)
    const now = clock.now()
    const state = trouble
      ? { trouble, troubleSince: troubleSince ?? now }
      : { trouble: null, troubleSince: null, lastSyncedAt: now }
    const unsaved = await saveSyncState(db, state).then(() => null, troubleOfOurs)
    // A database that takes nothing more cannot note that either: the window is told from memory until it can.
    untold = unsaved ? { trouble: trouble ?? unsaved, troubleSince: untold?.troubleSince ?? now } : null
    return trouble ?? unsaved
  }

  return {
    run() {
      underWay ??= noted().finally(() => {
        underWay = null
        onChange('freshness')
      })
      return underWay
    },
    isRunning: () => underWay !== null,
    untoldTrouble: () => untold,
    settled: async () => {
      await underWay?.catch(() => null)
    },
  }
}

/** Sending failed, yet HQ was there to say so. */
const STILL_ANSWERS: ReadonlySet<TroubleCode> = new Set(['hq-error', 'hq-garbage'])

const DATABASE_TROUBLES: Readonly<Record<ProblemCode, TroubleCode>> = {
  'disk-full': 'database-full',
  'read-only': 'database-read-only',
  damaged: 'database-damaged',
  locked: 'database-busy',
  'cannot-open': 'database-busy',
  'from-the-future': 'internal',
  'shared-folder': 'internal',
}

/**
 * What went wrong on this PC itself: its database, or a bug. Nothing of the page was kept, the next exchange asks for it again; and
 * « à jour » is not said meanwhile.
 */
function troubleOfOurs(error: unknown): TroubleCode {
  console.error('exchange not kept', error)
  const problem = problemCode(error)
  return problem ? DATABASE_TROUBLES[problem] : 'internal'
}
