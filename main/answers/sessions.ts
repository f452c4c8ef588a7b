import type { Handlers } from '../../contract/ipc.ts'
import type { Db } from '../../db/schema.ts'
import type { Clock } from '../../domain/time.ts'
import { checkSession } from '../reads/check-session.ts'
import { readOfferingHistory } from '../reads/offering-history.ts'
import { listOfferings } from '../reads/offering-list.ts'
import { listQueue } from '../reads/offering-queue.ts'
import { listOtherCentres } from '../reads/other-centres.ts'
import { readSessionSum } from '../reads/session-sum.ts'
import { listSittings } from '../reads/sitting-list.ts'
import { listSoftware } from '../reads/software-list.ts'
import { saveAgenda } from '../save-agenda.ts'

type Tools = { db: Db; clock: Clock; chooseWhere: (name: string) => Promise<string | null> }

/** What is asked about a session: its places and software, its sittings, where it stands, what other centres offer. */
export function answerSessions({ db, clock, chooseWhere }: Tools) {
  return {
    'offering.list': ({ sessionId }) => listOfferings(db, sessionId),
    'offering.queue': ({ offeringId }) => listQueue(db, offeringId),
    'offering.history': ({ offeringId }) => readOfferingHistory(db, offeringId),
    'software.list': () => listSoftware(db),
    'sitting.list': ({ sessionId }) => listSittings(db, sessionId),
    'session.sum': ({ sessionId }) => readSessionSum(db, sessionId),
    'session.check': ({ sessionId }) => checkSession(db, clock, sessionId),
    'session.agenda': ({ sessionId }) => saveAgenda(db, sessionId, { clock, chooseWhere }),
    'other-centre.list': ({ sessionId }) => listOtherCentres(db, sessionId),
  } satisfies Partial<Handlers>
}
