/**
 * Slips and answers of the bank that were noted by mistake, taken back (`DIGEST_VERSION` 8): what they had changed is as before, so the
 * lines of the requests concerned are made anew. What an HQ that knew of them before this PC may have told was left out, so all rows are read
 * anew, while work goes on.
 */
export const takenBack = `
create table deposit_void (id text primary key, revision integer not null, deposit_id text not null, reason text not null,
  voided_at text not null, voided_by text not null) strict;
create index deposit_void_by_deposit on deposit_void (deposit_id);
create table cheque_end_void (id text primary key, revision integer not null, end_id text not null, payment_id text not null,
  reason text not null, voided_at text not null, voided_by text not null) strict;
create index cheque_end_void_by_end on cheque_end_void (end_id);
create index cheque_end_void_by_payment on cheque_end_void (payment_id);
${['insert', 'update', 'delete'].map((event) => marks(event, event === 'delete' ? 'old' : 'new')).join('\n')}
delete from sync_state where key in ('sumCommon', 'sumCentre');
delete from sync_state where key = 'snapshotPage' and exists (select 1 from sync_state where key = 'snapshotComplete');
insert or replace into sync_state select 'refetching', '1' where exists (select 1 from sync_state where key = 'snapshotComplete');
`

/** As for the answer itself (150): the requests that its payment paid for. By the answer, not by the payment named: HQ judges one by the other. */
function marks(event: string, row: string): string {
  return `create trigger cheque_end_void_marks_${event} after ${event} on cheque_end_void when (select marking from line_state) begin
  insert into stale_request select session_id, id from request
    where id in (select request_id from entry where id in (select entry_id from payment_entry
        where payment_id in (select payment_id from cheque_end where cheque_end.id = ${row}.end_id)))
      and not exists (select 1 from stale_request as stale where stale.session_id = request.session_id and stale.id = request.id);
end;`
}
