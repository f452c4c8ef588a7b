import type { OfferingRow, RequestRow } from '../../contract/desk.ts'
import { spokenName } from '../../domain/candidate.ts'
import { deadlineTiming } from '../../domain/deadline-timing.ts'
import { dueOf } from '../../domain/entry-groups.ts'
import { type LaidOut, layOut } from '../mails/letter.ts'
import { reminder } from '../mails/reminder.ts'
import { reminderWords } from '../papers/wording-values.ts'
import type { LetterDesk } from './letter-desk.ts'
import { centreOfMail, examOfMail, HQ, SOMEWHERE, spokenTo } from './refusal-letter.ts'

/** Whom a reminder goes to, and the exams that it is about. */
export type Reminded = { request: RequestRow; entryIds: readonly string[] }

/**
 * The mail by which HQ reminds, as far as this PC knows: the words are HQ's own (`text/mails/reminder.ts`). One mail says one deadline, the
 * first, with what is to be paid by then; null when no deadline is known yet.
 */
export function reminderLetter(
  desk: LetterDesk,
  { request, entryIds }: Reminded,
  offerings: readonly OfferingRow[],
  means: 'mail' | 'post' = 'mail',
): LaidOut | null {
  const first = firstDue({ request, entryIds })
  if (!first) return null
  const { entries, total, currency, on, at } = first
  const { organisation, candidate } = request
  const centre = centreOfMail(desk)
  const sessionLabel = desk.sessions.find(({ id }) => id === request.sessionId)?.label ?? ''
  const codes = entries.map(({ examCode }) => examCode)
  const letter = reminder({
    person: { name: spokenName(candidate), nuc: candidate.nuc },
    centre,
    sessionLabel,
    exams: entries.map(examOfMail(desk, offerings)),
    total,
    currency,
    deadline: { on, at },
    timing: deadlineTiming(at, desk.now),
    byCentre: true,
    payer: organisation && { name: organisation.name, onAccount: organisation.onAccount },
    paymentTerms: desk.settings.paymentTerms,
    spaceLink: SOMEWHERE,
    ...(means === 'post'
      ? { byPost: true as const }
      : {
          ownWords: reminderWords(desk.settings, spokenTo(candidate, centre, sessionLabel), {
            codes,
            on,
            total,
            currency,
          }),
        }),
  })
  return layOut(letter, HQ, centre)
}

/** What is to be paid by the first of the deadlines, amounts in minor units of `currency`; null when no deadline is known yet. */
export function firstDue({ request, entryIds }: Reminded) {
  const asked = request.entries.filter(({ id, deadlineAt }) => entryIds.includes(id) && deadlineAt !== null)
  const [at] = asked.flatMap(({ deadlineAt }) => deadlineAt ?? []).sort()
  const entries = asked.filter(({ deadlineAt }) => deadlineAt === at)
  const [first] = entries
  if (!first || !at || first.deadlineOn === null) return null
  const total = entries.reduce((sum, entry) => sum + dueOf(entry), 0)
  return { entries, total, currency: first.currency, on: first.deadlineOn, at }
}
