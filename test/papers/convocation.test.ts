import fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { convocationPaper } from '../../main/print/convocation-paper.ts'
import { aPrinter, PRINTING, type Printer } from '../helpers/a-printer.ts'
import { fontsOf, infoOf, pagesOf, spokenOf, structureFaults, wordsOf } from '../helpers/read-pdf.ts'
import { keepPaper } from './keep-paper.ts'
import { paperUnlike } from './paper-unlike.ts'
import { aConvenedSitting, aConvocation, aLongConvocation, LONGEST, MADE } from './some-papers.ts'

vi.setConfig(PRINTING)

let printer: Printer
beforeAll(async () => {
  printer = await aPrinter()
})
afterAll(() => printer.stop())

test('a convocation says who, what, when, where, what to bring and how late one may be, on one page', async () => {
  const sittings = [
    aConvenedSitting(),
    aConvenedSitting({ examCode: 'ASCA-E2', heldOn: '2027-01-26', startsAtLocal: '14:30', endsAtLocal: '16:30' }),
  ]
  const pdf = await printer.print(
    convocationPaper([{ content: aConvocation({ sittings }), version: 2, replaces: 1 }], MADE),
  )
  keepPaper('convocation', pdf)
  expect(paperUnlike('convocation', pdf)).toBeNull()
  expect(pagesOf(pdf)).toHaveLength(1)
  const page = spokenOf(pdf)
  for (const said of [
    'CENTRE LUMIÈRE',
    'Madame TERIITAHI-MAHUTA Hinano Vaitiare',
    'NUC CA10482',
    'lundi 25 janvier 2027',
    '09 h 00 – 11 h 00',
    'mardi 26 janvier 2027',
    '14 h 30 – 16 h 30',
    'Salle B12, 1er étage',
    'Logiciel : CIEL COMPTABILITE',
    'Version 2 du 23/11/2026 à 09 h 47',
    'Remplace la version 1',
    'périmée depuis moins de cinq ans',
    'au plus tard une heure après le début',
    '02 61 91 00 35',
    'à jour avec le siège',
    'page 1 / 1',
  ])
    expect(page).toContain(said)
})

test('the file is tagged, French, titled, its fonts are in it', async () => {
  const pdf = await printer.print(convocationPaper([{ content: aConvocation(), version: 1 }], MADE))
  expect(infoOf(pdf)).toMatchObject({
    Tagged: 'yes',
    Title: 'Convocation de TERIITAHI-MAHUTA Hinano Vaitiare, Session de janvier 2027',
  })
  expect(await structureFaults(pdf)).toBe('')
  const fonts = fontsOf(pdf)
  expect(fonts.length).toBeGreaterThan(0)
  expect(fonts.filter(({ embedded, subset, name }) => !embedded || !subset || !name.includes('Inter'))).toEqual([])
})

test('the address lies in the window of a DL envelope, and nothing else does', async () => {
  const pdf = await printer.print(convocationPaper([{ content: aConvocation(), version: 1 }], MADE))
  const inWindow = wordsOf(pdf).filter(
    ({ left, right, top, bottom }) => right > 100 && left < 200 && bottom > 45 && top < 90,
  )
  expect(inWindow.map(({ word }) => word).join(' ')).toBe(
    'Madame TERIITAHI-MAHUTA Hinano Vaitiare 14 bis allée des Filles-du-Calvaire 35700 Rennes',
  )
  // Whole in the smaller window too, with 3 mm for a sheet that slides.
  for (const word of inWindow) {
    expect(word.top).toBeGreaterThan(58)
    expect(word.bottom).toBeLessThan(87)
    expect(word.left).toBeGreaterThan(103)
    expect(word.right).toBeLessThan(197)
  }
})

test('at the extremes nothing is cut: names, four exams, addresses of 90 characters, over numbered pages', async () => {
  const pdf = await printer.print(convocationPaper([{ content: aLongConvocation(4), version: 12, replaces: 11 }], MADE))
  keepPaper('convocation-longest', pdf)
  expect(paperUnlike('convocation-longest', pdf)).toBeNull()
  const pages = pagesOf(pdf)
  expect(pages.map((page) => /page \d+ \/ \d+/.exec(page)?.[0])).toEqual(['page 1 / 2', 'page 2 / 2'])
  const read = unbroken(pages.join(' '))
  for (const said of [
    LONGEST.birthName,
    LONGEST.usageName,
    LONGEST.firstNames,
    LONGEST.birthPlace,
    ...LONGEST.addressLines,
  ])
    expect(read).toContain(unbroken(said))
  for (const { right, bottom } of wordsOf(pdf)) {
    expect(right).toBeLessThan(196)
    expect(bottom).toBeLessThan(297)
  }
})

test('four exams of an ordinary length are one page', async () => {
  const sittings = [1, 2, 3, 4].map((exam) => aConvenedSitting({ examCode: `ASCA-E${exam}` }))
  const pdf = await printer.print(convocationPaper([{ content: aConvocation({ sittings }), version: 1 }], MADE))
  keepPaper('convocation-four', pdf)
  expect(paperUnlike('convocation-four', pdf)).toBeNull()
  expect(pagesOf(pdf)).toHaveLength(1)
})

test.each([1, 2, 4, 5, 9, 30])(
  '%i sittings at their longest: every page says which it is of how many',
  async (count) => {
    const pdf = await printer.print(convocationPaper([{ content: aLongConvocation(count), version: 1 }], MADE))
    const pages = pagesOf(pdf)
    expect(pages.map((page) => /page \d+ \/ \d+/.exec(page)?.[0])).toEqual(
      pages.map((_, index) => `page ${index + 1} / ${pages.length}`),
    )
    for (let exam = 1; exam <= count; exam++) expect(pages.join(' ')).toContain(`ASCA-E${exam} `)
  },
)

test('many in one file each begin a sheet and count their own pages', async () => {
  const many = [aConvocation(), aLongConvocation(4), aConvocation({ firstNames: 'Teva' })]
  const pdf = await printer.print(
    convocationPaper(
      many.map((content, index) => ({ content, version: index + 1 })),
      MADE,
    ),
  )
  const pages = pagesOf(pdf)
  expect(pages.map((page) => /page \d+ \/ \d+/.exec(page)?.[0])).toEqual([
    'page 1 / 1',
    'page 1 / 2',
    'page 2 / 2',
    'page 1 / 1',
  ])
  expect(pages[2]).toContain('Convocation de NGUYỄN-ŁUKASZEWICZ')
  expect(pages[3]).toContain('Teva')
  expect(await structureFaults(pdf)).toBe('')
  expect(infoOf(pdf).Title).toBe('3\u00a0convocations, Session de janvier 2027')
})

test('whatever the lengths, in small letters or capitals, no letter runs over the pages it was given', async () => {
  const contents = fc.sample(anyConvocation, { numRuns: 100, seed: 2026 })
  const pages = pagesOf(
    await printer.print(
      convocationPaper(
        contents.map((content) => ({ content, version: 1 })),
        MADE,
      ),
    ),
  )
  const numbers = pages.map((page) => /page (\d+) \/ (\d+)/.exec(page)?.slice(1).map(Number) ?? [])
  for (const [index, [page = 0, of = 0]] of numbers.entries())
    expect(numbers[index + 1]?.[0] ?? 1).toBe(page < of ? page + 1 : 1)
  expect(numbers.filter(([page]) => page === 1)).toHaveLength(contents.length)
})

/** Texts of words that wrap badly, up to so many characters. */
const textOf = (most: number) =>
  fc
    .array(fc.constantFrom('SAINT', 'rue', 'DE LA', 'MOTTE-PICQUET', 'informatique', 'COMPTABILITÉ', 'Watt', 'île'), {
      minLength: 1,
      maxLength: Math.ceil(most / 8),
    })
    .map((words) => words.join(' ').slice(0, most))
const anyConvocation = fc
  .record({
    ...{ birthName: textOf(50), usageName: fc.option(textOf(50)), firstNames: textOf(45), birthPlace: textOf(45) },
    ...{ centreName: textOf(80), centreAddress: fc.array(textOf(90), { maxLength: 4 }), town: textOf(45) },
    addressLines: fc.array(textOf(90), { maxLength: 4 }),
    sittings: fc.array(
      fc.record({ examLabel: textOf(100), software: textOf(80), room: textOf(80) }).map(aConvenedSitting),
      { minLength: 1, maxLength: 7 },
    ),
    inCapitals: fc.boolean(),
  })
  .map(({ inCapitals, ...texts }) => {
    const content = aConvocation(texts)
    return inCapitals ? { ...content, addressLines: content.addressLines.map((line) => line.toUpperCase()) } : content
  })

/** Words run on where a line was broken within one. */
const unbroken = (text: string) => text.normalize('NFC').replace(/\s+/g, '')
