import { rehashFeedRows } from './040-sums-anew.ts'
import { addedToChanges } from './added-to-changes.ts'

/**
 * What was read on the signed attendance sheets (`domain/attendance.ts`), in place of a column that nothing ever wrote, and the centre's own
 * words on attestations of attendance (`DIGEST_VERSION` 8).
 */
export const attendance = {
  number: 250,
  name: 'attendance',
  statements: [
    // A fact: it stands even when the sitting or the entry that it names does not exist here. Its candidate does, or it is not kept.
    `create table attendance_mark (
      centre_id key not null references centre, id key not null, entry_id key not null, sitting_id key not null, request_id key not null,
      candidate_id key not null references candidate, session_id key not null, attendance text, marked_at instant not null,
      marked_by text not null, revision revision, primary key (centre_id, id))`,
    'create index attendance_mark_candidate on attendance_mark (candidate_id)',
    'alter table entry drop column attendance',
    'alter table centre_settings add column attendance_wording text',
    addedToChanges('centreSettings', `'{"attendanceWording": null}'`),
  ],
  run: rehashFeedRows,
} as const
