/**
 * What candidates say of themselves after they asked: changed requests, data found right, an address that is about to change; and how a
 * centre is reached (`DIGEST_VERSION` 4). What an HQ that knew it before this PC may have told of it was left out, so all rows are read
 * anew, while work goes on; copies of confirmed rows get the fields too.
 */
export const candidatesSay = `
alter table centre add column phone text;
alter table centre add column email text;
alter table candidate add column email_next text;
alter table candidate add column email_changes_at text;
update candidate set nir_check = 'none' where nir_check = 'mismatch';
alter table request add column changes text not null default '[]';
alter table request add column data_checked_at text;
create table data_check (id text primary key, revision integer not null, session_id text not null, asked_at text not null,
  asked_by text not null) strict;
update shadow set value = json_set(value, '$.emailNext', null, '$.emailChangesAt', null) where entity = 'candidate' and value is not null;
update shadow set value = json_set(value, '$.nirCheck', 'none') where entity = 'candidate' and value ->> '$.nirCheck' = 'mismatch';
update shadow set value = json_set(value, '$.changes', json('[]'), '$.dataCheckedAt', null) where entity = 'request' and value is not null;
delete from sync_state where key in ('sumCommon', 'sumCentre');
delete from sync_state where key = 'snapshotPage' and exists (select 1 from sync_state where key = 'snapshotComplete');
insert or replace into sync_state select 'refetching', '1' where exists (select 1 from sync_state where key = 'snapshotComplete');
`
