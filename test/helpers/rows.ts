import type { AttendanceMark } from '../../domain/attendance.ts'
import type { Candidate, Request } from '../../domain/candidate.ts'
import type { Centre, CentreSettings, Offering, Sitting } from '../../domain/catalogue.ts'
import type { Entry } from '../../domain/entry.ts'
import type { IssuedPaper } from '../../domain/issued-paper.ts'
import type { Payment } from '../../domain/payment.ts'

/** Rows as a centre in Rennes would have them on Monday 23 November 2026, 09:41. Tests change what they are about. */

export const MONDAY = '2026-11-23T08:41:00.000Z'

export const rennes: Centre = {
  id: 'rennes',
  code: 'C-035',
  name: 'CENTRE LUMIÈRE',
  town: 'Rennes',
  department: '35',
  inseeCommune: '35238',
  territory: 'mainland',
  timeZone: 'Europe/Paris',
  currency: 'EUR',
  accreditationNumber: 'H-2024-035',
  accreditationEndsOn: '2028-12-31',
  phone: '02 61 91 00 35',
  email: 'accueil@centre.example',
}

export const rennesSettings: CentreSettings = {
  id: 'rennes',
  addressLines: ['12 rue des Écoles', '35000 Rennes'],
  legalLines: [],
  vatWording: 'TVA non applicable, art. 293 B du CGI',
  activity: null,
  paymentTerms: 'Par chèque ou virement.',
  convocationWording: null,
  confirmationWording: null,
  reminderWording: null,
  refusalWording: null,
  attestationWording: null,
  attendanceWording: null,
  signatory: null,
  deadlineReading: 'B',
  goodFriday: false,
  boxingDay: false,
  closedDays: [],
  workedHolidays: [],
}

export function anOffering(changes: Partial<Offering> = {}): Offering {
  return {
    id: 'offering-1',
    sessionId: '2027-01',
    examId: '2027-01:ASCA-E1',
    softwareIds: ['ciel'],
    seats: 2,
    open: true,
    ...changes,
  }
}

export function aSitting(changes: Partial<Sitting> = {}): Sitting {
  return {
    id: 'sitting-1',
    sessionId: '2027-01',
    offeringId: 'offering-1',
    heldOn: '2027-01-25',
    startsAtLocal: '09:00',
    room: 'Salle A',
    cancelled: false,
    ...changes,
  }
}

export function aRequest(changes: Partial<Request> = {}): Request {
  return {
    id: 'request-1',
    sessionId: '2027-01',
    candidateId: 'candidate-1',
    version: 1,
    receivedAt: '2026-11-20T09:12:00.000Z',
    emailConfirmedAt: '2026-11-20T09:20:00.000Z',
    organisationId: null,
    note: null,
    changes: [],
    dataCheckedAt: null,
    ...changes,
  }
}

export function anEntry(changes: Partial<Entry> = {}): Entry {
  return {
    id: 'entry-1',
    requestId: 'request-1',
    candidateId: 'candidate-1',
    sessionId: '2027-01',
    examId: '2027-01:ASCA-E1',
    offeringId: 'offering-1',
    status: 'requested',
    feeAmount: 5000,
    currency: 'EUR',
    refusal: null,
    prevalidatedAt: null,
    deadlineOn: null,
    deadlineAt: null,
    confirmedAt: null,
    carriedFrom: null,
    proposedOfferingId: null,
    agreement: null,
    chequeAnnouncedAt: null,
    ...changes,
  }
}

export function aCandidate(changes: Partial<Candidate> = {}): Candidate {
  return {
    id: 'candidate-1',
    nuc: 'CA10482',
    birthName: 'TERIITAHI',
    usageName: 'TERIITAHI-MAHUTA',
    firstNames: 'Hinano Vaitiare',
    sex: 'F',
    bornOn: '1998-05-30',
    birthPlace: 'Papeete',
    birthCountry: 'France',
    email: 'hinano@example.org',
    phone: '87 12 34 56',
    addressLines: ['14 bis allée des Filles-du-Calvaire'],
    postcode: '35700',
    town: 'Rennes',
    nirCheck: 'none',
    emailNext: null,
    emailChangesAt: null,
    ...changes,
  }
}

export function aPayment(changes: Partial<Payment> = {}): Payment {
  return {
    id: '01990000-0000-7000-8000-000000000001',
    sessionId: '2027-01',
    payer: { kind: 'candidate', id: 'candidate-1' },
    method: 'cheque',
    amount: 5000,
    currency: 'EUR',
    receivedOn: '2026-11-23',
    reference: '0012345, Banque de l’Ouest',
    cheque: null,
    allocations: [{ entryId: 'entry-1', amount: 5000 }],
    recordedAt: MONDAY,
    recordedBy: 'Anne Hervé',
    ...changes,
  }
}

export function anIssuedPaper(changes: Partial<Omit<IssuedPaper, 'kind'>> = {}) {
  return {
    id: '01990000-0000-7000-8000-0000000000f1',
    kind: 'convocation' as const,
    sessionId: '2027-01',
    candidateId: 'candidate-1',
    requestId: 'request-1',
    version: 1,
    // Of `{}`.
    fingerprint: '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a',
    content: '{}',
    recipient: 'TERIITAHI-MAHUTA Hinano Vaitiare',
    means: 'print' as const,
    issuedAt: MONDAY,
    issuedBy: 'Anne Hervé',
    ...changes,
  }
}

export function anAttendanceMark(changes: Partial<AttendanceMark> = {}): AttendanceMark {
  return {
    id: '01990000-0000-7000-8000-0000000000a1',
    entryId: 'entry-1',
    sittingId: 'sitting-1',
    requestId: 'request-1',
    candidateId: 'candidate-1',
    sessionId: '2027-01',
    attendance: 'present',
    markedAt: MONDAY,
    markedBy: 'Anne Hervé',
    ...changes,
  }
}
