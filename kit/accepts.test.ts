import { expect, test } from 'vitest'
import { isListOf, isOneOf, isShaped, isTableOf, isText, isYesNo, orNull } from './accepts.ts'
import { draftKey } from './draft-key.ts'

const isForm = isShaped({
  reason: orNull(isOneOf('full', 'other')),
  text: isText,
  ids: isListOf(isText),
  typed: isTableOf(isText),
  again: isYesNo,
})
const FORM = { reason: 'full', text: '', ids: ['a'], typed: { name: 'x' }, again: true }

test('a form that was kept is believed when every part has its shape', () => {
  expect(isForm(FORM)).toBe(true)
  expect(isForm({ ...FORM, reason: null, addedLater: 1 })).toBe(true)
})

test.each([
  ['a reason that exists no more', { ...FORM, reason: 'gone' }],
  ['a part that is missing', { reason: 'full', text: '' }],
  ['another type', { ...FORM, text: 3 }],
  ['a list that is none', { ...FORM, ids: { 0: 'a' } }],
  ['a table that is a list', { ...FORM, typed: ['x'] }],
  ['a list that holds something else', { ...FORM, ids: [1] }],
  ['a text', 'form'],
  ['nothing', null],
  ['a list', []],
])('%s is not believed', (_, value) => expect(isForm(value)).toBe(false))

test('the key of a form about one row names it; about several, it is short and their order does not matter', () => {
  expect(draftKey('refuse', ['r1'])).toBe('draft.refuse.r1')
  const many = Array.from({ length: 500 }, (_, at) => `01990000-0000-7000-8000-${String(at).padStart(12, '0')}`)
  const key = draftKey('refuse', many)
  expect(key.length).toBeLessThan(60)
  expect(draftKey('refuse', many.toReversed())).toBe(key)
  expect(draftKey('refuse', many.slice(1))).not.toBe(key)
  expect(draftKey('refuse', [...many.slice(1), 'other'])).not.toBe(key)
})
