import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { LogoImage } from '../../domain/logo.ts'
import { convocationPaper } from '../../main/print/convocation-paper.ts'
import { joinPdfs } from '../../main/print/join-pdfs.ts'
import { NotJoinable, readPdfPart, referenceIn } from '../../main/print/pdf-part.ts'
import { aJpegLogo, aLogo } from '../helpers/a-logo.ts'
import { aPrinter, PRINTING, type Printer } from '../helpers/a-printer.ts'
import { fontsOf, infoOf, pagesOf, picturesOf, spokenOf, structureOf } from '../helpers/read-pdf.ts'
import { aConvocation } from './some-papers.ts'

vi.setConfig(PRINTING)

let printer: Printer
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'pupitre-joined-'))
  printer = await aPrinter()
}, 60_000)
afterAll(async () => {
  await printer.stop()
  rmSync(folder, { recursive: true })
})

const made = { at: '2026-11-23T08:47:00.000Z', freshness: 'à jour avec le siège' }

/** Convocations of people with these names, one file. */
async function part(names: readonly string[], logo: LogoImage | null = null): Promise<{ file: string; pdf: Buffer }> {
  const letters = names.map((birthName) => ({ content: aConvocation({ birthName }), version: 1 }))
  const pdf = Buffer.from(await printer.print(convocationPaper(letters, { ...made, logo })))
  const file = path.join(folder, `${names.join('-')}.pdf`)
  writeFileSync(file, pdf)
  return { file, pdf }
}

test('several files become one: the same pages, read aloud in the same order, with all their headings', {
  timeout: 60_000,
}, async () => {
  // A name that looks like the inside of a PDF must not be taken for it; images are bytes that look like anything.
  const parts = [
    await part(['Ny', 'Roy']),
    await part(['Sol (1 0 R) \\'], aLogo()),
    await part(['Ana', 'Paul', 'Zoé'], aJpegLogo()),
  ]
  const file = path.join(folder, 'all.pdf')
  await joinPdfs(
    parts.map((one) => one.file),
    file,
    'Six convocations, été',
  )
  const whole = readFileSync(file)
  expect(infoOf(whole)).toMatchObject({ Title: 'Six convocations, été', Tagged: 'yes', Pages: '6' })
  expect(pagesOf(whole)).toEqual(parts.flatMap(({ pdf }) => pagesOf(pdf)))
  expect(spokenOf(whole)).toBe(parts.map(({ pdf }) => spokenOf(pdf)).join(' '))
  expect(picturesOf(whole, 40).equals(Buffer.concat(parts.map(({ pdf }) => picturesOf(pdf, 40))))).toBe(true)
  expect(fontsOf(whole).every(({ embedded, subset }) => embedded && subset)).toBe(true)
  expect(existsSync(`${file}.part`)).toBe(false)

  // Cells of tables are named apart in each part: the same name twice would head the cells of another's table.
  const named = structureOf(whole).flatMap((line) => /^ +TH <(.+?)>/.exec(line)?.[1] ?? [])
  expect(new Set(named).size).toBe(named.length)
  const inner = structureOf(whole).map((line) => line.replaceAll(/p\d+(?=node)/g, ''))
  const apart = parts.flatMap(({ pdf }) => structureOf(pdf)).map((line) => `  ${line}`)
  expect(inner).toEqual(['Document', ...apart])

  const { objects, root } = readPdfPart(whole)
  const dictOf = (number: number) => objects.find((one) => one.number === number)?.dict ?? ''
  // From a piece of a page back to what it is part of: each page has its own list, of its own pieces.
  const pages = objects.filter(({ dict }) => dict.startsWith('<</Type /Page\n'))
  expect(pages).toHaveLength(6)
  const lists = new Map([...dictOf(root.parentTree).matchAll(/(\d+) (\d+) 0 R/g)].map(([, key, list]) => [key, list]))
  for (const { number, dict } of pages) {
    const list = lists.get(/\/StructParents (\d+)/.exec(dict)?.[1])
    const pieces = [...dictOf(Number(list)).matchAll(/(\d+) 0 R/g)].map(([, piece]) => dictOf(Number(piece)))
    expect(pieces.length).toBeGreaterThan(10)
    expect(pieces.filter((piece) => !piece.includes(`/Pg ${number} 0 R`))).toEqual([])
  }

  // From the first heading to the last and back, by their own links.
  const outlines = dictOf(root.outlines ?? 0)
  const walk = (from: 'First' | 'Last', by: 'Next' | 'Prev') => {
    const seen = [referenceIn(outlines, from)]
    while (dictOf(seen.at(-1) ?? 0).includes(`/${by} `)) seen.push(referenceIn(dictOf(seen.at(-1) ?? 0), by))
    return seen
  }
  expect(walk('First', 'Next')).toHaveLength(6)
  expect(walk('Last', 'Prev')).toEqual(walk('First', 'Next').toReversed())
})

test('one joined may be joined again', { timeout: 30_000 }, async () => {
  const { file } = await part(['Ny', 'Roy'])
  const [twice, again] = [path.join(folder, 'twice.pdf'), path.join(folder, 'again.pdf')]
  await joinPdfs([file, file], twice, 'Deux fois')
  await joinPdfs([twice, file], again, 'Trois fois')
  expect(pagesOf(readFileSync(again))).toHaveLength(6)
})

test.each([
  ['that is cut', (pdf: Buffer) => pdf.subarray(0, pdf.length - 100)],
  ['that is none', () => Buffer.from('une page')],
  [
    'whose table is wrong',
    (pdf: Buffer) => Buffer.from(pdf.toString('latin1').replace('1 0 obj', '01 0 obj'), 'latin1'),
  ],
])('a file %s is not joined, and nothing is left of the attempt', { timeout: 30_000 }, async (_case, harm) => {
  const { file, pdf } = await part(['Ny'])
  const harmed = path.join(folder, 'harmed.pdf')
  writeFileSync(harmed, harm(pdf))
  const whole = path.join(folder, 'whole.pdf')
  await expect(joinPdfs([file, harmed], whole, '')).rejects.toThrow(NotJoinable)
  expect([existsSync(whole), existsSync(`${whole}.part`)]).toEqual([false, false])
})
