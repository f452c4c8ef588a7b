/**
 * What is left of a payment, used and given back (`domain/credit.ts`); of an entry, the agreement on account and the cheque announced. `payment_entry` holds what each payment allocates by now: made again
 * for its payment whenever one of the three changes, whichever comes first. What an HQ that knew of them before this PC may have told was
 * left out, so all rows are read anew, while work goes on.
 */
export const credits = `
alter table entry add column agreement text;
alter table entry add column cheque_announced_at text;
update shadow set value = json_set(value, '$.agreement', null, '$.chequeAnnouncedAt', null) where entity = 'entry' and value is not null;
create table credit_use (id text primary key, revision integer not null, payment_id text not null, allocations text not null,
  taken_from text not null, used_at text not null, used_by text not null) strict;
create index credit_use_by_payment on credit_use (payment_id);
create table credit_return (id text primary key, revision integer not null, payment_id text not null, amount integer not null,
  means text not null, returned_on text not null, note text, taken_from text not null, returned_at text not null,
  returned_by text not null) strict;
create index credit_return_by_payment on credit_return (payment_id);
create index credit_return_by_day on credit_return (means, returned_on);
drop trigger payment_entries_insert;
drop trigger payment_entries_update;
drop trigger payment_entries_delete;
${makesAnew('payment', 'id')}
${makesAnew('credit_use', 'payment_id')}
${makesAnew('credit_return', 'payment_id')}
${marks('credit_use', ['allocations', 'taken_from'])}
${marks('credit_return', ['taken_from'])}
delete from sync_state where key in ('sumCommon', 'sumCentre');
delete from sync_state where key = 'snapshotPage' and exists (select 1 from sync_state where key = 'snapshotComplete');
insert or replace into sync_state select 'refetching', '1' where exists (select 1 from sync_state where key = 'snapshotComplete');
`

function makesAnew(table: string, payment: 'id' | 'payment_id'): string {
  const does = (row: string) => `
  delete from payment_entry where payment_id = ${row}.${payment};
  insert into payment_entry select entry_id, ${row}.${payment}, sum(amount) from (
    select value ->> 'entryId' as entry_id, value ->> 'amount' as amount from payment, json_each(payment.allocations)
      where payment.id = ${row}.${payment}
    union all select value ->> 'entryId', value ->> 'amount' from credit_use, json_each(credit_use.allocations)
      where payment_id = ${row}.${payment}
    union all select value ->> 'entryId', -(value ->> 'amount') from credit_use, json_each(credit_use.taken_from)
      where payment_id = ${row}.${payment}
    union all select value ->> 'entryId', -(value ->> 'amount') from credit_return, json_each(credit_return.taken_from)
      where payment_id = ${row}.${payment}) group by 1;`
  const changed = table === 'payment' ? ' of allocations' : ''
  return [
    ['insert', 'insert', 'new'],
    ['update', `update${changed}`, 'new'],
    ['delete', 'delete', 'old'],
  ]
    .map(
      ([name, event, row]) =>
        `create trigger ${table === 'payment' ? 'payment_entries' : `${table}_entries`}_${name} after ${event} on ${table} begin${does(row ?? '')}\nend;`,
    )
    .join('\n')
}

/** As for a payment: the requests of the entries that it names. HQ's copy of a row may name others than ours did. */
function marks(table: string, columns: readonly string[]): string {
  const entriesOf = (row: string) =>
    columns.map((column) => `select value ->> 'entryId' from json_each(${row}.${column})`).join(' union all ')
  const does = (row: string) => `
  insert into stale_request select session_id, id from request
    where id in (select request_id from entry where id in (${entriesOf(row)}))
      and not exists (select 1 from stale_request as stale where stale.session_id = request.session_id and stale.id = request.id);`
  return [
    ['insert', does('new')],
    ['update', `${does('old')}${does('new')}`],
    ['delete', does('old')],
  ]
    .map(
      ([event, doing]) =>
        `create trigger ${table}_marks_${event} after ${event} on ${table} when (select marking from line_state) begin${doing}\nend;`,
    )
    .join('\n')
}
