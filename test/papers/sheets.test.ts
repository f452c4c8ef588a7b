import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { USUAL_ATTENDANCE, USUAL_ROLL_CALL } from '../../contract/choices.ts'
import { attendanceSheetPaper } from '../../main/print/attendance-sheet-paper.ts'
import { rollCallPaper } from '../../main/print/roll-call-paper.ts'
import { aPrinter, PRINTING, type Printer } from '../helpers/a-printer.ts'
import { fontsOf, infoOf, pagesOf, spokenOf, structureFaults, wordsOf } from '../helpers/read-pdf.ts'
import { keepPaper } from './keep-paper.ts'
import { paperUnlike } from './paper-unlike.ts'
import { aSheet, LONGEST, longCandidates, MADE, someCandidates } from './some-papers.ts'

vi.setConfig(PRINTING)

let printer: Printer
beforeAll(async () => {
  printer = await aPrinter()
})
afterAll(() => printer.stop())

const made = { ...MADE, version: 2 }
const sheet = aSheet(someCandidates(18))
const call = { ...sheet, candidates: someCandidates(14).map((one) => ({ ...one, phone: '87 12 34 56' })) }
const unbroken = (text: string) => text.normalize('NFC').replace(/\s+/g, '')
const pageNumbers = (pages: readonly string[]) => pages.map((page) => /page \d+ \/ \d+/.exec(page)?.[0])

describe('an attendance sheet', () => {
  test('has its header, its version and its freshness on each page', async () => {
    const pdf = await printer.print(attendanceSheetPaper(sheet, made))
    keepPaper('attendance-sheet', pdf)
    expect(paperUnlike('attendance-sheet', pdf)).toBeNull()
    const pages = pagesOf(pdf)
    expect(pageNumbers(pages)).toEqual(['page 1 / 2', 'page 2 / 2'])
    for (const page of pages) {
      expect(page).toContain('Feuille d’émargement')
      expect(page).toContain('ASCA-E1 — Traitement des activités comptables courantes')
      expect(page).toContain('version 2 du 22/11/2026 à 22 h 47')
      expect(page).toContain('à jour avec le siège')
    }
    expect(infoOf(pdf).Tagged).toBe('yes')
    expect(await structureFaults(pdf)).toBe('')
    expect(fontsOf(pdf).every(({ embedded, subset }) => embedded && subset)).toBe(true)
  })

  test('is signed by half-day, without what was not asked for, with rows to add people by hand', async () => {
    const options = { ...USUAL_ATTENDANCE, nuc: false, bornOn: false, halfDays: true, blankRows: 3 }
    const pdf = await printer.print(attendanceSheetPaper(aSheet(someCandidates(5)), made, options))
    keepPaper('attendance-sheet-half-days', pdf)
    expect(paperUnlike('attendance-sheet-half-days', pdf)).toBeNull()
    const page = spokenOf(pdf)
    expect(page).toMatch(/Matin Après-midi/)
    expect(page).not.toMatch(/CA10021|02\/09\/1987|Signature 1/)
    expect(page).toMatch(/nom d’usage TERIITAHI-MAHUTA Hinano 6 7 8 Présents/)
  })

  test('lists people in the order received when that is asked for', async () => {
    const options = { ...USUAL_ATTENDANCE, sort: 'received' } as const
    const pdf = await printer.print(attendanceSheetPaper(aSheet(someCandidates(3)), made, options, [2, 0, 1]))
    expect(spokenOf(pdf)).toMatch(/1 NGUYỄN .* 2 BOULANGER- ?LEFÈVRE .* 3 de LA BARRE/)
  })

  test.each([1, 9, 20, 41])(
    'of %i of the longest names goes over as many pages as they need, none cut',
    async (count) => {
      const pdf = await printer.print(attendanceSheetPaper(aSheet(longCandidates(count)), made))
      if (count === 9) {
        keepPaper('attendance-sheet-longest', pdf)
        expect(paperUnlike('attendance-sheet-longest', pdf)).toBeNull()
      }
      const pages = pagesOf(pdf)
      // A page that ran over would make another one without header.
      for (const page of pages) expect(page).toContain('Feuille d’émargement')
      const names = unbroken(
        wordsOf(pdf)
          .map(({ word }) => word)
          .join(''),
      )
      expect(names.split('LAURAGUAIS').length - 1).toBe(count)
      for (const { right } of wordsOf(pdf)) expect(right).toBeLessThan(196)
      expect(unbroken(LONGEST.birthName)).toContain('LAURAGUAIS')
    },
  )
})

describe('a roll call list', () => {
  test('calls people by name, with two boxes to tick by each', async () => {
    const pdf = await printer.print(rollCallPaper(call, made, { ...USUAL_ROLL_CALL, phone: true, blankRows: 2 }))
    keepPaper('roll-call', pdf)
    expect(paperUnlike('roll-call', pdf)).toBeNull()
    const pages = pagesOf(pdf)
    expect(pageNumbers(pages)).toEqual(['page 1 / 1'])
    expect(pages[0]).toContain('Liste d’appel')
    expect(pages[0]?.split('87 12 34 56').length).toBe(call.candidates.length + 1)
    expect(pages[0]).toMatch(/Présence Absence/)
  })

  test('says no telephone unless it is asked for', async () => {
    expect(pagesOf(await printer.print(rollCallPaper(call, made))).join(' ')).not.toContain('87 12 34 56')
  })
})
