import { addressKey } from '../../domain/registration.ts'
import type { Instant } from '../../domain/time.ts'
import { keepVersion, rowsOf } from '../candidates/request-versions.ts'
import type { HqDatabase, Tx } from '../db/open.ts'
import { publish } from '../feed.ts'
import type { Hq } from '../hq.ts'
import { SAMPLE_ADDRESSES, SAMPLE_PASSWORD_HASH, SAMPLE_STAFF } from './accounts.ts'
import type { FirstVersion } from './first-version.ts'
import { makeSample, type SampleSize } from './make-sample.ts'
import { leaveStaffWork } from './staff-work.ts'

/** The database already holds a centre that is not invented: the sample stays out of it. */
export class NotEmpty extends Error {}

/** Whether this database holds the sample. */
export async function holdsSample(db: HqDatabase): Promise<boolean> {
  return (await db.selectFrom('sample').select('size').executeTakeFirst()) !== undefined
}

/**
 * Fills an empty database with the sample, all of it or nothing; does nothing when it is there already.
 * @throws NotEmpty
 */
export async function loadSample({ db, clock }: Pick<Hq, 'db' | 'clock'>, size: SampleSize): Promise<void> {
  // One that was loaded by an earlier version has nobody to sign in at the staff's pages.
  if (await holdsSample(db)) return openStaffAccount(db, clock.now())
  if (await db.selectFrom('centre').select('id').limit(1).executeTakeFirst()) throw new NotEmpty()
  const at = clock.now()
  const sample = makeSample(at, size)
  // Many positions in one transaction, against the rule of one a transaction: nobody reads before the sample is there.
  await db.transaction().execute(async (tx) => {
    await tx.insertInto('sample').values({ size, loadedAt: at }).execute()
    await publish(tx, { centreId: null, commandId: null, at, writes: sample.common })
    for (const { centreId, batches } of sample.centres)
      for (const writes of batches) await publish(tx, { centreId, commandId: null, at, writes })
    await openAccounts(tx, at)
    for (const { centreId, firstVersions } of sample.centres)
      for (const first of firstVersions) await keepFirstVersion(tx, centreId, first)
    await leaveStaffWork(tx, at)
    await openStaffAccount(tx, at)
  })
}

/** The accounts of those invented candidates who have one, and what their requests said when they were sent. */
async function openAccounts(tx: Tx, at: Instant): Promise<void> {
  const candidates = await tx
    .selectFrom('candidate')
    .select(['id', 'email', 'birthPlace', 'birthCountry'])
    .where('email', 'in', Object.values(SAMPLE_ADDRESSES))
    .execute()
  for (const { id, email, birthPlace, birthCountry } of candidates) {
    await tx
      .insertInto('account')
      .values({
        ...{ id, candidateId: id, email, emailKey: addressKey(email), passwordHash: SAMPLE_PASSWORD_HASH },
        ...{ confirmedAt: at, createdAt: at },
      })
      .execute()
    // As if they had filled in HQ's form: so that they may change what they said in it.
    await tx
      .insertInto('candidateFile')
      .values({
        ...{ candidateId: id, nationality: 'française', informedAt: at },
        birthPlace: JSON.stringify({ kind: 'abroad', country: birthCountry, town: birthPlace }),
        situation: JSON.stringify({ category: 'employee', previousExams: null }),
        funding: JSON.stringify({ kind: 'own' }),
      })
      .execute()
    const requests = tx.selectFrom('request').select(['id', 'centreId', 'receivedAt', 'changes'])
    for (const row of await requests.where('candidateId', '=', id).execute())
      await keepVersion(tx, {
        ...(await rowsOf(tx, row.centreId, row.id)),
        at: row.changes.at(-1)?.at ?? row.receivedAt,
      })
  }
}

/** So that both papers are there, of a request whose candidate has an account. */
async function keepFirstVersion(tx: Tx, centreId: string, first: FirstVersion): Promise<void> {
  const { candidate, request } = first
  const account = tx.selectFrom('account').select('id').where('candidateId', '=', candidate.id)
  if (await account.executeTakeFirst()) await keepVersion(tx, { centreId, ...first, at: request.receivedAt })
}

async function openStaffAccount(db: HqDatabase | Tx, at: Instant): Promise<void> {
  const { email } = SAMPLE_STAFF
  await db
    .insertInto('staffAccount')
    .values({
      ...{ ...SAMPLE_STAFF, emailKey: addressKey(email), passwordHash: SAMPLE_PASSWORD_HASH },
      ...{ createdAt: at, closedAt: null },
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
