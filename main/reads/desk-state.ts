import type { DeskState, Freshness, Notice } from '../../contract/desk.ts'
import { TROUBLE_CODES } from '../../contract/refusals.ts'
import { AGREEMENTS, NOTICE_KINDS } from '../../contract/states.ts'
import { countByState, listPending } from '../../db/commands.ts'
import { listNotices } from '../../db/notices.ts'
import { getRow, listRows } from '../../db/rows.ts'
import type { Db } from '../../db/schema.ts'
import { readSyncState, type SyncState } from '../../db/sync-state.ts'
import type { Clock } from '../../domain/time.ts'
import { isUnheard, writtenFile } from '../rescue/written-file.ts'
import type { UntoldTrouble } from '../sync/exchange.ts'
import { countOpenReviews } from './review-list.ts'

export type DeskStateOptions = {
  clock: Clock
  appVersion: string
  proposedHqUrl: string | null
  isSyncing: () => boolean
  untoldTrouble: () => UntoldTrouble | null
}

/** Where this PC stands: who it is, who sits at it, how fresh what it shows is. */
export async function readDeskState(
  db: Db,
  { clock, appVersion, proposedHqUrl, isSyncing, untoldTrouble }: DeskStateOptions,
): Promise<DeskState> {
  const state = await readSyncState(db)
  const centre = state.centreId ? await getRow(db, 'centre', state.centreId) : null
  const operator = state.operatorId ? await getRow(db, 'operator', state.operatorId) : null
  const active = operator?.active ? operator : null
  const sessions = await listRows(db, 'examSession')
  return {
    phase: !state.deviceId
      ? 'not-enrolled'
      : !state.snapshotComplete && !state.currentSessionComplete
        ? 'first-sync'
        : active
          ? 'ready'
          : 'choose-operator',
    now: clock.now(),
    appVersion,
    hqUrl: state.hqUrl ?? proposedHqUrl,
    deviceName: state.deviceName ?? null,
    series: state.series ?? null,
    centre,
    settings: state.centreId ? await getRow(db, 'centreSettings', state.centreId) : null,
    operator: active,
    operators: (await listRows(db, 'operator'))
      .filter((one) => one.active)
      .sort((a, b) => a.name.localeCompare(b.name, 'fr')),
    sessions: sessions.sort((a, b) => a.startsOn.localeCompare(b.startsOn)),
    exams: (await listRows(db, 'exam')).sort((a, b) => a.code.localeCompare(b.code)),
    freshness: { ...(await readFreshness(db, state, isSyncing())), ...untoldTrouble() },
  }
}

export async function readFreshness(db: Db, state: SyncState, syncing: boolean): Promise<Freshness> {
  const counts = await countByState(db)
  return {
    lastSyncedAt: state.lastSyncedAt ?? null,
    agreement: AGREEMENTS.find((known) => known === state.agreement) ?? 'unknown',
    clockAhead: state.clockAhead === undefined ? null : Number(state.clockAhead),
    seriesAwaited: state.restoredAt !== undefined,
    notices: await readNotices(db),
    syncing,
    trouble: TROUBLE_CODES.find((code) => code === state.trouble) ?? null,
    troubleSince: state.troubleSince ?? null,
    toTransmit: (counts.get('waiting') ?? 0) + (counts.get('sending') ?? 0),
    rescueFile: await readRescueFile(db, state),
    toReview: await countOpenReviews(db),
    quarantined: counts.get('quarantined') ?? 0,
    firstSync:
      state.snapshotComplete || !state.deviceId
        ? null
        : {
            done: Number(state.snapshotDone ?? 0),
            total: Number(state.snapshotTotal ?? 0),
            readable: state.currentSessionComplete === '1',
          },
  }
}

async function readRescueFile(db: Db, state: SyncState): Promise<Freshness['rescueFile']> {
  const file = writtenFile(state)
  if (!file || !isUnheard(state)) return null
  const holds = (await listPending(db)).filter(({ sequence }) => sequence <= file.lastSequence).length
  return { number: file.number, writtenAt: file.writtenAt, holds }
}

async function readNotices(db: Db): Promise<Notice[]> {
  const kept = await listNotices(db)
  return kept.flatMap((notice) => {
    const kind = NOTICE_KINDS.find((known) => known === notice.kind)
    return kind ? { ...notice, kind } : []
  })
}
