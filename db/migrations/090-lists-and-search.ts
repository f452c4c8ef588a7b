/**
 * What lists and searches are answered from: tables made from the others, never synced, never summed up (docs/decisions/0023). Triggers
 * write down which lines are no longer true; `main/reads/fresh-lines.ts` makes those anew before anything is read.
 */

const tables = `
create table request_line (session_id text not null, id text not null, candidate_id text not null, organisation_id text,
  groups integer not null, first_late_at text, last_late_at text, deadline_days text not null, offers text not null,
  unchecked integer not null, received_at text not null, name_key text not null, nuc_key text, exams_key text, state_key integer,
  deadline_at text, due integer, payer_key text, born_on text not null, town_key text, primary key (session_id, id)) strict, without rowid;
create unique index request_line_by_id on request_line (id);
create index request_line_by_date on request_line (session_id, received_at, id, groups, first_late_at, last_late_at);
create index request_line_by_candidate on request_line (candidate_id);
create index request_line_by_payer on request_line (session_id, organisation_id) where organisation_id is not null;

create table candidate_line (number integer primary key, id text not null unique, name text not null, numbers text not null,
  organisation text not null, mail text not null, town text not null, digits text not null, address text not null,
  born_on text not null, name_key text not null) strict;
create index candidate_line_by_digits on candidate_line (digits);
create index candidate_line_by_address on candidate_line (address);
create index candidate_line_by_birth on candidate_line (born_on);
create virtual table candidate_word using fts5 (name, numbers, organisation, mail, town,
  content = '', contentless_delete = 1, detail = 'column', tokenize = 'ascii', prefix = '1 2 3');

create table payment_entry (entry_id text not null, payment_id text not null, amount integer not null,
  primary key (entry_id, payment_id)) strict, without rowid;
create index payment_entry_by_payment on payment_entry (payment_id);
insert into payment_entry select value ->> 'entryId', payment.id, sum(value ->> 'amount') from payment, json_each(payment.allocations)
  group by 1, 2;

create table stale_request (session_id text not null, id text not null, primary key (session_id, id)) strict, without rowid;
create table stale_candidate (id text primary key) strict, without rowid;
create index request_by_organisation on request (organisation_id) where organisation_id is not null;
create index receipt_by_number on receipt (number, id);
`

/** `marking` 0: the first sync is not over, rows come by the thousand and nobody writes down which. `version`: of the rules of the lines. */
const state = `
create table line_state (id integer primary key check (id = 1), marking integer not null, version integer not null) strict;
create trigger all_lines_stale after update on line_state when new.marking begin
  insert or ignore into stale_request select session_id, id from request union select session_id, id from request_line;
  insert or ignore into stale_candidate select id from candidate union select id from candidate_line;
end;
create trigger first_sync_over after insert on sync_state when new.key = 'snapshotComplete' begin
  update line_state set marking = 1;
end;
insert into line_state select 1, exists (select 1 from sync_state where key = 'snapshotComplete'), 0;
`

type Event = 'insert' | 'update' | 'delete'

/**
 * A trigger for each event: `row.` in what it does stands for the row as it is now, or as it was before it was deleted; when it changes,
 * for both if it may be about others than before.
 */
function marks(table: string, doing: string, { changed = '1', mayBeAboutOthers = false } = {}): string {
  const of = (row: 'new' | 'old') => doing.replaceAll('row.', `${row}.`)
  const trigger = (event: Event, does: string, when = '') =>
    `create trigger ${table}_marks_${event} after ${event} on "${table}" when (select marking from line_state)${when} begin
${does}
end;
`
  const updating = mayBeAboutOthers ? `${of('old')}\n${of('new')}` : of('new')
  return `${trigger('insert', of('new'))}${trigger('update', updating, ` and (${changed})`)}${trigger('delete', of('old'))}`
}

const isOther = (...columns: string[]) => columns.map((column) => `old.${column} is not new.${column}`).join(' or ')
/** No « or ignore »: an upsert around a trigger has its own way with conflicts, and would fail. */
const unlessStale =
  'not exists (select 1 from stale_request as stale where stale.session_id = request.session_id and stale.id = request.id)'
const markRequests = (which: string) =>
  `  insert into stale_request select session_id, id from request where (${which}) and ${unlessStale};`
const markCandidates = (which: string) =>
  `  insert into stale_candidate select distinct id from (${which}) where id not in (select id from stale_candidate);`
const ofEntries = (which: string) => `id in (select request_id from entry where ${which})`

/** Rows never move to another session, request or candidate: ids that refer to others do not change. */
const triggers = [
  marks(
    'request',
    `  insert into stale_request select row.session_id, row.id
    where not exists (select 1 from stale_request where session_id = row.session_id and id = row.id);
${markCandidates('select row.candidate_id as id')}`,
  ),
  marks('entry', markRequests('id = row.request_id')),
  marks('candidate', `${markRequests('candidate_id = row.id')}\n${markCandidates('select row.id as id')}`),
  marks(
    'organisation',
    `${markRequests('organisation_id = row.id')}
${markCandidates('select candidate_id as id from request where organisation_id = row.id')}`,
    { changed: isOther('name') },
  ),
  marks('exam', markRequests(ofEntries('session_id = row.session_id and exam_id = row.id')), {
    changed: isOther('code'),
  }),
  marks('offering', markRequests(ofEntries('offering_id = row.id')), { changed: isOther('software_ids') }),
  marks(
    'software',
    markRequests(
      ofEntries(
        'offering_id in (select offering.id from offering, json_each(offering.software_ids) where value = row.id)',
      ),
    ),
    { changed: isOther('name') },
  ),
  marks('payment', markRequests(ofEntries("id in (select value ->> 'entryId' from json_each(row.allocations))")), {
    mayBeAboutOthers: true,
  }),
  marks(
    'payment_void',
    markRequests(ofEntries('id in (select entry_id from payment_entry where payment_id = row.payment_id)')),
  ),
  marks(
    'command',
    markRequests(
      `id in (select substr(value, 9) from json_each(row.touches) where value like 'request/%'
    union all select request_id from entry where id in (select substr(value, 7) from json_each(row.touches) where value like 'entry/%'))`,
    ),
    { changed: isOther('state', 'doubtful', 'touches'), mayBeAboutOthers: true },
  ),
].join('')

/** Not only once the first sync is over: what is paid is counted from it. */
const payments = `
create trigger payment_entries_insert after insert on payment begin
  insert into payment_entry select value ->> 'entryId', new.id, sum(value ->> 'amount') from json_each(new.allocations) group by 1;
end;
create trigger payment_entries_update after update of allocations on payment begin
  delete from payment_entry where payment_id = old.id;
  insert into payment_entry select value ->> 'entryId', new.id, sum(value ->> 'amount') from json_each(new.allocations) group by 1;
end;
create trigger payment_entries_delete after delete on payment begin
  delete from payment_entry where payment_id = old.id;
end;
`

export const listsAndSearch = tables + state + triggers + payments
