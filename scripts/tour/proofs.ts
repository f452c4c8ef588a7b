import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { OfferingRow, RequestRow } from '../../contract/desk.ts'
import { differences, readDesk, same, type Truth } from './compare.ts'
import { NOTE } from './morning.ts'
import { proveReceipt, proveSheets, textOf } from './papers.ts'
import { nameOf, statusesAtDesk, statusesAtHq } from './people.ts'
import { SESSION, type Visit } from './visit.ts'

/** What À revoir and the states must say in the end, at the desk. @returns what they do say */
export async function proveDesk({ story, reads, people }: Visit): Promise<Record<string, unknown>> {
  const everybody = inOrder(people)
  const states = await statusesAtDesk(reads, SESSION, everybody)
  story.claim('les états sont ceux que le siège a décidés', same(states, EXPECTED), states)
  const reviews = (await reads.reviews()).map(({ kind, code, payment, dependents }) => ({
    kind,
    code,
    payment,
    dependents: dependents.map(({ name }) => name),
  }))
  story.claim(
    'le règlement du candidat retiré reste un trop-perçu, son reçu reste, À revoir le dit une fois',
    same(reviews, [
      {
        kind: 'misfit',
        code: 'entry-not-live',
        payment: { amount: 5000, currency: 'EUR', credit: 5000, voided: false, receiptNumber: '2026-B-000002' },
        dependents: ['entry.confirm'],
      },
    ]),
    reviews,
  )
  return { desk: states, reviews }
}

/** What HQ holds, against what was done by keys, and against the desk's own database. */
export async function proveHq(
  { story, people }: Visit,
  truth: Truth,
  { raised, desk }: { raised: OfferingRow; desk: string },
): Promise<Record<string, unknown>> {
  const differing = differences(await readDesk(desk), truth)
  story.claim(
    'le siège et le poste détiennent exactement la même chose',
    differing.length === 0,
    differing.slice(0, 20),
  )
  const states = statusesAtHq(truth, inOrder(people))
  story.claim('le siège détient ces états', same(states, EXPECTED), states)
  const { tonight, overdue } = people
  const [before] = tonight.entries
  const entry = truth.get(`entry/${before?.id}`) as { deadlineOn?: string } | undefined
  const offering = truth.get(`offering/${raised.id}`) as { seats?: number } | undefined
  const found = [...truth].map(([key, row]) => [key.split('/')[0], JSON.stringify(row)] as const)
  const holds = (entity: string, words: string) => found.some(([one, row]) => one === entity && row.includes(words))
  const kept = {
    deadlineOn: entry?.deadlineOn,
    seats: offering?.seats,
    reminded: holds('reminder', overdue.id),
    noted: holds('callNote', tonight.candidateId) && holds('callNote', JSON.stringify(NOTE)),
  }
  story.claim(
    `le siège détient le délai prolongé de ${nameOf(tonight)}, la place de plus, la relance et la note d’appel`,
    (kept.deadlineOn ?? '') > (before?.deadlineOn ?? '') &&
      kept.seats === raised.seats + 1 &&
      kept.reminded &&
      kept.noted,
    kept,
  )
  return { hq: states, rowsCompared: truth.size }
}

/** One of each that a centre hands out, by how its file is called. */
const EACH = [
  ...['Recu', 'Avoir', 'Attestation-2026', 'Confirmation', 'Rappel', 'Reponse', 'Enveloppe', 'Convocations', 'Appel'],
  ...['Emargement', 'Remise-cheques', 'Caisse', 'Attestation-presence'],
]

/** The papers on the PC, read back. @returns their names */
export function provePapers({ story, people }: Visit, folder: string, pdftotext: string): string[] {
  const papers = readdirSync(folder).filter((name) => name.endsWith('.pdf'))
  const missing = EACH.filter((kind) => !papers.some((name) => name.startsWith(`${kind}-`)))
  story.claim('un document de chaque sorte est là', missing.length === 0, missing)
  for (const name of papers) story.keep(path.join(folder, name))
  const read = new Map(papers.map((name) => [name, textOf(pdftotext, path.join(folder, name))]))
  const { first, second } = people
  proveReceipt(story, read.get('Recu-2026-B-000001.pdf'), first, '2026-B-000001', '0012345')
  proveReceipt(story, read.get('Recu-2026-B-000002.pdf'), second, '2026-B-000002', '0098765')
  proveSheets(story, read, first, second)
  return papers
}

const EXPECTED = ['confirmed', 'withdrawn', 'prevalidated', 'prevalidated', 'refused', 'prevalidated']

function inOrder({ first, second, third, later, unwanted, stuck }: Visit['people']): RequestRow[] {
  return [first, second, third, later, unwanted, stuck]
}
