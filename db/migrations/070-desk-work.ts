/**
 * What a centre notes, reminds and decides of itself: notes of calls, reminders, sittings called off, its declaration of
 * activity; and who asked for what, told with each outcome (`DIGEST_VERSION` 5). What an HQ that knew it before this PC may have told of
 * it was left out, so all rows are read anew, while work goes on; copies of confirmed rows get the fields too.
 */
export const deskWork = `
alter table centre_settings add column activity text;
alter table sitting add column cancelled integer not null default 0;
alter table outcome add column operator_name text;
alter table outcome add column done_at text;
alter table outcome add column about text not null default '[]';
alter table outcome add column entry_ids text not null default '[]';
alter table outcome add column told text not null default '{}';
create table call_note (id text primary key, revision integer not null, candidate_id text not null, means text not null,
  text text not null, noted_at text not null, noted_by text not null) strict;
create index call_note_by_candidate on call_note (candidate_id);
create table reminder (id text primary key, revision integer not null, request_id text not null, candidate_id text not null,
  session_id text not null, entry_ids text not null, means text not null, sent_at text not null, sent_by text not null) strict;
create index reminder_by_request on reminder (request_id);
create index entry_by_candidate on entry (candidate_id);
create table other_centres (session_id text primary key, asked_at text not null, centres text not null) strict;
update shadow set value = json_set(value, '$.activity', null) where entity = 'centreSettings' and value is not null;
update shadow set value = json_set(value, '$.cancelled', json('false')) where entity = 'sitting' and value is not null;
delete from sync_state where key in ('sumCommon', 'sumCentre');
delete from sync_state where key = 'snapshotPage' and exists (select 1 from sync_state where key = 'snapshotComplete');
insert or replace into sync_state select 'refetching', '1' where exists (select 1 from sync_state where key = 'snapshotComplete');
`
