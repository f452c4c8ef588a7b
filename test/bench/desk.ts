/**
 * `npm run bench:desk`: what the desk of a centre as big as one may be costs the person in front of it, in the Chromium host, beside an
 * empty window of the same host: frames while scrolling, keys and clicks until their result, the start, memory, long tasks. Builds the
 * application first. Prints; judges nothing.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { NO_FILTERS } from '../../contract/choices.ts'
import { checkWhole } from '../../db/copies.ts'
import { openDatabase } from '../../db/open.ts'
import { writeKept } from '../../main/kept.ts'
import { createRequestLists } from '../../main/reads/request-lists.ts'
import { setClock } from '../../scripts/open-desk/clock-file.ts'
import { buildDesktop } from '../../scripts/tools/build.ts'
import { MONDAY } from '../helpers/rows.ts'
import { writeBigDesk } from './big-desk.ts'
import { workThrough } from './desk-clicks.ts'
import { longTasks, nowDoing } from './desk-probe.ts'
import {
  type Memory,
  reportClicks,
  reportLetters,
  reportLong,
  reportMemory,
  reportScroll,
  reportStarts,
} from './desk-report.ts'
import { scrollBoth } from './desk-scroll.ts'
import { typeNames } from './desk-search.ts'
import { type BenchWindow, openBenchDesk, openEmptyWindow, pageMemory, type StartTimes } from './desk-window.ts'
import { timed } from './medians.ts'

const { values } = parseArgs({
  options: {
    candidates: { type: 'string', default: '20000' },
    /** Clicks of each kind. */
    repeats: { type: 'string', default: '50' },
    /** Steps of each scrolling gesture. */
    steps: { type: 'string', default: '240' },
    /** Names typed into the search. */
    names: { type: 'string', default: '8' },
    starts: { type: 'string', default: '5' },
    /** Whether the application is there, built from what is measured. */
    built: { type: 'boolean', default: false },
  },
})
const REPEATS = Number(values.repeats)
const clock = { now: () => MONDAY }
const folder = mkdtempSync(path.join(tmpdir(), 'pupitre-bench-'))
const userData = path.join(folder, 'desk')
const clockFile = path.join(folder, 'clock')
setClock(clockFile, MONDAY)

if (!values.built && !(await buildDesktop())) throw new Error('the application cannot be built')
try {
  const sessionId = await writeDesk(Number(values.candidates))
  await starts(Number(values.starts))
  await work(sessionId)
  console.log(`load of this machine over the last minute: ${loadavg()[0]?.toFixed(1)}`)
} finally {
  rmSync(folder, { recursive: true })
}

/** The database of a PC that was closed on Demandes with all requests shown, its lists made. Gives its session. */
async function writeDesk(wanted: number): Promise<string> {
  mkdirSync(userData)
  const file = path.join(userData, 'pupitre.sqlite')
  const { sessionId, requests, entries, candidates } = await writeBigDesk(file, wanted)
  const db = await openDatabase(file)
  await createRequestLists(db, clock).catchUp(new AbortController().signal)
  const { text: _, ...filters } = NO_FILTERS
  const kept = [
    { key: 'screen', value: 'requests' },
    { key: 'requests.filters', value: filters },
  ]
  await writeKept(db, clock, { operatorId: 'anne', values: kept })
  await db.destroy()
  console.log(`${candidates} candidates, ${requests} requests, ${entries} entries`)
  return sessionId
}

/** In turn, so that a slow moment of the machine falls on both; the first of each warms the disk up and does not count. */
async function starts(count: number): Promise<void> {
  const desk: StartTimes[] = []
  const empty: StartTimes[] = []
  const check: number[] = []
  // A copy: looking at the database leaves a journal beside it, after which the next start reads it whole.
  const copy = path.join(folder, 'copy.sqlite')
  cpSync(path.join(userData, 'pupitre.sqlite'), copy)
  for (let start = 0; start <= count; start++) {
    const emptyWindow = await openEmptyWindow(emptyFolder())
    await emptyWindow.close()
    const window = await openBenchDesk(userData, clockFile)
    await window.close()
    const checked = await timed(async () => checkWhole(copy))
    if (start === 0) continue
    check.push(checked)
    empty.push(emptyWindow.start)
    desk.push(window.start)
  }
  reportStarts(desk, empty, check)
}

async function work(sessionId: string): Promise<void> {
  const empty = await openEmptyWindow(emptyFolder())
  // Clicks are kept: the starts measured above must go on finding the same rows.
  const worked = path.join(folder, 'worked')
  cpSync(userData, worked, { recursive: true })
  const desk = await openBenchDesk(worked, clockFile)
  try {
    await workIn(desk, empty, { file: path.join(worked, 'pupitre.sqlite'), sessionId })
  } finally {
    await desk.close()
    await empty.close()
  }
}

type Desk = { file: string; sessionId: string }

async function workIn(desk: BenchWindow, empty: BenchWindow, { file, sessionId }: Desk): Promise<void> {
  const { page } = desk
  const size = { width: 1366, height: 768 }
  await Promise.all([page.setViewportSize(size), empty.page.setViewportSize(size)])
  await nowDoing(page, 'settling after the start')
  await page.waitForTimeout(3000)
  const before = await memoryOf(desk, empty)
  reportScroll(await scrollBoth(page, empty.page, Number(values.steps)))
  await page.getByRole('button', { name: /^En attente/ }).click()
  await page.waitForTimeout(500)
  const clicks = await workThrough(page, REPEATS)
  reportClicks('« Pré-valider »', clicks.prevalidated)
  reportClicks('a file', clicks.opened)
  reportClicks('a dossier', clicks.dossiers)
  const db = await openDatabase(file)
  reportLetters(await typeNames(page, { db, clock, sessionId }, Number(values.names)))
  await db.destroy()
  reportMemory(before, await memoryOf(desk, empty))
  reportLong(await longTasks(page))
}

async function memoryOf(desk: BenchWindow, empty: BenchWindow): Promise<Memory> {
  return { desk: await pageMemory(desk.page), empty: await pageMemory(empty.page) }
}

function emptyFolder(): string {
  return mkdtempSync(path.join(folder, 'empty-'))
}
