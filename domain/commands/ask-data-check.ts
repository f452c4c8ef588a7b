import type { ExamSession } from '../catalogue.ts'
import { isSessionOver } from '../data-check.ts'
import { type Circumstances, type Decision, decided, refused } from '../decision.ts'
import type { AskDataCheckArgs } from '../shapes/commands/ask-data-check.ts'
import { addSeconds, type Instant } from '../time.ts'

/** A person who has not answered within a day may be asked again, not before. */
const SECONDS_BETWEEN = 24 * 3600

/** All of one centre. */
export type AskDataCheckFacts = {
  session: ExamSession | null
  timeZone: string
  /** Candidates with a seat in the session and a mail address who have not found their data right. */
  unchecked: number
  /** When the session was last asked about. */
  lastAskedAt: Instant | null
  /** Another row has this id already. */
  isIdTaken: boolean
}

/**
 * Asks all candidates of a session with a seat to look at what is held of them. Asked when it is judged: mails leave then, and not when
 * a PC without network kept it. Refuses: not-found (the session), not-valid (the id is taken), session-over, asked-already (less than
 * 24 h before, with when and the centre's zone), nobody-to-ask.
 */
export function decideAskDataCheck(
  { dataCheckId, sessionId }: AskDataCheckArgs,
  { session, timeZone, unchecked, lastAskedAt, isIdTaken }: AskDataCheckFacts,
  { at, operatorName }: Circumstances,
): Decision {
  if (!session) return refused('not-found')
  if (isIdTaken) return refused('not-valid', { field: 'dataCheckId' })
  if (isSessionOver(session, at, timeZone)) return refused('session-over', { endsOn: session.endsOn })
  if (lastAskedAt !== null && lastAskedAt > addSeconds(at, -SECONDS_BETWEEN))
    return refused('asked-already', { askedAt: lastAskedAt, timeZone })
  if (unchecked === 0) return refused('nobody-to-ask')
  return decided({
    entity: 'dataCheck',
    value: { id: dataCheckId, sessionId, askedAt: at, askedBy: operatorName },
  })
}
