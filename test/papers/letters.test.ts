import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { postalAddress } from '../../domain/postal-address.ts'
import { envelopePaper } from '../../main/print/envelope-paper.ts'
import { type AttestationContent, paymentAttestations } from '../../main/print/payment-attestation.ts'
import { postLetter } from '../../main/print/post-letter.ts'
import type { RegistrationContent } from '../../main/print/registration-content.ts'
import { registrationPaper } from '../../main/print/registration-paper.ts'
import { refusalLetter } from '../../text/letters/refusal-letter.ts'
import { reminderLetters } from '../../text/letters/reminder-letter.ts'
import { aPrinter, PRINTING, type Printer } from '../helpers/a-printer.ts'
import { fontsOf, infoOf, pagesOf, spokenOf, structureFaults, wordsOf } from '../helpers/read-pdf.ts'
import { aReadyDesk } from '../helpers/ready-desk.ts'
import { rennesSettings } from '../helpers/rows.ts'
import { offeringRow, requestRow } from '../helpers/window-rows.ts'
import { keepPaper } from './keep-paper.ts'
import { paperUnlike } from './paper-unlike.ts'
import { aConvocation, aLongConvocation, LONGEST, MADE } from './some-papers.ts'

vi.setConfig(PRINTING)

let printer: Printer
beforeAll(async () => {
  printer = await aPrinter()
})
afterAll(() => printer.stop())

const made = { ...MADE, version: 1 }
const { sittings: _, ...letter } = aConvocation()
const { sittings: __, ...longLetter } = aLongConvocation(1)
/** Words run on where a line was broken within one. */
const unbroken = (text: string) => text.normalize('NFC').replace(/[\s\u00a0\u202f]+/g, '')
const mustBeWhole = async (pdf: Uint8Array) => {
  expect(await structureFaults(pdf)).toBe('')
  expect(infoOf(pdf).Tagged).toBe('yes')
  const fonts = fontsOf(pdf)
  expect(fonts.length).toBeGreaterThan(0)
  expect(fonts.filter(({ embedded, subset }) => !embedded || !subset)).toEqual([])
  for (const { right } of wordsOf(pdf)) expect(right).toBeLessThan(196)
}

const anExam = (changes: Partial<RegistrationContent['exams'][number]> = {}): RegistrationContent['exams'][number] => ({
  ...{ code: 'ASCA-E1', label: 'Traitement des activités comptables courantes', softwareNames: ['CIEL COMPTABILITE'] },
  ...{ status: 'prevalidated', feeAmount: 5000, paidAmount: 2000, currency: 'EUR', refusal: null },
  ...{ deadlineOn: '2026-11-26', deadlineAt: '2026-11-26T23:00:00.000Z' },
  ...changes,
})
const registration: RegistrationContent = {
  ...letter,
  receivedAt: '2026-11-20T09:12:00.000Z',
  payer: null,
  paymentTerms: 'Par chèque à l’ordre du centre, ou par virement.\nAu guichet le matin.',
  exams: [
    anExam(),
    anExam({ code: 'ASCA-E2', status: 'confirmed', paidAmount: 5000 }),
    anExam({ code: 'PSA-E1', status: 'refused', paidAmount: 0, refusal: { reason: 'full', text: null } }),
  ],
}

describe('a confirmation of registration', () => {
  test('says what was asked, where it stands, what is owed and until when', async () => {
    const pdf = await printer.print(registrationPaper(registration, made))
    keepPaper('confirmation', pdf)
    expect(paperUnlike('confirmation', pdf)).toBeNull()
    await mustBeWhole(pdf)
    expect(pagesOf(pdf)).toHaveLength(1)
    const said = spokenOf(pdf)
    for (const words of [
      'Demande reçue le 20/11/2026 à 10 h 12.',
      'Pré-validée 50,00 € 20,00 € 30,00 €',
      'Validée 50,00 € 50,00 € 0,00 €',
      'Reste à régler en tout 30,00 €',
      'ASCA-E1 : Réglez 30,00 € à votre centre jusqu’au jeudi 26 novembre 2026',
      'Par chèque à l’ordre du centre',
      'Ce document n’est ni un reçu ni une convocation.',
      'Version 1 du 23/11/2026 à 09 h 47',
    ])
      expect(said).toContain(words)
  })

  test('asks no money of whoever has an organisation that pays on account', async () => {
    const said = spokenOf(
      await printer.print(registrationPaper({ ...registration, payer: { name: 'GRETA', onAccount: true } }, made)),
    )
    expect(said).toContain('GRETA règle directement avec le centre')
    expect(said).not.toContain('Par chèque à l’ordre du centre')
  })

  test('at the extremes nothing is cut', async () => {
    const pdf = await printer.print(
      registrationPaper(
        { ...registration, ...longLetter, exams: [1, 2, 3, 4].map((n) => anExam({ code: `E${n}` })) },
        made,
      ),
    )
    keepPaper('confirmation-longest', pdf)
    expect(paperUnlike('confirmation-longest', pdf)).toBeNull()
    await mustBeWhole(pdf)
    const read = unbroken(spokenOf(pdf))
    for (const words of [LONGEST.birthName, LONGEST.firstNames, ...LONGEST.addressLines])
      expect(read).toContain(unbroken(words))
  })
})

test('an attestation of payment cites the receipt, and speaks of money only', async () => {
  const content: AttestationContent = {
    ...letter,
    ...{ payerName: 'GRETA-CFA Bretagne', receiptNumber: '2026-B-000012', receiptIssuedAt: '2026-11-23T08:47:00.000Z' },
    ...{ receivedOn: '2026-11-20', currency: 'EUR' },
    lines: [{ examCode: 'ASCA-E1', examLabel: 'Traitement des activités comptables courantes', amount: 5000 }],
  }
  const pdf = await printer.print(paymentAttestations([content], made))
  keepPaper('payment-attestation', pdf)
  expect(paperUnlike('payment-attestation', pdf)).toBeNull()
  await mustBeWhole(pdf)
  const said = spokenOf(pdf)
  expect(said).toContain('CENTRE LUMIÈRE atteste avoir reçu de GRETA-CFA Bretagne, le 20/11/2026, 50,00 €')
  expect(said).toContain('reçu n° 2026-B-000012, du 23/11/2026')
  expect(said).toContain('Total pour cette personne 50,00 €')
  expect(said).not.toMatch(/validée|définitive|admis/i)
  const many = await printer.print(paymentAttestations([content, { ...content, ...longLetter }, content], made))
  await mustBeWhole(many)
  expect(pagesOf(many).map((page) => /page \d+ \/ \d+/.exec(page)?.[0])).toEqual(Array(3).fill('page 1 / 1'))
})

describe('letters by post', () => {
  const dueBy = { deadlineOn: '2026-11-26', deadlineAt: '2026-11-26T23:00:00.000Z' } as const
  const desk = aReadyDesk({ settings: { ...rennesSettings, paymentTerms: registration.paymentTerms } })

  test('remind in the words of the mail, without its buttons', async () => {
    const request = requestRow({ entries: [{ status: 'prevalidated', ...dueBy }] })
    const [mail] = reminderLetters(desk, request, [offeringRow()])
    if (!mail) throw new Error('no letter')
    const pdf = await printer.print(postLetter({ ...letter, kind: 'reminder-letter', letters: [mail] }, made))
    keepPaper('reminder-letter', pdf)
    expect(paperUnlike('reminder-letter', pdf)).toBeNull()
    await mustBeWhole(pdf)
    expect(pagesOf(pdf)).toHaveLength(1)
    const said = spokenOf(pdf)
    for (const block of mail.blocks) {
      const words =
        block.kind === 'paragraph' ? block.words : block.kind === 'facts' ? block.facts.flat().join(' ') : ''
      expect(unbroken(said)).toContain(unbroken(words))
    }
    expect(said).not.toContain('Ouvrir mon espace')
  })

  test('say of what is owed again what happened to it, a page for each day and reason, the centre’s words filled on each', async () => {
    const fell = {
      ...{ why: 'cheque-bounced' as const, paymentId: 'p', amount: 5000, receivedOn: '2026-11-20' },
      ...{ chequeNumber: '1234567', dueOn: '2026-11-30', payer: null },
    }
    const voided = { ...fell, why: 'payment-voided' as const, paymentId: 'v', dueOn: null }
    const request = requestRow({
      entries: [
        { status: 'confirmed', examCode: 'UCP-E1', fell: voided },
        { status: 'prevalidated', examCode: 'ASCA-E2', ...dueBy },
        { status: 'confirmed', fell },
        { status: 'confirmed', examCode: 'PSA-E1', paid: 5000 },
      ],
    })
    const reminderWording = 'Nous attendons {montant} pour {épreuves}.\nC’était avant le {date limite}.'
    const worded = { ...desk, settings: { ...desk.settings, reminderWording } }
    const letters = reminderLetters(worded, request, [offeringRow()])
    const pdf = await printer.print(postLetter({ ...letter, kind: 'reminder-letter', letters }, made))
    keepPaper('reminder-letter-owed-again', pdf)
    await mustBeWhole(pdf)
    const pages = pagesOf(pdf).map((page) => page.replace(/[\s\u00a0\u202f]+/g, ' '))
    expect(pages).toHaveLength(3)
    const [deadline = '', bounced = '', takenBack = ''] = pages
    expect(deadline).toContain('Rappel : à régler jusqu’au jeudi 26 novembre 2026')
    expect(deadline).toContain('C’était avant le jeudi 26 novembre 2026.')
    expect(bounced).toContain('Chèque impayé : 50,00 € à régler jusqu’au lundi 30 novembre 2026')
    expect(bounced).toContain('Votre chèque n° 1234567 de 50,00 €')
    expect(bounced).toContain('Nous attendons 50,00 € pour ASCA-E1.')
    expect(takenBack).toContain('a été annulé')
    expect(takenBack).toContain('Nous attendons 50,00 € pour UCP-E1.')
    expect(takenBack).not.toContain('C’était avant')
    expect(pages.join(' ')).not.toMatch(/PSA-E1|\{|Ouvrir mon espace/)
  })

  test('answer each refusal on a page of its own', async () => {
    const request = requestRow({ entries: [{ status: 'refused' }] })
    const refusal = { entryIds: ['request-0'], refusedToo: [], others: [], offerings: [offeringRow()] }
    const letters = (['full', 'file-incomplete'] as const).map((reason) =>
      refusalLetter(desk, {
        request,
        ...refusal,
        reason,
        text: 'Il manque la pièce d’identité.',
        centres: [{ name: 'GRETA', town: 'Vitré' }],
      }),
    )
    const pdf = await printer.print(postLetter({ ...letter, kind: 'refusal-letter', letters }, made))
    keepPaper('refusal-letter', pdf)
    expect(paperUnlike('refusal-letter', pdf)).toBeNull()
    await mustBeWhole(pdf)
    const pages = pagesOf(pdf)
    expect(pages).toHaveLength(2)
    expect(pages[0]).toContain('il n’y reste plus de place')
    expect(pages[1]).toContain('le dossier est incomplet')
    for (const page of pages) expect(page).toContain('page 1 / 1')
  })
})

describe('envelopes', () => {
  test('are DL, one a page, the address where La Poste reads it, nothing in its marks', async () => {
    const addresses = [letter, longLetter].map((one) => postalAddress(one).lines)
    const content = { centreName: 'CENTRE LUMIÈRE', centreAddress: ['12 rue des Écoles', '35000 Rennes'], addresses }
    const pdf = await printer.print(envelopePaper('2 enveloppes', content))
    keepPaper('envelope', pdf)
    expect(paperUnlike('envelope', pdf)).toBeNull()
    expect(infoOf(pdf).Pages).toBe('2')
    expect(infoOf(pdf)['Page size']).toMatch(/^62[34][\d.]* x 31[12]/)
    const pages = pagesOf(pdf)
    for (const line of addresses.flat()) expect(pages.join(' ')).toContain(line)
    for (const { left, top, bottom, right } of wordsOf(pdf).filter((word) => word.left > 100)) {
      expect(top).toBeGreaterThan(40)
      expect(bottom).toBeLessThan(90)
      expect(right).toBeLessThan(212)
      expect(left).toBeGreaterThan(104)
    }
  })
})
