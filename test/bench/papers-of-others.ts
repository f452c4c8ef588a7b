import { execFile } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { promisify } from 'node:util'
import { timed } from './medians.ts'

/** What a convocation says, as a mail merge takes it: one line of a table. */
export type Letter = {
  name: string
  address: string
  town: string
  exam: string
  day: string
  hour: string
  room: string
  software: string
  place: string
}

export function someLetters(count: number): Letter[] {
  return Array.from({ length: count }, (_, n) => ({
    name: `Camille NOM-${String(n).padStart(5, '0')}`,
    address: `${n + 1} rue de la Monnaie`,
    town: '35000 Rennes',
    exam: 'ASCA-E1',
    day: '18/01/2027',
    hour: '9 h 00',
    room: 'Salle 3',
    software: 'CIEL COMPTABILITE',
    place: String(n + 1),
  }))
}

/** Debian's own Python: the one that LibreOffice's packages speak to. */
const PYTHON = '/usr/bin/python3'
const MERGE = path.join(import.meta.dirname, 'mail-merge.py')

/**
 * Milliseconds of LibreOffice's mail merge of an equal letter, its start not counted; null where it is not installed
 * (`apt-get install libreoffice-writer-nogui libreoffice-base-nogui libreoffice-base-drivers python3-uno`).
 */
export async function mergeByLibreOffice(letters: readonly Letter[], folder: string): Promise<number | null> {
  if (!existsSync('/usr/lib/libreoffice/program/libflatlo.so') || !existsSync('/usr/lib/python3/dist-packages/uno.py'))
    return null
  const table = path.join(folder, 'people.csv')
  const columns = Object.keys(letters[0] ?? {}) as (keyof Letter)[]
  const lines = letters.map((letter) => columns.map((column) => `"${letter[column]}"`).join(','))
  writeFileSync(table, [columns.join(','), ...lines].join('\n'))
  const { stdout } = await promisify(execFile)(PYTHON, [MERGE, table, path.join(folder, 'merged')])
  return Number(stdout)
}

/** The part of pdfmake that is used here; it is not a dependency of ours. */
type PdfMake = {
  setFonts(fonts: Record<string, Record<string, string>>): void
  createPdf(document: unknown): { write(file: string): Promise<void> }
}

/**
 * Milliseconds of pdfmake for the same letters in one PDF; null without a folder in which it was installed
 * (`npm install --prefix FOLDER pdfmake`).
 */
export async function makeByPdfMake(
  letters: readonly Letter[],
  { folder, installed }: { folder: string; installed: string | null },
): Promise<number | null> {
  if (installed === null) return null
  const require = createRequire(path.join(path.resolve(installed), 'package.json'))
  const pdfmake = require('pdfmake') as PdfMake
  const font = (weight: number) =>
    path.join(import.meta.dirname, `../../node_modules/@fontsource/inter/files/inter-latin-${weight}-normal.woff`)
  pdfmake.setFonts({ Inter: { normal: font(400), bold: font(700), italics: font(400), bolditalics: font(700) } })
  const document = {
    defaultStyle: { font: 'Inter', fontSize: 10 },
    footer: (page: number, pages: number) => `page ${page} / ${pages}`,
    content: letters.map((letter, index) => pageOf(letter, index < letters.length - 1)),
  }
  return await timed(() => pdfmake.createPdf(document).write(path.join(folder, 'pdfmake.pdf')))
}

function pageOf(letter: Letter, breaks: boolean) {
  const { exam, day, hour, room, software } = letter
  return {
    ...(breaks && { pageBreak: 'after' }),
    stack: [
      'CENTRE LUMIÈRE, 12 rue de la Monnaie, 35000 Rennes',
      { text: [letter.name, letter.address, letter.town].join('\n'), margin: [260, 30, 0, 40] },
      { text: 'Convocation', fontSize: 18, bold: true },
      `Bonjour ${letter.name}, votre inscription est confirmée. Vous êtes attendu :`,
      {
        table: {
          headerRows: 1,
          body: [
            ['Épreuve', 'Date', 'Heure', 'Salle', 'Logiciel'],
            [exam, day, hour, room, software],
          ],
        },
      },
      'Présentez-vous quinze minutes avant l’heure avec une pièce d’identité en cours de validité et cette convocation.',
      'Aucun candidat n’est admis après l’ouverture des sujets. La calculatrice est fournie par le poste.',
      'En cas d’empêchement, prévenez le centre au plus tôt.',
      `Place de l’épreuve : ${letter.place}`,
    ],
  }
}
