import { describe, expect, it } from 'vitest'
import { NBSP } from '../format.ts'
import { sayDeadline, sayDeadlineTag, sayGroup, sayGroupDetail, sayOldest, sayToday, sayWork } from './today.ts'

const plain = (text: string) => text.replaceAll(NBSP, ' ').replaceAll('\u202f', ' ')
const PARIS = 'Europe/Paris'
const MOMENT = { now: '2026-11-23T08:41:00.000Z', timeZone: PARIS }

describe('the head of the day', () => {
  it('names the day', () => {
    expect(plain(sayToday('2026-11-23'))).toBe('Lundi 23 novembre')
    expect(plain(sayToday('2026-12-01'))).toBe('Mardi 1er décembre')
  })
  it.each([
    [{ reviews: 0, deadlines: 0, requests: 0 }, 'Rien n’attend'],
    [{ reviews: 0, deadlines: 0, requests: 1 }, '1 chose attend, environ une ou deux minutes'],
    [{ reviews: 1, deadlines: 3, requests: 5 }, '9 choses attendent, environ 15 minutes'],
    [{ reviews: 0, deadlines: 0, requests: 56 }, '56 choses attendent, environ une heure'],
    [{ reviews: 0, deadlines: 60, requests: 0 }, '60 choses attendent, environ 2 heures'],
    [{ reviews: 0, deadlines: 0, requests: 700 }, '700 choses attendent, plus d’une journée de travail'],
  ])('says how much waits: %o', (work, words) => {
    expect(plain(sayWork(work))).toBe(words)
  })
})

describe('an awaited payment', () => {
  const until = (deadlineOn: string, deadlineAt: string) => ({ deadlineOn, deadlineAt })
  const tonight = until('2026-11-23', '2026-11-23T23:00:00.000Z')
  it.each([
    ['over', until('2026-11-20', '2026-11-20T23:00:00.000Z'), 'Délai dépassé'],
    ['today', tonight, 'Ce soir 24 h'],
    ['today', until('2026-11-23', '2026-11-23T15:30:00.000Z'), 'Aujourd’hui 16 h 30'],
    ['today', until('2026-11-23', '2026-11-23T15:00:00.000Z'), 'Aujourd’hui 16 h'],
    ['tomorrow', until('2026-11-24', '2026-11-24T23:00:00.000Z'), 'Demain 24 h'],
  ] as const)('is tagged by its day: %s', (day, deadline, words) => {
    expect(plain(sayDeadlineTag({ day, ...deadline }, PARIS))).toBe(words)
  })
  it('says how much, since when, who said that they pay, and who was reminded', () => {
    const over = { ...until('2026-11-20', '2026-11-20T23:00:00.000Z'), day: 'over' as const }
    const money = { due: 5000, currency: 'EUR' as const }
    const mailed = { sentAt: '2026-11-18T15:20:00.000Z', means: 'mail' as const }
    expect(plain(sayDeadline({ ...money, ...over, reminder: mailed }, 'GRETA', MOMENT))).toBe(
      '50,00 € · depuis ven. 20 nov. · payeur annoncé : GRETA · rappel envoyé mer. 18 nov.',
    )
    const called = { sentAt: '2026-11-23T08:10:00.000Z', means: 'phone' as const }
    expect(plain(sayDeadline({ ...money, ...tonight, day: 'today', reminder: called }, null, MOMENT))).toBe(
      '50,00 € · rappel par téléphone à 09 h 10',
    )
  })
})

describe('requests without an answer', () => {
  const offer = { offeringId: 'o', examCode: 'ASCA-E2', software: ['CIEL', 'EXCEL 2017'] }
  const none = { first: [], wanted: [], instead: [], offer: null }
  it('can be accepted, by exam and software', () => {
    const group = { ...none, refusal: null, count: 4, wanted: [{ ...offer, count: 4 }] }
    expect(sayGroup(group)).toEqual({ count: '4 peuvent être acceptées', rest: 'dès maintenant' })
    expect(sayGroup({ refusal: null, count: 1 }).count).toBe('1 peut être acceptée')
    expect(plain(sayGroupDetail(group))).toBe('ASCA-E2 (CIEL, EXCEL 2017) : 4')
  })
  it('or not, with where seats are left', () => {
    const instead = [{ ...offer, software: ['SAGE 50'], free: 6 }]
    const group = { ...none, refusal: 'no-seat-left' as const, offer, count: 1, instead }
    expect(sayGroup(group).count).toBe('1 sur une épreuve complète')
    expect(sayGroupDetail(group)).toBe(
      'ASCA-E2 (CIEL, EXCEL 2017) · 6 places resteront avec SAGE 50 une fois acceptées celles qui peuvent l’être',
    )
    expect(sayGroup({ refusal: 'not-valid', count: 2 }).count).toBe('2 ne peuvent pas être acceptées')
  })
  it.each([
    ['2026-11-16T08:00:00.000Z', 5, 'la plus ancienne a 7 jours'],
    ['2026-11-22T22:30:00.000Z', 5, 'la plus ancienne a 1 jour'],
    ['2026-11-22T23:30:00.000Z', 5, 'arrivées aujourd’hui'],
    ['2026-11-21T08:00:00.000Z', 1, 'arrivée il y a 2 jours'],
  ])('are as old as days of the centre: %s', (receivedAt, total, words) => {
    expect(plain(sayOldest(receivedAt, total, MOMENT))).toBe(words)
  })
})
