import type { Candidate } from '../../domain/candidate.ts'
import type { Tx } from '../db/open.ts'
import type { Hq } from '../hq.ts'
import { queueMail } from '../mail/queue-mail.ts'
import { personOfMail } from './person-of-mail.ts'
import type { LiveTrouble } from './same-person.ts'
import { sessionLabelOf } from './session-label.ts'

/** Tells a candidate that the request was not sent on: why, and nothing about anybody else. */
export async function mailBlocked(
  tx: Tx,
  hq: Pick<Hq, 'clock' | 'random'>,
  { candidate, sessionId, why }: { candidate: Candidate; sessionId: string; why: LiveTrouble },
): Promise<void> {
  await queueMail(tx, hq, {
    name: 'request-blocked',
    data: { person: personOfMail(candidate), sessionLabel: await sessionLabelOf(tx, sessionId), why },
    recipient: candidate.email,
    candidateId: candidate.id,
  })
}
