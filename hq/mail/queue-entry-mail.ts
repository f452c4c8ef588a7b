import { byId } from '../../domain/by-id.ts'
import { type Candidate, spokenName } from '../../domain/candidate.ts'
import { workingCalendar } from '../../domain/catalogue.ts'
import { paymentDeadline } from '../../domain/deadline.ts'
import { deadlineTiming } from '../../domain/deadline-timing.ts'
import { type Entry, isLive } from '../../domain/entry.ts'
import type { Instant } from '../../domain/time.ts'
import type { CentreOfMail, ExamOfMail, MailData, Person } from '../../text/mails/mail-data.ts'
import { refusalWords, reminderWords, type Spoken } from '../../text/papers/wording-values.ts'
import { centreOfMail, examsOfMail } from '../candidates/exams-of-mail.ts'
import { freeHere } from '../candidates/free-here.ts'
import { otherCentres } from '../candidates/other-centres.ts'
import { sessionLabelOf } from '../candidates/session-label.ts'
import { ownCentre } from '../commands/own-centre.ts'
import { readAllocated } from '../commands/standing-payments.ts'
import type { Tx } from '../db/open.ts'
import { toValue } from '../db/rows.ts'
import type { Hq } from '../hq.ts'
import { PAGES } from './page-paths.ts'
import { payerOf } from './payer-of.ts'
import { queueMail } from './queue-mail.ts'
import { readAwaited } from './read-awaited.ts'

/** Mails about what became of entries. */
export type EntryMail =
  | 'proposed'
  | 'prevalidated'
  | 'reminder'
  | 'extended'
  | 'lapsed'
  | 'refused'
  | 'confirmed'
  | 'withdrawn'

/** `entries`: of one request, as they are about to be written; `written`: all that is; `leavesAt`: when the mail does, if it is known. */
export type EntryNews<N extends EntryMail = EntryMail> = {
  name: N
  centreId: string
  candidate: Candidate
  entries: readonly Entry[]
  written: readonly Entry[]
  leavesAt?: Instant
  /** When it is written, for what depends on the moment. */
  writtenAt?: Instant
  /** Of a reminder: somebody at the centre asked for it. HQ's own is about the last day only. */
  byCentre?: boolean
}

type Common = { person: Person; centre: CentreOfMail; sessionLabel: string; exams: ExamOfMail[]; spaceLink: string }
type Maker<N extends EntryMail> = (tx: Tx, news: EntryNews, first: Entry, common: Common) => Promise<MailData[N]>

/** Queues one mail with all that it has to say. */
export async function queueEntryMail(tx: Tx, hq: Pick<Hq, 'clock' | 'random'>, news: EntryNews): Promise<void> {
  const { name, centreId, candidate, entries } = news
  const entryIds = entries.map(({ id }) => id)
  const data = await entryMailData(tx, { ...news, writtenAt: hq.clock.now() })
  await queueMail(tx, hq, {
    ...{ name, data, recipient: candidate.email, centreId, candidateId: candidate.id, entryIds },
  })
}

/** What the mail has to say, read under the locks of its decision. */
export async function entryMailData<N extends EntryMail>(tx: Tx, news: EntryNews<N>): Promise<MailData[N]> {
  const { name, centreId, candidate, entries } = news
  const [first] = entries
  if (!first) throw new Error(`A mail about nothing: ${name}`)
  return makers[name](tx, news, first, {
    person: { name: spokenName(candidate), nuc: candidate.nuc },
    centre: await centreOfMail(tx, centreId),
    sessionLabel: await sessionLabelOf(tx, first.sessionId),
    exams: await examsOfMail(tx, centreId, entries),
    spaceLink: PAGES.space,
  })
}

const makers: { readonly [N in EntryMail]: Maker<N> } = {
  proposed: async (tx, { centreId }, first, common) => {
    const offeringId = first.proposedOfferingId
    if (offeringId === null) throw new Error(`No proposal to announce: ${first.id}`)
    const [proposed] = await examsOfMail(tx, centreId, [{ ...first, offeringId }])
    if (!proposed) throw new Error(`No exam to announce: ${first.examId}`)
    return { ...common, proposed, offeringId }
  },
  prevalidated: async (tx, news, first, common) => ({
    ...common,
    ...(await whatToPay(tx, news, first)),
    deadline: { ...deadlineOf(first), steps: await stepsOf(tx, news, first) },
  }),
  reminder: async (tx, news, first, common) => {
    const { until: deadline = null, fell = null } = (await readAwaited(tx, news.centreId, news.entries)) ?? {}
    const at = news.leavesAt ?? news.writtenAt
    const timing = deadline === null ? 'ahead' : at === undefined ? 'soon' : deadlineTiming(deadline.at, at)
    const toPay = await whatToPay(tx, news, first)
    const due = { codes: codesOf(common), on: deadline?.on ?? null, total: toPay.total, currency: toPay.currency }
    const { settings } = await ownCentre(tx, news.centreId)
    const ownWords = reminderWords(settings, spokenTo(news, common), due)
    const again = { ...(fell ? { fell } : {}), ...(first.status === 'confirmed' ? { final: true as const } : {}) }
    return { ...common, ...toPay, deadline, timing, ...again, byCentre: news.byCentre ?? false, ownWords }
  },
  extended: async (_tx, _news, first, common) => ({ ...common, deadline: deadlineOf(first) }),
  lapsed: async (tx, { centreId, entries }, { currency }, common) => {
    const ids = entries.map(({ id }) => id)
    const received = [...(await readAllocated(tx, centreId, ids))].reduce(
      (sum, [id, amount]) => (ids.includes(id) ? sum + amount : sum),
      0,
    )
    return { ...common, received, currency }
  },
  refused: async (tx, news, first, common) => {
    const stillAlive = await othersAlive(tx, news, first)
    const at = news.leavesAt ?? news.writtenAt
    const wish = await wishOf(tx, news, first)
    const { settings } = await ownCentre(tx, news.centreId)
    return {
      ...common,
      ...(first.refusal ?? { reason: 'other', text: null }),
      stillAlive,
      otherCentres: stillAlive.length > 0 || !at ? [] : await whereElse(tx, news, wish, at),
      freeHere: at
        ? (await freeHere(tx, news, at)).filter(({ code }) => !stillAlive.some((one) => one.code === code))
        : [],
      ownWords: refusalWords(settings, spokenTo(news, common), codesOf(common)),
      askAgainLink: PAGES.ask(wish),
    }
  },
  confirmed: async (_tx, _news, _first, common) => common,
  withdrawn: async (tx, news, first, common) => ({
    ...common,
    removal: first.refusal,
    // Nothing leads back from a seat to a request: of an entry that is withdrawn, the instant tells that it held one.
    seatsFreed: news.entries.filter(({ prevalidatedAt }) => prevalidatedAt !== null).length,
    stillAlive: await othersAlive(tx, news, first),
  }),
}

function codesOf({ exams }: Common): string[] {
  return exams.map(({ code }) => code)
}

/** Whom the centre's own words speak to, and of what. */
function spokenTo({ candidate }: EntryNews, { centre, sessionLabel }: Common): Spoken {
  return { ...candidate, sessionLabel, centreName: centre.name, centreTown: centre.town }
}

type Wish = { sessionId: string; examIds: string[]; department: string }

/** What was refused, as it can be asked for again near there. */
async function wishOf(tx: Tx, { centreId, entries }: EntryNews, { sessionId }: Entry): Promise<Wish> {
  const { department } = await tx
    .selectFrom('centre')
    .select('department')
    .where('id', '=', centreId)
    .executeTakeFirstOrThrow()
  return { sessionId, examIds: entries.map(({ examId }) => examId), department }
}

async function whereElse(tx: Tx, { centreId, entries }: EntryNews, wish: Wish, at: Instant) {
  const centres = await otherCentres(tx, { centreId, sessionId: wish.sessionId, asked: entries }, at)
  return centres.map(({ id, name, town, department }) => {
    return { name, town, link: PAGES.ask({ ...wish, department, centreId: id }) }
  })
}

/** What is left to pay for these entries, by whom and how. */
async function whatToPay(tx: Tx, { centreId, entries }: EntryNews, { currency, requestId }: Entry) {
  const { settings } = await ownCentre(tx, centreId)
  const allocated = await readAllocated(
    tx,
    centreId,
    entries.map(({ id }) => id),
  )
  const left = entries.map(({ id, feeAmount }) => Math.max(0, feeAmount - (allocated.get(id) ?? 0)))
  const total = left.reduce((sum, amount) => sum + amount, 0)
  return { total, currency, payer: await payerOf(tx, centreId, requestId), paymentTerms: settings.paymentTerms }
}

/** Whether the candidate has something to pay by the deadline: nothing is left, or somebody pays on account, and no reminder is due. */
export function hasToPay({ total, payer }: Pick<MailData['reminder'], 'total' | 'payer'>): boolean {
  return total > 0 && !payer?.onAccount
}

function deadlineOf({ id, deadlineOn, deadlineAt }: Entry) {
  if (deadlineOn === null || deadlineAt === null) throw new Error(`No deadline to announce: ${id}`)
  return { on: deadlineOn, at: deadlineAt }
}

/** How the deadline was counted, from the decision or from the mail; nothing when it is neither's: somebody extended it. */
async function stepsOf(tx: Tx, { centreId, leavesAt }: EntryNews, { prevalidatedAt, deadlineAt }: Entry) {
  const { centre, settings } = await ownCentre(tx, centreId)
  for (const from of [prevalidatedAt, leavesAt]) {
    if (!from) continue
    const { timeZone } = centre
    const calendar = workingCalendar(centre, settings)
    const counted = paymentDeadline({ from, timeZone, calendar, reading: settings.deadlineReading })
    if (counted?.at === deadlineAt) return counted.steps
  }
  return []
}

/** The candidate's other exams of the session at this centre that stay alive once these rows are written. */
async function othersAlive(tx: Tx, { centreId, written }: EntryNews, { candidateId, sessionId }: Entry) {
  const rows = await tx
    .selectFrom('entry')
    .selectAll()
    .where('centreId', '=', centreId)
    .where('candidateId', '=', candidateId)
    .where('sessionId', '=', sessionId)
    .execute()
  const after = byId(written)
  const all = rows.map((row) => after.get(row.id) ?? toValue('entry', row))
  return examsOfMail(
    tx,
    centreId,
    all.filter(({ status }) => isLive(status)),
  )
}
