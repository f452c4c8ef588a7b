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

it.each([
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
