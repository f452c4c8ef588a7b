import { expect, test } from 'vitest'
import type { MyEntry, MyRequest } from '../../contract/candidate-pages.ts'
import type { EntryStatus } from '../../domain/entry.ts'
import { sessionChecks } from './data-checks.ts'

const ASKED = '2026-11-20T08:00:00.000Z'
const SAID = '2026-11-21T08:00:00.000Z'

function request(dataCheck: Partial<MyRequest['dataCheck']>, status: EntryStatus = 'confirmed', sessionId = 'january') {
  const entries = [{ status } as MyEntry]
  return {
    sessionId,
    centre: { id: 'rennes' },
    dataCheck: { askedAt: ASKED, checkedAt: null, open: true, ...dataCheck },
    entries,
  } as MyRequest
}
const told = (...requests: MyRequest[]) => sessionChecks(requests).map(({ checkedAt, due }) => [checkedAt, due])

test('the centre waits while it has asked, there is a seat and nothing was said', () => {
  expect(told(request({}))).toEqual([[null, true]])
  expect(told(request({ checkedAt: SAID }))).toEqual([[SAID, false]])
  expect(told(request({ askedAt: null }))).toEqual([[null, false]])
  expect(told(request({}, 'requested'))).toEqual([[null, false]])
})

test('nothing is to be said of a session that is over, or of what has ended', () => {
  expect(told(request({ open: false }))).toEqual([])
})

test('the requests of a session at a centre are one; one that came since is to be looked at', () => {
  expect(told(request({ checkedAt: SAID }), request({}, 'requested'))).toEqual([[null, true]])
  expect(told(request({ checkedAt: SAID }), request({}, 'confirmed', 'june'))).toEqual([
    [SAID, false],
    [null, true],
  ])
})
