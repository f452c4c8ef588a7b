/**
 * What was read on the signed attendance sheets (`domain/attendance.ts`), and the centre's own words on attestations of attendance
 * (`DIGEST_VERSION` 8). `entry.attendance`, which nothing ever wrote, gives way to the marks. What an HQ that knew them before this PC may
 * have told was left out, so all rows are read anew, while work goes on; copies of confirmed rows are brought in line too.
 */
export const attendance = `
create table attendance_mark (id text primary key, revision integer not null, entry_id text not null, sitting_id text not null,
  request_id text not null, candidate_id text not null, session_id text not null, attendance text, marked_at text not null,
  marked_by text not null) strict;
create index attendance_mark_by_sitting on attendance_mark (sitting_id);
create index attendance_mark_by_session on attendance_mark (session_id);
create index attendance_mark_by_candidate on attendance_mark (candidate_id);
alter table entry drop column attendance;
alter table centre_settings add column attendance_wording text;
update shadow set value = json_remove(value, '$.attendance') where entity = 'entry' and value is not null;
update shadow set value = json_set(value, '$.attendanceWording', null) where entity = 'centreSettings' and value is not null;
delete from sync_state where key in ('sumCommon', 'sumCentre');
delete from sync_state where key = 'snapshotPage' and exists (select 1 from sync_state where key = 'snapshotComplete');
insert or replace into sync_state select 'refetching', '1' where exists (select 1 from sync_state where key = 'snapshotComplete');
`
