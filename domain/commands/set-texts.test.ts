import { expect, test } from 'vitest'
import { rennesSettings } from '../../test/helpers/rows.ts'
import type { CentreSettings } from '../catalogue.ts'
import { SetTextsArgs, TextChanges } from '../shapes/commands/set-texts.ts'
import { decideSetTexts, isPossible, TEXT_FIELDS, type TextField } from './set-texts.ts'

const vat = { from: rennesSettings.vatWording, to: 'Exonéré, art. 261-4-4° a du CGI' }
const activity = { number: '53350000035', region: 'Bretagne' }

const set = (changes: TextChanges, settings: CentreSettings = rennesSettings) =>
  decideSetTexts({ changes }, { settings })

test('changes the texts named, and no other', () => {
  const terms = { from: rennesSettings.paymentTerms, to: 'Par virement.' }
  expect(set({ vatWording: vat, paymentTerms: terms, activity: { from: null, to: activity } })).toEqual({
    ok: true,
    writes: [
      {
        entity: 'centreSettings',
        value: { ...rennesSettings, vatWording: vat.to, paymentTerms: 'Par virement.', activity },
      },
    ],
  })
})

test('a VAT wording that was never chosen is chosen; a declaration of activity may be taken away', () => {
  const settings = { ...rennesSettings, vatWording: null, activity }
  expect(set({ vatWording: { from: null, to: 'Exonéré' }, activity: { from: activity, to: null } }, settings).ok).toBe(
    true,
  )
})

test('two people who change two texts, or one alike, do not disagree', () => {
  const other = { ...rennesSettings, paymentTerms: 'Par chèque.' }
  expect(set({ vatWording: vat }, other)).toMatchObject({ writes: [{ value: { paymentTerms: 'Par chèque.' } }] })
  expect(set({ vatWording: vat }, { ...rennesSettings, vatWording: vat.to }).ok).toBe(true)
})

test('a database may give the fields of a declaration in its own order', () => {
  const { number, region } = activity
  expect(
    set({ activity: { from: { number, region }, to: null } }, { ...rennesSettings, activity: { region, number } }).ok,
  ).toBe(true)
})

test.each([
  ['nothing', {}, { code: 'not-valid', detail: { field: 'changes' } }],
  [
    'to what it was',
    { vatWording: { from: vat.from, to: vat.from ?? '' } },
    { code: 'not-valid', detail: { field: 'vatWording' } },
  ],
  [
    'what somebody has changed',
    { vatWording: { ...vat, from: 'Une autre' } },
    { code: 'value-changed', detail: { field: 'vatWording' } },
  ],
  [
    'lines that somebody has changed',
    { addressLines: { from: ['Ailleurs'], to: ['Ici'] } },
    { detail: { field: 'addressLines' } },
  ],
] as [string, TextChanges, object][])('does not change %s', (_, changes, refusal) => {
  expect(set(changes)).toMatchObject({ ok: false, refusal })
})

test.each([
  ['no VAT wording', { vatWording: { from: 'a', to: null } }],
  ['a blank VAT wording', { vatWording: { from: 'a', to: ' ' } }],
  ['no payment terms', { paymentTerms: { from: 'a', to: '' } }],
  ['no address', { addressLines: { from: ['a'], to: [] } }],
  ['a blank line of address', { addressLines: { from: ['a'], to: ['a', ' '] } }],
  ['seven lines of address', { addressLines: { from: [], to: [...'1234567'] } }],
  ['a declaration of ten digits', { activity: { from: null, to: { number: '5335000003', region: 'Bretagne' } } }],
  ['a declaration with spaces', { activity: { from: null, to: { number: '53 35 00000 35', region: 'Bretagne' } } }],
  ['a declaration without a region', { activity: { from: null, to: { ...activity, region: ' ' } } }],
])('%s is no text to have', (_, changes) => {
  expect(SetTextsArgs.safeParse({ changes }).success).toBe(false)
})

test('what is around a text is not kept', () => {
  const { changes } = SetTextsArgs.parse({ changes: { legalLines: { from: [], to: [' SIRET 0 '] } } })
  expect(changes.legalLines?.to).toEqual(['SIRET 0'])
})

test('what a form takes is what the command takes, text by text', () => {
  expect([...TEXT_FIELDS].sort()).toEqual(Object.keys(TextChanges.shape).sort())
})

const lines = (count: number, length = 1) => Array.from({ length: count }, () => 'x'.repeat(length))
test.each<[{ [F in TextField]: [F, CentreSettings[F], boolean] }[TextField]]>([
  [['addressLines', lines(6, 200), true]],
  [['addressLines', lines(7), false]],
  [['addressLines', lines(1, 201), false]],
  [['addressLines', [], false]],
  [['addressLines', [' '], false]],
  [['legalLines', [], true]],
  [['legalLines', lines(8, 2000), true]],
  [['legalLines', lines(9), false]],
  [['legalLines', lines(1, 2001), false]],
  [['vatWording', 'Exonéré', true]],
  [['vatWording', ' ', false]],
  [['vatWording', null, false]],
  [['activity', null, true]],
  [['activity', activity, true]],
  [['activity', { ...activity, number: '5335000003' }, false]],
  [['activity', { ...activity, region: ' ' }, false]],
  [['paymentTerms', 'x'.repeat(2000), true]],
  [['paymentTerms', 'x'.repeat(2001), false]],
  [['paymentTerms', '', false]],
  [['convocationWording', null, true]],
  [['convocationWording', 'Bonjour {prénom},', true]],
  [['convocationWording', 'Bonjour {surnom},', false]],
  [['refusalWording', 'x'.repeat(1501), false]],
  [['signatory', { name: 'Anne Le Gall', quality: 'Directrice', place: 'Rennes' }, true]],
  [['signatory', { name: ' ', quality: 'Directrice', place: 'Rennes' }, false]],
])('%j', ([field, to, may]) => {
  const taken = TextChanges.shape[field].safeParse({ from: rennesSettings[field], to }).success
  expect([(isPossible[field] as (to: unknown) => boolean)(to), taken]).toEqual([may, may])
})
