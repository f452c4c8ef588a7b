import { expect, test } from 'vitest'
import { readIcs } from '../test/helpers/read-ics.ts'
import { anOffering, MONDAY, rennes } from '../test/helpers/rows.ts'
import { type AgendaFacts, agendaName, writeAgenda } from './session-agenda.ts'

const exam = {
  id: '2027-01:ASCA-E1',
  sessionId: '2027-01',
  code: 'ASCA-E1',
  family: 'ASCA',
  label: 'Traitement des activités comptables courantes',
  minutes: 120,
  needsSoftware: true,
  registrationOpensAt: '2026-08-31T22:00:00.000Z',
  // Midnight at the end of 13 December, in Rennes.
  registrationClosesAt: '2026-12-13T23:00:00.000Z',
  allowedDates: ['2027-01-18'],
  fee: { EUR: 5000, XPF: 5967 },
}
const sitting = {
  id: 's1',
  sessionId: '2027-01',
  offeringId: 'offering-1',
  heldOn: '2027-01-18',
  startsAtLocal: '09:00',
  room: 'Salle Surcouf',
  cancelled: false,
}
const facts: AgendaFacts = {
  centre: rennes,
  session: { id: '2027-01', label: 'Session de janvier 2027', startsOn: '2027-01-18', endsOn: '2027-01-22' },
  exams: [exam],
  offerings: [anOffering()],
  sittings: [sitting],
  software: new Map([['ciel', 'CIEL COMPTABILITE']]),
  now: MONDAY,
}

test('the dates of a session: the windows on their local days, the days of the exams, each sitting at its hour', () => {
  const { events } = readIcs(writeAgenda(facts))
  expect(events.map(({ uid, startsAt, endsAt, wholeDays }) => ({ uid, startsAt, endsAt, wholeDays }))).toEqual([
    { uid: '2027-01-closes-2026-12-13@rennes.pupitre', startsAt: '20261213', endsAt: '20261214', wholeDays: true },
    { uid: '2027-01-opens-2026-09-01@rennes.pupitre', startsAt: '20260901', endsAt: '20260902', wholeDays: true },
    { uid: '2027-01-days@rennes.pupitre', startsAt: '20270118', endsAt: '20270123', wholeDays: true },
    { uid: 'sitting-s1@rennes.pupitre', startsAt: '20270118T080000Z', endsAt: '20270118T100000Z', wholeDays: false },
  ])
  expect(events.at(-1)).toMatchObject({
    summary: 'ASCA-E1, Salle Surcouf',
    description: 'Traitement des activités comptables courantes\nCIEL COMPTABILITE',
    location: 'Salle Surcouf, CENTRE LUMIÈRE, Rennes',
    status: 'CONFIRMED',
  })
})

test('in Papeete nine in the morning is another instant, and a summer session has summer time', () => {
  const papeete = { ...rennes, timeZone: 'Pacific/Tahiti' }
  expect(readIcs(writeAgenda({ ...facts, centre: papeete })).events.at(-1)?.startsAt).toBe('20270118T190000Z')
  const june = { ...sitting, heldOn: '2027-06-21' }
  expect(readIcs(writeAgenda({ ...facts, sittings: [june] })).events.at(-1)?.startsAt).toBe('20270621T070000Z')
})

test('a sitting moved keeps its UID, one called off says so: a calendar that had it is put right', () => {
  const moved = { ...sitting, startsAtLocal: '14:00' }
  const uid = (sittings: AgendaFacts['sittings']) => readIcs(writeAgenda({ ...facts, sittings })).events.at(-1)?.uid
  expect(uid([moved])).toBe(uid([sitting]))
  const off = readIcs(writeAgenda({ ...facts, sittings: [{ ...sitting, cancelled: true }] })).events.at(-1)
  expect(off).toMatchObject({ uid: 'sitting-s1@rennes.pupitre', status: 'CANCELLED' })
})

test('exams that close on different days are told apart', () => {
  const early = { ...exam, id: 'e2', code: 'UCP-E1', registrationClosesAt: '2026-12-01T11:00:00.000Z' }
  const { events } = readIcs(writeAgenda({ ...facts, exams: [exam, early] }))
  const closing = events.filter(({ uid }) => uid.includes('-closes-'))
  expect(closing.map(({ startsAt, description }) => [startsAt, description])).toEqual([
    ['20261201', 'Épreuves\u00a0: UCP-E1'],
    ['20261213', 'Épreuves\u00a0: ASCA-E1'],
  ])
})

test('the name of the file has no character that a disk refuses', () => {
  expect(agendaName({ label: 'Session : janvier/2027 *' })).toBe('Agenda Session janvier 2027.ics')
})
