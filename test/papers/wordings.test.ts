import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { MOST_WORDING, MOST_WORDING_LINES } from '../../domain/wording.ts'
import { convocationWords } from '../../main/print/convocation-content.ts'
import { convocationPaper } from '../../main/print/convocation-paper.ts'
import { paymentAttestations } from '../../main/print/payment-attestation.ts'
import { postLetter } from '../../main/print/post-letter.ts'
import { aPrinter, PRINTING, type Printer } from '../helpers/a-printer.ts'
import { pagesOf, spokenOf, structureFaults, wordsOf } from '../helpers/read-pdf.ts'
import { rennesSettings } from '../helpers/rows.ts'
import { aConvocation, aLongConvocation, LONGEST, MADE } from './some-papers.ts'

vi.setConfig(PRINTING)

let printer: Printer
beforeAll(async () => {
  printer = await aPrinter()
})
afterAll(() => printer.stop())

const SENTENCE = 'Le parking de la rue est payant et complet dès huit heures, prenez le bus. '
/** As long as a centre may write, over as many lines. */
const LONG_TEXT = Array.from({ length: MOST_WORDING_LINES }, () => SENTENCE.repeat(2).slice(0, 124).trim())
  .join('\n')
  .slice(0, MOST_WORDING)
const unbroken = (text: string) => text.normalize('NFC').replace(/[\s\u00a0\u202f]+/g, '')
const pageNumbersOf = (pdf: Uint8Array) => pagesOf(pdf).map((page) => /page \d+ \/ \d+/.exec(page)?.[0])

async function mustBeWhole(pdf: Uint8Array): Promise<void> {
  expect(await structureFaults(pdf)).toBe('')
  const pages = pagesOf(pdf)
  expect(pageNumbersOf(pdf)).toEqual(pages.map((_, index) => `page ${index + 1} / ${pages.length}`))
  for (const { right, bottom } of wordsOf(pdf)) {
    expect(right).toBeLessThan(196)
    expect(bottom).toBeLessThan(297)
  }
}

test.each([
  ['an ordinary convocation', aConvocation()],
  ['the longest convocation', aLongConvocation(4)],
])('%s with the longest text of a centre: every word, on pages that say which they are', async (_, content) => {
  const settings = { ...rennesSettings, convocationWording: LONG_TEXT }
  const words = convocationWords(settings, content)
  const pdf = await printer.print(convocationPaper([{ content: { ...content, words }, version: 3 }], MADE))
  await mustBeWhole(pdf)
  const read = unbroken(spokenOf(pdf).replaceAll('\n', ' '))
  for (const line of LONG_TEXT.split('\n')) expect(read).toContain(unbroken(line))
  for (const { examCode } of content.sittings) expect(read).toContain(examCode)
})

test('a line without a space and placeholders that say the most are not cut either', async () => {
  const content = aLongConvocation(2)
  const text = `${'{prénom} {nom} '.repeat(10)}${'W'.repeat(1300)}`
  const words = convocationWords({ ...rennesSettings, convocationWording: text }, content)
  const pdf = await printer.print(convocationPaper([{ content: { ...content, words }, version: 1 }], MADE))
  await mustBeWhole(pdf)
  const read = unbroken(spokenOf(pdf))
  expect(read.split(unbroken(LONGEST.firstNames)).length).toBeGreaterThan(10)
  expect(read.split('W').length).toBeGreaterThan(1300)
  expect(read).not.toContain('{')
})

test('a convocation issued before centres had words of their own is printed again in the words of then', async () => {
  const page = spokenOf(await printer.print(convocationPaper([{ content: aConvocation(), version: 1 }], MADE)))
  expect(page).toContain('Le centre vous attend à l’épreuve suivante :')
})

test('an empty text prints nothing there', async () => {
  const pdf = await printer.print(convocationPaper([{ content: aConvocation({ words: [] }), version: 1 }], MADE))
  expect(spokenOf(pdf)).not.toContain('Votre inscription')
})

test('letters and attestations hold the longest text too', async () => {
  const { sittings: _, ...letter } = aLongConvocation(1)
  const words = LONG_TEXT.split('\n')
  const subject = 'Rappel : à régler jusqu’au jeudi 26 novembre 2026'
  const post = { ...letter, kind: 'reminder-letter' as const, letters: [{ subject, blocks: [] }], words }
  const attestation = {
    ...letter,
    ...{ payerName: 'GRETA', receiptNumber: '2026-B-000012', receiptIssuedAt: MADE.at, receivedOn: '2026-11-20' },
    ...{ currency: 'EUR' as const, lines: [{ examCode: 'E1', examLabel: 'Épreuve', amount: 5000 }], words },
  }
  const made = { ...MADE, version: 1 }
  for (const page of [postLetter(post, made), paymentAttestations([attestation], made)]) {
    const pdf = await printer.print(page)
    await mustBeWhole(pdf)
    for (const line of words) expect(unbroken(spokenOf(pdf))).toContain(unbroken(line))
  }
})
