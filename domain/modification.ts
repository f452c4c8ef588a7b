import type { Candidate, RequestChange } from './candidate.ts'
import type { Exam, Offering } from './catalogue.ts'
import { type Entry, isLive } from './entry.ts'
import { type Funding, registrationState, type Situation } from './registration.ts'
import type { Modification, ModifiedContact } from './shapes/modification.ts'
import type { Instant } from './time.ts'

export type { Modification, ModifiedContact } from './shapes/modification.ts'

/**
 * What a candidate may still change of a request that was sent: how they are reached, their situation, who pays, and the software of
 * exams that wait for an answer. While an exam of the request that is alive is open to registrations; a software, while its own exam
 * is. Not here: identity (the centre corrects it on proof), the mail address (it has its own way), an exam more or less (another
 * request, or a withdrawal), another centre (withdraw, and ask again).
 */

/** What a request is changed from. `entries`: those of the request. */
export type Modifiable = {
  contact: ModifiedContact
  situation: Situation
  funding: Funding
  entries: readonly Pick<Entry, 'id' | 'examId' | 'offeringId' | 'status'>[]
}

/** One thing that changes, not yet in words. Software: ids of offerings; null is « à placer ». */
export type ChangedPart =
  | { what: 'phone'; before: string; after: string }
  | { what: 'address'; before: ModifiedContact; after: ModifiedContact }
  | { what: 'category'; before: Situation['category']; after: Situation['category'] }
  | { what: 'previous-exams'; before: string | null; after: string | null }
  | { what: 'funding'; before: Funding; after: Funding }
  | { what: 'software'; examId: string; before: string | null; after: string }

/** The request is told whole each time: of more changes the oldest are forgotten first; each version and its paper are kept aside. */
const MOST_CHANGES = 50
/** UTF-16 units of what stood before or after. */
const MOST_SAID = 300

/** How many versions a candidate may make of a request in so many seconds: each is a mail to them, and told to every desk of the centre. */
export const MODIFICATIONS = { most: 10, seconds: 24 * 3600 } as const

type Window = Pick<Exam, 'id' | 'registrationOpensAt' | 'registrationClosesAt'>

/** Until when (excluded) a request may be changed: the last end of a window that is open for a live exam of it. Null: not now. */
export function modifiableUntil(
  entries: readonly Pick<Entry, 'examId' | 'status'>[],
  exams: readonly Window[],
  at: Instant,
): Instant | null {
  const live = new Set(entries.filter(({ status }) => isLive(status)).map(({ examId }) => examId))
  const open = exams.filter((exam) => live.has(exam.id) && registrationState(exam, at) === 'open')
  return open.map(({ registrationClosesAt }) => registrationClosesAt).reduce<Instant | null>(later, null)
}

function later(one: Instant | null, other: Instant): Instant {
  return one !== null && one > other ? one : other
}

/** The parts of a request that change, in the order in which they are read; none when nothing does. */
export function changedParts({ contact, situation, funding, entries }: Modifiable, to: Modification): ChangedPart[] {
  const parts: ChangedPart[] = []
  for (const { entryId, offeringId } of to.software) {
    const entry = entries.find(({ id }) => id === entryId)
    if (entry && entry.offeringId !== offeringId)
      parts.push({ what: 'software', examId: entry.examId, before: entry.offeringId, after: offeringId })
  }
  if (contact.phone !== to.contact.phone) parts.push({ what: 'phone', before: contact.phone, after: to.contact.phone })
  if (addressOf(contact) !== addressOf(to.contact)) parts.push({ what: 'address', before: contact, after: to.contact })
  if (situation.category !== to.situation.category)
    parts.push({ what: 'category', before: situation.category, after: to.situation.category })
  const [before, after] = [situation.previousExams?.trim() || null, to.situation.previousExams?.trim() || null]
  if (before !== after) parts.push({ what: 'previous-exams', before, after })
  if (fundingKey(funding) !== fundingKey(to.funding))
    parts.push({ what: 'funding', before: funding, after: to.funding })
  return parts
}

function addressOf({ addressLines, postcode, town }: ModifiedContact): string {
  return [...addressLines, postcode, town].join('\n')
}

function fundingKey(funding: Funding): string {
  return funding.kind === 'own' ? funding.kind : [funding.kind, funding.name, funding.contact].join('\n')
}

export type ModificationFacts = Modifiable & {
  exams: readonly Window[]
  /** Those named by the modification that this centre has. */
  offerings: readonly Pick<Offering, 'id' | 'examId' | 'open'>[]
}

export type ModificationRefusal = {
  refused: 'not-modifiable' | 'window-closed' | 'not-run-there' | 'other-version' | 'nothing-changed' | 'bad-request'
  /** The exam, or the place in the body. */
  detail?: string
}

/**
 * Whether a request may be changed so at this instant; what changes.
 * Refuses: not-modifiable (nothing of it is alive), window-closed, nothing-changed; for a software: other-version (the centre has
 * answered since), window-closed (its exam), not-run-there (no such offering of that exam here, or a closed one), bad-request (an entry
 * of another request, named twice, or the software not accepted).
 */
export function judgeModification(
  facts: ModificationFacts,
  to: Modification,
  at: Instant,
): { changed: ChangedPart[] } | ModificationRefusal {
  if (!facts.entries.some(({ status }) => isLive(status))) return { refused: 'not-modifiable' }
  if (modifiableUntil(facts.entries, facts.exams, at) === null) return { refused: 'window-closed' }
  if (new Set(to.software.map(({ entryId }) => entryId)).size < to.software.length)
    return { refused: 'bad-request', detail: '/software' }
  for (const choice of to.software) {
    const refusal = refusalOfSoftware(facts, choice, at)
    if (refusal) return refusal
  }
  const changed = changedParts(facts, to)
  if (changed.some(({ what }) => what === 'software') && !to.softwareAccepted)
    return { refused: 'bad-request', detail: '/softwareAccepted' }
  return changed.length > 0 ? { changed } : { refused: 'nothing-changed' }
}

function refusalOfSoftware(
  { entries, exams, offerings }: ModificationFacts,
  { entryId, offeringId }: Modification['software'][number],
  at: Instant,
): ModificationRefusal | null {
  const entry = entries.find(({ id }) => id === entryId)
  if (!entry) return { refused: 'bad-request', detail: '/software' }
  // Said again as it is: nothing to judge, even of an offering closed since.
  if (entry.offeringId === offeringId) return null
  if (entry.status !== 'requested') return { refused: 'other-version', detail: entry.examId }
  const exam = exams.find(({ id }) => id === entry.examId)
  if (!exam || registrationState(exam, at) !== 'open') return { refused: 'window-closed', detail: entry.examId }
  const offering = offerings.find(({ id }) => id === offeringId)
  return offering?.examId === entry.examId && offering.open ? null : { refused: 'not-run-there', detail: entry.examId }
}

/** What a candidate's record says of how they are reached. */
export function contactOf({ phone, addressLines, postcode, town }: Candidate): ModifiedContact {
  return { phone, addressLines, postcode, town }
}

/** The changes of a request with those of its latest version: the newest 50, and of a long text its beginning. */
export function withChanges(before: readonly RequestChange[], made: readonly RequestChange[]): RequestChange[] {
  return [...before, ...made]
    .slice(-MOST_CHANGES)
    .map((change) => ({ ...change, before: beginningOf(change.before), after: beginningOf(change.after) }))
}

function beginningOf(said: string | null): string | null {
  if (said === null || said.length <= MOST_SAID) return said
  // Not the first half of a character that takes two units.
  return `${said
    .slice(0, MOST_SAID - 2)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()} …`
}
