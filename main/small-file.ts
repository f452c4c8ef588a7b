import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import type { z } from 'zod'

/**
 * A few values beside the database that are a convenience and no more: whatever is wrong with the file, the application goes on as if
 * it had never been written.
 */
export type SmallFile<Schema extends z.ZodType> = {
  /** What was left there; null when there is nothing, or nothing that can be read. */
  recall(): z.infer<Schema> | null
  /** Replaces it whole: a power cut leaves the old or the new. What cannot be written (a full disk) is logged and forgotten. */
  remember(value: z.infer<Schema>): void
}

export function smallFile<Schema extends z.ZodType>(file: string, schema: Schema): SmallFile<Schema> {
  return {
    recall() {
      try {
        return schema.parse(JSON.parse(readFileSync(file, 'utf8')))
      } catch {
        return null
      }
    },
    remember(value) {
      try {
        writeFileSync(`${file}.tmp`, JSON.stringify(value))
        renameSync(`${file}.tmp`, file)
      } catch (error) {
        console.error(`not remembered: ${file}`, error)
      }
    },
  }
}
