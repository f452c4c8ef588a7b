import { describe, expect, test } from 'vitest'
import type { Receipt } from '../../domain/payment.ts'
import { aReceiptContent, aSheet } from '../../test/papers/some-papers.ts'
import { attendanceSheetPaper } from './attendance-sheet-paper.ts'
import { creditNotePaper } from './credit-note-paper.ts'
import { cssString, html } from './html.ts'
import { receiptPaper } from './receipt-paper.ts'

const [line] = aReceiptContent().lines
if (!line) throw new Error('a receipt has lines')
const content = aReceiptContent({ amount: 5000, lines: [line] })
const receipt: Receipt = {
  id: '01990000-0000-7000-8000-000000000002',
  paymentId: '01990000-0000-7000-8000-000000000001',
  number: '2026-B-000001',
  series: 'B',
  year: 2026,
  sequence: 1,
  issuedAt: '2026-11-23T08:47:00.000Z',
  templateVersion: 1,
  content,
  chain: null,
}

/** What a person reads, spaces made plain. */
function words(page: string): string {
  return page
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
}

describe('a receipt', () => {
  test('of a centre that pays VAT states the price, the tax and both; of another, why there is none', () => {
    const taxed = { ...receipt, content: { ...content, vatWording: 'dont TVA 5,5\u00a0%' } }
    expect(words(receiptPaper(taxed, false))).toContain('Total HT 47,39 € TVA 5,5 % 2,61 € Total TTC 50,00 €')
    expect(words(receiptPaper(receipt, false))).toContain(`Total HT = total TTC (${content.vatWording}) 50,00 €`)
  })

  test('says who, what for, how much, how, and never that the registration is final', () => {
    const text = words(receiptPaper(receipt, false))
    for (const said of [
      'n° 2026-B-000001',
      '23/11/2026 à 09 h 47',
      'Madame TERIITAHI-MAHUTA Hinano Vaitiare',
      'née TERIITAHI le 30/05/1998',
      'ASCA-E1',
      '50,00 €',
      'par chèque n° 0012345',
      'TVA non applicable',
      'SIRET 123 456 789 00012',
    ])
      expect(text).toContain(said)
    expect(text).not.toMatch(/valid/i)
    expect(text).not.toMatch(/DUPLICATA|facture/)
  })

  test('says DUPLICATA when it is made again, and that it is no invoice to an organisation', () => {
    const text = words(receiptPaper({ ...receipt, content: { ...content, payerIsOrganisation: true } }, true))
    expect(text).toContain('DUPLICATA')
    expect(text).toContain('ne vaut pas facture')
  })

  test('shows what was paid beyond as a credit', () => {
    const text = words(receiptPaper({ ...receipt, content: { ...content, amount: 7500, credit: 2500 } }, false))
    expect(text).toContain('Dont 25,00 € de trop-perçu')
    expect(text).toContain('75,00 €')
  })
})

test('of several agreements, each line says its own', () => {
  const lines = [{ ...line, agreement: 'BC 118' }, line]
  const text = words(receiptPaper({ ...receipt, content: { ...content, agreement: 'BC 118, BC 119', lines } }, false))
  expect(text).toContain('Convention ou bon de commande : BC 118, BC 119.')
  expect(text.split('· BC 118')).toHaveLength(2)
})

test('a part of the fee says that it is one, and what is left', () => {
  const paper = (amount: number, remaining: number) =>
    words(receiptPaper({ ...receipt, content: { ...content, amount, lines: [{ ...line, amount, remaining }] } }, false))
  expect(paper(2000, 3000)).toContain('Acompte : reste à régler 30,00 €.')
  expect(paper(3000, 0)).toContain('Solde de l’épreuve.')
  expect(paper(5000, 0)).not.toMatch(/Acompte|Solde/)
})

describe('a credit note', () => {
  const note = {
    id: '01990000-0000-7000-8000-000000000003',
    receiptId: receipt.id,
    paymentId: receipt.paymentId,
    number: '2026-C-AV-000001',
    series: 'C',
    year: 2026,
    sequence: 1,
    issuedAt: '2026-11-24T09:10:00.000Z',
    issuedBy: 'Claire Le Goff',
    reason: 'Numéro <porté> par un autre reçu',
    templateVersion: 1,
    original: { number: receipt.number, issuedAt: receipt.issuedAt, content },
    chain: null,
  }

  test('cites the receipt that it corrects, says why, and that the money stays', () => {
    const text = words(creditNotePaper(note, false))
    expect(text).toContain('Cet avoir annule le reçu n° 2026-B-000001, émis le 23/11/2026')
    expect(text).toContain('n° 2026-C-AV-000001')
    expect(text).toContain('Numéro &lt;porté&gt; par un autre reçu')
    expect(text).toContain('Le règlement de 50,00 € par chèque, reçu le 23/11/2026, n’est pas remboursé')
    expect(text).toContain('−50,00 €')
    expect(text).not.toContain('DUPLICATA')
  })

  test('of a cheque that came back, says so, and that the money never came', () => {
    const original = { ...note.original, bouncedOn: '2026-11-24' }
    const text = words(creditNotePaper({ ...note, original }, false))
    expect(text).toContain('Le chèque de 50,00 € reçu le 23/11/2026 est revenu impayé de la banque le 24/11/2026')
    expect(text).not.toContain('reste enregistré')
  })

  test('says the agreement of who paid: that of the receipt, or one that the receipt does not say', () => {
    const said = 'Convention ou bon de commande : BC 118.'
    const withOne = { ...note.original, content: { ...content, agreement: 'BC 118' } }
    expect(words(creditNotePaper({ ...note, original: withOne }, false))).toContain(said)
    const later = { ...note.original, agreement: 'BC 118' }
    expect(words(creditNotePaper({ ...note, original: later }, false))).toContain(said)
    expect(words(creditNotePaper(note, false))).not.toContain('Convention')
  })

  test('a copy says that it is one', () => {
    expect(words(creditNotePaper(note, true))).toContain('DUPLICATA')
  })
})

describe('an attendance sheet', () => {
  const candidate = {
    birthName: 'BOULANGER-LEFÈVRE',
    usageName: null,
    firstNames: 'Jean-Christophe',
    bornOn: '1987-09-02',
    nuc: 'CA10021',
  }
  const sheet = (count: number) => aSheet(Array.from({ length: count }, () => candidate))
  const made = { at: '2027-01-15T18:12:00.000Z', version: 2, freshness: 'à jour avec le siège' }

  test.each([
    [0, 1],
    [1, 1],
    [16, 1],
    [17, 2],
    [20, 2],
    [21, 2],
    [36, 2],
    [40, 3],
    [41, 3],
  ])('of %i candidates has %i pages, the header on each, names whole', (count, pages) => {
    const page = attendanceSheetPaper(sheet(count), made)
    expect(page.split('<section').length - 1).toBe(pages)
    expect(words(page).split('Feuille d’émargement').length - 1).toBe(pages + 1)
    expect(page.split(candidate.birthName).length - 1).toBe(count)
    expect(words(page).split('Surveillant(e), nom et signature').length - 1).toBe(1)
  })
})

test('what people type cannot become markup, nor leave the page’s foot', () => {
  expect(html`<b>${'<script>alert("&\'")</script>'}</b>`.markup).toBe(
    '<b>&lt;script&gt;alert(&quot;&amp;&#39;&quot;)&lt;/script&gt;</b>',
  )
  expect(cssString('a"b\\c</style>')).toBe('"a\\22 b\\5c c\\3c /style>"')
})
