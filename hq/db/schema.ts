import type { ColumnType } from 'kysely'
import type { EntityName, EntityValue } from '../../domain/entities.ts'

/** Arrays and objects are `jsonb`: read as values, written as their text, because `pg` would make PostgreSQL arrays of arrays. */
type Column<T> = [NonNullable<T>] extends [string | number | boolean] ? T : ColumnType<T, string | null, string | null>
type Columns<E extends EntityName> = { [K in keyof EntityValue<E>]: Column<EntityValue<E>[K]> }

/** Rows that belong to no single centre. A candidate is HQ's: a centre sees the candidates of its requests. */
export type SharedEntity = 'examSession' | 'exam' | 'software' | 'centre' | 'candidate'
export type CentreEntity = Exclude<EntityName, SharedEntity>

type SharedTables = { [E in SharedEntity]: Columns<E> & { revision: number } }
type CentreTables = { [E in CentreEntity]: Columns<E> & { centreId: string; revision: number } }

export type HqSchema = SharedTables &
  CentreTables & {
    feed: { stream: string; head: number }
    change: {
      stream: string
      position: number
      commandId: string | null
      rowCount: number
      rows: ColumnType<unknown[], string, never>
      at: string
    }
    commandLog: {
      id: string
      centreId: string
      deviceId: string
      sequence: number
      receivedAt: string
      command: ColumnType<unknown, string, never>
    }
    /** What HQ alone knows of a device; its public face is the row `device` of its centre. */
    hqDevice: {
      id: string
      centreId: string
      publicKey: string
      agePublicKey: string
      appVersion: string
      enrolledAt: string
      revokedAt: string | null
      lastSequence: number
    }
    enrolmentCode: {
      hash: string
      centreId: string
      expiresAt: string
      usedAt: string | null
      deviceId: string | null
    }
    hqKey: { name: string; value: string }
    /** At most one row: which invented data this database was filled with. */
    sample: { size: string; loadedAt: string }
    migration: { number: number; name: string }
  }
