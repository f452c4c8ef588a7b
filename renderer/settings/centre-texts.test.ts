import { expect, test } from 'vitest'
import { changesBetween, formOf, readForm, type Texts } from './centre-texts.ts'

const SEEN: Texts = {
  addressLines: ['12 rue de l’Exemple', '35000 RENNES'],
  legalLines: ['Association loi 1901'],
  vatWording: 'Exonération de TVA, art. 261-4-4° a du CGI',
  activity: { number: '53350000000', region: 'Bretagne' },
  paymentTerms: 'Par chèque.',
}

test('a form that nobody touched asks for nothing, whatever the texts', () => {
  const others: Texts = { ...SEEN, vatWording: 'Texte de chez nous', activity: null, paymentTerms: ' Par chèque. ' }
  const rate: Texts = { ...SEEN, vatWording: 'dont TVA 5,5\u00a0%' }
  const bare: Texts = { addressLines: [], legalLines: [], vatWording: null, activity: null, paymentTerms: '' }
  for (const seen of [SEEN, others, rate, bare]) {
    const { texts, errors } = readForm(formOf(seen), seen)
    expect(errors).toEqual({})
    expect(changesBetween(seen, texts)).toEqual({})
  }
})

test('VAT has no default, and each choice prints its own wording', () => {
  expect(formOf({ ...SEEN, vatWording: null }).vat).toBeNull()
  const form = formOf(SEEN)
  const wording = (part: Partial<typeof form>) => readForm({ ...form, ...part }, SEEN).texts.vatWording
  expect(wording({ vat: 'franchise' })).toBe('TVA non applicable, art. 293 B du CGI')
  expect(wording({ vat: 'rate', rate: '5.5 %' })).toBe('dont TVA 5,5\u00a0%')
  expect(wording({ vat: 'other', vatText: ' Exonéré ' })).toBe('Exonéré')
  expect(readForm({ ...form, vat: 'rate', rate: 'vingt' }, SEEN).errors.vatWording).toBeDefined()
  expect(readForm({ ...form, vat: 'other', vatText: ' ' }, SEEN).errors.vatWording).toBeDefined()
})

test('a declaration of activity is eleven digits and a region, typed as people write them', () => {
  const form = formOf(SEEN)
  expect(readForm({ ...form, number: '53 35 01234 35' }, SEEN).texts.activity?.number).toBe('53350123435')
  expect(Object.keys(readForm({ ...form, number: '5335', region: ' ' }, SEEN).errors)).toEqual(['activity', 'region'])
  expect(changesBetween(SEEN, readForm({ ...form, withActivity: false }, SEEN).texts)).toEqual({
    activity: { from: SEEN.activity, to: null },
  })
})

test('lines are told when they are too many or too long, and empty ones do not count', () => {
  const form = formOf(SEEN)
  expect(readForm({ ...form, address: 'a\n\n b \n' }, SEEN).texts.addressLines).toEqual(['a', 'b'])
  expect(readForm({ ...form, address: '1\n2\n3\n4\n5\n6\n7' }, SEEN).errors.addressLines).toBeDefined()
  expect(readForm({ ...form, address: 'x'.repeat(10_000) }, SEEN).errors.addressLines).toBeDefined()
  expect(readForm({ ...form, terms: 'x'.repeat(10_000) }, SEEN).errors.paymentTerms).toBeDefined()
  expect(readForm({ ...form, terms: ' ' }, SEEN).errors.paymentTerms).toBeDefined()
})
