import { sql } from 'kysely'
import { LOCK_SPACES } from './lock-by-text.ts'
import { firstTables } from './migrations/010-first-tables.ts'
import { sync } from './migrations/020-sync.ts'
import { creditNotes } from './migrations/030-credit-notes.ts'
import { sumsAnew } from './migrations/040-sums-anew.ts'
import { accounts } from './migrations/050-accounts.ts'
import { mail } from './migrations/060-mail.ts'
import { corrections } from './migrations/070-corrections.ts'
import { proposedOfferings } from './migrations/080-proposed-offerings.ts'
import { candidatesSay } from './migrations/090-candidates-say.ts'
import { nir } from './migrations/100-nir.ts'
import { requestVersions } from './migrations/110-request-versions.ts'
import { addressChanges } from './migrations/120-address-changes.ts'
import { staff } from './migrations/130-staff.ts'
import { passwordTries } from './migrations/140-password-tries.ts'
import { weightOfChanges } from './migrations/150-weight-of-changes.ts'
import { provedAddresses } from './migrations/160-proved-addresses.ts'
import { stoppedRequests } from './migrations/170-stopped-requests.ts'
import { deskWork } from './migrations/180-desk-work.ts'
import { paperChain } from './migrations/190-paper-chain.ts'
import { issuedPapers } from './migrations/200-issued-papers.ts'
import { cheques } from './migrations/210-cheques.ts'
import { statementMatches } from './migrations/220-statement-matches.ts'
import { credits } from './migrations/230-credits.ts'
import { wordings } from './migrations/240-wordings.ts'
import { attendance } from './migrations/250-attendance.ts'
import { takenBack } from './migrations/260-taken-back.ts'
import type { HqDatabase, Tx } from './open.ts'

/**
 * `run`: what SQL alone cannot do. It is code of today on rows of today, so it comes after the statements of every migration, once
 * however many ask for it.
 */
type Migration = { number: number; name: string; statements: readonly string[]; run?: (tx: Tx) => Promise<void> }

/** Numbers in tens, in order, forward only; never edited once shipped. */
export const migrations: readonly Migration[] = [
  firstTables,
  sync,
  creditNotes,
  sumsAnew,
  accounts,
  mail,
  corrections,
  proposedOfferings,
  candidatesSay,
  nir,
  requestVersions,
  addressChanges,
  staff,
  passwordTries,
  weightOfChanges,
  provedAddresses,
  stoppedRequests,
  deskWork,
  paperChain,
  issuedPapers,
  cheques,
  statementMatches,
  credits,
  wordings,
  attendance,
  takenBack,
]

/** The database was written by a later version of HQ: it is left untouched. */
export class DatabaseFromTheFuture extends Error {}

/**
 * Brings the database to this version, all or nothing.
 * @throws DatabaseFromTheFuture
 */
export async function migrate(db: HqDatabase, list: readonly Migration[] = migrations): Promise<void> {
  await db.transaction().execute(async (tx) => {
    // Of all instances, one migrates at a time.
    await sql`select pg_advisory_xact_lock(${sql.lit(LOCK_SPACES.migration)})`.execute(tx)
    await sql`create table if not exists migration (number integer primary key, name text not null)`.execute(tx)
    const done = await tx.selectFrom('migration').select('number').orderBy('number').execute()
    const last = done.at(-1)?.number ?? 0
    const newest = list.at(-1)?.number ?? 0
    if (last > newest) throw new DatabaseFromTheFuture(`Migration ${last} is not known here (newest: ${newest})`)
    const pending = list.filter(({ number }) => number > last)
    for (const { number, name, statements } of pending) {
      for (const statement of statements) await sql.raw(statement).execute(tx)
      await tx.insertInto('migration').values({ number, name }).execute()
    }
    for (const run of new Set(pending.flatMap(({ run }) => run ?? []))) await run(tx)
  })
}
