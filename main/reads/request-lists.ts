import { setImmediate } from 'node:timers/promises'
import { renewCandidateLines } from '../../db/candidate-lines.ts'
import { problemCode } from '../../db/problem.ts'
import { candidatesOf, type ListQuery } from '../../db/request-query.ts'
import type { Db } from '../../db/schema.ts'
import {
  countRowsOfSession,
  isMarking,
  listStaleCandidates,
  listStaleRequests,
  noteOtherVersion,
  noteWholeSession,
  type StaleRequest,
  strikeCandidates,
  strikeRequests,
} from '../../db/stale-lines.ts'
import { writeLightly } from '../../db/undurable.ts'
import { type Clock, toLocalDate } from '../../domain/time.ts'
import { readCentreZone } from './centre-zone.ts'
import { renewRequestLines } from './fresh-lines.ts'
import { FEW, holdInView, makeView, mendView, type Part, readPart, type View } from './request-view.ts'

export type RequestLists = {
  /** What is read of the list asked for, true as of now; at once, for the next click mends it. */
  read<T>(query: ListQuery, of: (view: Readonly<View>) => T): Promise<T>
  /** Makes sure that searches find everything that is here. */
  freshenCandidates(sessionId: string | null): Promise<void>
  /** Makes the lines anew that nobody has asked for yet, some at a time. */
  catchUp(signal: AbortSignal): Promise<void>
}

/** Lines made anew in one transaction: the window's questions wait for no more. */
const SLICE = 250
/** Lists kept in memory: the one shown, and the one before. Each is mended at every click. */
const VIEWS = 2
type Which = { requests: boolean; candidates: boolean }
const EVERYTHING: Which = { requests: true, candidates: true }

export function createRequestLists(db: Db, clock: Clock): RequestLists {
  const views = new Map<string, View>()
  /** Rows of each session when its lines were made, while the first sync brings more. */
  const rowsSeen = new Map<string, number>()
  let versionChecked = false
  let last: Promise<unknown> = Promise.resolve()

  /** One at a time: between looking at the lines and mending the lists nothing else may mend them. */
  function alone<T>(work: () => Promise<T>): Promise<T> {
    const mine = last.then(work, work)
    last = mine.catch(() => {})
    return mine
  }

  async function noteWhatNobodyNoted(sessionId: string | null): Promise<void> {
    if (!versionChecked) await writeLightly(db, noteOtherVersion)
    versionChecked = true
    if (sessionId === null || (await isMarking(db))) return
    const rows = await countRowsOfSession(db, sessionId)
    if (rowsSeen.get(sessionId) === rows) return
    await noteWholeSession(db, sessionId)
    rowsSeen.set(sessionId, rows)
  }

  /** One slice, in one transaction with the notes that it strikes off; lists in memory are mended with it, or forgotten. */
  async function renew(stale: readonly StaleRequest[], candidates: readonly string[]): Promise<void> {
    const ids = stale.map(({ id }) => id)
    try {
      await writeLightly(db, async (tx) => {
        const people = [...new Set([...(await candidatesOf(tx, ids)), ...candidates])]
        if (people.length > FEW) views.clear()
        const parts: { view: View; before: Part }[] = []
        for (const view of views.values()) parts.push({ view, before: await readPart(tx, view, people) })
        const changed = [...(await renewRequestLines(tx, ids)), ...(await renewCandidateLines(tx, candidates))]
        await strikeRequests(tx, stale)
        await strikeCandidates(tx, candidates)
        if (changed.length > 0)
          for (const { view, before } of parts) await mendView(tx, view, before, await readPart(tx, view, people))
      })
    } catch (error) {
      views.clear()
      throw error
    }
  }

  /** @returns whether there may be more */
  async function renewSome(sessionId: string | null, which: Which): Promise<boolean> {
    const stale = which.requests ? await listStaleRequests(db, sessionId, SLICE) : []
    const candidates = which.candidates ? await listStaleCandidates(db, SLICE) : []
    if (stale.length + candidates.length > 0) await renew(stale, candidates)
    return stale.length === SLICE || candidates.length === SLICE
  }

  /** A disk that takes nothing more: lists go on saying what they last said, and the rows in them what they are. */
  async function asFarAsPossible(work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      if (problemCode(error) === null) throw error
      console.error('lines not made anew', error)
    }
  }

  const freshen = (sessionId: string | null, which: Which) =>
    asFarAsPossible(async () => {
      await noteWhatNobodyNoted(sessionId)
      while (await renewSome(sessionId, which)) await setImmediate()
    })

  async function viewOf(query: ListQuery): Promise<View> {
    await freshen(query.sessionId, { requests: true, candidates: query.filters.text !== '' })
    const { sessionId, filters, sort, held } = query
    const key = JSON.stringify([sessionId, filters, sort])
    const now = clock.now()
    const known = views.get(key)
    views.delete(key)
    const stands = known && known.moment.now <= now && now < known.until && (await holdInView(db, known, held))
    const view = stands ? known : await makeNow(query, now)
    views.set(key, view)
    const oldest = views.size > VIEWS ? views.keys().next().value : undefined
    if (oldest !== undefined) views.delete(oldest)
    return view
  }

  async function makeNow(query: ListQuery, now: string): Promise<View> {
    const timeZone = await readCentreZone(db)
    return await makeView(db, query, { now, today: toLocalDate(now, timeZone) }, timeZone)
  }

  return {
    read: (query, of) => alone(async () => of(await viewOf(query))),
    freshenCandidates: (sessionId) => alone(() => freshen(sessionId, { candidates: true, requests: false })),
    catchUp: (signal) =>
      asFarAsPossible(async () => {
        await alone(() => noteWhatNobodyNoted(null))
        while (!signal.aborted && (await isMarking(db)) && (await alone(() => renewSome(null, EVERYTHING))))
          await setImmediate()
      }),
  }
}
