/**
 * The centre's own paragraphs on its papers, who signs them, and its logo (`domain/wording.ts`, `domain/logo.ts`). What an HQ that knew
 * them before this PC may have told was left out, so all rows are read anew, while work goes on; copies of confirmed rows get the fields too.
 */
export const wordings = `
alter table centre_settings add column convocation_wording text;
alter table centre_settings add column confirmation_wording text;
alter table centre_settings add column reminder_wording text;
alter table centre_settings add column refusal_wording text;
alter table centre_settings add column attestation_wording text;
alter table centre_settings add column signatory text;
create table centre_logo (id text primary key, revision integer not null, image text) strict;
update shadow set value = json_set(value, '$.convocationWording', null, '$.confirmationWording', null, '$.reminderWording', null,
  '$.refusalWording', null, '$.attestationWording', null, '$.signatory', null) where entity = 'centreSettings' and value is not null;
delete from sync_state where key in ('sumCommon', 'sumCentre');
delete from sync_state where key = 'snapshotPage' and exists (select 1 from sync_state where key = 'snapshotComplete');
insert or replace into sync_state select 'refetching', '1' where exists (select 1 from sync_state where key = 'snapshotComplete');
`
