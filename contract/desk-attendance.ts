import { z } from 'zod'
import { PAPER_MEANS } from '../domain/issued-paper.ts'
import { AttendanceMark } from '../domain/shapes/attendance.ts'
import { Id, LocalDateText, LocalTimeText, ShortText } from '../domain/shapes/basic.ts'
import { Candidate } from '../domain/shapes/candidate.ts'
import { IssuedPaper } from '../domain/shapes/issued-paper.ts'
import { ATTESTATION_HINDRANCES } from './states.ts'

/** What the window shows of who came to a sitting, and of the attestations that say so. */

/** The last word noted; `attendance: null`: what was noted was taken back. `pending`: HQ has not heard of it yet. */
export const NotedAttendance = AttendanceMark.pick({ attendance: true, markedAt: true, markedBy: true }).extend({
  pending: z.boolean(),
})
export type NotedAttendance = z.infer<typeof NotedAttendance>

/** never: not issued. current: who holds it may keep it. outdated: « PÉRIMÉE », it says what is so no more. */
export const ATTESTATION_STATES = ['never', 'current', 'outdated'] as const

/** One exam of one candidate on the day of one of its sittings. */
export const AttendanceRow = z.object({
  ...{ entryId: Id, sittingId: Id, requestId: Id, candidateId: Id },
  ...Candidate.pick({ birthName: true, usageName: true, firstNames: true, bornOn: true, nuc: true }).shape,
  ...{ examCode: ShortText, heldOn: LocalDateText, startsAtLocal: LocalTimeText, room: ShortText },
  /** Null: nothing was ever noted. */
  mark: NotedAttendance.nullable(),
  attestation: z.object({
    state: z.enum(ATTESTATION_STATES),
    /** Why none can be issued now; null when one can. */
    hindrance: z.enum(ATTESTATION_HINDRANCES).nullable(),
    issued: IssuedPaper.pick({ version: true, issuedAt: true, issuedBy: true, means: true }).nullable(),
  }),
})
export type AttendanceRow = z.infer<typeof AttendanceRow>

/** `due`: of everybody present who holds none that says so. Else of these entries: one that holds is printed again as it was issued. */
export const AttestationPrint = z.object({
  sittingId: Id,
  which: z.union([z.literal('due'), z.array(Id).min(1).max(5000)]),
  /** together: one PDF, to be printed. apart: a PDF for each candidate. */
  as: z.enum(['together', 'apart']),
  means: z.enum(PAPER_MEANS).default('print'),
})
