import type { Candidate } from '../../domain/candidate.ts'
import { ENTRY_STATUSES, isLive } from '../../domain/entry.ts'
import { uuidV7 } from '../../domain/ids.ts'
import { type Choices, personKey } from '../../domain/registration.ts'
import type { Instant } from '../../domain/time.ts'
import { lockByText } from '../db/lock-by-text.ts'
import type { Tx } from '../db/open.ts'
import { ChangedMeanwhile } from '../db/transaction.ts'
import type { Hq } from '../hq.ts'

const LIVE = ENTRY_STATUSES.filter(isLive)

type Person = Pick<Candidate, 'id' | 'birthName' | 'firstNames' | 'bornOn'> & {
  /** The mark of the NIR of a record that is not kept yet; of the others it is looked up. */
  nirMark?: string | null
}

/**
 * Until the transaction ends, nobody else decides on a request of these persons, whatever their record or address: neither under an equal
 * name and birth date, nor with an equal NIR.
 * @throws ChangedMeanwhile
 */
export async function lockPersons(tx: Tx, persons: readonly Person[]): Promise<void> {
  const keys: string[] = []
  const marks: (string | null)[] = []
  for (const person of persons) {
    const mark = await nirMarkOf(tx, person)
    marks.push(mark)
    keys.push(personKey(person), ...(mark === null ? [] : [mark]))
  }
  await lockByText(tx, 'person', keys)
  // Given or taken back while its lock was waited for: it is the lock of a number that they no longer have.
  for (const [index, person] of persons.entries())
    if ((await nirMarkOf(tx, person)) !== marks[index]) throw new ChangedMeanwhile()
}

export function lockPerson(tx: Tx, person: Person): Promise<void> {
  return lockPersons(tx, [person])
}

/** Written under the lock of the person by name: with that lock, it stays. */
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

type Asked = Pick<Choices, 'sessionId' | 'centreId' | 'choices'>
export type LiveTrouble = 'live-elsewhere' | 'already-asked'

/**
 * What stands against a request of this person: a candidate is live in one centre at a time, and asks an exam once. Of another record
 * of theirs nothing is told but that it is not possible, hence one code. The person must be locked.
 */
export async function liveTrouble(
  tx: Tx,
  person: Person,
  { sessionId, centreId, choices }: Asked,
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

/** Puts before HQ's staff that these records may be one person's. `stopped`: the request that does not leave because of it. */
export async function noteDuplicates(
  tx: Tx,
  { clock, random }: Pick<Hq, 'clock' | 'random'>,
  candidateId: string,
  { others, stopped }: { others: readonly string[]; stopped: Asked | null },
): Promise<void> {
  const at: Instant = clock.now()
  const asked = stopped && others.length > 0 ? await keptOf(tx, stopped) : null
  for (const other of others) {
    // One case a pair, whichever of the two comes second.
    const [first = '', second = ''] = [candidateId, other].sort()
    const { id: caseId } = await tx
      .insertInto('duplicateCase')
      .values({
        id: uuidV7(at, random(16)),
        ...{ candidateId: first, otherId: second, noticedAt: at, blockedAt: stopped ? at : null },
        ...{ settledAt: null, settledAs: null, settledBy: null },
      })
      .onConflict((conflict) =>
        conflict
          .columns(['candidateId', 'otherId'])
          .doUpdateSet((eb) => ({ blockedAt: eb.fn.coalesce('excluded.blockedAt', 'duplicateCase.blockedAt') })),
      )
      .returning('id')
      .executeTakeFirstOrThrow()
    if (asked)
      await tx
        .insertInto('duplicateBlock')
        .values({ caseId, candidateId, blockedAt: at, ...asked })
        .onConflict((conflict) => conflict.columns(['caseId', 'candidateId']).doUpdateSet({ blockedAt: at, ...asked }))
        .execute()
  }
}

/** What is kept of a request that was stopped: enough to say which it was. */
async function keptOf(tx: Tx, { sessionId, centreId, choices }: Asked) {
  const examIds = choices.map(({ examId }) => examId)
  const exams = await tx.selectFrom('exam').select('code').where('id', 'in', examIds).orderBy('code').execute()
  return { sessionId, centreId, examCodes: JSON.stringify(exams.map(({ code }) => code)) }
}
