/**
 * What a cheque bears, those taken to the bank together, and what the bank answered (`DIGEST_VERSION` 6): a payment whose cheque bounced
 * pays for nothing, so the lines of its requests are made anew. `deposit_payment`, made from the deposits, finds that of a payment at once. What an HQ that knew it before this PC may have told of it was left out,
 * so all rows are read anew, while work goes on.
 */
export const cheques = `
alter table payment add column cheque text;
update shadow set value = json_set(value, '$.cheque', null) where entity = 'payment' and value is not null;
create table cheque_deposit (id text primary key, revision integer not null, payment_ids text not null, deposited_on text not null,
  reference text, currency text not null, total integer not null, deposited_at text not null, deposited_by text not null) strict;
create index cheque_deposit_by_day on cheque_deposit (deposited_on);
create table deposit_payment (payment_id text not null, deposit_id text not null, primary key (payment_id, deposit_id)) strict, without rowid;
create index deposit_payment_by_deposit on deposit_payment (deposit_id);
create trigger deposit_payments_insert after insert on cheque_deposit begin
  insert into deposit_payment select distinct value, new.id from json_each(new.payment_ids);
end;
create trigger deposit_payments_update after update of payment_ids on cheque_deposit when old.payment_ids <> new.payment_ids begin
  delete from deposit_payment where deposit_id = old.id;
  insert into deposit_payment select distinct value, new.id from json_each(new.payment_ids);
end;
create trigger deposit_payments_delete after delete on cheque_deposit begin
  delete from deposit_payment where deposit_id = old.id;
end;
create table cheque_end (id text primary key, revision integer not null, payment_id text not null, outcome text not null,
  ended_on text not null, due_on text, note text, noted_at text not null, noted_by text not null) strict;
create index cheque_end_by_payment on cheque_end (payment_id, outcome);
create index payment_by_method on payment (method, received_on);
${['insert', 'update', 'delete'].map((event) => marks(event, event === 'delete' ? 'old' : 'new')).join('\n')}
delete from sync_state where key in ('sumCommon', 'sumCentre');
delete from sync_state where key = 'snapshotPage' and exists (select 1 from sync_state where key = 'snapshotComplete');
insert or replace into sync_state select 'refetching', '1' where exists (select 1 from sync_state where key = 'snapshotComplete');
`

/** As for a payment taken back: the requests that it paid for. No « or ignore »: an upsert around a trigger has its own way with conflicts. */
function marks(event: string, row: string): string {
  return `create trigger cheque_end_marks_${event} after ${event} on cheque_end when (select marking from line_state) begin
  insert into stale_request select session_id, id from request
    where id in (select request_id from entry where id in (select entry_id from payment_entry where payment_id = ${row}.payment_id))
      and not exists (select 1 from stale_request as stale where stale.session_id = request.session_id and stale.id = request.id);
end;`
}
