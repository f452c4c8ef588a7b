import { statfs } from 'node:fs/promises'
import { sql } from 'kysely'
import type { ThisDesk } from '../../contract/this-desk.ts'
import type { Db } from '../../db/schema.ts'
import { DIGEST_VERSION } from '../../domain/digest.ts'
import { newestBackup } from '../backups.ts'

/** What Réglages says of this PC. */
export async function readThisDesk(db: Db, dataFolder: string): Promise<ThisDesk> {
  const { rows } = await sql<{ userVersion: number }>`pragma user_version`.execute(db)
  return {
    dataFolder,
    databaseVersion: rows[0]?.userVersion ?? 0,
    contractVersion: DIGEST_VERSION,
    lastBackup: newestBackup(dataFolder),
    freeBytes: await freeBytes(dataFolder),
  }
}

/** Some network and encrypted disks do not say. */
async function freeBytes(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize
  } catch {
    return null
  }
}
