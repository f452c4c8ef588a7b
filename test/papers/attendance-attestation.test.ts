import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { AttendanceAttestation } from '../../domain/attendance-attestation.ts'
import { LONGEST_FILLED, MOST_WORDING_LINES } from '../../domain/wording.ts'
import { attendanceAttestations } from '../../main/print/attendance-attestation.ts'
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

const made = { ...MADE, at: '2027-01-25T15:30:00.000Z' }
function anAttestation({ long = false, ...changes }: { long?: boolean } & Partial<AttendanceAttestation> = {}) {
  const { sittings, ...letter } = long ? aLongConvocation(1) : aConvocation()
  const [sitting = aConvenedSitting()] = sittings
  return { ...letter, entryId: 'entry-1', sittingId: 'sitting-1', sitting, ...changes } satisfies AttendanceAttestation
}
const unbroken = (text: string) => text.normalize('NFC').replace(/[\s\u00a0\u202f]+/g, '')
const numbersOf = (pdf: Uint8Array) => pagesOf(pdf).map((page) => /page \d+ \/ \d+/.exec(page)?.[0])

test('an attestation of attendance says who came, to what, when and where, and never a result', async () => {
  const pdf = await printer.print(attendanceAttestations([{ content: anAttestation(), version: 2, replaces: 1 }], made))
  keepPaper('attendance-attestation', pdf)
  expect(paperUnlike('attendance-attestation', pdf)).toBeNull()
  expect(numbersOf(pdf)).toEqual(['page 1 / 1'])
  const said = spokenOf(pdf)
  for (const words of [
    'CENTRE LUMIÈRE atteste que Madame TERIITAHI-MAHUTA Hinano Vaitiare s’est présentée à l’épreuve',
    'ASCA-E1 — Traitement des activités comptables courantes',
    'lundi 25 janvier 2027',
    '09 h 00 – 11 h 00',
    'Salle B12, 1er étage',
    'CENTRE LUMIÈRE, 12 rue des Écoles, 35000 Rennes',
    'TERIITAHI-MAHUTA',
    'NUC CA10482',
    '30/05/1998',
    'Papeete',
    'Fait à Rennes, le 25 janvier 2027.',
    'auprès de son employeur',
    'ne dit rien du résultat',
    'Pour le centre, signature et cachet',
    'Version 2 du 25/01/2027 à 16 h 30',
    'Remplace la version 1',
    'à jour avec le siège',
  ])
    expect(said).toContain(words)
  expect(said).not.toMatch(/réussi|échou|admis|reçu|ajourné|note |validée/i)
})

test('a man is spoken of as one', async () => {
  const content = anAttestation({ sex: 'M', usageName: null })
  const said = spokenOf(await printer.print(attendanceAttestations([{ content, version: 1 }], made)))
  expect(said).toContain('Monsieur TERIITAHI Hinano Vaitiare s’est présenté à l’épreuve')
  expect(said).not.toContain('Remplace la version')
})

test('the file is sound, tagged, titled, its fonts are in it', async () => {
  const pdf = await printer.print(attendanceAttestations([{ content: anAttestation(), version: 1 }], made))
  expect(await structureFaults(pdf)).toBe('')
  expect(infoOf(pdf)).toMatchObject({
    Tagged: 'yes',
    Title: 'Attestation de présence de TERIITAHI-MAHUTA Hinano Vaitiare, ASCA-E1',
  })
  expect(fontsOf(pdf).filter(({ embedded, subset }) => !embedded || !subset)).toEqual([])
})

test('at the extremes nothing is cut', async () => {
  const pdf = await printer.print(
    attendanceAttestations([{ content: anAttestation({ long: true }), version: 12, replaces: 11 }], made),
  )
  keepPaper('attendance-attestation-longest', pdf)
  expect(paperUnlike('attendance-attestation-longest', pdf)).toBeNull()
  const read = unbroken(spokenOf(pdf))
  for (const words of [LONGEST.birthName, LONGEST.usageName, LONGEST.firstNames, ...LONGEST.addressLines])
    expect(read).toContain(unbroken(words))
  for (const { right, bottom } of wordsOf(pdf)) {
    expect(right).toBeLessThan(196)
    expect(bottom).toBeLessThan(297)
  }
})

test('many in one file are a page each', async () => {
  const contents = [anAttestation(), anAttestation({ long: true }), anAttestation({ firstNames: 'Teva' })]
  const pdf = await printer.print(
    attendanceAttestations(
      contents.map((content) => ({ content, version: 1 })),
      made,
    ),
  )
  expect(await structureFaults(pdf)).toBe('')
  expect(numbersOf(pdf)).toEqual(Array(3).fill('page 1 / 1'))
  expect(infoOf(pdf).Title).toBe('3\u00a0attestations de présence, ASCA-E1')
})

test('the centre’s longest words are printed whole', async () => {
  const words = Array.from({ length: MOST_WORDING_LINES }, (_, n) => `Ligne ${n + 1} ${'mot '.repeat(28)}fin`)
  expect(words.join('').length).toBeLessThan(LONGEST_FILLED)
  const pdf = await printer.print(attendanceAttestations([{ content: anAttestation({ words }), version: 1 }], made))
  const read = unbroken(spokenOf(pdf))
  for (const line of words) expect(read).toContain(unbroken(line))
})
