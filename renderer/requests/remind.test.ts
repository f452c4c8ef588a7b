import { expect, it } from 'vitest'
import type { EntryRow } from '../../contract/desk.ts'
import { aReadyDesk } from '../../test/helpers/ready-desk.ts'
import { requestRow } from '../../test/helpers/window-rows.ts'
import { draftReminders } from './remind.ts'

const desk = aReadyDesk()
const due: Partial<EntryRow> = { status: 'prevalidated', deadlineAt: '2026-11-25T23:00:00.000Z' }

it('reminds of what is still to be paid, of nothing else', () => {
  const request = requestRow({
    id: 'r',
    entries: [due, { ...due, paid: 5000 }, { status: 'requested' }, { ...due, doubtful: true }],
  })
  expect(draftReminders(desk, [request])).toEqual([
    { name: 'reminder.sent', args: { requestId: 'r', entryIds: ['r-0'], means: 'mail' } },
  ])
})

const fell = {
  ...{ why: 'cheque-bounced' as const, paymentId: 'p', amount: 5000, receivedOn: '2026-11-20', chequeNumber: '1' },
  ...{ dueOn: '2026-11-30', payer: null },
}

it('reminds of what is final and owed again, of some exams alone where they are named', () => {
  const request = requestRow({
    id: 'r',
    entries: [due, { status: 'confirmed', fell }, { status: 'confirmed', paid: 5000 }],
  })
  const ids = (...given: Parameters<typeof draftReminders>) => draftReminders(...given).map(({ args }) => args.entryIds)
  expect(ids(desk, [request])).toEqual([['r-0', 'r-1']])
  expect(ids(desk, [request], new Set(['r-1', 'r-2']))).toEqual([['r-1']])
})

it.each([
  [
    'is final on account',
    requestRow({
      organisation: { id: 'g', name: 'GRETA', addressLines: [], onAccount: true },
      entries: [{ status: 'confirmed' }],
    }),
  ],
  ['waits for an answer', requestRow()],
  ['is paid', requestRow({ entries: [{ ...due, paid: 5000 }] })],
  ['has no mail address', requestRow({ candidate: { email: '' }, entries: [due] })],
  [
    'is on account',
    requestRow({ organisation: { id: 'g', name: 'GRETA', addressLines: [], onAccount: true }, entries: [due] }),
  ],
])('leaves out who %s', (_, request) => {
  expect(draftReminders(desk, [request])).toEqual([])
})
