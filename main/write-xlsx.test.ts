import { expect, test } from 'vitest'
import { readZip } from '../test/helpers/read-zip.ts'
import { writeXlsx } from './write-xlsx.ts'

test('texts are texts, whatever they begin with; amounts are numbers with the decimals of their currency', async () => {
  const files = readZip(
    await writeXlsx('Session de janvier 2027 : bilan/école [1]', [
      ['Payeur', 'Montant'],
      ['=HYPERLINK("http://x")', { amount: -5050, currency: 'EUR' }],
      ['Łukasz <& fils>', { amount: 5967, currency: 'XPF' }],
      [null, null],
    ]),
  )
  const sheet = files.get('xl/worksheets/sheet1.xml') ?? ''
  const texts = [...(files.get('xl/sharedStrings.xml') ?? '').matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, text]) => text)
  expect(texts).toEqual(['Payeur', 'Montant', '=HYPERLINK("http://x")', 'Łukasz &lt;&amp; fils&gt;'])
  expect(sheet).not.toMatch(/<f[ >]/)
  expect(
    [...sheet.matchAll(/<c r="(\w+)"[^>]*?(?: t="s")?><v>([^<]+)<\/v>/g)].map(([, cell, value]) => [cell, value]),
  ).toEqual([
    ['A1', '0'],
    ['B1', '1'],
    ['A2', '2'],
    ['B2', '-50.5'],
    ['A3', '3'],
    ['B3', '5967'],
  ])
  expect(files.get('xl/styles.xml')).toContain('#,##0.00')
  expect(files.get('xl/workbook.xml')).toContain('name="Session de janvier 2027 bilan é"')
})
