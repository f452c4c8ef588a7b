import { z } from 'zod'
import { CALL_MEANS } from '../domain/candidate.ts'
import { AttendanceMark } from '../domain/shapes/attendance.ts'
import { BigCount, Id, InstantText, LocalDateText, LocalTimeText, ShortText } from '../domain/shapes/basic.ts'
import { Candidate } from '../domain/shapes/candidate.ts'
import { DocumentRow, HistoryLine, PaymentRow, RequestRow } from './desk.ts'
import { MOST_RECENT } from './limits.ts'

/** What the candidate's own page (« dossier ») and the search that leads to it are told. */

/** Who somebody is, in a line. */
export const CandidateName = Candidate.pick({
  ...{ id: true, nuc: true, birthName: true, usageName: true, firstNames: true },
  ...{ sex: true, bornOn: true, phone: true },
})
export type CandidateName = z.infer<typeof CandidateName>

/** When and where an exam that was asked for takes place, as far as it is fixed; called off ones aside. */
export const SittingOfEntry = z.object({
  entryId: Id,
  heldOn: LocalDateText,
  startsAtLocal: LocalTimeText,
  room: ShortText,
  /** What the signed sheet says; null: nothing noted. */
  attendance: AttendanceMark.shape.attendance,
})
export type SittingOfEntry = z.infer<typeof SittingOfEntry>

/** Everything that this PC knows of one candidate, whatever the session. */
export const CandidateFile = z.object({
  candidate: Candidate,
  /** The session shown first, then the latest; of one session, in the order received. */
  requests: z.array(RequestRow),
  /** Software of each entry that has a place, as the candidate reads it; with what is proposed instead. */
  software: z.array(z.object({ offeringId: Id, names: z.array(ShortText) })),
  sittings: z.array(SittingOfEntry),
  /** The latest first. */
  payments: z.array(PaymentRow),
  /** Receipts and credit notes printed on this PC, the latest first. */
  documents: z.array(DocumentRow),
  /** The latest first. */
  history: z.array(HistoryLine),
  /** Born the same day under a name that reads alike: perhaps the same person. */
  alike: z.array(CandidateName).max(20),
  /** Points to review about this person that nobody has settled. */
  toReview: BigCount,
})
export type CandidateFile = z.infer<typeof CandidateFile>

export const CandidateFileQuery = z.object({
  candidateId: Id,
  /** The session shown: its requests come first. Null: none is. */
  sessionId: Id.nullable(),
})
export type CandidateFileQuery = z.infer<typeof CandidateFileQuery>

/** Somebody to find again: opened by the person who sits here, or who was in touch today. */
export const RecentCandidate = z.object({
  candidate: CandidateName,
  /** The last time today that something was said with them; null when nothing was. */
  lastNote: z.object({ at: InstantText, means: z.enum(CALL_MEANS), by: ShortText }).nullable(),
})
export type RecentCandidate = z.infer<typeof RecentCandidate>

export const RecentList = z.object({
  /** In the order asked; those that are no longer here are left out. */
  opened: z.array(RecentCandidate),
  /** Those in touch today who were not asked for, the latest first. */
  today: z.array(RecentCandidate).max(MOST_RECENT),
})
export type RecentList = z.infer<typeof RecentList>
