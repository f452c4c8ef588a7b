import { expect, test } from 'vitest'
import type { ChequeRow } from '../contract/desk-money.ts'
import { type PaymentsOf, paymentsFileName, paymentsTable } from './payments-table.ts'

const SESSION: PaymentsOf = { of: 'session', label: 'Session de janvier 2027' }
const NOVEMBER: PaymentsOf = { of: 'days', from: '2026-11-01', to: '2026-11-30' }

const payment: ChequeRow = {
  ...{ id: 'payment', sessionId: '2027-01', sessionLabel: SESSION.label, payerName: 'ROY Anne', amount: 6000 },
  payer: { kind: 'candidate', id: 'roy' },
  ...{ method: 'cash', currency: 'EUR', receivedOn: '2026-10-31', reference: null, cheque: null, allocations: [] },
  ...{ recordedAt: '2026-10-31T08:00:00.000Z', recordedBy: 'Anne Hervé', entries: [], voided: null, receipt: null },
  // Late in the evening in Paris: another day in UTC.
  creditNotes: [
    { id: 'note', number: '2026-B-AV-000001', issuedAt: '2026-11-22T23:30:00.000Z', receiptNumber: '2026-B-000001' },
  ],
  ...{ end: null, deposit: null, awaited: 0, credit: 0, pending: false },
  returns: [
    { id: 'back', amount: 1000, means: 'cash', returnedOn: '2026-11-02', returnedBy: 'Anne Hervé', note: null },
  ],
}

function cells(table: ReturnType<typeof paymentsTable>, head: string) {
  const [heads = [], ...lines] = table
  return lines.map((line) => line[heads.indexOf(head)])
}

test('a receipt that a credit note cancels keeps its number, beside that of the note and its day at the centre', () => {
  const table = paymentsTable([payment], SESSION, 'Europe/Paris')
  expect(cells(table, 'N° de reçu')).toEqual(['2026-B-000001', null])
  expect(cells(table, 'N° d’avoir')).toEqual(['2026-B-AV-000001', null])
  expect(cells(table, 'Avoir du')).toEqual(['23/11/2026', null])
  const again = { ...payment, receipt: { id: 'again', number: '2026-B-000002', issuedAt: payment.recordedAt } }
  const after = paymentsTable([again], SESSION, 'Europe/Paris')
  expect(cells(after, 'N° de reçu')[0]).toBe('2026-B-000001, 2026-B-000002')
  expect(cells(after, 'Reçu annulé par l’avoir')[0]).toBe('2026-B-000001')
  expect(new Set(after.map((line) => line.length)).size).toBe(1)
})

test('of some days, what came or went on them and nothing else', () => {
  expect(cells(paymentsTable([payment], NOVEMBER, 'Europe/Paris'), 'Reçu le')).toEqual(['02/11/2026'])
  const october: PaymentsOf = { of: 'days', from: '2026-10-01', to: '2026-10-31' }
  expect(cells(paymentsTable([payment], october, 'Europe/Paris'), 'Reçu le')).toEqual(['31/10/2026'])
})

test('the file says what it holds', () => {
  expect(paymentsFileName(SESSION, 'xlsx')).toBe('Reglements-session-de-janvier-2027.xlsx')
  expect(paymentsFileName({ of: 'session', label: ' Été/août 2027 ' }, 'csv')).toBe('Reglements-ete-aout-2027.csv')
  expect(paymentsFileName(NOVEMBER, 'xlsx')).toBe('Reglements-du-2026-11-01-au-2026-11-30.xlsx')
})
