import { describe, expect, test } from 'vitest'
import { requestRow } from '../test/helpers/window-rows.ts'
import { LINES_VERSION, offerPattern, requestLine } from './request-line.ts'

const software = (id: string) => (id === 'o1' ? ['SAGE 50', 'EXCEL, « 2017 »'] : [])

const fell = {
  ...{ why: 'cheque-bounced' as const, paymentId: 'p', amount: 3000, receivedOn: '2026-11-10', chequeNumber: '' },
  ...{ dueOn: '2026-11-18', payer: null },
}

describe('the line of a request', () => {
  const request = requestRow({
    candidate: { birthName: 'd’HARCOUËT', firstNames: 'Gaël', nuc: 'CA104', town: 'Saint-Malo' },
    organisationId: 'greta',
    organisation: { id: 'greta', name: 'GRETA Est-Bretagne', addressLines: [], onAccount: true },
    entries: [
      { status: 'requested', offeringId: 'o1' },
      { status: 'prevalidated', deadlineAt: '2026-11-25T23:00:00.000Z', deadlineOn: '2026-11-25', offeringId: null },
      { status: 'prevalidated', deadlineAt: '2026-11-20T23:00:00.000Z', deadlineOn: '2026-11-20', pending: true },
      { status: 'confirmed', paid: 2000, examCode: 'UCP-E1', offeringId: null, fell },
    ],
  })

  // If this changes, lines that PCs made before say something else: raise the version, and all are made anew.
  test('says what its version says', () => {
    expect({ version: LINES_VERSION, ...requestLine(request, software, 'Europe/Paris') }).toMatchInlineSnapshot(`
      {
        "bornOn": "1998-05-30",
        "candidateId": "candidate",
        "deadlineAt": "2026-11-18T23:00:00.000Z",
        "deadlineDays": "["2026-11-18","2026-11-20","2026-11-25",["2026-11-18"]]",
        "due": 13000,
        "examsKey": "ASCA-E1 ASCA-E1 ASCA-E1 UCP-E1",
        "firstLateAt": "2026-11-25T23:00:00.000Z",
        "groups": 11,
        "id": "request",
        "lastLateAt": "2026-11-25T23:00:00.000Z",
        "nameKey": "harcouetgael",
        "nucKey": "ca00000000000000000104",
        "offers": "[["ASCA-E1","EXCEL, « 2017 »"],["ASCA-E1","SAGE 50"],["ASCA-E1",null],["UCP-E1",null]]",
        "organisationId": "greta",
        "payerKey": "greta est bretagne",
        "receivedAt": "2026-11-16T08:00:00.000Z",
        "sessionId": "session",
        "stateKey": 0,
        "townKey": "saint malo",
        "unchecked": 1,
        "version": 2,
      }
    `)
  })

  test('tells an exam and a software of one entry from those of two', () => {
    const { offers } = requestLine(request, software, 'Europe/Paris')
    const isThere = (exam: string | null, name: string | null) => offers.includes(offerPattern(exam, name) ?? '')
    expect(isThere('ASCA-E1', 'EXCEL, « 2017 »')).toBe(true)
    expect(isThere(null, 'SAGE 50')).toBe(true)
    expect(isThere('UCP-E1', null)).toBe(true)
    expect(isThere('UCP-E1', 'SAGE 50')).toBe(false)
    expect(isThere(null, 'SAGE')).toBe(false)
    expect(isThere('ASCA', null)).toBe(false)
  })
})
