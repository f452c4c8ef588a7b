import { expect, test } from 'vitest'
import { writeCsv } from './csv.ts'

const EUR = (amount: number) => ({ amount, currency: 'EUR' as const })

test('opens with a double click in a French spreadsheet: its mark, semicolons, decimal commas, lines of its own', () => {
  expect(
    writeCsv([
      ['Payeur', 'Montant'],
      ['Éloïse', EUR(123_450)],
    ]),
  ).toBe('\ufeffPayeur;Montant\r\nÉloïse;1234,50\r\n')
  expect(writeCsv([[EUR(5), EUR(-50), EUR(0), { amount: 5967, currency: 'XPF' }, null, '']])).toBe(
    '\ufeff0,05;-0,50;0,00;5967;;\r\n',
  )
})

test.each(['=1+1', '+33 6', '-5', '@sum', '\tx', '\rx', '=HYPERLINK("http://x";"y")'])(
  'no text of ours starts a formula: %j',
  (text) => {
    const [cell = ''] = writeCsv([[text]])
      .slice(1)
      .split('\r\n')
    expect(cell.replace(/^"/, '').startsWith("'")).toBe(true)
  },
)

test('what would break the table is quoted', () => {
  expect(writeCsv([['a;b', 'dit "oui"', 'deux\nlignes', 'a - b']])).toBe(
    '\ufeff"a;b";"dit ""oui""";"deux\nlignes";a - b\r\n',
  )
})
