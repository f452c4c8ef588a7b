import type { Candidate, Request } from '../../domain/candidate.ts'
import { type Entry, isLive } from '../../domain/entry.ts'
import type { Tx } from '../db/open.ts'
import type { Hq } from '../hq.ts'
import { PAGES } from '../mail/page-paths.ts'
import { queueMail } from '../mail/queue-mail.ts'
import { centreOfMail, examsOfMail } from './exams-of-mail.ts'
import { personOfMail } from './person-of-mail.ts'
import { sessionLabelOf } from './session-label.ts'

type Modified = { centreId: string; candidate: Candidate; request: Request; entries: readonly Entry[]; at: string }

/** « Modification d’inscription »: the candidate is told what this version changed. All rows as they are about to be written. */
export async function mailModified(
  tx: Tx,
  hq: Pick<Hq, 'clock' | 'random'>,
  { centreId, candidate, request, entries, at }: Modified,
): Promise<void> {
  const { version, sessionId } = request
  const exams = await tx.selectFrom('exam').select(['id', 'code']).where('sessionId', '=', sessionId).execute()
  const codes = new Map(exams.map(({ id, code }) => [id, code]))
  const made = request.changes.filter((change) => change.version === version)
  await queueMail(tx, hq, {
    name: 'modified',
    data: {
      ...{
        person: personOfMail(candidate),
        centre: await centreOfMail(tx, centreId),
        sessionLabel: await sessionLabelOf(tx, sessionId),
        version,
        at,
      },
      changes: made.map(({ what, examId, before, after }) => ({
        ...{ what, before, after },
        examCode: examId === null ? null : (codes.get(examId) ?? examId),
      })),
      exams: await examsOfMail(
        tx,
        centreId,
        entries.filter(({ status }) => isLive(status)),
      ),
      spaceLink: PAGES.space,
    },
    ...{ recipient: candidate.email, centreId, candidateId: candidate.id },
  })
}
