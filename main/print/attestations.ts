import type { AttendanceRow } from '../../contract/desk-attendance.ts'
import type { PapersPrinted } from '../../contract/desk-papers.ts'
import type { Parsed } from '../../contract/ipc.ts'
import { getRow } from '../../db/rows.ts'
import type { Db } from '../../db/schema.ts'
import type { AttendanceAttestation } from '../../domain/attendance-attestation.ts'
import { fullName } from '../../domain/candidate.ts'
import { ATTENDANCE_ATTESTATION } from '../../text/papers/attendance-attestation.ts'
import { type AttendanceStanding, readAttendancesOfCandidate, readAttendancesOfSitting } from '../reads/attendance.ts'
import { attendanceAttestations } from './attendance-attestation.ts'
import type { IssuedKind, ToPrint } from './issued-kind.ts'
import type { Issuing } from './issuing.ts'

const attestationKind: IssuedKind<AttendanceAttestation> = {
  kind: 'attendance-attestation',
  templateVersion: 1,
  htmlOf: attendanceAttestations,
  titleOf: (content) => ATTENDANCE_ATTESTATION.title(fullName(content), content.sitting.examCode),
  titleOfMany: (count, { sitting }) => ATTENDANCE_ATTESTATION.titleOfMany(count, sitting.examCode),
  fileNames: { one: 'Attestation-presence', many: 'Attestations-presence' },
}

export type Attestations = {
  /** Who sat there; null when the sitting is not here, or was called off. */
  list(sittingId: string): Promise<AttendanceRow[] | null>
  of(who: { sessionId: string; candidateId: string }): Promise<AttendanceRow[]>
  print(asked: Parsed<'attestation.print'>): Promise<PapersPrinted>
}

/** Who came, and the attestations that say so. */
export function createAttestations(db: Db, issuing: Issuing): Attestations {
  return {
    list: async (sittingId) => (await readAttendancesOfSitting(db, sittingId))?.map(({ row }) => row) ?? null,
    of: async (who) => (await readAttendancesOfCandidate(db, who)).map(({ row }) => row),
    print: async ({ sittingId, which, as, means }) => {
      const sessionId = (await getRow(db, 'sitting', sittingId))?.sessionId ?? ''
      const papers = async () => {
        const standings = (await readAttendancesOfSitting(db, sittingId)) ?? []
        const isWanted = ({ row }: AttendanceStanding) =>
          which === 'due' ? row.attestation.state !== 'current' : which.includes(row.entryId)
        return standings.filter(isWanted).flatMap((standing) => toPrint(standing) ?? [])
      }
      return await issuing.print({ kind: attestationKind, papers, sessionId, refId: sittingId, as, means })
    },
  }
}

/** Null when there is nothing to attest. */
function toPrint({ row, today, issued }: AttendanceStanding): ToPrint<AttendanceAttestation> | null {
  if (!today) return null
  const { requestId, candidateId, attestation } = row
  if (attestation.state === 'current' && issued?.content)
    return { requestId, candidateId, content: issued.content, version: issued.version, isNew: false, replaces: null }
  const replaces = issued?.version ?? null
  return { requestId, candidateId, content: today, version: (replaces ?? 0) + 1, isNew: true, replaces }
}
