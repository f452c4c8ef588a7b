/**
 * Receipts and credit notes are chained (`domain/paper-chain.ts`, `DIGEST_VERSION` 6); those issued before have no link. What an HQ that
 * knew it before this PC may have told of it was left out, so all rows are read anew, while work goes on.
 */
export const paperChain = `
alter table receipt add column chain text;
alter table credit_note add column chain text;
update shadow set value = json_set(value, '$.chain', null) where entity in ('receipt', 'creditNote') and value is not null;
delete from sync_state where key in ('sumCommon', 'sumCentre');
delete from sync_state where key = 'snapshotPage' and exists (select 1 from sync_state where key = 'snapshotComplete');
insert or replace into sync_state select 'refetching', '1' where exists (select 1 from sync_state where key = 'snapshotComplete');
`
