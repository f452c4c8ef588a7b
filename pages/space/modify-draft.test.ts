import { expect, test } from 'vitest'
import type { MeAnswer, MyEntry, MyRequest } from '../../contract/candidate-pages.ts'
import { changesSoftware, modifyDraft, modifyFaults, partsOf, toModification } from './modify-draft.ts'

const choice = (offeringId: string) => ({
  examId: 'E1',
  offeringId,
  softwareNames: [offeringId],
  seat: 'free' as const,
})
const entry = { id: 'entry-1', examId: 'E1', examCode: 'ASCA-E1', offeringId: 'ciel', status: 'requested' } as const
// Of what HQ answers, the parts that the form is made of.
const request = {
  id: 'request-1',
  entries: [{ ...entry, choices: [choice('ciel'), choice('sage')] } as unknown as MyEntry],
}
const asked = request as unknown as MyRequest
const answered = { entries: [{ ...entry, status: 'prevalidated', choices: [] }] } as unknown as MyRequest
const me = {
  contact: { phone: '06 39 98 12 34', addressLines: ['3 allée', 'Bât. B', 'BP 4'], postcode: '35000', town: 'Rennes' },
  situation: { category: 'employee', previousExams: 'ASCA-E1 en 2024' },
  funding: { kind: 'employer', name: 'Exemple SARL', contact: 'Mme Paie' },
} as unknown as MeAnswer

test('filled in with what HQ holds and sent as it is, nothing changes, whatever the lines of the address', () => {
  const draft = modifyDraft(me, asked, {})
  expect(draft).toMatchObject({ address2: 'Bât. B, BP 4', passedBefore: 'yes', funderName: 'Exemple SARL' })
  expect(modifyFaults(asked, draft)).toEqual([])
  expect(partsOf(me, asked, toModification(me, asked, draft))).toEqual([])
})

test('what was typed lies over what HQ holds, which goes on changing under it', () => {
  const later = { ...me, contact: { ...me.contact, town: 'Brest' } }
  const to = toModification(later, asked, modifyDraft(later, asked, { phone: '06 39 98 99 99' }))
  expect(to.contact).toEqual({ ...later.contact, phone: '06 39 98 99 99' })
  expect(partsOf(later, asked, to)).toMatchObject([{ what: 'phone' }])
})

test('another software must be agreed to, and is no longer sent once the centre has answered', () => {
  const edits = { offerings: { E1: 'sage' } }
  expect(changesSoftware(asked, modifyDraft(me, asked, edits))).toBe(true)
  expect(modifyFaults(asked, modifyDraft(me, asked, edits))).toMatchObject([{ field: 'softwareAccepted' }])
  const agreed = { ...edits, softwareAccepted: true }
  expect(modifyFaults(asked, modifyDraft(me, asked, agreed))).toEqual([])
  expect(toModification(me, asked, modifyDraft(me, asked, agreed)).software).toEqual([
    { entryId: 'entry-1', offeringId: 'sage' },
  ])
  expect(toModification(me, answered, modifyDraft(me, answered, agreed)).software).toEqual([])
})
