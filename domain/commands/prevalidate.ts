import { type Centre, type CentreSettings, type Offering, workingCalendar } from '../catalogue.ts'
import { paymentDeadline } from '../deadline.ts'
import { type Circumstances, type Decision, decided, refused } from '../decision.ts'
import { canMove, type Entry, MOVES } from '../entry.ts'
import type { PrevalidateArgs } from '../shapes/commands/prevalidate.ts'
import { type LocalDate, toLocalDate } from '../time.ts'

export type PrevalidateFacts = {
  centre: Centre
  settings: CentreSettings
  /** The entries named, whatever their request: the rule checks. */
  entries: readonly Entry[]
  offerings: readonly Offering[]
  /** Entries holding a seat, by offering id. At the desk an estimate; at HQ the truth, under lock. */
  used: ReadonlyMap<string, number>
  /** Dates of the sittings of each offering; an offering without any is not past. */
  sittingDates: ReadonlyMap<string, readonly LocalDate[]>
}

/**
 * Gives a seat to the entries of one request and starts the payment deadline, all or nothing: one deadline, one mail.
 * Refuses: not-found, wrong-status, no-offering, offering-closed, accreditation-ended, sitting-past, no-seat-left, deadline-unreachable.
 */
export function decidePrevalidate(
  args: PrevalidateArgs,
  facts: PrevalidateFacts,
  circumstances: Circumstances,
): Decision {
  return giveSeats('prevalidate', args, facts, circumstances)
}

/** What a pre-validation and a reinstatement do alike; `move` says from which state. */
export function giveSeats(
  move: 'prevalidate' | 'reinstate',
  args: PrevalidateArgs,
  facts: PrevalidateFacts,
  { at }: Circumstances,
): Decision {
  const { centre, settings } = facts
  const today = toLocalDate(at, centre.timeZone)
  if (centre.accreditationEndsOn < today) return refused('accreditation-ended', { endedOn: centre.accreditationEndsOn })
  const wanted = new Map<string, number>()
  const entries: Entry[] = []
  for (const entryId of new Set(args.entryIds)) {
    const entry = facts.entries.find(({ id, requestId }) => id === entryId && requestId === args.requestId)
    if (!entry) return refused('not-found', { entryId })
    if (!canMove(entry, move, at)) return refused('wrong-status', { entryId, status: entry.status })
    if (entry.offeringId === null) return refused('no-offering', { entryId })
    const offering = facts.offerings.find(({ id }) => id === entry.offeringId)
    if (!offering) return refused('no-offering', { entryId })
    if (!offering.open) return refused('offering-closed', { entryId, offeringId: offering.id })
    const dates = facts.sittingDates.get(offering.id) ?? []
    if (dates.length > 0 && dates.every((date) => date < today))
      return refused('sitting-past', { entryId, offeringId: offering.id })
    const seat = (wanted.get(offering.id) ?? 0) + 1
    wanted.set(offering.id, seat)
    const used = facts.used.get(offering.id) ?? 0
    if (used + seat > offering.seats)
      return refused('no-seat-left', { entryId, offeringId: offering.id, seats: offering.seats, used })
    entries.push(entry)
  }
  const deadline = paymentDeadline({
    from: at,
    timeZone: centre.timeZone,
    calendar: workingCalendar(centre, settings),
    reading: settings.deadlineReading,
  })
  if (!deadline) return refused('deadline-unreachable')
  return decided(
    ...entries.map((entry) => ({
      entity: 'entry' as const,
      value: {
        ...entry,
        status: MOVES[move].to,
        proposedOfferingId: null,
        chequeAnnouncedAt: null,
        prevalidatedAt: at,
        deadlineOn: deadline.on,
        deadlineAt: deadline.at,
      },
    })),
  )
}
