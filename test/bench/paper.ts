/**
 * `npm run bench:paper`: what the convocations of a session cost, from the click to the files on the disk and the ledger, beside Chromium
 * printing the same pages and nothing else. Together: one PDF, against one bare static file of all of them. Apart: a PDF each, against a
 * bare loop. Beside them LibreOffice's mail merge and pdfmake of an equal letter, where they are; and receipts, from click to PDF. Prints;
 * judges nothing.
 */
import '../helpers/vite-imports.ts'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { openDatabase } from '../../db/open.ts'
import { putRow } from '../../db/rows.ts'
import type { Db } from '../../db/schema.ts'
import { saveSyncState } from '../../db/sync-state.ts'
import type { Write } from '../../domain/entities.ts'
import { aPrinter } from '../helpers/a-printer.ts'
import { aSitting, MONDAY } from '../helpers/rows.ts'
import { smallWorld } from '../helpers/world.ts'
import { median, quantile, timed } from './medians.ts'
import { makeByPdfMake, mergeByLibreOffice, someLetters } from './papers-of-others.ts'

// Not static imports: the hooks above must stand before the style sheets of papers are looked for.
const { convocationPaper } = await import('../../main/print/convocation-paper.ts')
const { createConvocations } = await import('../../main/print/convocations.ts')
const { createIssuing } = await import('../../main/print/issuing.ts')
const { clickReceipts } = await import('./receipt-clicks.ts')
const { readConvocationStandings } = await import('../../main/reads/convocation-standing.ts')

const { values } = parseArgs({
  options: {
    papers: { type: 'string', default: '1000' },
    apart: { type: 'string', default: '60' },
    repeats: { type: 'string', default: '3' },
    receipts: { type: 'string', default: '50' },
    /** Letters of LibreOffice's mail merge, which takes more than twice as long for twice as many. */
    merge: { type: 'string', default: '200' },
    /** The folder in which pdfmake was installed: `npm install --prefix FOLDER pdfmake`. */
    pdfmake: { type: 'string' },
  },
})
const [PAPERS, APART, REPEATS] = [values.papers, values.apart, values.repeats].map(Number) as [number, number, number]
const sessionId = '2027-01'
const folder = mkdtempSync(path.join(tmpdir(), 'pupitre-bench-'))
const printer = await aPrinter()
/** The most that Node held at once while printing. */
let memory = 0

console.log(`medians of ${REPEATS}; memory: of the main process, beyond what it had before`)
const together = await compare(PAPERS, 'together')
await compareOthers(PAPERS, together)
await compare(APART, 'apart')
await showReceipts(Number(values.receipts))
await printer.stop()
rmSync(folder, { recursive: true })

/** Gives our own time. */
async function compare(papers: number, as: 'together' | 'apart'): Promise<number> {
  const [ours, bare]: [number[], number[]] = [[], []]
  let [bytes, bareBytes] = [0, 0]
  memory = 0
  for (let round = 0; round < REPEATS; round++) {
    const out = path.join(folder, `${as}-${round}`)
    const db = await aCentre(papers)
    const pages = await htmlOf(db, as)
    // In turns: neither always has the machine that the other has warmed.
    const both = [
      async () => void ours.push(await timed(() => print(db, out, as))),
      async () => {
        const printed = await bareOf(pages)
        bare.push(printed.ms)
        bareBytes = printed.bytes
      },
    ]
    for (const one of round % 2 === 0 ? both : both.toReversed()) await one()
    bytes = sizeOf(out)
    await db.destroy()
    rmSync(out, { recursive: true })
  }
  const [own, least] = [median(ours), median(bare)]
  const mb = (size: number) => (size / 1e6).toFixed(1)
  const what = as === 'together' ? 'in one PDF' : 'a PDF each'
  console.log(
    `${papers} convocations, ${what}: ${seconds(own)} (${mb(bytes)} MB); bare Chromium ${seconds(least)} (${mb(bareBytes)} MB); ratio ${(own / least).toFixed(2)}; memory +${(memory / 1e6).toFixed(0)} MB`,
  )
  return own
}

/** What others take for letters of the same length; once, for they are slow. Ratios are of the time of one letter. */
async function compareOthers(papers: number, own: number): Promise<void> {
  const tell = (who: string, count: number, ms: number | null) => {
    const ratio = ms === null ? '' : (own / papers / (ms / count)).toFixed(2)
    console.log(
      ms === null ? `  ${who}: not installed` : `  ${who}, ${count}: ${seconds(ms)}; ours is ${ratio} of that a letter`,
    )
  }
  const merged = Number(values.merge)
  tell('LibreOffice, mail merge', merged, await mergeByLibreOffice(someLetters(merged), folder))
  const installed = values.pdfmake ?? null
  tell('pdfmake', papers, await makeByPdfMake(someLetters(papers), { folder, installed }))
}

async function showReceipts(count: number): Promise<void> {
  const times = await clickReceipts(count, printer)
  const [numbered, printed] = [times.map((one) => one.numbered), times.map((one) => one.printed)]
  const ms = (value: number) => `${value.toFixed(0)} ms`
  console.log(
    `${count} receipts, from the click: number there ${ms(median(numbered))}, worst ${ms(Math.max(...numbered))}; PDF stored ${ms(median(printed))}, p95 ${ms(quantile(printed, 0.95))}, worst ${ms(Math.max(...printed))}`,
  )
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`
}

/** A centre whose candidates are all to be convened. */
async function aCentre(papers: number): Promise<Db> {
  const file = path.join(folder, `${randomBytes(6).toString('hex')}.sqlite`)
  const people = Array.from({ length: papers }, (_, n) => `NOM-${String(n).padStart(5, '0')}`)
  const confirmed = { status: 'confirmed', prevalidatedAt: MONDAY, confirmedAt: MONDAY } as const
  const entries = Object.fromEntries(people.map((name) => [name, confirmed]))
  const world = smallWorld({ seats: papers, candidates: people, entries })
  const sitting: Write = { entity: 'sitting', value: aSitting({ offeringId: world.offeringId, heldOn: '2027-01-18' }) }
  const db = await openDatabase(file)
  await db.transaction().execute(async (tx) => {
    for (const write of [...world.common, ...world.rows, sitting]) await putRow(tx, write, 1)
    await saveSyncState(tx, { deviceId: 'pc', series: 'A', centreId: 'rennes', snapshotComplete: '1' })
  })
  return db
}

async function print(db: Db, out: string, as: 'together' | 'apart'): Promise<void> {
  const operator = { id: 'anne', name: 'Anne Hervé', role: 'manager' as const, active: true }
  const before = process.memoryUsage().rss
  const issuing = createIssuing({
    ...{ db, folder: out, openPrinting: printer.openPrinting, openFile: async () => {} },
    context: async () => ({ clock: { now: () => MONDAY }, random: (bytes: number) => randomBytes(bytes), operator }),
    onProgress: () => {
      memory = Math.max(memory, process.memoryUsage().rss - before)
    },
  })
  const convocations = createConvocations(db, issuing)
  const { printed, stopped } = await convocations.print({ sessionId, which: 'due', as, means: 'print' })
  if (stopped !== null) throw new Error(`${stopped} after ${printed}`)
}

/** The same pages, made before: what Chromium alone is given. */
async function htmlOf(db: Db, as: 'together' | 'apart'): Promise<string[]> {
  const standings = await readConvocationStandings(db, sessionId)
  const letters = standings.flatMap(({ today }) => (today ? [{ content: today.content, version: 1 }] : []))
  const made = { at: MONDAY, freshness: '' }
  return as === 'together'
    ? [convocationPaper(letters, made)]
    : letters.map((letter) => convocationPaper([letter], made))
}

/** Chromium prints static files, one after the other, in one page that stays open. */
async function bareOf(pages: readonly string[]): Promise<{ ms: number; bytes: number }> {
  const files = pages.map((html, index) => {
    const file = path.join(folder, `bare-${index}.html`)
    writeFileSync(file, html)
    return pathToFileURL(file).href
  })
  let bytes = 0
  const ms = await timed(() =>
    printer.printFiles(files, (pdf, index) => {
      bytes += pdf.length
      writeFileSync(path.join(folder, `bare-${index}.pdf`), pdf)
    }),
  )
  return { ms, bytes }
}

function sizeOf(out: string): number {
  const files = readdirSync(out, { recursive: true, encoding: 'utf8' }).map((name) => path.join(out, name))
  const pdfs = files.filter((file) => statSync(file).isFile())
  if (pdfs.some((file) => readFileSync(file).subarray(0, 5).toString() !== '%PDF-')) throw new Error('not a PDF')
  return pdfs.reduce((sum, file) => sum + statSync(file).size, 0)
}
