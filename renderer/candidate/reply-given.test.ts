import { expect, test } from 'vitest'
import type { PaymentRow } from '../../contract/desk.ts'
import { aReadyDesk } from '../../test/helpers/ready-desk.ts'
import { aPayment } from '../../test/helpers/rows.ts'
import { offeringRow, requestRow } from '../../test/helpers/window-rows.ts'
import { replyBounced, replyEntries, replyPayments } from './reply-given.ts'
import { owedOf } from './standing.ts'

const OPEN = { registrationOpensAt: '2026-09-01T00:00:00.000Z', registrationClosesAt: '2026-12-13T23:00:00.000Z' }
const desk = aReadyDesk({ exams: [{ id: 'exam-1', ...OPEN }] as ReturnType<typeof aReadyDesk>['exams'] })
const FILE = { software: [], sittings: [] }
const OFFERINGS = [
  offeringRow({ id: 'ciel', seats: 40, used: 24 }),
  offeringRow({ id: 'sage', software: ['SAGE 50'], seats: 8, used: 8 }),
]
const full = { status: 'refused', offeringId: 'sage', refusal: { reason: 'full', text: null } } as const
const freeWith = (request: ReturnType<typeof requestRow>, now = desk.now, others: (typeof request)[] = []) =>
  replyEntries(FILE, [request, ...others], OFFERINGS, { ...desk, now })[0]?.freeWith

test('another software is proposed to who was refused for want of seats, or has none, while requests are taken', () => {
  const ciel = [{ software: 'CIEL COMPTABILITE', free: 16 }]
  const refused = requestRow({ entries: [full] })
  expect(freeWith(refused)).toEqual(ciel)
  expect(freeWith(requestRow({ entries: [{ offeringId: null }] }))).toEqual(ciel)
  expect(freeWith(requestRow({ entries: [{ offeringId: 'sage' }] }))).toEqual([])
  expect(freeWith(requestRow({ entries: [{ ...full, refusal: { reason: 'dates', text: null } }] }))).toEqual([])
  expect(freeWith(refused, OPEN.registrationClosesAt)).toEqual([])
  // Asked for again since: nothing is left to propose.
  expect(freeWith(refused, desk.now, [requestRow({ id: 'again', entries: [{ offeringId: 'ciel' }] })])).toEqual([])
})

const greta = { payer: { kind: 'organisation', id: 'greta' }, payerName: 'GRETA' } as const

function row(change: Partial<PaymentRow>): PaymentRow {
  return {
    ...aPayment({ amount: 10_000 }),
    ...{ payerName: 'MARTIN Éloïse', voided: null, creditNotes: [], credit: 0, returns: [], pending: false },
    ...{ end: null, deposit: null, awaited: 0 },
    receipt: { id: 'receipt', number: '2026-A-000010', issuedAt: desk.now },
    entries: [
      {
        ...{ entryId: 'request-0', examCode: 'ASCA-E1', candidateId: 'candidate', candidateName: '' },
        ...{ status: 'confirmed' as const, amount: 5000 },
      },
    ],
    ...change,
  }
}

test('what was received for these requests: of an organisation’s payment the part that is theirs, of a voided one nothing', () => {
  const request = requestRow({ entries: [{}] })
  const voided = { id: 'v', paymentId: 'p', reason: '', voidedAt: desk.now, voidedBy: '' }
  const told = replyPayments({ payments: [row(greta), row({ voided }), row({}), row({ entries: [] })] }, [request])
  expect(told).toMatchObject([
    { amount: 10_000, payer: null, receipt: '2026-A-000010' },
    { amount: 5000, payer: 'GRETA' },
  ])
})

test('a cheque that came back, as long as something that it was to pay for is owed: an organisation’s, their part', () => {
  const back = { outcome: 'bounced', endedOn: '2026-11-20', dueOn: '2026-11-30', note: null } as const
  const end = { id: 'end', paymentId: 'p', ...back, notedAt: desk.now, notedBy: '' }
  const owing = requestRow({ entries: [{ status: 'confirmed', feeAmount: 5000, paid: 2000 }] })
  const bounced = { dueOn: '2026-11-30', awaited: 3000 }
  expect(replyBounced({ payments: [row({ end }), row({}), row({ ...greta, end })] }, [owing])).toMatchObject([
    { ...bounced, payer: 'GRETA', amount: 5000 },
    { ...bounced, payer: null, amount: 10_000 },
  ])
  const paid = requestRow({ entries: [{ status: 'confirmed', feeAmount: 5000, paid: 5000 }] })
  expect(replyBounced({ payments: [row({ end })] }, [paid])).toEqual([])
  const fell = {
    ...{ why: 'cheque-bounced' as const, paymentId: 'p', amount: 5000, receivedOn: '2026-11-10', chequeNumber: '' },
    ...{ dueOn: '2026-11-30', payer: null },
  }
  const owingAgain = requestRow({ entries: [{ status: 'confirmed', feeAmount: 5000, paid: 2000, fell }] })
  expect(owedOf([owingAgain], desk.now)).toMatchObject([{ amount: 3000, bounced: { until: '2026-11-30' } }])
  expect(owedOf([owing], desk.now)).toMatchObject([{ amount: 3000, bounced: null }])
})
