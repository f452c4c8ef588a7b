import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type CashContent, cashSheet } from '../../main/print/cash-sheet.ts'
import { chequeSlip, type SlipContent } from '../../main/print/cheque-slip.ts'
import { aPrinter, PRINTING, type Printer } from '../helpers/a-printer.ts'
import { fontsOf, infoOf, pagesOf, spokenOf } from '../helpers/read-pdf.ts'
import { keepPaper } from './keep-paper.ts'
import { LONGEST, MADE } from './some-papers.ts'

vi.setConfig(PRINTING)

const MADE_AT = '2026-11-24T08:12:00.000Z'

let printer: Printer
beforeAll(async () => {
  printer = await aPrinter()
})
afterAll(() => printer.stop())

const CHEQUES = [
  {
    number: '8193432',
    bank: 'Crédit Agricole',
    drawer: 'THOMAS Jean-Baptiste',
    receipt: '2026-B-000012',
    amount: 5000,
  },
  { number: '4612517', bank: 'La Banque Postale', drawer: 'GRETA de Bretagne', receipt: null, amount: 125_000 },
]

function aSlip(cheques: SlipContent['cheques']): SlipContent {
  return {
    ...{ centreName: 'CENTRE LUMIÈRE', centreTown: 'Rennes', timeZone: 'Europe/Paris', depositedOn: '2026-11-23' },
    ...{ reference: '0412', depositedBy: 'Anne Hervé', currency: 'EUR', cheques },
    total: cheques.reduce((sum, { amount }) => sum + amount, 0),
  }
}

test('a deposit slip lists each cheque, how many they are and their total, and is signed by both', async () => {
  const pdf = await printer.print(chequeSlip(aSlip(CHEQUES), MADE))
  keepPaper('cheque-slip', pdf)
  expect(pagesOf(pdf)).toHaveLength(1)
  const page = spokenOf(pdf)
  for (const said of [
    'Bordereau de remise de chèques',
    'lundi 23 novembre 2026',
    '0412',
    '8193432 Crédit Agricole THOMAS Jean-Baptiste 2026-B-000012 50,00 €',
    '4612517 La Banque Postale GRETA de Bretagne 1250,00 €',
    'Total, 2 chèques 1300,00 €',
    'Pour la banque, date et cachet',
    'page 1 / 1',
  ])
    expect(page).toContain(said)
  expect(infoOf(pdf)).toMatchObject({ Tagged: 'yes', Title: 'Bordereau de remise de chèques du 23/11/2026' })
  expect(fontsOf(pdf).filter(({ embedded, subset }) => !embedded || !subset)).toEqual([])
})

test('the slip of a deposit that was taken back says so, who did and why', async () => {
  const content = { ...aSlip(CHEQUES), voided: { at: MADE_AT, by: 'Paul Guéguen', reason: 'Mauvaise date' } }
  const pdf = await printer.print(chequeSlip(content, MADE))
  keepPaper('cheque-slip-voided', pdf)
  expect(pagesOf(pdf)).toHaveLength(1)
  const page = spokenOf(pdf)
  expect(page).toContain('ANNULÉ')
  expect(page).toContain('Remise annulée par Paul Guéguen, 24/11/2026 à 09 h 12 : Mauvaise date')
  expect(page).toContain('Remise de chèques du 23/11/2026 · ANNULÉ')
  expect(page).toContain('Total, 2 chèques 1300,00 €')
  expect(infoOf(pdf).Title).toBe('Bordereau de remise de chèques du 23/11/2026 (ANNULÉ)')
  expect(spokenOf(await printer.print(chequeSlip(aSlip(CHEQUES), MADE)))).not.toContain('ANNULÉ')
})

test('of 120 cheques by the longest names it says all of them, heads on each page', async () => {
  const drawer = `${LONGEST.birthName} ${LONGEST.firstNames}`
  const cheques = Array.from({ length: 120 }, (_, n) => ({
    ...{ number: String(1_000_000 + n), bank: 'Caisse régionale de crédit agricole mutuel d’Ille-et-Vilaine', drawer },
    ...{ receipt: '2026-B-000012', amount: 5000 },
  }))
  const pages = pagesOf(await printer.print(chequeSlip(aSlip(cheques), MADE)))
  expect(pages.length).toBeGreaterThan(2)
  expect(pages.filter((page) => page.includes('Montant')).length).toBeGreaterThanOrEqual(pages.length - 1)
  const read = pages.join(' ')
  for (const { number } of cheques) expect(read).toContain(number)
  expect(read.replace(/\s+/g, ' ')).toContain('Total, 120 chèques')
})

test('the cash of a day says what counts and what does not, with room to count the till', async () => {
  const content: CashContent = {
    ...{ centreName: 'TAHITIPLUS', centreTown: 'Papeete', timeZone: 'Pacific/Tahiti', on: '2026-11-23' },
    ...{ currency: 'XPF', count: 1, total: 5967 },
    payments: [
      {
        ...{ payer: 'TERIITAHI-MAHUTA Hinano', session: 'Session de janvier 2027', receipt: '2026-B-000003' },
        ...{ by: 'Anne Hervé', amount: 5967, voided: false },
      },
      {
        ...{ payer: 'NY Sophea', session: 'Session de janvier 2027', receipt: null },
        ...{ by: 'Anne Hervé', amount: 5967, voided: true },
      },
    ],
  }
  const pdf = await printer.print(cashSheet(content, { ...MADE, version: 2 }))
  keepPaper('cash-sheet', pdf)
  const page = spokenOf(pdf)
  for (const said of ['Journée de caisse', 'Total, 1 règlement 5967 F', 'annulé, non compté', 'Compté en caisse'])
    expect(page).toContain(said)
  const nothing = spokenOf(
    await printer.print(cashSheet({ ...content, payments: [], count: 0, total: 0 }, { ...MADE, version: 3 })),
  )
  expect(nothing).toContain('Aucun règlement en espèces ce jour-là.')
})
