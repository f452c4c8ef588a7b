import { workingCalendar } from '../../domain/catalogue.ts'
import { ADDRESS_CHANGE_SECONDS } from '../../domain/commands/change-address.ts'
import { paymentDeadline } from '../../domain/deadline.ts'
import { type Entry, type EntryStatus, holdsSeat } from '../../domain/entry.ts'
import { addSeconds, type Instant, toLocalDate } from '../../domain/time.ts'
import type { MailData } from '../../text/mails/mail-data.ts'
import { lockEntries } from '../commands/lock-entries.ts'
import { ownCentre } from '../commands/own-centre.ts'
import type { Tx } from '../db/open.ts'
import { toValue } from '../db/rows.ts'
import { publish } from '../feed.ts'
import { fitDataCheck } from './announce-data-check.ts'
import { type EntryMail, entryMailData, hasToPay } from './queue-entry-mail.ts'
import { readAwaited } from './read-awaited.ts'
import { isChangeOver } from './recipient-of.ts'

/** What entries must still be for a mail about them to be true; of a reminder, hold a seat and be owed for. */
const MUST_BE: Readonly<Record<EntryMail, EntryStatus | null>> = {
  proposed: 'requested',
  prevalidated: 'prevalidated',
  reminder: null,
  extended: 'prevalidated',
  lapsed: 'lapsed',
  refused: 'refused',
  confirmed: 'confirmed',
  withdrawn: 'withdrawn',
}

type Queued = {
  name: string
  data: unknown
  centreId: string | null
  candidateId: string | null
  entryIds: readonly string[]
}
/** `publish`: to be the last thing that its transaction does. */
type Fit = { data: unknown; publish: () => Promise<void> }

const asItIs = async () => {}

/**
 * What a mail says as it leaves, after what became of its cause since it was queued: entries that have moved on are left out, and a
 * mail about none is held back, as is one whose link no longer works or whose change of address is no longer under way. A payment
 * deadline runs from the mail: one that leaves on a later day of the centre than the pre-validation carries a later deadline, written in
 * the entries too. So do the hours to object to another address. What is left to pay is what is left as it leaves. One that asks to check
 * an identity says it as it is by now, to whoever has not done so.
 */
export async function makeFit(tx: Tx, now: Instant, mail: Queued): Promise<Fit | 'held-back'> {
  if (hasExpired(mail.data, now) || (await isChangeOver(tx, mail.data))) return 'held-back'
  const { name, centreId, candidateId, entryIds } = mail
  if (name === 'address-changing')
    return { data: changingFrom(mail.data as MailData['address-changing'], now), publish: asItIs }
  if (name === 'data-check' && centreId !== null && candidateId !== null) {
    const { sessionId } = mail.data as MailData['data-check']
    const data = await fitDataCheck(tx, now, { centreId, sessionId, candidateId })
    return data ? { data, publish: asItIs } : 'held-back'
  }
  if (!isEntryMail(name) || centreId === null || candidateId === null) return { data: mail.data, publish: asItIs }
  const known = await lockEntries(tx, centreId, entryIds)
  if (name === 'reminder')
    return await fitReminder(tx, now, { centreId, candidateId, known, data: mail.data as MailData['reminder'] })
  const fitting = known.filter(({ status }) => status === MUST_BE[name])
  if (fitting.length === 0) return 'held-back'
  if (name === 'proposed' && !saysProposalOf(mail.data, fitting)) return 'held-back'
  const renewed = name === 'prevalidated' ? await renewDeadline(tx, centreId, fitting, now) : null
  // Of entries that no longer have one deadline, the mail says the first: nobody is told a day too late.
  const entries = (renewed ?? fitting).toSorted((a, b) => ((a.deadlineAt ?? '') < (b.deadlineAt ?? '') ? -1 : 1))
  // What is left to pay, and where else one may ask, are those of the moment.
  const saysMoment = name === 'prevalidated' || name === 'refused'
  if (!saysMoment && fitting.length === entryIds.length && saysDeadlineOf(mail.data, entries))
    return { data: mail.data, publish: asItIs }
  const row = await tx.selectFrom('candidate').selectAll().where('id', '=', candidateId).executeTakeFirstOrThrow()
  const candidate = toValue('candidate', row)
  const data = await entryMailData(tx, {
    name,
    centreId,
    candidate,
    entries,
    written: entries,
    leavesAt: now,
  })
  const writes = (renewed ?? []).map((value) => ({ entity: 'entry' as const, value }))
  return {
    data,
    publish: renewed ? () => publish(tx, { centreId, commandId: null, at: now, writes }) : asItIs,
  }
}

function isEntryMail(name: string): name is EntryMail {
  return Object.hasOwn(MUST_BE, name)
}

/** Of a change that a centre asked: counted from when the old address is told. */
function changingFrom(data: MailData['address-changing'], now: Instant): MailData['address-changing'] {
  return data.changesAt === null ? data : { ...data, changesAt: addSeconds(now, ADDRESS_CHANGE_SECONDS) }
}

function hasExpired(data: unknown, now: Instant): boolean {
  const { confirmBefore, validBefore } = data as { confirmBefore?: Instant; validBefore?: Instant }
  const before = confirmBefore ?? validBefore
  return before !== undefined && before <= now
}

/** The centre may have taken it back, or proposed another one. */
function saysProposalOf(data: unknown, [first]: readonly Entry[]): boolean {
  return (data as MailData['proposed']).offeringId === first?.proposedOfferingId
}

function saysDeadlineOf(data: unknown, [first]: readonly Entry[]): boolean {
  const { deadline } = data as { deadline?: { at: Instant } }
  return deadline === undefined || deadline.at === first?.deadlineAt
}

type QueuedReminder = {
  centreId: string
  candidateId: string
  known: readonly Entry[]
  data: MailData['reminder']
}

/**
 * Of money that is no longer awaited, or no longer until that moment, nobody needs to be reminded, nor by HQ itself of a deadline that is
 * over: the centre may.
 */
async function fitReminder(
  tx: Tx,
  now: Instant,
  { centreId, candidateId, known, data: { deadline, byCentre } }: QueuedReminder,
): Promise<Fit | 'held-back'> {
  const awaited = await readAwaited(
    tx,
    centreId,
    known.filter(({ status }) => holdsSeat(status)),
  )
  if (!awaited || awaited.until?.at !== deadline?.at) return 'held-back'
  if (!byCentre && !(awaited.until && now < awaited.until.at)) return 'held-back'
  const row = await tx.selectFrom('candidate').selectAll().where('id', '=', candidateId).executeTakeFirstOrThrow()
  const { entries } = awaited
  const news = { name: 'reminder', centreId, candidate: toValue('candidate', row), entries, written: entries } as const
  const data = await entryMailData(tx, { ...news, leavesAt: now, byCentre: byCentre === true })
  return hasToPay(data) ? { data, publish: asItIs } : 'held-back'
}

/** The entries with the deadline that they have when the mail leaves now; null when it is the one that they have. Never an earlier one. */
async function renewDeadline(
  tx: Tx,
  centreId: string,
  entries: readonly Entry[],
  now: Instant,
): Promise<Entry[] | null> {
  const { centre, settings } = await ownCentre(tx, centreId)
  const { timeZone } = centre
  const given = entries.flatMap(({ prevalidatedAt }) => prevalidatedAt ?? [])
  if (given.every((at) => toLocalDate(now, timeZone) <= toLocalDate(at, timeZone))) return null
  const calendar = workingCalendar(centre, settings)
  const deadline = paymentDeadline({ from: now, timeZone, calendar, reading: settings.deadlineReading })
  if (!deadline || entries.every(({ deadlineAt }) => deadlineAt !== null && deadlineAt >= deadline.at)) return null
  return entries.map((entry) =>
    entry.deadlineAt !== null && entry.deadlineAt >= deadline.at
      ? entry
      : { ...entry, deadlineOn: deadline.on, deadlineAt: deadline.at },
  )
}
