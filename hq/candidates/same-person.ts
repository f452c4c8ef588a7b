import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Candidate } from '../../domain/candidate.ts'
import { ENTRY_STATUSES, isLive } from '../../domain/entry.ts'
import { uuidV7 } from '../../domain/ids.ts'
import { type Choices, personKey } from '../../domain/registration.ts'
import type { Instant } from '../../domain/time.ts'
import type { Tx } from '../db/open.ts'
import type { Hq } from '../hq.ts'

/** Any number, the same for all instances: the first half of the advisory lock of a person. */
const PERSON_LOCKS = 727_002
const LIVE = ENTRY_STATUSES.filter(isLive)

type Person = Pick<Candidate, 'id' | 'birthName' | 'firstNames' | 'bornOn'> & {
  /** The mark of the NIR of a record that is not kept yet; of the others it is looked up. */
  nirMark?: string | null
}

/**
 * Until the transaction ends, nobody else decides on a request of these persons, whatever their record or address: neither under an equal
 * name and birth date, nor with an equal NIR. All locks of a transaction are asked for at once, in one order, so that none wait in a
 * circle. Two people of one hash only wait for each other.
 */
export async function lockPersons(tx: Tx, persons: readonly Person[]): Promise<void> {
  const hashes = new Set<number>()
  for (const person of persons)
    for (const key of [personKey(person), await nirMarkOf(tx, person)])
      if (key !== null) hashes.add(createHash('sha256').update(key).digest().readInt32BE())
  for (const hash of [...hashes].sort((a, b) => a - b))
    await sql`select pg_advisory_xact_lock(${sql.lit(PERSON_LOCKS)}, ${sql.lit(hash)})`.execute(tx)
}

export function lockPerson(tx: Tx, person: Person): Promise<void> {
  return lockPersons(tx, [person])
}

/** A mark is kept with the record and never changes: it may be read before its lock. */
async function nirMarkOf(tx: Tx, { id, nirMark }: Person): Promise<string | null> {
  if (nirMark !== undefined) return nirMark
  const file = await tx.selectFrom('candidateFile').select('nirMark').where('candidateId', '=', id).executeTakeFirst()
  return file?.nirMark ?? null
}

/** The other records that may be this person's, those aside that HQ's staff have told apart from it. The person must be locked. */
export async function othersLike(tx: Tx, person: Person): Promise<string[]> {
  const born = await tx
    .selectFrom('candidate')
    .select(['id', 'birthName', 'firstNames', 'bornOn'])
    .where('bornOn', '=', person.bornOn)
    .where('id', '<>', person.id)
    .orderBy('id')
    .execute()
  const named = born.filter((other) => personKey(other) === personKey(person)).map(({ id }) => id)
  const alike = [...new Set([...named, ...(await othersOfNir(tx, person))])].sort()
  if (alike.length === 0) return []
  const apart = await tx
    .selectFrom('duplicateCase')
    .select(['candidateId', 'otherId'])
    .where('settledAs', '=', 'apart')
    .where((eb) => eb.or([eb('candidateId', '=', person.id), eb('otherId', '=', person.id)]))
    .execute()
  const toldApart = new Set(apart.flatMap(({ candidateId, otherId }) => [candidateId, otherId]))
  return alike.filter((id) => !toldApart.has(id))
}

async function othersOfNir(tx: Tx, person: Person): Promise<string[]> {
  const mark = await nirMarkOf(tx, person)
  if (mark === null) return []
  const files = await tx
    .selectFrom('candidateFile')
    .select('candidateId')
    .where('nirMark', '=', mark)
    .where('candidateId', '<>', person.id)
    .execute()
  return files.map(({ candidateId }) => candidateId)
}

export type LiveTrouble = 'live-elsewhere' | 'already-asked'

/**
 * What stands against a request of this person: a candidate is live in one centre at a time, and asks an exam once. Of another record
 * of theirs nothing is told but that it is not possible, hence one code. The person must be locked.
 */
export async function liveTrouble(
  tx: Tx,
  person: Person,
  { sessionId, centreId, choices }: Pick<Choices, 'sessionId' | 'centreId' | 'choices'>,
): Promise<{ why: LiveTrouble; others: string[] } | null> {
  const others = await othersLike(tx, person)
  const asked = new Set(choices.map(({ examId }) => examId))
  const live = await tx
    .selectFrom('entry')
    .select(['candidateId', 'centreId', 'examId', 'sessionId'])
    .where('candidateId', 'in', [person.id, ...others])
    .where('sessionId', '=', sessionId)
    .where('status', 'in', LIVE)
    .execute()
  const stopping = live.filter((entry) => entry.centreId !== centreId || asked.has(entry.examId))
  const ofOthers = stopping.filter(({ candidateId }) => candidateId !== person.id)
  const why = stopping.some((entry) => entry.candidateId === person.id && asked.has(entry.examId))
    ? 'already-asked'
    : 'live-elsewhere'
  return stopping.length > 0 ? { why, others: [...new Set(ofOthers.map(({ candidateId }) => candidateId))] } : null
}

/** Puts before HQ's staff that these records may be one person's. `blocked`: a request was stopped because of it. */
export async function noteDuplicates(
  tx: Tx,
  { clock, random }: Pick<Hq, 'clock' | 'random'>,
  candidateId: string,
  { others, blocked }: { others: readonly string[]; blocked: boolean },
): Promise<void> {
  const at: Instant = clock.now()
  for (const other of others) {
    // One case a pair, whichever of the two comes second.
    const [first = '', second = ''] = [candidateId, other].sort()
    const { id: caseId } = await tx
      .insertInto('duplicateCase')
      .values({
        id: uuidV7(at, random(16)),
        ...{ candidateId: first, otherId: second, noticedAt: at, blockedAt: blocked ? at : null },
        ...{ settledAt: null, settledAs: null, settledBy: null },
      })
      .onConflict((conflict) =>
        conflict
          .columns(['candidateId', 'otherId'])
          .doUpdateSet((eb) => ({ blockedAt: eb.fn.coalesce('excluded.blockedAt', 'duplicateCase.blockedAt') })),
      )
      .returning('id')
      .executeTakeFirstOrThrow()
    if (blocked)
      await tx
        .insertInto('duplicateBlock')
        .values({ caseId, candidateId, blockedAt: at })
        .onConflict((conflict) => conflict.columns(['caseId', 'candidateId']).doUpdateSet({ blockedAt: at }))
        .execute()
  }
}
