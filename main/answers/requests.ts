import type { Handlers } from '../../contract/ipc.ts'
import type { Db } from '../../db/schema.ts'
import type { Clock } from '../../domain/time.ts'
import type { Documents } from '../print/documents.ts'
import { readCandidateFile } from '../reads/candidate-file.ts'
import { listDataChecks } from '../reads/data-check-list.ts'
import { sumDataChecks } from '../reads/data-check-sum.ts'
import { readDeskCounts } from '../reads/desk-counts.ts'
import { listRecentCandidates } from '../reads/recent-candidates.ts'
import { readRequestFile } from '../reads/request-file.ts'
import { readRequests } from '../reads/request-list.ts'
import type { RequestLists } from '../reads/request-lists.ts'
import { readRequestIds, readRequestPage, readRequestPosition } from '../reads/request-page.ts'
import { listReviews } from '../reads/review-list.ts'
import { findEverything } from '../reads/search.ts'
import { readToday } from '../reads/today.ts'
import { listIdentities } from '../reads/today-files.ts'

type Tools = { db: Db; clock: Clock; lists: RequestLists; documents: Documents }

/** What is asked about people and their requests: Aujourd'hui, Demandes, a dossier, the search, À revoir. */
export function answerRequests({ db, clock, lists, documents }: Tools) {
  return {
    'today.read': ({ sessionId }) => readToday(db, clock, sessionId),
    'identity.list': ({ sessionId }) => listIdentities(db, clock, sessionId),
    'desk.counts': ({ sessionId }) => readDeskCounts(db, clock, sessionId),
    'request.page': (query) => readRequestPage(db, lists, query),
    'request.ids': (query) => readRequestIds(lists, query),
    'request.position': (question) => readRequestPosition(lists, question),
    'request.rows': ({ requestIds }) => readRequests(db, requestIds),
    'request.file': ({ requestId }) => readRequestFile(db, requestId),
    'search.find': (query) => findEverything(db, lists, clock, query),
    'candidate.file': (query) => readCandidateFile(db, query, documents.listOf),
    'recent.list': ({ candidateIds }) => listRecentCandidates(db, clock, candidateIds),
    'data-check.list': ({ sessionId }) => listDataChecks(db, sessionId),
    'data-check.sum': ({ sessionId }) => sumDataChecks(db, sessionId),
    'review.list': () => listReviews(db),
  } satisfies Partial<Handlers>
}
