import { expect, test } from 'vitest'
import { ACTS } from '../../text/screens/request-acts.ts'
import { readAddress } from './address-form.ts'

test.each([
  ['new@example.org', 'new@example.org', 'new@example.org', {}],
  [' New@example.org ', 'new@Example.org', 'New@example.org', {}],
  ['', '', null, { email: ACTS.notAnAddress }],
  ['new@example', 'new@example', null, { email: ACTS.notAnAddress }],
  [`${'x'.repeat(200)}@example.org`, '', null, { email: ACTS.notAnAddress }],
  ['.new@example.org', '', null, { email: ACTS.notAnAddress }],
  ['OLD@example.org', 'OLD@example.org', null, { email: ACTS.sameAddress }],
  ['new@example.org', 'mew@example.org', null, { again: ACTS.addressesDiffer }],
])('%j, then %j', (email, again, value, errors) => {
  expect(readAddress('old@example.org', email, again)).toEqual({ value, errors })
})
