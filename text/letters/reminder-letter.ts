import type { EntryRow, OfferingRow, RequestRow } from '../../contract/desk.ts'
import { spokenName } from '../../domain/candidate.ts'
import { deadlineTiming } from '../../domain/deadline-timing.ts'
import { dueOf } from '../../domain/entry-groups.ts'
import { type AwaitedTogether, awaitedTogether } from '../../domain/fell.ts'
import { type LaidOut, layOut } from '../mails/letter.ts'
import { reminder } from '../mails/reminder.ts'
import { reminderWords } from '../papers/wording-values.ts'
import type { LetterDesk } from './letter-desk.ts'
import { centreOfMail, examOfMail, HQ, SOMEWHERE, spokenTo } from './refusal-letter.ts'

/** Whom a reminder goes to, and the exams that it is about. */
export type Reminded = { request: RequestRow; entryIds: readonly string[] }

/**
 * The mail by which HQ reminds, as far as this PC knows: the words are HQ's own (`text/mails/reminder.ts`). One mail says one day, the
 * first, with what is to be paid by then and why; null when nothing is awaited.
 */
export function reminderLetter(
  desk: LetterDesk,
  reminded: Reminded,
  offerings: readonly OfferingRow[],
): LaidOut | null {
  const [first] = awaitedOf(desk, reminded)
  return first ? writtenLetter(desk, reminded.request, offerings, first, 'mail') : null
}

/** The same on paper, with the centre's own closing words: a letter for each day and each reason, the most pressing first. */
export function reminderLetters(
  desk: LetterDesk,
  request: RequestRow,
  offerings: readonly OfferingRow[],
): (LaidOut & { words: string[] | undefined })[] {
  const entryIds = request.entries.map(({ id }) => id)
  return awaitedOf(desk, { request, entryIds }).map((together) => ({
    ...writtenLetter(desk, request, offerings, together, 'post'),
    words: wordsOf(desk, request, together),
  }))
}

type Together = AwaitedTogether<EntryRow>

function awaitedOf({ centre }: LetterDesk, { request: { entries, organisation }, entryIds }: Reminded): Together[] {
  const asked = entries.filter(({ id }) => entryIds.includes(id))
  return awaitedTogether(asked, { onAccount: organisation?.onAccount ?? false, timeZone: centre.timeZone })
}

function writtenLetter(
  desk: LetterDesk,
  request: RequestRow,
  offerings: readonly OfferingRow[],
  together: Together,
  means: 'mail' | 'post',
): LaidOut {
  const { entries, until, fell } = together
  const { organisation, candidate, sessionId } = request
  const centre = centreOfMail(desk)
  const letter = reminder({
    person: { name: spokenName(candidate), nuc: candidate.nuc },
    centre,
    sessionLabel: labelOf(desk, sessionId),
    exams: entries.map(examOfMail(desk, offerings)),
    ...moneyOf(together),
    deadline: until,
    timing: until === null ? 'ahead' : deadlineTiming(until.at, desk.now),
    ...(fell ? { fell } : {}),
    ...(entries.some(({ status }) => status === 'confirmed') ? { final: true as const } : {}),
    byCentre: true,
    payer: organisation && { name: organisation.name, onAccount: organisation.onAccount },
    paymentTerms: desk.settings.paymentTerms,
    spaceLink: SOMEWHERE,
    ...(means === 'post' ? { byPost: true as const } : { ownWords: wordsOf(desk, request, together) }),
  })
  return layOut(letter, HQ, centre)
}

function wordsOf(desk: LetterDesk, { candidate, sessionId }: RequestRow, together: Together): string[] | undefined {
  const codes = together.entries.map(({ examCode }) => examCode)
  return reminderWords(desk.settings, spokenTo(candidate, centreOfMail(desk), labelOf(desk, sessionId)), {
    ...{ codes, on: together.until?.on ?? null },
    ...moneyOf(together),
  })
}

/** What is left to pay, in minor units. */
function moneyOf({ entries }: Together) {
  const total = entries.reduce((sum, entry) => sum + dueOf(entry), 0)
  return { total, currency: entries[0]?.currency ?? 'EUR' } as const
}

function labelOf({ sessions }: LetterDesk, sessionId: string): string {
  return sessions.find(({ id }) => id === sessionId)?.label ?? ''
}
