export const PROBLEM_CODES = [
  'from-the-future',
  'read-only',
  'damaged',
  'locked',
  'disk-full',
  'disk-error',
  'shared-folder',
  'missing',
  'cannot-open',
] as const
export type ProblemCode = (typeof PROBLEM_CODES)[number]

/** The database cannot be used. Thrown at opening, before anything is written; the file is left as it was. `missing`: there is none, and there was. */
export class DatabaseProblem extends Error {
  readonly code: ProblemCode
  readonly path: string

  constructor(code: ProblemCode, path: string, cause?: unknown) {
    super(`database ${code}: ${path}`, { cause })
    this.code = code
    this.path = path
  }
}

const byPrefix: readonly (readonly [string, ProblemCode])[] = [
  ['SQLITE_READONLY', 'read-only'],
  ['SQLITE_PERM', 'read-only'],
  ['SQLITE_CORRUPT', 'damaged'],
  ['SQLITE_NOTADB', 'damaged'],
  ['SQLITE_BUSY', 'locked'],
  ['SQLITE_LOCKED', 'locked'],
  ['SQLITE_FULL', 'disk-full'],
  ['SQLITE_CANTOPEN', 'cannot-open'],
  // A quota, a limit on the size of files, a cable pulled out: SQLite does not say which.
  ['SQLITE_IOERR', 'disk-error'],
  ['EACCES', 'read-only'],
  ['EPERM', 'read-only'],
  ['EROFS', 'read-only'],
  ['EBUSY', 'locked'],
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['EFBIG', 'disk-full'],
  ['EIO', 'disk-error'],
  ['EEXIST', 'cannot-open'],
  ['ENOTDIR', 'cannot-open'],
]

/** What an error of SQLite or of the file system means for a person; null when it is none of those. */
export function problemCode(error: unknown): ProblemCode | null {
  if (error instanceof DatabaseProblem) return error.code
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return byPrefix.find(([prefix]) => code.startsWith(prefix))?.[1] ?? null
}
