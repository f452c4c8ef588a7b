import Sqlite from 'better-sqlite3'
import { z } from 'zod'
import { DOCUMENT_KINDS } from '../domain/document-kinds.ts'
import { Command } from '../domain/shapes/command.ts'
import { COMMAND_STATES, type CommandTable } from './schema.ts'

/** What could be read of a damaged database: what only this PC knows, and nowhere else can be had again. */
export type Salvage = {
  /** In the order of this PC. */
  commands: CommandTable[]
  documents: z.infer<typeof SavedDocument>[]
  audit: z.infer<typeof SavedAudit>[]
  /** Lines of the register that could not be read, at least; null when the file could not be read at all. */
  unread: number | null
}

const SavedCommand = z.object({
  id: z.string(),
  sequence: z.int(),
  v: z.int(),
  deviceId: z.string(),
  operator: z.string(),
  at: z.string(),
  name: z.string(),
  args: z.string(),
  dependsOn: z.string(),
  sendAfter: z.string(),
  state: z.enum(COMMAND_STATES),
  clickId: z.string(),
  touches: z.string(),
  doubtful: z.int(),
  code: z.string().nullable(),
  detail: z.string().nullable(),
  settledAt: z.string().nullable(),
  // Not there before a later version.
  sentAt: z.string().nullable().default(null),
})
const SavedDocument = z.object({
  id: z.string(),
  kind: z.enum(DOCUMENT_KINDS),
  refId: z.string(),
  sessionId: z.string(),
  title: z.string(),
  version: z.int(),
  duplicate: z.int(),
  templateVersion: z.int(),
  content: z.string(),
  fileName: z.string(),
  sha256: z.string(),
  madeAt: z.string(),
  madeBy: z.string(),
})
const SavedAudit = z.object({
  id: z.string(),
  at: z.string(),
  operatorName: z.string().nullable(),
  kind: z.string(),
  detail: z.string(),
})

/** Reading stops after so many places in a row that cannot be read: more than one page of the tree above the lines leads to. */
const PROBED = 20_000

/**
 * Reads line by line, each by itself, so that one damaged page costs only its own lines. What is not whole is left out: garbage must
 * not become data. The file may be written to (its journal is taken in): give a copy.
 */
export function salvage(file: string): Salvage {
  const found: Salvage = { commands: [], documents: [], audit: [], unread: 0 }
  let sqlite: Sqlite.Database
  try {
    sqlite = new Sqlite(file, { fileMustExist: true })
  } catch {
    return { ...found, unread: null }
  }
  try {
    const commands = readLines(sqlite, 'command')
    const documents = readLines(sqlite, 'document')
    const audit = readLines(sqlite, 'audit')
    if (!commands) return { ...found, unread: null }
    found.commands = keepWhole(commands.lines, SavedCommand).filter(isCommand)
    found.documents = keepWhole(documents?.lines ?? [], SavedDocument)
    found.audit = keepWhole(audit?.lines ?? [], SavedAudit)
    found.commands.sort((a, b) => a.sequence - b.sequence)
    found.unread = commands.unread + commands.lines.length - found.commands.length
    return found
  } finally {
    sqlite.close()
  }
}

/**
 * The numbers of lines are noise as easily as the rest: they never say how far to read, and a line numbered far ahead is not jumped to
 * before the places in between were tried, for the next page may go on where this one left off.
 * @returns null when not even the table can be found
 */
function readLines(sqlite: Sqlite.Database, table: string): { lines: unknown[]; unread: number } | null {
  let read: Sqlite.Statement
  try {
    // From the place itself on, not after the one before: that one may be on a page that cannot be read.
    read = sqlite.prepare(`select rowid, * from ${table} where rowid >= ? order by rowid limit 1`)
  } catch {
    return null
  }
  const lines: unknown[] = []
  let last = 0
  let unread = 0
  let unreadSinceLast = 0
  let missing = 0
  let place = 1
  while (missing < PROBED && Number.isSafeInteger(place)) {
    try {
      const line = read.get(place) as Record<string, unknown> | undefined
      if (!line) return { lines, unread: unread + unreadSinceLast }
      const rowid = Number(line.rowid)
      if (rowid !== last) {
        lines.push(camelCased(line))
        unread += unreadSinceLast
        unreadSinceLast = 0
      }
      last = rowid
      missing = rowid === place ? 0 : missing + 1
      if (missing === PROBED && rowid > place) {
        place = rowid
        missing = 0
      }
    } catch {
      missing += 1
      unreadSinceLast += 1
    }
    place += 1
  }
  // How many lines the end held is not known: one at least.
  return { lines, unread: unread + Math.min(unreadSinceLast, 1) }
}

function camelCased(line: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(line).map(([name, value]) => [
      name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  )
}

function keepWhole<S extends z.ZodType>(lines: readonly unknown[], schema: S): z.infer<S>[] {
  return lines.flatMap((line) => {
    const parsed = schema.safeParse(line)
    return parsed.success ? [parsed.data] : []
  })
}

function isCommand({ operator, args, dependsOn, touches, ...plain }: CommandTable): boolean {
  try {
    const read = { ...plain, operator: JSON.parse(operator), args: JSON.parse(args), dependsOn: JSON.parse(dependsOn) }
    return Command.safeParse(read).success && Array.isArray(JSON.parse(touches))
  } catch {
    return false
  }
}
