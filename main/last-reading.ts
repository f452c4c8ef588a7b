import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { type Instant, isInstant } from '../domain/time.ts'
import { databaseFile } from './restore-backup.ts'
import { smallFile } from './small-file.ts'

/** The database as it was left by an application that ended in order, and when it was last read whole before. */
const Left = z.object({ readAt: z.string().refine(isInstant), bytes: z.int().min(0), modifiedMs: z.number() })
type Left = z.infer<typeof Left>

/** A reading stands for that long, in milliseconds: the first start of the day reads all of it again. */
const STANDS_MS = 12 * 3_600_000

export type LastReading = {
  /** Whether the database need not be read whole again: it was today, and nobody has written it since it was left in order. */
  stands(): boolean
  /** Notes how the database was left. To be called once it is closed, and only then. */
  leave(): void
}

/**
 * What is known of the last time that the database was read whole. A centre opens the application forty times a day, and reading takes
 * as long as all the rest of the start: it is done at the first one, and after every end that was not in order.
 */
export function recallReading(dataFolder: string, now: Instant): LastReading {
  const file = databaseFile(dataFolder)
  const note = smallFile(path.join(dataFolder, 'lecture.json'), Left)
  let readAt = now
  return {
    stands() {
      const left = note.recall()
      if (!left || !isOfToday(left.readAt, now) || !isAsLeft(file, left)) return false
      readAt = left.readAt
      return true
    },
    leave() {
      const stat = statSync(file, { throwIfNoEntry: false })
      if (stat) note.remember({ readAt, bytes: stat.size, modifiedMs: stat.mtimeMs })
    },
  }
}

/** A clock that was put back says nothing. */
function isOfToday(readAt: Instant, now: Instant): boolean {
  const ago = Date.parse(now) - Date.parse(readAt)
  return ago >= 0 && ago < STANDS_MS
}

/** A journal beside it is what a crash leaves; another size or date, what another hand does. */
function isAsLeft(file: string, { bytes, modifiedMs }: Left): boolean {
  const stat = statSync(file, { throwIfNoEntry: false })
  return stat?.size === bytes && stat.mtimeMs === modifiedMs && !existsSync(`${file}-wal`)
}
