/**
 * `node test/bench/lists.ts`: what the lists of a centre as big as one may be cost in the main process: a page of Demandes by the order
 * and the filters, the first time and again, what a click leaves to read again, and a search against the bare FTS5 query. Prints; judges
 * nothing.
 */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { NO_FILTERS } from '../../contract/choices.ts'
import type { RequestPageQuery } from '../../contract/desk-lists.ts'
import { openDatabase } from '../../db/open.ts'
import { runClick } from '../../main/commands/run-click.ts'
import { listOfferings } from '../../main/reads/offering-list.ts'
import { createRequestLists } from '../../main/reads/request-lists.ts'
import { readRequestPage } from '../../main/reads/request-page.ts'
import { findEverything } from '../../main/reads/search.ts'
import { MONDAY } from '../helpers/rows.ts'
import { writeBigDesk } from './big-desk.ts'
import { median, quantile, timed } from './medians.ts'

const { values } = parseArgs({
  options: {
    candidates: { type: 'string', default: '20000' },
    repeats: { type: 'string', default: '25' },
  },
})
const REPEATS = Number(values.repeats)
const PAGE = 60
const folder = mkdtempSync(path.join(tmpdir(), 'pupitre-bench-'))
const file = path.join(folder, 'pupitre.sqlite')
const { sessionId, requests, entries, candidates } = await writeBigDesk(file, Number(values.candidates))
const db = await openDatabase(file)
const clock = { now: () => MONDAY }
const anne = { id: 'anne', name: 'Anne Hervé', role: 'manager' as const, active: true }
const lists = createRequestLists(db, clock)
console.log(`${candidates} candidates, ${requests} requests of one session, ${entries} entries; medians of ${REPEATS}`)

const everything: RequestPageQuery = {
  sessionId,
  filters: NO_FILTERS,
  sort: [],
  held: [],
  from: 0,
  count: PAGE,
}
const page = (query: RequestPageQuery) => readRequestPage(db, lists, query)
const longest = await longestTurn(() => lists.catchUp(new AbortController().signal))
console.log(`all lines made: ${longest.ms.toFixed(0)} ms in slices, the longest ${longest.turn.toFixed(0)} ms`)

await pages('all of them', everything)
await pages('waiting, by name', { ...narrowed({ state: 'waiting' }), sort: [{ by: 'candidate', desc: false }] })
await pages('one exam, one software', narrowed({ exam: 'ASCA-E1', software: 'SAGE 50' }))
await pages('payments awaited within the week', narrowed({ state: 'due', deadline: 'week' }))
await pages('« mar »', narrowed({ text: 'mar' }))
await clicks()
for (const typed of [
  'm',
  'mar',
  'martin',
  'lefevre jean',
  '06 39 98 12',
  'CA10482',
  '12/03/1998',
  'jean.',
  '2026-Y-0004',
])
  await searches(typed)
report('offerings of the session', await measure(() => listOfferings(db, sessionId)))
await db.destroy()
rmSync(folder, { recursive: true })

function narrowed(filters: Partial<RequestPageQuery['filters']>): RequestPageQuery {
  return { ...everything, filters: { ...everything.filters, ...filters } }
}

/** The first look at a list orders all of it; scrolling only reads rows. */
async function pages(what: string, query: RequestPageQuery): Promise<void> {
  const made: number[] = []
  for (let repeat = 0; repeat < REPEATS; repeat++)
    made.push(await timed(async () => readRequestPage(db, createRequestLists(db, clock), query)))
  const { total } = await page(query)
  const scrolled = await measure((repeat) => page({ ...query, from: Math.floor((total * repeat) / REPEATS) }))
  report(`${what} (${total}): first page`, made)
  report('  scrolled to', scrolled)
}

/** What the window asks for after a click in « En attente », what was decided held in sight. */
async function clicks(): Promise<void> {
  const query = narrowed({ state: 'waiting' })
  const { rows } = await page({ ...query, count: 500 })
  const held: string[] = []
  const clicked: number[] = []
  const read: number[] = []
  for (const { id: requestId, entries } of rows.filter((_, place) => place % 7 === 0).slice(0, REPEATS)) {
    const args = { requestId, entryIds: entries.map(({ id }) => id) }
    clicked.push(
      await timed(async () => {
        const { results } = await runClick(db, [{ name: 'entry.prevalidate', args, after: [] }], {
          ...{ clock, random: (bytes: number) => randomBytes(bytes), operator: anne },
        })
        if (!results[0]?.ok) throw new Error(`not pre-validated: ${JSON.stringify(results)}`)
      }),
    )
    held.push(requestId)
    read.push(await timed(() => page({ ...query, held })))
  }
  report('a click', clicked)
  report('  read again', read)
}

async function searches(text: string): Promise<void> {
  const { candidates: found, moreCandidates } = await findEverything(db, lists, clock, { text, sessionId })
  const word = text.toLowerCase().split(' ')[0]?.replace(/\W/g, '') ?? ''
  const bare = await measure(() =>
    sql`select rowid from candidate_word where candidate_word match ${`"${word}"*`} order by rank limit 20`.execute(db),
  )
  const whole = await measure(() => findEverything(db, lists, clock, { text, sessionId }))
  const ratio = (median(whole) / median(bare)).toFixed(1)
  report(
    `search « ${text} » (${found.length + moreCandidates})`,
    whole,
    `, bare FTS5 ${median(bare).toFixed(2)} ms, ratio ${ratio}`,
  )
}

async function measure(work: (repeat: number) => Promise<unknown>): Promise<number[]> {
  const times: number[] = []
  for (let repeat = 0; repeat < REPEATS; repeat++) times.push(await timed(() => work(repeat)))
  return times
}

/** How long the process had no time for anything else. */
async function longestTurn(work: () => Promise<unknown>): Promise<{ ms: number; turn: number }> {
  let turn = 0
  let lastTurn = performance.now()
  const timer = setInterval(() => {
    turn = Math.max(turn, performance.now() - lastTurn)
    lastTurn = performance.now()
  }, 1)
  const ms = await timed(work)
  clearInterval(timer)
  return { ms, turn }
}

function report(what: string, times: readonly number[], more = ''): void {
  console.log(`${what}: ${median(times).toFixed(1)} ms (p95 ${quantile(times, 0.95).toFixed(1)} ms)${more}`)
}
