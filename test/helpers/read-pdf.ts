import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { findQpdf } from '../../scripts/tools/find-qpdf.ts'
import { required } from '../../scripts/tools/found.ts'

const run = (program: string, pdf: Uint8Array, args: readonly string[]) =>
  execFileSync(program, args, { input: pdf, encoding: 'utf8', maxBuffer: 100_000_000 })
const plain = (text: string) =>
  text
    .normalize('NFC')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim()

/** What a person reads on each page, in the order of the page, every kind of space made plain. */
export function pagesOf(pdf: Uint8Array): string[] {
  return run('pdftotext', pdf, ['-layout', '-', '-']).split('\f').slice(0, -1).map(plain)
}

/** The same in the order in which it was written, all pages after each other: what a screen reader says. */
export function spokenOf(pdf: Uint8Array): string {
  return plain(run('pdftotext', pdf, ['-raw', '-', '-']))
}

/** What the file says of itself, by name: `Tagged`, `Pages`, `Title`, `Page size`… */
export function infoOf(pdf: Uint8Array): Record<string, string> {
  const lines = run('pdfinfo', pdf, ['-']).split('\n')
  return Object.fromEntries(lines.map((line) => [line.split(':')[0] ?? '', line.slice(line.indexOf(':') + 1).trim()]))
}

/** Its fonts, and whether each is embedded and a subset. */
export function fontsOf(pdf: Uint8Array): { name: string; embedded: boolean; subset: boolean }[] {
  return run('pdffonts', pdf, ['-'])
    .split('\n')
    .slice(2)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [embedded, subset] = line.trim().split(/\s+/).slice(-5)
      return { name: line.split(' ')[0] ?? '', embedded: embedded === 'yes', subset: subset === 'yes' }
    })
}

/** Its pages as pictures, one after the other in one piece: equal when what is seen is. @param dpi dots an inch */
export function picturesOf(pdf: Uint8Array, dpi: number): Buffer {
  const [program, ...args] = ['pdftoppm', '-r', String(dpi), '-gray', '-']
  return execFileSync(program ?? '', args, { input: pdf, maxBuffer: 1_000_000_000 })
}

/** What it is built of for whoever hears it read: each part of the structure, and its text. */
export function structureOf(pdf: Uint8Array): string[] {
  return run('pdfinfo', pdf, ['-struct-text', '-'])
    .split('\n')
    .filter((line) => line.trim() !== '')
}

/** Where each word lies, in mm from the top left corner of its page. */
export function wordsOf(
  pdf: Uint8Array,
): { page: number; word: string; left: number; top: number; right: number; bottom: number }[] {
  const mm = (points: string | undefined) => Number(points) * (25.4 / 72)
  return run('pdftotext', pdf, ['-bbox', '-', '-'])
    .split('<page ')
    .slice(1)
    .flatMap((page, index) =>
      [...page.matchAll(/<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)<\/word>/g)].map(
        ([, left, top, right, bottom, word = '']) => ({
          ...{ page: index + 1, word },
          ...{ left: mm(left), top: mm(top), right: mm(right), bottom: mm(bottom) },
        }),
      ),
    )
}

/** Whether a picture of it is said in these words, of plain letters, to whoever cannot see it. */
export async function hasPictureSaid(pdf: Uint8Array, words: string): Promise<boolean> {
  return (await withQpdf(pdf, ['--qdf', '--object-streams=disable'], ['-'])).stdout.includes(`/Alt (${words})`)
}

/** What qpdf finds wrong in how the file is built; nothing when it is sound. */
export async function structureFaults(pdf: Uint8Array): Promise<string> {
  const { status, stdout, stderr } = await withQpdf(pdf, ['--check'])
  return status === 0 ? '' : `${stdout}${stderr}`
}

async function withQpdf(pdf: Uint8Array, before: readonly string[], after: readonly string[] = []) {
  const qpdf = required(await findQpdf())
  const folder = mkdtempSync(path.join(tmpdir(), 'pupitre-qpdf-'))
  const file = path.join(folder, 'paper.pdf')
  try {
    writeFileSync(file, pdf)
    return spawnSync(qpdf, [...before, file, ...after], { encoding: 'latin1', maxBuffer: 100_000_000 })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
