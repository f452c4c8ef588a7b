import { describe, expect, it } from 'vitest'
import type { RequestRow } from '../../contract/desk.ts'
import { aReadyDesk } from '../../test/helpers/ready-desk.ts'
import { offeringRow, requestRow } from '../../test/helpers/window-rows.ts'
import { centresOffering } from './centres-offering.ts'
import { refusalLetter } from './refusal-letter.ts'

const desk = aReadyDesk({
  exams: [
    {
      ...{ id: 'exam-1', code: 'ASCA-E1', label: 'Comptabilité' },
      ...{ registrationOpensAt: '2026-09-01T00:00:00.000Z', registrationClosesAt: '2026-12-13T23:00:00.000Z' },
    },
  ] as ReturnType<typeof aReadyDesk>['exams'],
})
const near = { name: 'GRETA', town: 'Vitré' }
const write = (request: RequestRow, change: Partial<Parameters<typeof refusalLetter>[1]> = {}, now = desk.now) => {
  const entryIds = request.entries.map(({ id }) => id)
  const { subject, blocks, foot } = refusalLetter(
    { ...desk, now },
    {
      ...{ request, entryIds, refusedToo: entryIds, others: [], offerings: [offeringRow()] },
      ...{ reason: 'full', text: null, centres: [near], ...change },
    },
  )
  return [subject, ...blocks.map((block) => JSON.stringify(block)), ...foot].join('\n').replaceAll('\u00a0', ' ')
}

describe('the mail that the candidate will get', () => {
  it('greets them, names the exam, says why, and where else', () => {
    const said = write(requestRow(), { text: 'Désolés.' })
    for (const words of [
      'Demande non retenue : ASCA-E1',
      'Bonjour Éloïse MARTIN,',
      'CENTRE LUMIÈRE (Rennes) ne peut pas vous accueillir pour cette épreuve de la session de janvier 2027',
      'ASCA-E1, Comptabilité (CIEL COMPTABILITE)',
      'La raison : il n’y reste plus de place avec le logiciel choisi.',
      'Désolés.',
      'GRETA (Vitré)',
      '02 99 00 00 00',
    ])
      expect(said).toContain(words)
  })
  it('names what is left with another software, while requests are taken', () => {
    const sage = offeringRow({ id: 'o2', software: ['SAGE 50'], used: 2 })
    const offerings = [offeringRow({ used: 12 }), sage]
    const said = 'ASCA-E1 avec SAGE 50'
    expect(write(requestRow(), { offerings })).toContain(said)
    expect(write(requestRow(), { offerings, reason: 'dates' })).not.toContain(said)
    expect(write(requestRow(), { offerings: [offeringRow(), { ...sage, used: 12 }] })).not.toContain(said)
    expect(write(requestRow(), { offerings }, '2027-01-20T08:00:00.000Z')).not.toContain(said)
    // Asked again since with the other one: nothing is left to propose.
    const again = requestRow({ id: 'other', entries: [{ offeringId: 'o2' }] })
    expect(write(requestRow(), { offerings, others: [again] })).not.toContain(said)
  })
  it('names no other centre while something else of theirs is alive here', () => {
    const other = requestRow({ id: 'other', entries: [{ status: 'confirmed' }] })
    const said = write(requestRow(), { others: [other] })
    expect(said).not.toContain('Vitré')
    expect(said).toContain('reste en cours')
    // Refused by the same click, it is no longer alive.
    expect(write(requestRow(), { others: [other], refusedToo: ['request-0', 'other-0'] })).toContain('Vitré')
  })
})

describe('the centres named', () => {
  const centre = (name: string, ...offers: [string, string[]][]) => ({
    ...{ name, town: '', department: '35' },
    offers: offers.map(([examCode, software]) => ({ examCode, software })),
  })
  const both = centre('both', ['E1', ['EXCEL', 'CIEL']], ['E2', []])
  const half = centre('half', ['E1', ['CIEL', 'EXCEL']])
  const names = (wanted: Parameters<typeof centresOffering>[1]) =>
    centresOffering([half, both], wanted).map(({ name }) => name)
  it('offer all of the exams, with the same software', () => {
    expect(names([{ examCode: 'E1', software: ['CIEL', 'EXCEL'] }])).toEqual(['half', 'both'])
    expect(names([{ examCode: 'E1', software: ['CIEL'] }])).toEqual([])
    const two = [
      { examCode: 'E1', software: null },
      { examCode: 'E2', software: [] },
    ]
    expect(names(two)).toEqual(['both'])
  })
})
