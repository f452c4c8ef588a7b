import type { Tx } from '../../db/schema.ts'
import { readSyncState } from '../../db/sync-state.ts'
import type { Operator } from '../../domain/catalogue.ts'
import { uuidV7 } from '../../domain/ids.ts'
import type { Clock } from '../../domain/time.ts'

/** What a click brings with it besides its arguments: who acts, when, and where chance comes from. */
export type ClickContext = {
  clock: Clock
  random: (bytes: number) => Uint8Array
  operator: Operator
}

/**
 * The same, with what this PC is to HQ. Read in the click's own transaction: between two, HQ may have made this PC another device, and a
 * command under the old name would never be accepted.
 */
export type DraftContext = ClickContext & {
  deviceId: string
  /** This PC's receipt series. */
  series: string
  /** Restored from a backup: its series may have been used since, no receipt is numbered until HQ gives another. */
  seriesAwaited: boolean
  /** The first sync is not over: one may look, nothing may be changed. */
  incomplete: boolean
}

/** @throws before this PC is enrolled: the window offers no click then */
export async function draftContext(tx: Tx, context: ClickContext): Promise<DraftContext> {
  const { deviceId, series, restoredAt, snapshotComplete } = await readSyncState(tx)
  if (!deviceId || !series) throw new Error('this PC is not enrolled')
  return { ...context, deviceId, series, seriesAwaited: restoredAt !== undefined, incomplete: !snapshotComplete }
}

export function newId({ clock, random }: Pick<ClickContext, 'clock' | 'random'>): string {
  return uuidV7(clock.now(), random(16))
}
