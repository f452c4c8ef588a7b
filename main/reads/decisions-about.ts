import type { HistoryLine } from '../../contract/desk.ts'
import { type KeptCommand, listTouching } from '../../db/commands.ts'
import { listOutcomesAbout } from '../../db/outcomes.ts'
import type { Db } from '../../db/schema.ts'
import { isCommandName, isDecision } from '../../domain/commands.ts'
import { idsAmong } from '../../domain/digest.ts'
import type { Outcome } from '../../domain/review.ts'
import { toldOf } from '../../domain/told.ts'

/** A decision that holds here, whichever PC of the centre made it. */
export type DecisionMade = {
  /** The command's. */
  id: string
  name: string
  /** By the clock of the PC where it was made. */
  at: string
  operatorName: string | null
  /** HQ has not judged it. */
  pending: boolean
  /** Pending, and it no longer holds on what HQ has shown since. */
  doubtful: boolean
  /** The entries that it moved. */
  entryIds: string[]
  detail: HistoryLine['detail']
}

const DID_NOTHING: ReadonlySet<string> = new Set(['cancelled', 'refused', 'quarantined'])

/**
 * What was decided about a candidate and their requests, in no order: by HQ's outcomes, which tell who on any PC; by this PC's own
 * commands where HQ has not judged them, or judged them before outcomes told what they were about.
 */
export async function readDecisionsAbout(
  db: Db,
  candidateId: string,
  requestIds: readonly string[],
): Promise<DecisionMade[]> {
  const candidate = `candidate/${candidateId}`
  const outcomes = await listOutcomesAbout(db, [candidate, ...requestIds.map((id) => `request/${id}`)])
  const judged = new Set(outcomes.map(({ id }) => id))
  // Whatever a command does to a request or to an entry, it touches its candidate too.
  const commands = (await listTouching(db, [candidate])).filter(
    ({ id, name, state }) => !judged.has(id) && !DID_NOTHING.has(state) && isCommandName(name) && isDecision(name),
  )
  return [...outcomes.map(asTold), ...commands.map(asDone)]
}

function asTold({ id, name, operatorName, doneAt, decidedAt, entryIds, told }: Outcome): DecisionMade {
  const detail = { ...told }
  return { id, name, at: doneAt ?? decidedAt, operatorName, pending: false, doubtful: false, entryIds, detail }
}

function asDone({ id, name, at, operator, settledAt, doubtful, touches, args }: KeptCommand): DecisionMade {
  return {
    ...{ id, name, at, operatorName: operator.name },
    pending: settledAt === null,
    doubtful: settledAt === null && doubtful,
    entryIds: idsAmong('entry', touches),
    detail: toldOf(args, []).told,
  }
}
