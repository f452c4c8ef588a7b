import { expect, test } from 'vitest'
import type { ConvocationChange } from '../domain/convocation-changes.ts'
import { sayConvocationChange } from './convocation-changes.ts'

const examCode = 'ASCA-E1'
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

test.each<[ConvocationChange, string]>([
  [{ what: 'room', examCode, before: 'B12', after: 'Amphi' }, 'salle : B12 → Amphi'],
  [
    {
      ...{ what: 'moment', examCode, before: { heldOn: '2026-11-24', startsAtLocal: '09:00' } },
      after: { heldOn: '2026-11-25', startsAtLocal: '14:30' },
    },
    'mar. 24 nov. 9 h → mer. 25 nov. 14 h 30',
  ],
  [{ what: 'end', examCode, before: '11:00', after: '11:30' }, 'fin : 11 h → 11 h 30'],
  [{ what: 'software', examCode, before: '', after: 'CIEL' }, 'logiciel : aucun → CIEL'],
  [{ what: 'name', before: 'NY Anna', after: 'NY (ROY) Anna' }, 'nom : NY Anna → NY (ROY) Anna'],
  [{ what: 'born', before: '1998-05-30', after: '1998-03-30' }, 'date de naissance : 30/05/1998 → 30/03/1998'],
  [{ what: 'exam-added', examCode: 'ASCA-E2' }, 'épreuve ajoutée : ASCA-E2'],
  [{ what: 'exam-removed', examCode: 'ASCA-E2' }, 'épreuve retirée : ASCA-E2'],
  [
    { what: 'sitting-added', examCode, heldOn: '2026-11-24', startsAtLocal: '09:00', room: 'B12' },
    'séance ajoutée : mar. 24 nov. 9 h, B12',
  ],
])('%j', (change, words) => {
  expect(plain(sayConvocationChange(change, false))).toBe(words)
})

test('to whoever is convened to several exams, each change says which; what is about the person does not', () => {
  expect(plain(sayConvocationChange({ what: 'room', examCode, before: 'B12', after: 'Amphi' }, true))).toBe(
    'ASCA-E1, salle : B12 → Amphi',
  )
  expect(plain(sayConvocationChange({ what: 'name', before: 'A', after: 'B' }, true))).toBe('nom : A → B')
})
