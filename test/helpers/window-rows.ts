import type { EntryRow, OfferingRow, RequestRow } from '../../contract/desk.ts'
import type { Candidate } from '../../domain/candidate.ts'
import { anEntry } from './rows.ts'

/** Rows as the window receives them, for tests of what it makes of them. Only what a test names differs. */

export function entryRow(change: Partial<EntryRow> = {}): EntryRow {
  return {
    ...anEntry({
      id: 'entry',
      requestId: 'request',
      candidateId: 'candidate',
      sessionId: 'session',
      examId: 'exam-1',
      offeringId: 'o1',
    }),
    examCode: 'ASCA-E1',
    pending: false,
    doubtful: false,
    paid: 0,
    fell: null,
    ...change,
  }
}

type RequestChange = Partial<Omit<RequestRow, 'candidate' | 'entries'>> & {
  candidate?: Partial<Candidate>
  entries?: Partial<EntryRow>[]
}

export function requestRow({ candidate, entries, ...change }: RequestChange = {}): RequestRow {
  const id = change.id ?? 'request'
  return {
    id,
    sessionId: 'session',
    candidateId: 'candidate',
    version: 1,
    receivedAt: '2026-11-16T08:00:00.000Z',
    emailConfirmedAt: '2026-11-16T08:00:00.000Z',
    organisationId: null,
    note: null,
    changes: [],
    dataCheckedAt: null,
    organisation: null,
    earlierRequests: 0,
    ...change,
    candidate: {
      id: 'candidate',
      nuc: null,
      birthName: 'MARTIN',
      usageName: null,
      firstNames: 'Éloïse',
      sex: 'F',
      bornOn: '1998-05-30',
      birthPlace: 'Rennes',
      birthCountry: 'France',
      email: 'eloise@exemple.fr',
      phone: '06 00 00 00 00',
      addressLines: [],
      postcode: '35000',
      town: 'Rennes',
      nirCheck: 'none',
      emailNext: null,
      emailChangesAt: null,
      ...candidate,
    },
    entries: (entries ?? [{}]).map((entry, index) => entryRow({ id: `${id}-${index}`, requestId: id, ...entry })),
  }
}

export function offeringRow(change: Partial<OfferingRow> = {}): OfferingRow {
  return {
    id: 'o1',
    sessionId: 'session',
    examId: 'exam-1',
    softwareIds: [],
    seats: 12,
    open: true,
    examCode: 'ASCA-E1',
    examLabel: 'Comptabilité',
    software: ['CIEL COMPTABILITE'],
    lastInTurn: null,
    used: 0,
    confirmed: 0,
    waiting: 0,
    sittingDates: ['2027-01-25'],
    pending: false,
    changing: false,
    ...change,
  }
}
