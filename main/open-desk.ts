import { existsSync, readdirSync, statSync } from 'node:fs'
import { checkWhole } from '../db/copies.ts'
import { openDatabase } from '../db/open.ts'
import { DatabaseProblem, type ProblemCode, problemCode } from '../db/problem.ts'
import type { Db } from '../db/schema.ts'
import { PROBLEM_SENTENCES } from '../text/database.ts'
import { hasBackups } from './backups.ts'
import { databaseFile, finishRestore } from './restore-backup.ts'

/** Why the application cannot open on this PC, as a sentence for the person in front of it. */
export class CannotOpen extends Error {
  readonly sentence: string
  readonly problem: ProblemCode

  constructor(problem: ProblemCode, file: string, cause: unknown) {
    const sentence = PROBLEM_SENTENCES[problem](file)
    super(sentence, { cause })
    this.sentence = sentence
    this.problem = problem
  }
}

/**
 * The database of this PC, read whole before anybody works on it, unless it is known to be whole. A new one is only made where
 * there never was any: of a file that has been emptied SQLite would make a new one without a word, and delete the journal beside
 * it.
 * @throws CannotOpen
 */
export async function openDesk(dataFolder: string, isKnownWhole: () => boolean = () => false): Promise<Db> {
  const file = databaseFile(dataFolder)
  try {
    finishRestore(dataFolder)
    const bytes = statSync(file, { throwIfNoEntry: false })?.size
    if (!bytes && (hasBackups(dataFolder) || hasTraces(dataFolder, bytes === undefined ? BESIDE : BESIDE_EMPTY)))
      throw new DatabaseProblem('missing', file)
    if (bytes !== undefined && !isKnownWhole()) checkWhole(file)
    return await openDatabase(file)
  } catch (error) {
    throw asCannotOpen(error, file)
  }
}

const BESIDE = /^pupitre\.sqlite[-.]/
/** A first start cut short leaves an empty file with its first `-journal`: that one says nothing. */
const BESIDE_EMPTY = /^pupitre\.sqlite(?!-journal$)[-.]/

/** What else lies there says that there was a database: its journal without it, or a damaged one put aside. */
function hasTraces(dataFolder: string, beside: RegExp): boolean {
  return existsSync(dataFolder) && readdirSync(dataFolder).some((name) => beside.test(name))
}

/** The same error with its French sentence when a person can act upon it; as it is when it is a bug. */
export function asCannotOpen(error: unknown, file: string): unknown {
  const code = error instanceof DatabaseProblem ? error.code : problemCode(error)
  return code ? new CannotOpen(code, file, error) : error
}
