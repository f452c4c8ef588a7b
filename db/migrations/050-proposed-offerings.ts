/**
 * Another software that the centre proposes for an exam: entries have one more field (`DIGEST_VERSION` 3). What an HQ that knew it before
 * this PC may have told of it was left out, so all rows are read anew, while work goes on; copies of confirmed rows get the field too.
 */
export const proposedOfferings = `
alter table entry add column proposed_offering_id text;
update shadow set value = json_set(value, '$.proposedOfferingId', null) where entity = 'entry' and value is not null;
delete from sync_state where key in ('sumCommon', 'sumCentre');
delete from sync_state where key = 'snapshotPage' and exists (select 1 from sync_state where key = 'snapshotComplete');
insert or replace into sync_state select 'refetching', '1' where exists (select 1 from sync_state where key = 'snapshotComplete');
`
