import type { TroubleCode } from '../../contract/refusals.ts'
import { type ProblemCode, problemCode } from '../../db/problem.ts'
import type { Db } from '../../db/schema.ts'
import { readSyncState, type SyncState, saveSyncState } from '../../db/sync-state.ts'
import type { Clock, Instant } from '../../domain/time.ts'
import { NO_FILE } from '../rescue/written-file.ts'
import { agreeWith } from './agree.ts'
import { keepContact, nextContact } from './contact.ts'
import { signer } from './device-keys.ts'
import { createHqClient, type HqClient } from './hq-client.ts'
import { type Pulled, pullChanges, pullSnapshot } from './pull.ts'
import { pushCommands } from './push.ts'
import { renewIdentity } from './renew.ts'

export type ExchangeOptions = {
  db: Db
  clock: Clock
  random: (bytes: number) => Uint8Array
  appVersion: string
  fetch: typeof fetch
  signal: AbortSignal
  onChange: (what: 'rows' | 'freshness' | 'phase') => void
  /** What is asked of HQ besides, at the end of an exchange that went well: no trouble of its own is one of the exchange. */
  besides?: (hq: HqClient) => Promise<void>
}

export type UntoldTrouble = { trouble: TroubleCode; troubleSince: Instant }

export type Exchange = {
  /** One whole exchange with HQ: first rows if need be, then send, then bring what changed. Joins the one under way. */
  run(): Promise<TroubleCode | null>
  /**
   * Asks HQ to answer as soon as there is something new, for so many seconds at most, and takes it in. Beside `run`: what is held
   * holds back nothing. Null when HQ answered; trouble is for `run` to find again and to note; `not-yet` before the first is complete.
   */
  listen(seconds: number): Promise<TroubleCode | 'not-yet' | null>
  isRunning(): boolean
  /** Trouble that could not even be written down. */
  untoldTrouble(): UntoldTrouble | null
  /** Resolves when no exchange is under way. */
  settled(): Promise<void>
}

/** A PC's clock this far from HQ's is worth a word. Deadlines do not depend on it. */
const CLOCK_TOLERANCE_SECONDS = 120

export function createExchange(options: ExchangeOptions): Exchange {
  const { db, clock, random, appVersion, fetch, signal, onChange, besides } = options
  let underWay: Promise<TroubleCode | null> | null = null
  let untold: UntoldTrouble | null = null
  let client: { deviceId: string; hqUrl: string; client: HqClient } | null = null
  let clockAhead: number | null = null

  function onHqTime(now: Instant): void {
    const ahead = Math.round((Date.parse(clock.now()) - Date.parse(now)) / 1000)
    clockAhead = Math.abs(ahead) > CLOCK_TOLERANCE_SECONDS ? ahead : null
  }

  /** Kept between exchanges: it holds the token. Null before this PC is enrolled. */
  function clientOf({ hqUrl, deviceId, privateKey }: SyncState): HqClient | null {
    if (!hqUrl || !deviceId || !privateKey) return null
    if (client?.deviceId !== deviceId || client.hqUrl !== hqUrl) {
      const identity = {
        deviceId,
        sign: signer(privateKey),
        contact: () => nextContact(db, random),
        met: (mark: string) => keepContact(db, mark),
      }
      const made = createHqClient({ hqUrl, appVersion, fetch, signal, onHqTime, identity })
      client = { deviceId, hqUrl, client: made }
    }
    return client.client
  }

  async function once(): Promise<TroubleCode | null> {
    const state = await readSyncState(db)
    const hq = clientOf(state)
    if (!hq) return null
    // Restored from a backup by this application: known to be an older copy, whatever HQ may find out by itself.
    if (state.restoredAt !== undefined) return await goOnAsAnother(hq, 'restored')
    const trouble = await withHq(hq)
    return trouble === 'identity-forked' ? await goOnAsAnother(hq, 'forked') : trouble
  }

  /** The rest of the exchange is done under the new name. */
  async function goOnAsAnother(hq: HqClient, reason: 'forked' | 'restored'): Promise<TroubleCode | null> {
    const trouble = await renewIdentity(db, hq, reason, { clock, random })
    if (trouble) return trouble
    onChange('phase')
    const renewed = clientOf(await readSyncState(db))
    return renewed ? await withHq(renewed) : null
  }

  async function withHq(hq: HqClient): Promise<TroubleCode | null> {
    const first = await bringAll(hq)
    if (first) return first
    const pushed = await pushCommands(db, hq, clock.now())
    // What can be brought is brought even when sending failed: the outcome may be there already.
    if (pushed !== null && !STILL_ANSWERS.has(pushed)) return pushed
    let pulled = await pull(hq)
    if ((await readSyncState(db)).refetching) {
      const again = await bringAll(hq)
      if (again) return again
      pulled = await pull(hq)
    }
    const trouble = pulled.trouble ?? (await compare(hq, pulled)) ?? pushed
    if (!trouble) await besides?.(hq).catch((error) => console.error('not brought besides', error))
    return trouble
  }

  /** Every row, for the first time or again, when that is what is wanted. */
  async function bringAll(hq: HqClient): Promise<TroubleCode | null> {
    const { snapshotComplete, refetching } = await readSyncState(db)
    if (snapshotComplete && !refetching) return null
    const trouble = await pullSnapshot(db, hq, { clock, random, appVersion, onProgress: () => onChange('phase') })
    if (!trouble) onChange('rows')
    return trouble
  }

  function pull(hq: HqClient, wait = 0): Promise<Pulled> {
    return pullChanges(db, hq, { clock, random, appVersion, wait, onProgress: () => onChange('rows') })
  }

  async function compare(hq: HqClient, { sums }: Pulled): Promise<TroubleCode | null> {
    if (!sums) return null
    const trouble = await agreeWith(db, hq, sums, { clock, random })
    onChange('freshness')
    return trouble
  }

  async function noted(): Promise<TroubleCode | null> {
    const { deviceId, privateKey, troubleSince } = await readSyncState(db)
    // Not enrolled: no exchange has happened, and none is noted.
    if (!deviceId || !privateKey) return null
    onChange('freshness')
    const trouble = await once().catch(troubleOfOurs)
    const now = clock.now()
    const state = trouble
      ? { trouble, troubleSince: troubleSince ?? now }
      : { trouble: null, troubleSince: null, lastSyncedAt: now, ...NO_FILE }
    const ahead = clockAhead === null ? null : String(clockAhead)
    const unsaved = await saveSyncState(db, { ...state, clockAhead: ahead }).then(() => null, troubleOfOurs)
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
    async listen(seconds) {
      try {
        const state = await readSyncState(db)
        const hq = clientOf(state)
        if (!hq || !state.snapshotComplete || state.refetching) return 'not-yet'
        const pulled = await pull(hq, seconds)
        const trouble = pulled.trouble ?? (await compare(hq, pulled))
        if (!trouble && underWay === null) {
          await saveSyncState(db, { lastSyncedAt: clock.now() })
          onChange('freshness')
        }
        return trouble
      } catch (error) {
        return troubleOfOurs(error)
      }
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
  'disk-error': 'database-disk',
  missing: 'database-disk',
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
