import type { SettleDuplicateAnswer } from '../../contract/staff-pages.ts'
import { ENTRY_STATUSES, isLive } from '../../domain/entry.ts'
import { personKey } from '../../domain/registration.ts'
import { hasAskedSince } from '../candidates/has-asked-since.ts'
import { personOfMail } from '../candidates/person-of-mail.ts'
import { lockPersons, othersLike } from '../candidates/same-person.ts'
import type { Tx } from '../db/open.ts'
import { toValue } from '../db/rows.ts'
import { ChangedMeanwhile, inTransaction } from '../db/transaction.ts'
import type { Hq } from '../hq.ts'
import { PAGES } from '../mail/page-paths.ts'
import { queueMail } from '../mail/queue-mail.ts'
import type { PageRefusal } from '../page-error.ts'
import { noteAct } from './note-act.ts'
import { olderFirst, readRecords } from './read-records.ts'
import type { StaffMember } from './staff-sessions.ts'

type Needed = Pick<Hq, 'db' | 'clock' | 'random'>
type Settling = { caseId: string; settleAs: 'same' | 'apart' }
type Pair = { id: string; candidateId: string; otherId: string }

const LIVE = ENTRY_STATUSES.filter(isLive)

/**
 * Says of two records whether they are one person's, for good. Both records stay as they are. `apart`: from now on they do not stop each
 * other, and whoever was stopped is told that they may ask again. `same`: they go on stopping each other, and the person is told which
 * account to use: at the address of the older one to use it, at the other to use another.
 * Refuses: not-found; changed-meanwhile, when a colleague has settled it.
 */
export async function settleDuplicate(
  hq: Needed,
  { staffId, name }: StaffMember,
  { caseId, settleAs }: Settling,
): Promise<SettleDuplicateAnswer | PageRefusal> {
  return inTransaction(hq.db, async (tx) => {
    const found = await tx.selectFrom('duplicateCase').selectAll().where('id', '=', caseId).executeTakeFirst()
    if (!found) return { refused: 'not-found' }
    // No request of theirs is decided upon meanwhile.
    await lockBoth(tx, found)
    const settled = await tx
      .updateTable('duplicateCase')
      .set({ settledAt: hq.clock.now(), settledAs: settleAs, settledBy: name })
      .where('id', '=', caseId)
      .where('settledAt', 'is', null)
      .returning('id')
      .executeTakeFirst()
    if (!settled) return { refused: 'changed-meanwhile' }
    await noteAct(tx, hq, { staffId, act: `duplicate.${settleAs}`, about: caseId })
    const told = settleAs === 'apart' ? await tellTheyMayAskAgain(tx, hq, found) : await tellWhichAccount(tx, hq, found)
    return { told }
  })
}

async function lockBoth(tx: Tx, { candidateId, otherId }: Pair): Promise<void> {
  const seen = [await candidateOf(tx, candidateId), await candidateOf(tx, otherId)]
  await lockPersons(tx, seen)
  // A correction may have been under way: with the lock of who they were by then, it is over, and no other begins.
  for (const candidate of seen)
    if (personKey(await candidateOf(tx, candidate.id)) !== personKey(candidate)) throw new ChangedMeanwhile()
}

/** Those whom this case stopped and nothing else of the kind does; not those who got their request through meanwhile. */
async function tellTheyMayAskAgain(tx: Tx, hq: Needed, { id: caseId }: Pair): Promise<string[]> {
  const told: string[] = []
  const stopped = await tx.selectFrom('duplicateBlock').selectAll().where('caseId', '=', caseId).execute()
  for (const { candidateId, blockedAt } of stopped) {
    const candidate = await candidateOf(tx, candidateId)
    const others = await othersLike(tx, candidate)
    if ((await isAnyLive(tx, others)) || (await hasAskedSince(tx, candidateId, blockedAt))) continue
    const data = { person: personOfMail(candidate), spaceLink: PAGES.space }
    await queueMail(tx, hq, { name: 'may-ask-again', data, recipient: candidate.email, candidateId })
    told.push(candidate.email)
  }
  return told
}

/**
 * The account to use is the older one: of a record without account nobody would find the way in. The other address, whose request may have
 * been stopped, is told to use another. Neither mail says anything of the other record: whoever reads it may have typed a name and a day.
 */
async function tellWhichAccount(tx: Tx, hq: Needed, { candidateId, otherId }: Pair): Promise<string[]> {
  const records = await readRecords(tx, [candidateId, otherId])
  const [older, newer] = olderFirst([...records.values()].filter(({ hasAccount }) => hasAccount))
  const told: string[] = []
  for (const record of [older, newer]) {
    if (!record) continue
    const candidate = await candidateOf(tx, record.candidateId)
    const data = { person: personOfMail(candidate), signInLink: PAGES.signIn, recoverLink: PAGES.recover }
    const name = record === older ? 'use-this-account' : 'use-other-account'
    await queueMail(tx, hq, { name, data, recipient: candidate.email, candidateId: candidate.id })
    told.push(candidate.email)
  }
  return told
}

async function isAnyLive(tx: Tx, candidateIds: readonly string[]): Promise<boolean> {
  if (candidateIds.length === 0) return false
  const live = await tx
    .selectFrom('entry')
    .select('id')
    .where('candidateId', 'in', candidateIds)
    .where('status', 'in', LIVE)
    .limit(1)
    .executeTakeFirst()
  return live !== undefined
}

async function candidateOf(tx: Tx, id: string) {
  return toValue(
    'candidate',
    await tx.selectFrom('candidate').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
  )
}
