import type { DuplicateCase, DuplicateRecord, DuplicatesAnswer, SettledCase } from '../../contract/staff-pages.ts'
import { fullName } from '../../domain/candidate.ts'
import { personKey } from '../../domain/registration.ts'
import type { Tx } from '../db/open.ts'
import { inSnapshot } from '../db/transaction.ts'
import type { Hq } from '../hq.ts'
import { olderFirst, readRecords } from './read-records.ts'
import { readStopped } from './read-stopped.ts'

const MOST_OPEN = 100
const MOST_SETTLED = 50

/** The pairs of records that may be one person's: those to settle, and the last that were. */
export async function readDuplicates({ db, clock }: Pick<Hq, 'db' | 'clock'>): Promise<DuplicatesAnswer> {
  return inSnapshot(db, async (tx) => {
    const cases = tx.selectFrom('duplicateCase').selectAll()
    const open = await cases
      .where('settledAt', 'is', null)
      // A request that was stopped has somebody waiting for an answer.
      .orderBy('blockedAt', (order) => order.asc().nullsLast())
      .orderBy('noticedAt')
      .limit(MOST_OPEN)
      .execute()
    const settled = await cases
      .where('settledAt', 'is not', null)
      .orderBy('settledAt', 'desc')
      .orderBy('id', 'desc')
      .limit(MOST_SETTLED)
      .execute()
    const ids = [...open, ...settled].flatMap(({ candidateId, otherId }) => [candidateId, otherId])
    const records = await readRecords(tx, [...new Set(ids)])
    const marks = await nirMarks(tx, [...records.keys()])
    const stopped = await readStopped(
      tx,
      open.map(({ id }) => id),
    )
    const pairOf = ({ candidateId, otherId }: { candidateId: string; otherId: string }) =>
      olderFirst([candidateId, otherId].flatMap((id) => records.get(id) ?? []))
    return {
      open: open.map((one): DuplicateCase => {
        const pair = pairOf(one)
        const { id, noticedAt, blockedAt } = one
        return { id, noticedAt, blockedAt, records: pair, stopped: stopped.get(id) ?? [], why: whyOf(pair, marks) }
      }),
      settled: settled.map((one): SettledCase => {
        const { id, settledAs, settledAt, settledBy } = one
        const names = pairOf(one).map(fullName)
        return { id, names, settledAs: settledAs ?? 'apart', settledAt: settledAt ?? '', settledBy: settledBy ?? '' }
      }),
      now: clock.now(),
    }
  })
}

function whyOf(pair: readonly DuplicateRecord[], marks: ReadonlyMap<string, string>): DuplicateCase['why'] {
  const [one, other] = pair
  if (!one || !other) return []
  const mark = marks.get(one.candidateId)
  return [
    ...(personKey(one) === personKey(other) ? (['same-name-and-birth'] as const) : []),
    ...(mark !== undefined && mark === marks.get(other.candidateId) ? (['same-nir'] as const) : []),
  ]
}

/** What tells that two records have one NIR, and nothing else of it. */
async function nirMarks(tx: Tx, candidateIds: readonly string[]): Promise<Map<string, string>> {
  if (candidateIds.length === 0) return new Map()
  const files = await tx
    .selectFrom('candidateFile')
    .select(['candidateId', 'nirMark'])
    .where('candidateId', 'in', candidateIds)
    .execute()
  return new Map(files.flatMap(({ candidateId, nirMark }) => (nirMark === null ? [] : [[candidateId, nirMark]])))
}
