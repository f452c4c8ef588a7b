import { expect, test } from 'vitest'
import { sayValue, sayWhatChanged, wordsOfChange } from './changes-of-request.ts'

const software = (id: string) => ({ sage: ['SAGE 50', 'EXCEL 2017'] })[id] ?? []
const contact = {
  phone: '0612345678',
  addressLines: ['3 allée du Modèle', 'Bât. B'],
  postcode: '35000',
  town: 'Rennes',
}

test('each part in the words that both sides read', () => {
  expect(wordsOfChange({ what: 'software', examId: 'E1', before: null, after: 'sage' }, software)).toEqual({
    ...{ what: 'software', examId: 'E1', before: null, after: 'SAGE 50, EXCEL 2017' },
  })
  expect(wordsOfChange({ what: 'software', examId: 'E1', before: 'sage', after: 'bare' }, software).after).toBe(
    'sans logiciel',
  )
  const after = { ...contact, addressLines: ['1 quai'] }
  expect(wordsOfChange({ what: 'address', before: contact, after }, software)).toMatchObject({
    ...{ before: '3 allée du Modèle, Bât. B, 35000 Rennes', after: '1 quai, 35000 Rennes' },
  })
  expect(wordsOfChange({ what: 'category', before: 'student', after: 'other' }, software)).toMatchObject({
    ...{ before: 'en formation', after: 'autre' },
  })
  const employer = { kind: 'employer', name: 'Exemple SARL', contact: 'Mme Paie' } as const
  expect(wordsOfChange({ what: 'funding', before: { kind: 'own' }, after: employer }, software)).toMatchObject({
    ...{ before: 'à titre personnel', after: 'par l’employeur\u00a0: Exemple SARL (contact\u00a0: Mme Paie)' },
  })
})

test('a change of software names its exam; nothing is said as such', () => {
  expect(sayWhatChanged('software', 'ASCA-E1')).toBe('Logiciel de l’épreuve ASCA-E1')
  expect([sayWhatChanged('software', null), sayWhatChanged('phone', null)]).toEqual(['Logiciel', 'Téléphone'])
  expect([sayValue(null), sayValue('SAGE 50')]).toEqual(['rien', 'SAGE 50'])
})
