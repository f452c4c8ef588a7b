import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Receipt } from '../../domain/payment.ts'
import { creditNotePaper } from '../../main/print/credit-note-paper.ts'
import { receiptPaper } from '../../main/print/receipt-paper.ts'
import { aJpegLogo } from '../helpers/a-logo.ts'
import { aPrinter, PRINTING, type Printer } from '../helpers/a-printer.ts'
import { fontsOf, hasPictureSaid, infoOf, pagesOf, spokenOf, structureFaults, wordsOf } from '../helpers/read-pdf.ts'
import { keepPaper } from './keep-paper.ts'
import { paperUnlike } from './paper-unlike.ts'
import { aReceiptContent, LONGEST } from './some-papers.ts'

vi.setConfig(PRINTING)

let printer: Printer
beforeAll(async () => {
  printer = await aPrinter()
})
afterAll(() => printer.stop())

const aReceipt = (content = aReceiptContent()): Receipt => ({
  ...{ id: '01990000-0000-7000-8000-000000000002', paymentId: '01990000-0000-7000-8000-000000000001' },
  ...{ number: '2026-B-000001', series: 'B', year: 2026, sequence: 1, chain: null },
  ...{ issuedAt: '2026-11-23T08:47:00.000Z', templateVersion: 1, content },
})

test('a receipt and its DUPLICATA bear the logo of the day, which changes nothing of what they say', async () => {
  const bare = spokenOf(await printer.print(receiptPaper(aReceipt(), true)))
  const content = aReceiptContent({ centreName: 'CENTRE LUMIERE' })
  const pdf = await printer.print(receiptPaper(aReceipt(content), true, aJpegLogo()))
  expect(await hasPictureSaid(pdf, 'Logo de CENTRE LUMIERE')).toBe(true)
  expect(spokenOf(pdf)).toBe(bare.replaceAll('LUMIÈRE', 'LUMIERE'))
})

test('a receipt is one page, its address in the window of the envelope, its fonts in it', async () => {
  const pdf = await printer.print(receiptPaper(aReceipt(), false))
  keepPaper('receipt', pdf)
  expect(paperUnlike('receipt', pdf)).toBeNull()
  expect(await structureFaults(pdf)).toBe('')
  const pages = pagesOf(pdf)
  expect(pages).toHaveLength(1)
  expect(pages[0]).toMatch(/Total HT = total TTC \(TVA non applicable, art. 293 B du CGI\) 100,00 €/)
  expect(infoOf(pdf)).toMatchObject({ Tagged: 'yes', Title: 'Reçu 2026-B-000001' })
  expect(fontsOf(pdf).every(({ embedded, subset }) => embedded && subset)).toBe(true)
  const inWindow = wordsOf(pdf).filter(
    ({ right, left, top, bottom }) => right > 100 && left < 200 && bottom > 45 && top < 90,
  )
  expect(inWindow.map(({ word }) => word).join(' ')).toBe(
    'Madame TERIITAHI-MAHUTA Hinano Vaitiare 14 bis allée des Filles-du-Calvaire 35700 Rennes',
  )
})

test('a payer of forty exams has a receipt of several pages, each line whole, the total with what closes it', async () => {
  const [line] = aReceiptContent().lines
  if (!line) throw new Error('no line')
  const lines = Array.from({ length: 40 }, (_, index) => ({
    ...line,
    candidateName: `${LONGEST.usageName} ${LONGEST.firstNames}`,
    nuc: `CA${20_000 + index}`,
  }))
  const content = aReceiptContent({ lines, amount: 200_000, payerName: 'GRETA-CFA', payerIsOrganisation: true })
  const pdf = await printer.print(receiptPaper(aReceipt(content), true))
  keepPaper('receipt-longest', pdf)
  expect(paperUnlike('receipt-longest', pdf)).toBeNull()
  const pages = pagesOf(pdf)
  expect(pages.length).toBeGreaterThan(1)
  for (const [index, page] of pages.entries()) expect(page).toContain(`page ${index + 1} / ${pages.length}`)
  for (const { nuc } of lines) expect(pages.join(' ')).toContain(nuc)
  expect(pages[0]).toContain('DUPLICATA')
  expect(pages.at(-1)).toContain('ne vaut pas facture')
})

test('a credit note cites the receipt, its money below zero', async () => {
  const { number, issuedAt, content, id: receiptId, paymentId } = aReceipt()
  const pdf = await printer.print(
    creditNotePaper(
      {
        ...{ id: '01990000-0000-7000-8000-000000000003', receiptId, paymentId, chain: null },
        ...{ number: '2026-C-AV-000001', series: 'C', year: 2026, sequence: 1, templateVersion: 1 },
        ...{ issuedAt: '2026-11-24T09:10:00.000Z', issuedBy: 'Claire Le Goff', reason: 'Nom de la banque' },
        original: { number, issuedAt, content },
      },
      false,
    ),
  )
  keepPaper('credit-note', pdf)
  expect(paperUnlike('credit-note', pdf)).toBeNull()
  const [page, ...others] = pagesOf(pdf)
  expect(others).toEqual([])
  expect(page).toContain('Cet avoir annule le reçu n° 2026-B-000001, émis le 23/11/2026')
  expect(page).toContain('−100,00 €')
})
