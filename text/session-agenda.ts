import type { Centre, Exam, ExamSession, Offering, Sitting } from '../domain/catalogue.ts'
import { addSeconds, atLocal, type Instant, type LocalDate, toLocalDate } from '../domain/time.ts'
import { NBSP } from './format.ts'
import { type IcsEvent, writeIcs } from './ics.ts'

export type AgendaFacts = {
  centre: Pick<Centre, 'id' | 'name' | 'town' | 'timeZone'>
  session: ExamSession
  exams: readonly Exam[]
  offerings: readonly Offering[]
  sittings: readonly Sitting[]
  /** By id. */
  software: ReadonlyMap<string, string>
  now: Instant
}

/** The dates of a session for somebody's own calendar: registrations, the days of the exams, each sitting. Payment deadlines are not in it. */
export function writeAgenda(facts: AgendaFacts): string {
  const { centre, session, now } = facts
  const events = [...windowsOf(facts), daysOf(facts), ...facts.sittings.map((sitting) => sittingOf(sitting, facts))]
  return writeIcs({
    name: `${session.label} (${centre.name})`,
    product: '-//Pupitre//Agenda de session//FR',
    writtenAt: now,
    events,
  })
}

/** « Agenda Session de janvier 2027.ics » */
export function agendaName({ label }: Pick<ExamSession, 'label'>): string {
  return `Agenda ${label.replace(/[^\p{L}\p{N}’'-]+/gu, ' ').trim()}.ics`
}

/** The days on which registrations open and close, each once with the exams that it is about. */
function windowsOf({ centre, session, exams }: AgendaFacts): IcsEvent[] {
  const { timeZone } = centre
  const opening = Map.groupBy(exams, ({ registrationOpensAt }) => toLocalDate(registrationOpensAt, timeZone))
  // Closing at midnight ends the day before.
  const closing = Map.groupBy(exams, ({ registrationClosesAt }) =>
    toLocalDate(addSeconds(registrationClosesAt, -1), timeZone),
  )
  const event = (what: 'opens' | 'closes', on: LocalDate, those: readonly Exam[]): IcsEvent => ({
    uid: uidOf(`${session.id}-${what}-${on}`, centre),
    summary: `${WINDOW_WORDS[what]}${NBSP}: ${session.label}`,
    ...(those.length < exams.length
      ? { description: `Épreuves${NBSP}: ${those.map(({ code }) => code).join(', ')}` }
      : {}),
    when: { kind: 'days', from: on, to: on },
  })
  return [
    ...[...opening].map(([on, those]) => event('opens', on, those)),
    ...[...closing].map(([on, those]) => event('closes', on, those)),
  ].sort((a, b) => a.uid.localeCompare(b.uid))
}

const WINDOW_WORDS = { opens: 'Ouverture des inscriptions', closes: 'Clôture des inscriptions' } as const

function daysOf({ centre, session }: AgendaFacts): IcsEvent {
  return {
    uid: uidOf(`${session.id}-days`, centre),
    summary: session.label,
    location: `${centre.name}, ${centre.town}`,
    when: { kind: 'days', from: session.startsOn, to: session.endsOn },
  }
}

function sittingOf(sitting: Sitting, { centre, exams, offerings, software }: AgendaFacts): IcsEvent {
  const offering = offerings.find(({ id }) => id === sitting.offeringId)
  const exam = exams.find(({ id }) => id === offering?.examId)
  const startsAt = atLocal(sitting.heldOn, sitting.startsAtLocal, centre.timeZone)
  const names = offering?.softwareIds.map((id) => software.get(id) ?? id) ?? []
  return {
    uid: uidOf(`sitting-${sitting.id}`, centre),
    summary: [exam?.code ?? 'Épreuve', sitting.room].filter(Boolean).join(', '),
    description: [exam?.label, names.join(', ') || 'Sans logiciel'].filter(Boolean).join('\n'),
    location: [sitting.room, centre.name, centre.town].filter(Boolean).join(', '),
    cancelled: sitting.cancelled,
    when: { kind: 'hours', startsAt, endsAt: addSeconds(startsAt, 60 * (exam?.minutes ?? 60)) },
  }
}

function uidOf(id: string, centre: Pick<Centre, 'id'>): string {
  return `${id}@${centre.id}.pupitre`
}
