import { byId } from '../../domain/by-id.ts'
import { type Candidate, spokenName } from '../../domain/candidate.ts'
import { IDENTITY_FIELDS } from '../../domain/commands/correct-candidate.ts'
import type { Write } from '../../domain/entities.ts'
import type { Entry } from '../../domain/entry.ts'
import { centreOfMail } from '../candidates/exams-of-mail.ts'
import { hasSomethingAhead } from '../candidates/something-ahead.ts'
import type { Tx } from '../db/open.ts'
import { toValue } from '../db/rows.ts'
import type { Hq } from '../hq.ts'
import { announceDataCheck } from './announce-data-check.ts'
import { announceReminder } from './announce-reminder.ts'
import { PAGES } from './page-paths.ts'
import { type EntryMail, queueEntryMail } from './queue-entry-mail.ts'
import { queueMail } from './queue-mail.ts'

/**
 * Queues what candidates must be told of rows about to be written: one mail a request and a kind of change, and none for a row that
 * does not change. To be called before `publish`, in its transaction and under the locks of its decision: what the rows were is
 * read from the database. Whatever the command: a new one that moves an entry announces it without a word more here.
 */
export async function announce(
  tx: Tx,
  hq: Pick<Hq, 'clock' | 'random'>,
  { centreId, writes }: { centreId: string; writes: readonly Write[] },
): Promise<void> {
  const entries = writes.flatMap((write) => (write.entity === 'entry' ? [write.value] : []))
  const candidates = writes.flatMap((write) => (write.entity === 'candidate' ? [write.value] : []))
  const changes = await changesOf(tx, centreId, entries)
  for (const { name, entries: changed, candidateId } of changes) {
    const candidate = candidates.find(({ id }) => id === candidateId) ?? (await readCandidate(tx, candidateId))
    if (!candidate || candidate.email === '') continue
    await queueEntryMail(tx, hq, { name, centreId, candidate, entries: changed, written: entries })
  }
  for (const candidate of candidates) await announceCorrection(tx, hq, centreId, candidate)
  for (const { entity, value } of writes) {
    if (entity === 'dataCheck') await announceDataCheck(tx, hq, centreId, value)
    if (entity === 'reminder') await announceReminder(tx, hq, centreId, value)
  }
}

type Change = { name: EntryMail; candidateId: string; entries: Entry[] }

/** What is said of each request, in the order of the writes. */
async function changesOf(tx: Tx, centreId: string, entries: readonly Entry[]): Promise<Change[]> {
  if (entries.length === 0) return []
  const rows = await tx
    .selectFrom('entry')
    .select(['id', 'status', 'deadlineAt', 'proposedOfferingId'])
    .where('centreId', '=', centreId)
    .where(
      'id',
      'in',
      entries.map(({ id }) => id),
    )
    .execute()
  const before = byId(rows)
  const changes = new Map<string, Change>()
  for (const entry of entries) {
    const name = mailOf(before.get(entry.id), entry)
    if (name === null) continue
    const key = `${name} ${entry.requestId}`
    const { entries: others = [] } = changes.get(key) ?? {}
    changes.set(key, { name, candidateId: entry.candidateId, entries: [...others, entry] })
  }
  return [...changes.values()]
}

type Before = Pick<Entry, 'status' | 'deadlineAt' | 'proposedOfferingId'>

function mailOf(before: Before | undefined, after: Entry): EntryMail | null {
  const { status } = after
  if (status === 'requested') {
    // The request itself is in the mail that follows the confirmed address.
    return after.proposedOfferingId !== null && after.proposedOfferingId !== before?.proposedOfferingId
      ? 'proposed'
      : null
  }
  if (before?.status === status)
    return status === 'prevalidated' && before.deadlineAt !== after.deadlineAt ? 'extended' : null
  // Nobody can carry an entry over yet.
  return status === 'carriedOver' ? null : status
}

/** The candidate is told of a correction of who they are; the number given to them is in another mail. */
async function announceCorrection(
  tx: Tx,
  hq: Pick<Hq, 'clock' | 'random'>,
  centreId: string,
  after: Candidate,
): Promise<void> {
  const before = await readCandidate(tx, after.id)
  if (!before || after.email === '') return
  const changes = IDENTITY_FIELDS.filter((field) => before[field] !== after[field]).map((field) => ({
    field,
    from: before[field],
    to: after[field],
  }))
  if (changes.length === 0) return
  const person = { name: spokenName(after), nuc: after.nuc }
  const centre = await centreOfMail(tx, centreId)
  const checkAgain = await hasSomethingAhead(tx, after.id, hq.clock.now())
  await queueMail(tx, hq, {
    name: 'corrected',
    data: { person, centre, changes, checkAgain, spaceLink: PAGES.space },
    ...{ recipient: after.email, centreId, candidateId: after.id },
  })
}

async function readCandidate(tx: Tx, id: string): Promise<Candidate | null> {
  const row = await tx.selectFrom('candidate').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? toValue('candidate', row) : null
}
