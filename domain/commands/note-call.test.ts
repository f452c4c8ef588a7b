import { expect, test } from 'vitest'
import { MONDAY } from '../../test/helpers/rows.ts'
import { judge } from '../decision.ts'
import { NoteCallArgs } from '../shapes/commands/note-call.ts'
import { objectToCallNote, recordCallNote } from './note-call.ts'

const callNoteId = '01990000-0000-7000-8000-0000000000ca'
const args: NoteCallArgs = { callNoteId, candidateId: 'ny', means: 'phone', text: 'Rappelle lundi.', notedAt: MONDAY }
const rule = { kind: 'fact' as const, objection: objectToCallNote, record: recordCallNote }
const circumstances = { at: '2026-11-23T08:42:00.000Z', operatorName: 'Anne', role: 'secretary' as const }

test('keeps what was said, when, and who noted it', () => {
  const { callNoteId: id, ...said } = args
  const writes = [{ entity: 'callNote', value: { id, ...said, notedBy: 'Anne' } }]
  for (const place of ['desk', 'hq'] as const)
    expect(judge(rule, args, { isKnown: true }, circumstances, place)).toEqual({ ok: true, writes })
})

test('of somebody who has left the centre nothing is kept: the desk refuses, HQ says so', () => {
  const refusal = { code: 'not-found' }
  expect(judge(rule, args, { isKnown: false }, circumstances, 'desk')).toEqual({ ok: false, refusal })
  expect(judge(rule, args, { isKnown: false }, circumstances, 'hq')).toEqual({ ok: true, writes: [], misfit: refusal })
})

test.each([
  ['blank', { text: ' \n ' }],
  ['longer than a note', { text: 'a'.repeat(2001) }],
  ['by no means that there is', { means: 'pigeon' }],
])('a note that is %s is none', (_, changes) => {
  expect(NoteCallArgs.safeParse({ ...args, ...changes }).success).toBe(false)
})
