import { describe, expect, it } from 'vitest'
import type { Currency } from '../../domain/money.ts'
import { decodeText } from './decode-text.ts'
import { readBankAmount, readDay } from './read-cells.ts'
import { readCredits } from './read-credits.ts'
import { MOST_LINES, readTable } from './read-table.ts'

/** What a file gives, as somebody would say it. */
function read(text: string, currency: Currency = 'EUR') {
  const table = readTable(text)
  if (table === null || table === 'too-many-lines') return table
  if (!table.guess) return 'no guess'
  const { credits, unreadable } = readCredits(table.rows, table.guess, currency)
  return {
    credits: credits.map(({ line, bookedOn, amount, label }) => [line, bookedOn, amount, label]),
    unreadable: unreadable.map(({ line, why, text: said }) => [line, why, said]),
  }
}

const WANTED = {
  credits: [
    [2, '2026-11-20', 5000, 'VIR NY SOPHEA'],
    [4, '2026-11-20', 123_450, 'VIR GRETA'],
  ],
  unreadable: [],
}

describe('a statement of any bank', () => {
  it.each([
    ['debit and credit apart', 'Date;Libellé;Débit;Crédit', ';', ['', '50,00'], ['12,00', ''], ['', '1 234,50']],
    ['one amount with its sign', 'Date;Libellé;Montant', ';', ['50,00'], ['-12,00'], ['+1 234,50']],
    ['the point and the comma', 'Date,Libellé,Montant', ',', ['50.00'], ['-12.00'], ['1234.50']],
    ['tabs', 'Date\tLibellé\tCrédit', '\t', ['50,00'], [''], ['1\u00a0234,50']],
    ['the direction apart', 'Date;Libellé;Montant;Sens', ';', ['50,00', 'C'], ['12,00', 'D'], ['1\u202f234,50', 'C']],
    ['the currency beside', 'Date;Libellé;Montant(EUROS)', ';', ['50,00 EUR'], ['-12,00 EUR'], ['1234,5 €']],
  ])('%s', (_, header, separator, first, debit, last) => {
    const row = (label: string, cells: readonly string[]) => ['20/11/2026', label, ...cells].join(separator)
    const file = [header, row('VIR NY SOPHEA', first), row('PRLV EDF', debit), row('VIR GRETA', last)].join('\r\n')
    expect(read(file)).toEqual(WANTED)
  })

  it('finds the header under what the bank wrote before it, and the columns among others', () => {
    const file = [
      'Code de la banque : 13807;;Date de début de téléchargement : 01/11/2026;Date de fin de téléchargement : 22/11/2026;',
      'Numéro de compte : 04123456789;Devise : EUR;;;',
      'Solde en fin de période;;;;12 345,67',
      'Date de comptabilisation;Libelle simplifie;Libelle operation;Reference;Informations complementaires;Debit;Credit;Date de valeur',
      '20/11/2026;VIR;VIR NY SOPHEA;0A1;CA20915;;+50,00;20/11/2026',
      '20/11/2026;PRLV;EDF;0A2;;-12,00;;20/11/2026',
    ].join('\n')
    expect(read(file)).toEqual({ credits: [[5, '2026-11-20', 5000, 'VIR NY SOPHEA · CA20915']], unreadable: [] })
  })

  it('without a header, tells columns by what they hold', () => {
    const file = ['20/11/26;VIR NY SOPHEA;50,00', '20/11/26;PRLV EDF;-12,00', '2026-11-20;VIR GRETA;1234,50'].join('\n')
    expect(read(file)).toEqual({
      credits: [
        [1, '2026-11-20', 5000, 'VIR NY SOPHEA'],
        [3, '2026-11-20', 123_450, 'VIR GRETA'],
      ],
      unreadable: [],
    })
  })

  it('tells each line that it cannot read, and reads the others', () => {
    const file = [
      'Date;Libellé;Montant',
      '20/11/2026;TROIS DÉCIMALES;50,005',
      '31/02/2026;PAS UN JOUR;50,00',
      '20/11/2026;VIR NY SOPHEA;50,00',
      '20/11/2026;RIEN;cinquante',
      ';;Total',
    ].join('\n')
    expect(read(file)).toEqual({
      credits: [[4, '2026-11-20', 5000, 'VIR NY SOPHEA']],
      unreadable: [
        [2, 'amount', '20/11/2026 · TROIS DÉCIMALES · 50,005'],
        [3, 'date', '31/02/2026 · PAS UN JOUR · 50,00'],
        [5, 'amount', '20/11/2026 · RIEN · cinquante'],
        [6, 'date', 'Total'],
      ],
    })
  })

  it('takes a formula for the text that it is', () => {
    const formula = '=HYPERLINK("https://evil.example";"VIR NY")'
    const file = `Date;Libellé;Montant\n20/11/2026;"${formula.replaceAll('"', '""')}";50,00`
    expect(read(file)).toEqual({ credits: [[2, '2026-11-20', 5000, formula]], unreadable: [] })
  })

  it('reads a label of several lines as one, and loses no operation behind a lost quotation mark', () => {
    const whole = 'Date;Libellé;Montant\n20/11/2026;"VIR\nNY SOPHEA";50,00\n20/11/2026;VIR GRETA;1234,50'
    expect(read(whole)).toEqual({
      credits: [
        [3, '2026-11-20', 5000, 'VIR NY SOPHEA'],
        [4, '2026-11-20', 123_450, 'VIR GRETA'],
      ],
      unreadable: [],
    })
    const torn =
      'Date;Libellé;Montant\n20/11/2026;"VIR NY SOPHEA;50,00\n20/11/2026;PRLV;-1,00\n20/11/2026;VIR GRETA;1234,50'
    expect(read(torn)).toMatchObject({ credits: [[2, '2026-11-20', 5000, '"VIR NY SOPHEA'], WANTED.credits[1]] })
    expect(read(`${torn}\n20/11/2026;"AUTRE;2,00\n`)).toMatchObject({ credits: [{}, {}, {}] })
  })

  it('gives one key to an operation in every file that has it, and another to its like', () => {
    const keys = (text: string) => {
      const table = readTable(text)
      if (!table || table === 'too-many-lines' || !table.guess) throw new Error('no table')
      return readCredits(table.rows, table.guess, 'EUR').credits.map(({ key }) => key)
    }
    const line = '20/11/2026;VIR NY SOPHEA;50,00'
    const [first, second] = keys(`Date;Libellé;Montant\n${line}\n${line}`)
    expect(first).not.toBe(second)
    // Exported anew, another way.
    expect(keys('Date,Libellé,Débit,Crédit\n2026-11-20,Vir  Ny-Sophea,,50.00')).toEqual([first])
  })

  it('says of a file that it is none, or too long', () => {
    expect(read('Bonjour,\nci-joint notre chèque.')).toBe('no guess')
    expect(read('')).toBeNull()
    expect(read(`Date;Libellé;Montant\n${'20/11/2026;VIR;50,00\n'.repeat(MOST_LINES)}`)).toMatchObject({
      credits: { length: MOST_LINES },
    })
    expect(read(`Date;Libellé;Montant\n${'20/11/2026;VIR;50,00\n'.repeat(MOST_LINES + 1)}`)).toBe('too-many-lines')
  })
})

describe('a cell', () => {
  it.each([
    ['1 234,50', 'EUR', 123_450],
    ['1\u00a0234,50', 'EUR', 123_450],
    ['1234.50', 'EUR', 123_450],
    ['+50,00', 'EUR', 5000],
    ['+ 50,00 €', 'EUR', 5000],
    ['-50,00', 'EUR', -5000],
    ['- 50,00', 'EUR', -5000],
    ['50,00-', 'EUR', -5000],
    ['50', 'EUR', 5000],
    ['50,005', 'EUR', null],
    ['1.000', 'EUR', null],
    ['50,00 $', 'EUR', null],
    ['', 'EUR', null],
    ['5 967', 'XPF', 5967],
    ['5 967,00', 'XPF', 5967],
    ['+5967.00 XPF', 'XPF', 5967],
    ['5 967,50', 'XPF', null],
  ] as const)('of an amount, %s in %s', (cell, currency, amount) => {
    expect(readBankAmount(cell, currency)).toBe(amount)
  })
  it.each([
    ['20/11/2026', '2026-11-20'],
    ['20/11/26', '2026-11-20'],
    ['2026-11-20', '2026-11-20'],
    ['1/2/2026', '2026-02-01'],
    ['20.11.2026', '2026-11-20'],
    ['31/02/2026', null],
    ['11/20/2026', null],
    ['hier', null],
  ])('of a day, %s', (cell, day) => {
    expect(readDay(cell)).toBe(day)
  })
})

describe('bytes', () => {
  const TEXT = 'Date;Libellé;Crédit\n20/11/2026;VIR L’ÉCOLE € œuvre;50,00\n'
  const windows = Uint8Array.from(
    [...TEXT].map((letter) => ({ '’': 0x92, '€': 0x80, œ: 0x9c })[letter] ?? letter.charCodeAt(0)),
  )
  const wide = Buffer.from(TEXT, 'utf16le')
  it.each<[string, Uint8Array]>([
    ['UTF-8', Buffer.from(TEXT)],
    ['Windows-1252', windows],
    ['UTF-16', wide],
    ['UTF-16 with its mark', Buffer.concat([Buffer.from([0xff, 0xfe]), wide])],
    ['UTF-16 the other way', Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(wide).swap16()])],
  ])('as %s', (_, bytes) => {
    expect(decodeText(bytes)).toBe(TEXT)
  })
  it('with the mark of UTF-8', () => {
    expect(decodeText(Buffer.from(`\ufeff${TEXT}`)).replace(/^\ufeff/, '')).toBe(TEXT)
  })
})
