import type { AttendanceAttestation } from './shapes/attendance-attestation.ts'

export type { AttendanceAttestation } from './shapes/attendance-attestation.ts'

/** What of it makes the one that was issued worthless when it is so no more: who came, to what, when, where. */
type Attesting = Pick<
  AttendanceAttestation,
  'birthName' | 'usageName' | 'firstNames' | 'sex' | 'bornOn' | 'birthPlace' | 'nuc'
> & { sitting: Omit<AttendanceAttestation['sitting'], 'examLabel' | 'software'> }

const WHO = ['birthName', 'usageName', 'firstNames', 'sex', 'bornOn', 'birthPlace', 'nuc'] as const
const WHERE = ['examCode', 'heldOn', 'startsAtLocal', 'endsAtLocal', 'room'] as const

/** Whether whoever holds the one issued may keep it: it says what would be said today. The centre's telephone or own words may change. */
export function stillAttests(issued: Attesting, today: Attesting): boolean {
  return (
    WHO.every((field) => issued[field] === today[field]) &&
    WHERE.every((field) => issued.sitting[field] === today.sitting[field])
  )
}
