import type { SyncState, SyncStateKey } from '../../db/sync-state.ts'

/**
 * The last rescue file written by this PC, until an exchange succeeds. It took, in order, all that HQ had not judged: what is still not
 * judged up to `lastSequence` is in it.
 */
export type WrittenFile = { number: number; writtenAt: string; lastSequence: number }

/** Null before the first one. */
export function writtenFile({ fileNumber, fileWrittenAt, fileLastSequence }: SyncState): WrittenFile | null {
  if (fileNumber === undefined || fileWrittenAt === undefined) return null
  return { number: Number(fileNumber), writtenAt: fileWrittenAt, lastSequence: Number(fileLastSequence ?? 0) }
}

/** As `sync_state` keeps it, once the file is on its stick. */
export function fileState({ number, writtenAt, lastSequence }: WrittenFile): Partial<Record<SyncStateKey, string>> {
  return { fileNumber: String(number), fileWrittenAt: writtenAt, fileLastSequence: String(lastSequence) }
}

/** Forgotten once an exchange has succeeded: what it carried went that way too; and by a PC that HQ gives another name. */
export const NO_FILE: Partial<Record<SyncStateKey, null>> = {
  fileNumber: null,
  fileWrittenAt: null,
  fileLastSequence: null,
}

/**
 * Whether what left has no chance to have been heard: exchanges fail, or nothing but a file took it since the last one that succeeded.
 * A line that left is then said « à transmettre » again, as the frame counts it.
 */
export function isUnheard(state: SyncState): boolean {
  return state.trouble !== undefined || writtenFile(state) !== null
}
