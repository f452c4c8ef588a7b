import type { OfferingRow, RequestRow } from '../../contract/desk.ts'
import { rowsBy } from '../../db/request-parts.ts'
import { getRow, listRows } from '../../db/rows.ts'
import type { Db } from '../../db/schema.ts'
import type { Clock } from '../../domain/time.ts'
import { centresOffering } from '../../text/letters/centres-offering.ts'
import type { LetterDesk } from '../../text/letters/letter-desk.ts'
import { refusalLetter } from '../../text/letters/refusal-letter.ts'
import { reminderLetters } from '../../text/letters/reminder-letter.ts'
import type { LaidOut } from '../../text/mails/letter.ts'
import { refusalWords } from '../../text/papers/wording-values.ts'
import { ownCentre } from '../own-centre.ts'
import { listOfferings } from '../reads/offering-list.ts'
import { listOtherCentres } from '../reads/other-centres.ts'
import { readRequests } from '../reads/request-list.ts'
import type { Desk } from './document-draft.ts'
import { addresseeOf, readSender } from './letter-content.ts'
import type { PostContent, PostKind } from './post-letter.ts'

/**
 * The letter that a request calls for, in the words of the mail: what is still to be paid, or what was refused and why. Null when it
 * calls for none.
 */
export async function readPost(
  { db, clock }: Desk,
  kind: PostKind,
  requestId: string,
): Promise<{ sessionId: string; content: PostContent } | null> {
  const [request] = await readRequests(db, [requestId])
  const candidate = request && (await getRow(db, 'candidate', request.candidateId))
  if (!request || !candidate) return null
  const desk = await letterDesk(db, clock)
  const offerings = await listOfferings(db, request.sessionId)
  const letters: Written[] =
    kind === 'reminder-letter'
      ? reminderLetters(desk, request, offerings)
      : await refusals(db, desk, request, offerings)
  if (letters.length === 0) return null
  const { sessionId } = request
  const sessionLabel = desk.sessions.find(({ id }) => id === sessionId)?.label ?? sessionId
  const said = { ...(await readSender(db)), sessionLabel, ...addresseeOf(candidate) }
  return {
    sessionId,
    content: {
      ...said,
      kind,
      letters: letters.map(({ subject, blocks, words }, at) => ({
        ...{ subject, blocks },
        // The first letter's are the content's: of one letter it says what it said before there could be several.
        ...(at > 0 && words ? { words } : {}),
      })),
      words:
        kind === 'refusal-letter' ? refusalWords(desk.settings, said, codesOf(refusedOf(request))) : letters[0]?.words,
    },
  }
}

/** `words`: the centre's own, filled for that letter. */
type Written = LaidOut & { words?: string[] | undefined }

function codesOf(entries: readonly { examCode: string }[]): string[] {
  return entries.map(({ examCode }) => examCode)
}

function refusedOf({ entries }: RequestRow): RequestRow['entries'] {
  return entries.filter(({ status, refusal }) => status === 'refused' && refusal !== null)
}

async function letterDesk(db: Db, clock: Clock): Promise<LetterDesk> {
  const [sessions, exams] = [await listRows(db, 'examSession'), await listRows(db, 'exam')]
  return { ...(await ownCentre(db)), now: clock.now(), sessions, exams }
}

/** One letter for each reason that was given. */
async function refusals(
  db: Db,
  desk: LetterDesk,
  request: RequestRow,
  offerings: readonly OfferingRow[],
): Promise<LaidOut[]> {
  const refused = refusedOf(request)
  const mine = await rowsBy(db, 'request', 'candidateId', [request.candidateId])
  const others = await readRequests(
    db,
    mine.flatMap(({ id, sessionId }) => (sessionId === request.sessionId && id !== request.id ? id : [])),
  )
  const near = (await listOtherCentres(db, request.sessionId))?.centres ?? []
  return [...Map.groupBy(refused, ({ refusal }) => JSON.stringify(refusal)).values()].flatMap((entries) => {
    const refusal = entries[0]?.refusal
    if (!refusal) return []
    const wanted = entries.map(({ examCode, offeringId }) => ({
      examCode,
      software: offerings.find(({ id }) => id === offeringId)?.software ?? null,
    }))
    return refusalLetter(desk, {
      ...{ request, entryIds: entries.map(({ id }) => id), refusedToo: [], others, offerings },
      ...{ reason: refusal.reason, text: refusal.text, centres: centresOffering(near, wanted) },
      byPost: true,
    })
  })
}
