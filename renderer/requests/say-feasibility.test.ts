import { describe, expect, it } from 'vitest'
import { aReadyDesk } from '../../test/helpers/ready-desk.ts'
import { offeringRow, requestRow } from '../../test/helpers/window-rows.ts'
import { seatsOf } from './feasibility.ts'
import { sayFeasibility } from './say-feasibility.ts'

const desk = aReadyDesk()
const plain = (text: string) => text.replaceAll('\u00a0', ' ')
const short = (code: string) => code.slice(-2)
const one = requestRow()
const two = requestRow({ entries: [{}, { examId: 'exam-2', examCode: 'ASCA-E2', offeringId: 'o2' }] })
const e1 = offeringRow({ seats: 12, used: 8 })
const e2 = offeringRow({ id: 'o2', examId: 'exam-2', examCode: 'ASCA-E2', software: ['EXCEL 2017'], seats: 8, used: 6 })

describe('whether it is possible, in words', () => {
  it('says how many seats are left, and of what', () => {
    const said = sayFeasibility(desk, seatsOf([e1]), one, short)
    expect(said).toMatchObject({ possible: true, head: 'Oui', lines: ['E1\u00a0: 4 libres'], estimate: false })
    expect(plain(said?.sentence ?? '')).toBe('Oui : 4 places sur 12 en ASCA-E1 (CIEL COMPTABILITE)')
  })
  it('says it of each exam', () => {
    const said = sayFeasibility(desk, seatsOf([e1, e2]), two, short)
    expect(said?.lines).toEqual(['E1\u00a0: 4 libres · E2\u00a0: 2 libres'])
    expect(plain(said?.sentence ?? '')).toBe(
      'Oui : 4 places sur 12 en ASCA-E1 (CIEL COMPTABILITE), 2 sur 8 en ASCA-E2 (EXCEL 2017)',
    )
  })
  it('says why not, and where a seat of the same exam is left', () => {
    const full = offeringRow({ seats: 4, used: 4 })
    const other = offeringRow({ id: 'o3', software: ['SAGE 50'], seats: 8, used: 2 })
    const said = sayFeasibility(desk, seatsOf([full, other]), one, short)
    expect(said?.possible).toBe(false)
    expect(plain(said?.head ?? '')).toBe('Non : complet')
    expect(said?.lines.map(plain)).toEqual(['libre : SAGE 50 (6)'])
    expect(plain(said?.sentence ?? '')).toBe('Non : complet ; libre avec SAGE 50 (6)')
  })
  it('of two exams, says which one holds back the other', () => {
    const said = sayFeasibility(desk, seatsOf([e1, { ...e2, used: 8 }]), two, short)
    expect(plain(said?.head ?? '')).toBe('Non : complet (E2)')
    expect(plain(said?.sentence ?? '')).toBe('Non : complet (ASCA-E2) ; possible pour ASCA-E1')
  })
  it('says that it is an estimate while something about these seats is on its way', () => {
    const said = sayFeasibility(desk, seatsOf([{ ...e1, pending: true }]), one, short)
    expect(said?.estimate).toBe(true)
  })
  it('of seats that more people want than there are, says whose turn it is', () => {
    const lastInTurn = { receivedAt: one.receivedAt, requestId: 'request' }
    const crowded = seatsOf([{ ...e1, used: 11, waiting: 6, lastInTurn }, e2])
    const first = sayFeasibility(desk, crowded, one, short)
    expect(first).toMatchObject({ possible: true, tone: 'ok', lines: ['6 demandes, 1 place'] })
    expect(plain(first?.head ?? '')).toBe('Oui, c’est son tour')
    expect(plain(first?.sentence ?? '')).toBe(
      'Oui : 1 place sur 12 en ASCA-E1 (CIEL COMPTABILITE) ; 6 demandes pour 1 place, celle-ci est la première reçue',
    )
    // Received at the same instant, the id decides; of two exams, one is enough not to have one's turn.
    const later = sayFeasibility(desk, crowded, { ...two, id: 'request-2' }, short)
    expect(later).toMatchObject({ possible: true, tone: 'later', head: 'Pas encore son tour' })
    expect(later?.lines.map(plain)).toEqual(['E2 : 2 libres', 'E1 : 6 pour 1'])
    expect(plain(later?.sentence ?? '')).toMatch(/6 demandes pour 1 place en ASCA-E1, d’autres ont été reçues avant/)
  })
  it('says nothing of what waits for no answer', () => {
    const decided = requestRow({ entries: [{ status: 'confirmed' }] })
    expect(sayFeasibility(desk, seatsOf([e1]), decided, short)).toBeNull()
  })
})
