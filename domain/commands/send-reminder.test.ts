import { expect, test } from 'vitest'
import { anEntry, aRequest, MONDAY } from '../../test/helpers/rows.ts'
import { judge } from '../decision.ts'
import {
  objectToReminder,
  recordReminder,
  type SeenByReminder,
  type SendReminderArgs,
  type SendReminderFacts,
} from './send-reminder.ts'

const reminderId = '01990000-0000-7000-8000-0000000000e1'
const request = aRequest()
const entry = anEntry({ status: 'prevalidated' })
const args: SendReminderArgs = {
  reminderId,
  requestId: request.id,
  entryIds: [entry.id],
  means: 'mail',
  sentAt: MONDAY,
}
const seen: SeenByReminder = {
  ...{ entries: [entry], allocated: new Map(), onAccount: false, hasMail: true, mailed: [], timeZone: 'Europe/Paris' },
}
const rule = { kind: 'fact' as const, objection: objectToReminder, record: recordReminder }
const circumstances = { at: MONDAY, operatorName: 'Anne', role: 'secretary' as const }

function remind(
  changes: Partial<SendReminderArgs>,
  of: Partial<SeenByReminder>,
  facts: Partial<SendReminderFacts> = {},
) {
  const known = { request, seen: { ...seen, ...of }, ...facts }
  return judge(rule, { ...args, ...changes }, known, circumstances, 'desk')
}

test('is kept with whom, about what, how and by whom', () => {
  const { candidateId, sessionId } = request
  const { reminderId: id, ...said } = args
  const value = { id, ...said, candidateId, sessionId, sentBy: 'Anne' }
  expect(remind({}, {})).toEqual({ ok: true, writes: [{ entity: 'reminder', value }] })
})

test.each([
  ['of a request that is gone', {}, {}, { request: null }, { code: 'not-found' }],
  ['of an entry that is gone', { entryIds: [entry.id, 'gone'] }, {}, {}, { code: 'not-found' }],
  [
    'of another request’s entry',
    {},
    { entries: [anEntry({ status: 'prevalidated', requestId: 'other' })] },
    {},
    { code: 'not-found' },
  ],
  [
    'of a seat that was released',
    {},
    { entries: [anEntry({ status: 'lapsed' })] },
    {},
    { code: 'wrong-status', detail: { status: 'lapsed' } },
  ],
  ['once all is paid', {}, { allocated: new Map([[entry.id, 5000]]) }, {}, { code: 'nothing-to-pay' }],
  [
    'of what is final and paid',
    {},
    { entries: [anEntry({ status: 'confirmed' })], allocated: new Map([[entry.id, 5000]]) },
    {},
    { code: 'nothing-to-pay' },
  ],
  ['when somebody pays on account', {}, { onAccount: true }, {}, { code: 'nothing-to-pay' }],
  ['by mail without an address', {}, { hasMail: false }, {}, { code: 'no-mail-address' }],
  [
    'less than 12 hours after a mail',
    {},
    { mailed: [{ sentAt: '2026-11-22T20:41:00.001Z' }] },
    {},
    { code: 'reminded-already', detail: { remindedAt: '2026-11-22T20:41:00.001Z', timeZone: 'Europe/Paris' } },
  ],
  [
    'when the clock of the last PC was a little ahead',
    {},
    { mailed: [{ sentAt: '2026-11-23T10:00:00.000Z' }] },
    {},
    { code: 'reminded-already' },
  ],
] as [string, Partial<SendReminderArgs>, Partial<SeenByReminder>, Partial<SendReminderFacts>, object][])(
  'is stopped at the desk %s',
  (_, changes, of, facts, refusal) => {
    expect(remind(changes, of, facts)).toMatchObject({ ok: false, refusal })
  },
)

test.each([
  ['12 hours after a mail', {}, { mailed: [{ sentAt: '2026-11-22T20:41:00.000Z' }] }],
  ['when a clock that was days ahead has sent one', {}, { mailed: [{ sentAt: '2026-11-25T08:00:00.000Z' }] }],
  ['by phone, just after a mail', { means: 'phone' }, { mailed: [{ sentAt: MONDAY }] }],
  ['by phone, without a mail address', { means: 'phone' }, { hasMail: false }],
  [
    'of what is final, once its cheque bounced',
    {},
    { entries: [anEntry({ status: 'confirmed' })], allocated: new Map() },
  ],
  ['once part is paid', {}, { allocated: new Map([[entry.id, 4999]]) }],
] as [string, Partial<SendReminderArgs>, Partial<SeenByReminder>][])('is sent %s', (_, changes, of) => {
  expect(remind(changes, of).ok).toBe(true)
})

test('HQ keeps it whatever became of its object, but of an unknown request', () => {
  expect(judge(rule, args, { request, seen: null }, circumstances, 'hq')).toMatchObject({ ok: true, writes: [{}] })
  expect(judge(rule, args, { request: null, seen: null }, circumstances, 'hq')).toEqual({
    ok: true,
    writes: [],
    misfit: { code: 'not-found' },
  })
})
