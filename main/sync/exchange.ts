import type { TroubleCode } from '../../contract/desk.ts'
import { listPending } from '../../db/commands.ts'
import { problemCode } from '../../db/problem.ts'
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
  onChange: (what: 'rows' | 'freshness' | 'phase') => void
}

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

export function createExchange({ db, clock, appVersion, fetch, onChange }: ExchangeOptions): Exchange {
  let underWay: Promise<TroubleCode | null> | null = null
  let untold: UntoldTrouble | null = null
  let client: { deviceId: string; hqUrl: string; client: HqClient } | null = null

  /** Kept between exchanges: it holds the token. */
  function clientOf(hqUrl: string, deviceId: string, privateKey: string): HqClient {
    if (client?.deviceId !== deviceId || client.hqUrl !== hqUrl)
      client = {
        deviceId,
        hqUrl,
        client: createHqClient({ hqUrl, appVersion, fetch, identity: { deviceId, sign: signer(privateKey) } }),
      }
    return client.client
  }

  async function once(): Promise<TroubleCode | null> {
    const { hqUrl, deviceId, privateKey, snapshotComplete } = await readSyncState(db)
    if (!hqUrl || !deviceId || !privateKey) return null
    const hq = clientOf(hqUrl, deviceId, privateKey)
    if (!snapshotComplete) {
      const first = await pullSnapshot(db, hq, { appVersion, onProgress: () => onChange('phase') })
      if (first.trouble) return first.trouble
      onChange('rows')
    }
    const pushed = await pushCommands(db, hq, clock.now())
    // What can be brought is brought even when sending failed on one command: its outcome may be there already.
    if (pushed.trouble && pushed.trouble !== 'hq-error') return pushed.trouble
    const pulled = await pullChanges(db, hq, { appVersion, onProgress: () => onChange('rows') })
    return pulled.trouble ?? pushed.trouble
  }

  async function noted(): Promise<TroubleCode | null> {
    onChange('freshness')
    const trouble = await once().catch(databaseTrouble)
    const now = clock.now()
    const { troubleSince } = await readSyncState(db)
    const state = trouble
      ? { trouble, troubleSince: troubleSince ?? now }
      : { trouble: null, troubleSince: null, lastSyncedAt: now }
    const unsaved = await saveSyncState(db, state).then(() => null, databaseTrouble)
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

const DATABASE_TROUBLES = {
  'disk-full': 'database-full',
  'read-only': 'database-read-only',
  damaged: 'database-damaged',
} as const satisfies Partial<Record<string, TroubleCode>>

/** What this PC's own database refused; nothing of the page was kept, the next exchange asks for it again. Anything else is a bug. */
function databaseTrouble(error: unknown): TroubleCode {
  const problem = problemCode(error)
  if (problem === null || !(problem in DATABASE_TROUBLES)) throw error
  console.error('exchange not kept', error)
  return DATABASE_TROUBLES[problem as keyof typeof DATABASE_TROUBLES]
}

/** Instant at which the next waiting command may leave, null when none waits. */
export async function nextSendAt(db: Db): Promise<string | null> {
  const waiting = (await listPending(db)).find(({ state }) => state === 'waiting')
  return waiting?.sendAfter ?? null
}
