import type { EntryRow, RequestRow } from '../../contract/desk.ts'
import type { CandidateFile } from '../../contract/desk-candidate.ts'
import { isToCheck } from '../../domain/data-check.ts'
import { dueOf, isLate } from '../../domain/entry-groups.ts'
import { identityFaults } from '../../domain/identity-faults.ts'
import { type Instant, toLocalDate } from '../../domain/time.ts'
import type { ReplyEntry } from '../../text/candidate-reply-entries.ts'
import { CANDIDATE } from '../../text/screens/candidate.ts'
import { FAULT_WORDS } from '../../text/screens/today.ts'
import { isProvisional } from '../requests/entry-state.ts'

/** Money that is awaited until one moment from one payer. */
export type Owed = {
  amount: number
  currency: EntryRow['currency']
  codes: string[]
  /** Null of a seat that was made final before its money. */
  deadline: { on: string; at: string } | null
  late: boolean
  provisional: boolean
  payer: { name: string; onAccount: boolean } | null
}

/** What is still to be paid, what presses first. */
export function owedOf(requests: readonly RequestRow[], now: Instant): Owed[] {
  const awaited = requests.flatMap((request) =>
    request.entries.filter((entry) => dueOf(entry) > 0).map((entry) => ({ entry, payer: payerOf(request) })),
  )
  const groups = Map.groupBy(awaited, ({ entry, payer }) => JSON.stringify([deadlineOf(entry), payer?.name ?? null]))
  return [...groups.values()]
    .flatMap((alike) => {
      const [first] = alike
      if (!first) return []
      const entries = alike.map(({ entry }) => entry)
      return {
        amount: entries.reduce((sum, entry) => sum + dueOf(entry), 0),
        currency: first.entry.currency,
        codes: entries.map(({ examCode }) => examCode),
        deadline: deadlineOf(first.entry),
        late: entries.some((entry) => isLate(entry, now)),
        provisional: entries.some(isProvisional),
        payer: first.payer,
      }
    })
    .sort((a, b) => (a.deadline?.at ?? '9999').localeCompare(b.deadline?.at ?? '9999'))
}

function deadlineOf({ status, deadlineOn, deadlineAt }: EntryRow): Owed['deadline'] {
  return status === 'prevalidated' && deadlineOn && deadlineAt ? { on: deadlineOn, at: deadlineAt } : null
}

function payerOf({ organisation }: RequestRow): Owed['payer'] {
  return organisation && { name: organisation.name, onAccount: organisation.onAccount }
}

/** What keeps these requests from being over, whoever is to see to it; money aside. */
export function missingOf(
  { candidate }: Pick<CandidateFile, 'candidate'>,
  requests: readonly RequestRow[],
  at: { now: Instant; timeZone: string },
): string[] {
  const entries = requests.flatMap((request) => request.entries)
  const codesOf = (some: readonly EntryRow[]) => some.map(({ examCode }) => examCode).join(', ')
  const waiting = entries.filter(({ status, proposedOfferingId }) => status === 'requested' && !proposedOfferingId)
  const proposed = entries.filter(({ status, proposedOfferingId }) => status === 'requested' && proposedOfferingId)
  const covered = entries.filter((entry) => entry.status === 'prevalidated' && dueOf(entry) === 0)
  const unchecked = requests.some((request) => request.dataCheckedAt === null && isToCheck(request))
  const faults = identityFaults(candidate, toLocalDate(at.now, at.timeZone))
  return [
    ...(waiting.length > 0 ? [CANDIDATE.answerAwaited(codesOf(waiting))] : []),
    ...(proposed.length > 0 ? [CANDIDATE.proposalAwaited(codesOf(proposed))] : []),
    ...(covered.length > 0 ? [CANDIDATE.confirmationAwaited(codesOf(covered))] : []),
    ...(unchecked ? [CANDIDATE.dataAwaited] : []),
    ...faults.map((fault) => CANDIDATE.identityWrong(FAULT_WORDS[fault].toLowerCase())),
    ...(candidate.emailNext !== null && candidate.emailChangesAt === null ? [CANDIDATE.mailUnconfirmed] : []),
  ]
}

/** The exams of some requests, as a reply speaks of them. */
export function replyEntries(file: CandidateFile, requests: readonly RequestRow[]): ReplyEntry[] {
  const softwareOf = (offeringId: string | null) => {
    const names = file.software.find((one) => one.offeringId === offeringId)?.names ?? []
    return names.length > 0 ? names.join(', ') : null
  }
  return requests.flatMap((request) =>
    request.entries.map((entry) => ({
      ...entry,
      software: softwareOf(entry.offeringId),
      proposed: softwareOf(entry.proposedOfferingId),
      payer: payerOf(request),
      sittings: file.sittings.filter(({ entryId }) => entryId === entry.id),
    })),
  )
}
