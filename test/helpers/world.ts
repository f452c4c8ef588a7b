import type { Exam, ExamSession, Operator, Organisation } from '../../domain/catalogue.ts'
import type { Write } from '../../domain/entities.ts'
import type { Entry } from '../../domain/entry.ts'
import { aCandidate, anEntry, anOffering, aRequest, rennes, rennesSettings } from './rows.ts'

/** Rows to publish, and their ids to speak of: `world.entry('Ny')`. */
export type World = {
  common: Write[]
  centreId: string
  rows: Write[]
  offeringId: string
  entry: (name: string) => string
  request: (name: string) => string
  candidate: (name: string) => string
}

export type WorldOptions = {
  centreId?: string
  seats?: number
  /** Birth names. Each has one request with one entry, requested, for the only offering. */
  candidates?: readonly string[]
  /** Instead of a requested entry: what some of them are. */
  entries?: Readonly<Record<string, Partial<Entry>>>
  /** The payer announced by every request. */
  organisation?: Organisation
  accreditationEndsOn?: string
}

const SESSION: ExamSession = {
  id: '2027-01',
  label: 'Session de janvier 2027',
  startsOn: '2027-01-18',
  endsOn: '2027-01-22',
}
const EXAM: Exam = {
  id: anEntry().examId,
  sessionId: SESSION.id,
  code: 'ASCA-E1',
  family: 'ASCA',
  label: 'Traitement des activités comptables courantes',
  minutes: 120,
  needsSoftware: true,
  registrationOpensAt: '2026-08-31T22:00:00.000Z',
  registrationClosesAt: '2026-12-13T23:00:00.000Z',
  allowedDates: ['2027-01-18', '2027-01-19'],
  fee: { EUR: 5000, XPF: 5967 },
}

/** One centre, one exam, one offering and the people who want a seat: two of them for one seat, unless told otherwise. */
export function smallWorld(options: WorldOptions = {}): World {
  const { centreId = rennes.id, seats = 1, candidates = ['Ny', 'Roy'], organisation } = options
  const centre = {
    ...rennes,
    id: centreId,
    accreditationEndsOn: options.accreditationEndsOn ?? rennes.accreditationEndsOn,
  }
  const idOf = (kind: string, name: string) => `${centreId}-${kind}-${name}`
  const offeringId = `${centreId}-offering`
  const operator: Operator = { id: `${centreId}-anne`, name: 'Anne Hervé', role: 'manager', active: true }
  const people = candidates.flatMap((name): Write[] => {
    const ids = { candidateId: idOf('candidate', name), requestId: idOf('request', name) }
    const request = aRequest({
      id: ids.requestId,
      candidateId: ids.candidateId,
      organisationId: organisation?.id ?? null,
    })
    return [
      { entity: 'candidate', value: aCandidate({ id: ids.candidateId, birthName: name, usageName: null, nuc: null }) },
      { entity: 'request', value: request },
      { entity: 'entry', value: anEntry({ ...ids, id: idOf('entry', name), offeringId, ...options.entries?.[name] }) },
    ]
  })
  return {
    centreId,
    offeringId,
    common: [
      { entity: 'examSession', value: SESSION },
      { entity: 'exam', value: EXAM },
      { entity: 'software', value: { id: 'ciel', name: 'CIEL COMPTABILITE' } },
      { entity: 'centre', value: centre },
    ],
    rows: [
      { entity: 'centreSettings', value: { ...rennesSettings, id: centreId } },
      { entity: 'operator', value: operator },
      ...(organisation ? [{ entity: 'organisation' as const, value: organisation }] : []),
      { entity: 'offering', value: anOffering({ id: offeringId, seats }) },
      ...people,
    ],
    entry: (name) => idOf('entry', name),
    request: (name) => idOf('request', name),
    candidate: (name) => idOf('candidate', name),
  }
}
