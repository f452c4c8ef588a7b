import { readdirSync, rmSync, statSync, utimesSync } from 'node:fs'
import path from 'node:path'
import type { Instant } from '../domain/time.ts'

/** What `openDatabase` puts beside the database before it brings it up to date. */
const NAME = /^pupitre\.sqlite\.before-\d+$/
const KEPT_MS = 30 * 86_400_000

/**
 * Removes the copies made before migrations thirty days ago or more: they hold people who have left since. To be called behind a daily
 * copy that was just read whole, so that no clock, however wrong, takes the only way back.
 */
export function removeOldMigrationCopies(dataFolder: string, now: Instant): void {
  const nowMs = Date.parse(now)
  for (const name of readdirSync(dataFolder).filter((one) => NAME.test(one))) {
    const file = path.join(dataFolder, name)
    const ageMs = nowMs - statSync(file).mtimeMs
    if (ageMs >= KEPT_MS) rmSync(file, { force: true })
    // Written while the clock was ahead: its thirty days begin today, or it would stay for years.
    else if (ageMs < 0) utimesSync(file, nowMs / 1000, nowMs / 1000)
  }
}
