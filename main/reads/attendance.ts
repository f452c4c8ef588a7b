import type { AttendanceRow, NotedAttendance } from '../../contract/desk-attendance.ts'
import type { AttestationHindrance } from '../../contract/states.ts'
import { listIssuedAbout } from '../../db/issued-papers.ts'
import { rowsBy } from '../../db/request-parts.ts'
import { getRow } from '../../db/rows.ts'
import type { Db } from '../../db/schema.ts'
import { type AttendanceMark, attendedKey, lastMarks } from '../../domain/attendance.ts'
import { type AttendanceAttestation, stillAttests } from '../../domain/attendance-attestation.ts'
import { byId } from '../../domain/by-id.ts'
import type { Candidate } from '../../domain/candidate.ts'
import type { Sitting } from '../../domain/catalogue.ts'
import type { Entry } from '../../domain/entry.ts'
import { currentPapers, type IssuedPaper } from '../../domain/issued-paper.ts'
import { AttendanceAttestation as AttestationShape } from '../../domain/shapes/attendance-attestation.ts'
import { attestationMaker } from '../print/attendance-content.ts'
import { byBirthName } from '../print/sheet-content.ts'
import { readPendingTouches } from './pending-touches.ts'

/** One exam of one candidate on the day of one sitting: the line shown, and what an attestation needs. */
export type AttendanceStanding = {
  row: AttendanceRow
  sessionId: string
  /** What an attestation would say today; null when there is nothing to attest. */
  today: AttendanceAttestation | null
  /** The one that counts, and what it says where it can be read. */
  issued: { version: number; content: AttendanceAttestation | null } | null
}

/** Of everybody whose exam is sat there, in the order of the sheet that they signed. Null when the sitting is not here, or was called off. */
export async function readAttendancesOfSitting(db: Db, sittingId: string): Promise<AttendanceStanding[] | null> {
  const sitting = await getRow(db, 'sitting', sittingId)
  if (!sitting || sitting.cancelled) return null
  const entries = await rowsBy(db, 'entry', 'offeringId', [sitting.offeringId])
  const marks = await rowsBy(db, 'attendanceMark', 'sittingId', [sittingId])
  const papers = await listIssuedAbout(db, 'attendance-attestation', sitting.sessionId, { sittingId })
  const standings = await join(db, [sitting], { entries, marks, papers })
  return standings.sort((a, b) => byBirthName(inOrder(a), inOrder(b)))
}

/** Of one candidate in one session, in the order of time. */
export async function readAttendancesOfCandidate(
  db: Db,
  { sessionId, candidateId }: { sessionId: string; candidateId: string },
): Promise<AttendanceStanding[]> {
  const entries = (await rowsBy(db, 'entry', 'candidateId', [candidateId])).filter(
    (entry) => entry.sessionId === sessionId,
  )
  const offeringIds = [...new Set(entries.flatMap(({ offeringId }) => offeringId ?? []))]
  const sittings = (await rowsBy(db, 'sitting', 'offeringId', offeringIds)).filter(({ cancelled }) => !cancelled)
  sittings.sort((a, b) => (whenOf(a) < whenOf(b) ? -1 : 1))
  const marks = await rowsBy(db, 'attendanceMark', 'candidateId', [candidateId])
  const papers = await listIssuedAbout(db, 'attendance-attestation', sessionId, { candidateId })
  return await join(db, sittings, { entries, marks, papers })
}

const inOrder = ({ row: { candidateId: id, birthName, firstNames } }: AttendanceStanding) => ({
  id,
  birthName,
  firstNames,
})
const whenOf = ({ heldOn, startsAtLocal, id }: Sitting) => `${heldOn} ${startsAtLocal} ${id}`

type Known = { entries: readonly Entry[]; marks: readonly AttendanceMark[]; papers: readonly IssuedPaper[] }

/** Final entries, and those of which something was noted before they ceased to be. */
async function join(db: Db, sittings: readonly Sitting[], known: Known): Promise<AttendanceStanding[]> {
  const marks = lastMarks(known.marks)
  const seated = sittings.flatMap((sitting) =>
    known.entries
      .filter(({ offeringId }) => offeringId === sitting.offeringId)
      .map((entry) => ({ entry, sitting, mark: marks.get(attendedKey({ entryId: entry.id, sittingId: sitting.id })) }))
      .filter(({ entry, mark }) => entry.status === 'confirmed' || (mark && mark.attendance !== null)),
  )
  const contents = known.papers.map((paper) => ({ ...paper, said: readAttestation(paper) }))
  const issued = currentPapers(contents, ({ said, id }) => (said ? attendedKey(said) : id))
  const candidates = byId(await rowsBy(db, 'candidate', 'id', [...new Set(seated.map((one) => one.entry.candidateId))]))
  const { all: pending } = await readPendingTouches(db)
  const attest = await attestationMaker(db, sittings)
  return seated.flatMap(({ entry, sitting, mark }) => {
    const candidate = candidates.get(entry.candidateId)
    if (!candidate) return []
    const paper = issued.get(attendedKey({ entryId: entry.id, sittingId: sitting.id }))
    return standingOf({ entry, sitting, candidate }, attest(entry, candidate, sitting), {
      mark: mark ? { ...noted(mark), pending: pending.has(`attendanceMark/${mark.id}`) } : null,
      paper: paper ?? null,
    })
  })
}

type Whose = { entry: Entry; sitting: Sitting; candidate: Candidate }
type Told = {
  mark: NotedAttendance | null
  paper: (IssuedPaper & { said: AttendanceAttestation | null }) | null
}

function standingOf(
  { entry, sitting, candidate }: Whose,
  content: AttendanceAttestation,
  { mark, paper }: Told,
): AttendanceStanding {
  const hindrance = hindranceOf(entry, mark)
  const holds = hindrance === null && paper?.said && stillAttests(paper.said, content)
  const { birthName, usageName, firstNames, bornOn, nuc } = candidate
  const { heldOn, startsAtLocal, room } = sitting
  return {
    row: {
      ...{ entryId: entry.id, sittingId: sitting.id, requestId: entry.requestId, candidateId: candidate.id },
      ...{ birthName, usageName, firstNames, bornOn, nuc },
      ...{ examCode: content.sitting.examCode, heldOn, startsAtLocal, room, mark },
      attestation: {
        state: paper ? (holds ? 'current' : 'outdated') : 'never',
        hindrance,
        issued: paper ? issuedWords(paper) : null,
      },
    },
    sessionId: entry.sessionId,
    today: hindrance === null ? content : null,
    issued: paper ? { version: paper.version, content: paper.said } : null,
  }
}

function hindranceOf({ status }: Entry, mark: NotedAttendance | null): AttestationHindrance | null {
  if (status !== 'confirmed') return 'not-confirmed'
  if (!mark?.attendance) return 'not-marked'
  return mark.attendance === 'absent' ? 'absent' : null
}

function noted({ attendance, markedAt, markedBy }: AttendanceMark) {
  return { attendance, markedAt, markedBy }
}

function issuedWords({ version, issuedAt, issuedBy, means }: IssuedPaper) {
  return { version, issuedAt, issuedBy, means }
}

/** What was issued; null of one that a later version wrote in its own way: it cannot be compared, and must be made again. */
function readAttestation({ content }: Pick<IssuedPaper, 'content'>): AttendanceAttestation | null {
  try {
    const read = AttestationShape.safeParse(JSON.parse(content))
    return read.success ? read.data : null
  } catch {
    return null
  }
}
