import type { OfferingRow } from '../../contract/desk.ts'
import type { SoftwareRow } from '../../contract/desk-session.ts'
import type { Exam } from '../../domain/catalogue.ts'
import type { OpenOfferingArgs } from '../../domain/commands/open-offering.ts'
import { ruleOf } from '../../domain/commands.ts'
import { type Circumstances, judge, type Refusal } from '../../domain/decision.ts'

type Made = NonNullable<OpenOfferingArgs['made']>

/** Why one cannot be taken over; the rest are the rule's own refusals. */
export type CopyObstacle =
  | { kind: 'no-exam' }
  | { kind: 'no-software'; names: string[] }
  | { kind: 'refused'; refusal: Refusal }

export type CopyLine = { from: OfferingRow } & ({ made: Made; obstacle: null } | { made: null; obstacle: CopyObstacle })

export type CopyTarget = {
  sessionId: string
  /** The exams of that session. */
  exams: readonly Exam[]
  /** What the centre offers there already. */
  offerings: readonly OfferingRow[]
  software: readonly SoftwareRow[]
}

/**
 * What of another session's offerings would be opened in this one: exams are matched by their code, since each session has its own
 * catalogue, software by its id, or by its name where HQ gave it another. What cannot be is kept in the list, with why.
 */
export function planCopy(from: readonly OfferingRow[], target: CopyTarget, circumstances: Circumstances): CopyLine[] {
  return from.map((offering): CopyLine => {
    const exam = target.exams.find(({ code }) => code === offering.examCode)
    if (!exam) return { from: offering, made: null, obstacle: { kind: 'no-exam' } }
    const found = offering.softwareIds.map((id, index) => {
      const name = offering.software[index]
      return (target.software.find((one) => one.id === id) ?? target.software.find((one) => one.name === name))?.id
    })
    const names = offering.software.filter((_, index) => found[index] === undefined)
    if (names.length > 0) return { from: offering, made: null, obstacle: { kind: 'no-software', names } }
    const softwareIds = found.flatMap((id) => id ?? [])
    const made = { sessionId: target.sessionId, examId: exam.id, softwareIds, seats: offering.seats }
    const refusal = judgeOpening(made, { ...target, exam }, circumstances)
    return refusal
      ? { from: offering, made: null, obstacle: { kind: 'refused', refusal } }
      : { from: offering, made, obstacle: null }
  })
}

/** Why this offering cannot be opened, by the rule that the click would meet; null when it can. */
export function judgeOpening(
  made: Made,
  { exam, offerings, software }: Pick<CopyTarget, 'offerings' | 'software'> & { exam: Exam | null },
  circumstances: Circumstances,
): Refusal | null {
  const facts = {
    offering: null,
    exam,
    knownSoftware: new Set(software.map(({ id }) => id)),
    others: offerings.filter(({ examId }) => examId === made.examId),
  }
  // The id is drawn later, by this PC: any stands for it here.
  const decision = judge(ruleOf('offering.open'), { offeringId: 'new', made }, facts, circumstances, 'desk')
  return decision.ok ? null : decision.refusal
}

/** The session whose offerings one would take over: the last that began before this one, or else the first after it. */
export function sessionToCopy<S extends { id: string; startsOn: string }>(
  sessions: readonly S[],
  session: Pick<S, 'id' | 'startsOn'>,
): S | null {
  const others = sessions.filter(({ id }) => id !== session.id).toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1))
  return others.findLast(({ startsOn }) => startsOn < session.startsOn) ?? others[0] ?? null
}
