import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { convocationPaper } from '../../main/print/convocation-paper.ts'
import { paymentAttestations } from '../../main/print/payment-attestation.ts'
import { postLetter } from '../../main/print/post-letter.ts'
import { aLogo } from '../helpers/a-logo.ts'
import { aPrinter, PRINTING, type Printer } from '../helpers/a-printer.ts'
import { hasPictureSaid, pagesOf, spokenOf, structureFaults, structureOf, wordsOf } from '../helpers/read-pdf.ts'
import { keepPaper } from './keep-paper.ts'
import { aConvocation, aLongConvocation, MADE } from './some-papers.ts'

vi.setConfig(PRINTING)

let printer: Printer
beforeAll(async () => {
  printer = await aPrinter()
})
afterAll(() => printer.stop())

const signatory = { name: 'Maëlle CORVAISIER', quality: 'Responsable du centre', place: 'Rennes' }
const longSignatory = {
  name: 'Jean-Christophe '.repeat(5),
  quality: 'Directrice '.repeat(7),
  place: 'Sainte-'.repeat(11),
}
const topOf = (pdf: Uint8Array, word: string) => wordsOf(pdf).find((one) => one.word === word)?.top ?? 0

test('the logo is on the letter, said to whoever cannot see it, and moves neither the address nor what follows', async () => {
  const content = aConvocation({ centreName: 'CENTRE LUMIERE' })
  const bare = await printer.print(convocationPaper([{ content, version: 1 }], MADE))
  const pdf = await printer.print(convocationPaper([{ content, version: 1 }], { ...MADE, logo: aLogo() }))
  keepPaper('convocation-logo', pdf)
  expect(await structureFaults(pdf)).toBe('')
  expect(await hasPictureSaid(pdf, 'Logo de CENTRE LUMIERE')).toBe(true)
  for (const word of ['TERIITAHI-MAHUTA', 'Convocation', 'Adresse'])
    expect(topOf(pdf, word), word).toBeCloseTo(topOf(bare, word), 1)
  expect(topOf(pdf, 'LUMIERE') - topOf(bare, 'LUMIERE')).toBeGreaterThan(15)
})

test.each([
  ['wide', aLogo(600, 60)],
  ['high', aLogo(60, 600)],
  ['tiny', aLogo(8, 8)],
])('a %s logo leaves the address in its window at the extremes', async (_, logo) => {
  const content = aLongConvocation(4)
  const bare = await printer.print(convocationPaper([{ content, version: 1 }], MADE))
  const pdf = await printer.print(convocationPaper([{ content, version: 1 }], { ...MADE, logo }))
  for (const { right, bottom } of wordsOf(pdf)) {
    expect(right).toBeLessThan(196)
    expect(bottom).toBeLessThan(297)
  }
  expect(pagesOf(pdf)).toHaveLength(pagesOf(bare).length)
  expect(topOf(pdf, 'Résidence')).toBeCloseTo(topOf(bare, 'Résidence'), 1)
})

test('a centre whose address leaves no room for a logo has none, rather than an address out of its window', async () => {
  const centreAddress = Array.from({ length: 6 }, () => '1237 bis avenue du Maréchal de Lattre de Tassigny prolongée')
  const content = { ...aLongConvocation(1), centreAddress }
  const pdf = await printer.print(convocationPaper([{ content, version: 1 }], { ...MADE, logo: aLogo() }))
  expect(structureOf(pdf).join('\n')).not.toContain('Figure')
})

test('fifty letters in one file carry the image once', async () => {
  const letters = Array.from({ length: 50 }, () => ({ content: aConvocation(), version: 1 }))
  const page = convocationPaper(letters, { ...MADE, logo: aLogo() })
  expect(page.split('base64,').length - 1).toBe(convocationPaper(letters, MADE).split('base64,').length)
})

test('who signs is named, with where and when, over room for a hand', async () => {
  const { sittings: _, ...letter } = aConvocation({ signatory })
  const made = { ...MADE, version: 1 }
  const subject = 'Rappel'
  const attestation = {
    ...letter,
    ...{ payerName: 'GRETA', receiptNumber: '2026-B-000012', receiptIssuedAt: MADE.at, receivedOn: '2026-11-20' },
    ...{ currency: 'EUR' as const, lines: [{ examCode: 'E1', examLabel: 'Épreuve', amount: 5000 }] },
  }
  for (const page of [
    convocationPaper([{ content: aConvocation({ signatory }), version: 1 }], MADE),
    postLetter({ ...letter, kind: 'reminder-letter', letters: [{ subject, blocks: [] }] }, made),
    paymentAttestations([attestation], made),
  ]) {
    const pdf = await printer.print(page)
    expect(await structureFaults(pdf)).toBe('')
    const said = spokenOf(pdf)
    expect(said).toContain('Fait à Rennes, le 23 novembre 2026')
    expect(said).toContain('Maëlle CORVAISIER')
    expect(said).toContain('Responsable du centre')
    expect(pagesOf(pdf)).toHaveLength(1)
  }
})

test('the longest signature stays on the page it is counted on', async () => {
  for (const count of [1, 2, 4, 9]) {
    const content = { ...aLongConvocation(count), signatory: longSignatory }
    const pdf = await printer.print(convocationPaper([{ content, version: 1 }], { ...MADE, logo: aLogo() }))
    const pages = pagesOf(pdf)
    expect(pages.map((page) => /page \d+ \/ \d+/.exec(page)?.[0])).toEqual(
      pages.map((_, index) => `page ${index + 1} / ${pages.length}`),
    )
  }
})
