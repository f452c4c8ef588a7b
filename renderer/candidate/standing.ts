import type { EntryRow, HistoryLine, RequestRow } from '../../contract/desk.ts'
import type { CandidateFile } from '../../contract/desk-candidate.ts'
import { CALL_MEANS } from '../../domain/candidate.ts'
import { isToCheck } from '../../domain/data-check.ts'
import { isLive } from '../../domain/entry.ts'
import { dueOf, isLate } from '../../domain/entry-groups.ts'
import { identityFaults } from '../../domain/identity-faults.ts'
import { type Instant, type LocalDate, toLocalDate } from '../../domain/time.ts'
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
  /** That its cheque came back unpaid, and the day until which the money is awaited again, if one was said; null otherwise. */
  bounced: { until: LocalDate | null } | null
}

/** What is still to be paid, what presses first. */
export function owedOf(requests: readonly RequestRow[], now: Instant): Owed[] {
  // Of a deadline and a day that was agreed, the later.
  const bouncedOf = (entry: EntryRow): Owed['bounced'] =>
    entry.fell?.why === 'cheque-bounced'
      ? {
          until:
            [entry.fell.dueOn, deadlineOf(entry)?.on]
              .flatMap((on) => on ?? [])
              .toSorted()
              .at(-1) ?? null,
        }
      : null
  const awaited = requests.flatMap((request) =>
    request.entries.filter((entry) => dueOf(entry) > 0).map((entry) => ({ entry, payer: payerOf(request) })),
  )
  const groups = Map.groupBy(awaited, ({ entry, payer }) =>
    JSON.stringify([deadlineOf(entry), payer?.name ?? null, bouncedOf(entry)]),
  )
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
        late: entries.some((entry) => entry.fell === null && isLate(entry, now)),
        provisional: entries.some(isProvisional),
        payer: first.payer,
        bounced: bouncedOf(first.entry),
      }
    })
    .sort((a, b) => (a.deadline?.at ?? '9999').localeCompare(b.deadline?.at ?? '9999'))
}

function deadlineOf({ status, deadlineOn, deadlineAt }: EntryRow): Owed['deadline'] {
  return status === 'prevalidated' && deadlineOn && deadlineAt ? { on: deadlineOn, at: deadlineAt } : null
}

/** Who was announced as payer; null: the candidate. */
export function payerOf({ organisation }: RequestRow): Owed['payer'] {
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
  const asked = entries.filter(({ status, proposedOfferingId }) => status === 'requested' && !proposedOfferingId)
  const toChoose = softwareAwaited(requests)
  const waiting = asked.filter(({ offeringId }) => offeringId !== null)
  const proposed = entries.filter(({ status, proposedOfferingId }) => status === 'requested' && proposedOfferingId)
  const covered = entries.filter((entry) => entry.status === 'prevalidated' && dueOf(entry) === 0)
  const unchecked = requests.some((request) => request.dataCheckedAt === null && isToCheck(request))
  const faults = identityFaults(candidate, toLocalDate(at.now, at.timeZone))
  return [
    ...(toChoose.length > 0 ? [CANDIDATE.softwareAwaited(toChoose.join(', '))] : []),
    ...(waiting.length > 0 ? [CANDIDATE.answerAwaited(codesOf(waiting))] : []),
    ...(proposed.length > 0 ? [CANDIDATE.proposalAwaited(codesOf(proposed))] : []),
    ...(covered.length > 0 ? [CANDIDATE.confirmationAwaited(codesOf(covered))] : []),
    ...(unchecked ? [CANDIDATE.dataAwaited] : []),
    ...faults.map((fault) => CANDIDATE.identityWrong(FAULT_WORDS[fault].toLowerCase())),
    ...(candidate.emailNext !== null && candidate.emailChangesAt === null ? [CANDIDATE.mailUnconfirmed] : []),
  ]
}

/** Exams for which no software is chosen or proposed yet, by their codes: the person is to be asked. */
export function softwareAwaited(requests: readonly RequestRow[]): string[] {
  return requests.flatMap(({ entries }) =>
    entries
      .filter(
        ({ status, offeringId, proposedOfferingId }) => status === 'requested' && !offeringId && !proposedOfferingId,
      )
      .map(({ examCode }) => examCode),
  )
}

/** What is said instead of « nothing is missing » where nothing is under way any more; null where something is. */
export function sayOver(requests: readonly RequestRow[]): string | null {
  const entries = requests.flatMap((request) => request.entries)
  if (entries.length === 0) return CANDIDATE.overNone
  if (entries.some(({ status }) => isLive(status))) return null
  const refused = entries.filter(({ status }) => status === 'refused').map(({ examCode }) => examCode)
  return refused.length > 0 ? CANDIDATE.overRefused([...new Set(refused)].join(', ')) : CANDIDATE.over
}

/** What was last said with them, whatever the session. @param history the latest first */
export function lastCallOf(history: readonly HistoryLine[]) {
  const line = history.find(({ kind }) => kind === 'call.note')
  const means = CALL_MEANS.find((one) => one === line?.detail.means)
  return line && means ? { at: line.at, by: line.operatorName ?? '', means, text: line.text ?? '' } : null
}
