import { z } from 'zod'
import { BigCount, Count, LocalDateText } from '../domain/shapes/basic.ts'
import { TEXT_SIZES, THEMES } from './choices.ts'

/** What Réglages says of this PC, beside what `desk.state` already holds. */
export const ThisDesk = z.object({
  dataFolder: z.string().max(4000),
  /** The last migration of the database. */
  databaseVersion: Count,
  /** The version of the rows exchanged with HQ (`DIGEST_VERSION`). */
  contractVersion: Count,
  /** The day's copy that goes furthest, by the day in its name; null before the first one. */
  lastBackup: z.object({ on: LocalDateText, bytes: BigCount }).nullable(),
  /** Room left on the disk that holds the data, in bytes; null when the system does not say. */
  freeBytes: BigCount.nullable(),
})
export type ThisDesk = z.infer<typeof ThisDesk>

/** What of a person's appearance is beyond the page: the window's own parts, and how large everything is. */
export const WindowLook = z.object({ theme: z.enum(THEMES), textSize: z.literal(TEXT_SIZES) })
export type WindowLook = z.infer<typeof WindowLook>
