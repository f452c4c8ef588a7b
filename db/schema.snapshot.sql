CREATE TRIGGER all_lines_stale after update on line_state when new.marking begin
  insert or ignore into stale_request select session_id, id from request union select session_id, id from request_line;
  insert or ignore into stale_candidate select id from candidate union select id from candidate_line;
end;

CREATE TABLE arrival (id text primary key, at text not null, source text not null, counts text not null, events text not null default '[]') strict;

CREATE TABLE attendance_mark (id text primary key, revision integer not null, entry_id text not null, sitting_id text not null,
  request_id text not null, candidate_id text not null, session_id text not null, attendance text, marked_at text not null,
  marked_by text not null) strict;

CREATE INDEX attendance_mark_by_candidate on attendance_mark (candidate_id);

CREATE INDEX attendance_mark_by_session on attendance_mark (session_id);

CREATE INDEX attendance_mark_by_sitting on attendance_mark (sitting_id);

CREATE TABLE audit (id text primary key, at text not null, operator_name text, kind text not null, detail text not null) strict;

CREATE TABLE call_note (id text primary key, revision integer not null, candidate_id text not null, means text not null,
  text text not null, noted_at text not null, noted_by text not null) strict;

CREATE INDEX call_note_by_candidate on call_note (candidate_id);

CREATE INDEX call_note_by_moment on call_note (noted_at);

CREATE TABLE candidate (id text primary key, revision integer not null, nuc text, birth_name text not null, usage_name text,
  first_names text not null, sex text not null, born_on text not null, birth_place text not null, birth_country text not null,
  email text not null, phone text not null, address_lines text not null, postcode text not null, town text not null,
  nir_check text not null, email_next text, email_changes_at text) strict;

CREATE INDEX candidate_by_birth on candidate (born_on);

CREATE TABLE candidate_line (number integer primary key, id text not null unique, name text not null, numbers text not null,
  organisation text not null, mail text not null, town text not null, digits text not null, address text not null,
  born_on text not null, name_key text not null) strict;

CREATE INDEX candidate_line_by_address on candidate_line (address);

CREATE INDEX candidate_line_by_birth on candidate_line (born_on);

CREATE INDEX candidate_line_by_digits on candidate_line (digits);

CREATE TRIGGER candidate_marks_delete after delete on "candidate" when (select marking from line_state) begin
  insert into stale_request select session_id, id from request where (candidate_id = old.id) and not exists (select 1 from stale_request as stale where stale.session_id = request.session_id and stale.id = request.id);
  insert into stale_candidate select distinct id from (select old.id as id) where id not in (select id from stale_candidate);
end;

CREATE TRIGGER candidate_marks_insert after insert on "candidate" when (select marking from line_state) begin
  insert into stale_request select session_id, id from request where (candidate_id = new.id) and not exists (select 1 from stale_request as stale where stale.session_id = request.session_id and stale.id = request.id);
  insert into stale_candidate select distinct id from (select new.id as id) where id not in (select id from stale_candidate);
end;

CREATE TRIGGER candidate_marks_update after update on "candidate" when (select marking from line_state) and (1) begin
  insert into stale_request select session_id, id from request where (candidate_id = new.id) and not exists (select 1 from stale_request as stale where stale.session_id = request.session_id and stale.id = request.id);
  insert into stale_candidate select distinct id from (select new.id as id) where id not in (select id from stale_candidate);
end;

CREATE INDEX candidate_unsure on candidate (id) where (nir_check not in ('none', 'ok') or trim(birth_place) = '' or born_on < '1900-01-01'
  or birth_name glob '*[^A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ''’ .-]*' or birth_name glob '[^A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ]*' or length(trim(birth_name)) not between 1 and 60 or first_names glob '*[^A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ''’ .-]*' or first_names glob '[^A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ]*' or length(trim(first_names)) not between 1 and 60);

CREATE VIRTUAL TABLE candidate_word using fts5 (name, numbers, organisation, mail, town,
  content = '', contentless_delete = 1, detail = 'column', tokenize = 'ascii', prefix = '1 2 3');

CREATE TABLE 'candidate_word_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'candidate_word_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'candidate_word_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER);

CREATE TABLE 'candidate_word_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE centre (id text primary key, revision integer not null, code text not null, name text not null, town text not null,
  department text not null, insee_commune text not null, territory text not null, time_zone text not null, currency text not null,
  accreditation_number text not null, accreditation_ends_on text not null, phone text, email text) strict;

CREATE TABLE centre_logo (id text primary key, revision integer not null, image text) strict;

CREATE TABLE centre_settings (id text primary key, revision integer not null, address_lines text not null, legal_lines text not null,
  vat_wording text, payment_terms text not null, deadline_reading text not null, good_friday integer not null, boxing_day integer not null,
  closed_days text not null, worked_holidays text not null, activity text, convocation_wording text, confirmation_wording text, reminder_wording text, refusal_wording text, attestation_wording text, signatory text, attendance_wording text) strict;

CREATE TABLE cheque_deposit (id text primary key, revision integer not null, payment_ids text not null, deposited_on text not null,
  reference text, currency text not null, total integer not null, deposited_at text not null, deposited_by text not null) strict;

CREATE INDEX cheque_deposit_by_day on cheque_deposit (deposited_on);

CREATE TABLE cheque_end (id text primary key, revision integer not null, payment_id text not null, outcome text not null,
  ended_on text not null, due_on text, note text, noted_at text not null, noted_by text not null) strict;

CREATE INDEX cheque_end_by_payment on cheque_end (payment_id, outcome);

CREATE TRIGGER cheque_end_marks_delete after delete on cheque_end when (select marking from line_state) begin
  insert into stale_request select session_id, id from request
    where id in (select request_id from entry where id in (select entry_id from payment_entry where payment_id = old.payment_id))
      and not exists (select 1 from stale_request as stale where stale.session_id = request.session_id and stale.id = request.id);
end;

CREATE TRIGGER cheque_end_marks_insert after insert on cheque_end when (select marking from line_state) begin
  insert into stale_request select session_id, id from request
    where id in (select request_id from entry where id in (select entry_id from payment_entry where payment_id = new.payment_id))
      and not exists (select 1 from stale_request as stale where stale.session_id = request.session_id and stale.id = request.id);
end;

CREATE TRIGGER cheque_end_marks_update after update on cheque_end when (select marking from line_state) begin
  insert into stale_request select session_id, id from request
    where id in (select request_id from entry where id in (select entry_id from payment_entry where payment_id = new.payment_id))
      and not exists (select 1 from stale_request as stale where stale.session_id = request.session_id and stale.id = request.id);
end;

CREATE TABLE cheque_end_void (id text primary key, revision integer not null, end_id text not null, payment_id text not null,
  reason text not null, voided_at text not null, voided_by text not null) strict;

CREATE INDEX cheque_end_void_by_end on cheque_end_void (end_id);

CREATE INDEX cheque_end_void_by_payment on cheque_end_void (payment_id);

CREATE TRIGGER cheque_end_void_marks_delete after delete on cheque_end_void when (select marking from line_state) begin
  insert into stale_request select session_id, id from request
    where id in (select request_id from entry where id in (select entry_id from payment_entry
        where payment_id in (select payment_id from cheque_end where cheque_end.id = old.end_id)))
      and not exists (select 1 from stale_request as stale where stale.session_id = request.session_id and stale.id = request.id);
end;

CREATE TRIGGER cheque_end_void_marks_insert after insert on cheque_end_void when (select marking from line_state) begin
  insert into stale_request select session_id, id from request
    where id in (select request_id from entry where id in (select entry_id from payment_entry
        where payment_id in (select payment_id from cheque_end where cheque_end.id = new.end_id)))
      and not exists (select 1 from stale_request as stale where stale.session_id = request.session_id and stale.id = request.id);
end;

CREATE TRIGGER cheque_end_void_marks_update after update on cheque_end_void when (select marking from line_state) begin
  insert into stale_request select session_id, id from request
    where id in (select request_id from entry where id in (select entry_id from payment_entry
        where payment_id in (select payment_id from cheque_end where cheque_end.id = new.end_id)))
      and not exists (select 1 from stale_request as stale where stale.session_id = request.session_id and stale.id = request.id);
end;

CREATE TABLE command (id text primary key, sequence integer not null unique, v integer not null, device_id text not null,
  operator text not null, at text not null, name text not null, args text not null, depends_on text not null, send_after text not null,
  state text not null, click_id text not null, touches text not null, doubtful integer not null default 0, code text, detail text,
  settled_at text, sent_at text) strict;

CREATE INDEX command_by_click on command (click_id);

CREATE INDEX command_by_state on command (state, sequence);

CREATE TRIGGER command_marks_delete after delete on "command" when (select marking from line_state) begin
  insert into stale_request select session_id, id from request where (id in (select substr(value, 9) from json_each(old.touches) where value like 'request/%'
    union all select request_id from entry where id in (select substr(value, 7) from json_each(old.touches) where value like 'entry/%'))) and not exists (select 1 from stale_request as stale where stale.session_id = request.session_id and stale.id = request.id);
end;

CREATE TRIGGER command_marks_insert after insert on "command" when (select marking from line_state) begin
  insert into stale_request select session_id, id from request where (id in (select substr(value, 9) from json_each(new.touches) where value like 'request/%'
    union all select request_id from entry where id in (select substr(value, 7) from json_each(new.touches) where value like 'entry/%'))) and not exists (select 1 from stale_request as stale where stale.session_id = request.session_id and stale.id = request.id);
end;

CREATE TRIGGER command_marks_update after update on "command" when (select marking from line_state) and (old.state is not new.state or old.doubtful is not new.doubtful or old.touches is not new.touches) begin
  insert into stale_request select session_id, id from request where (id in (select substr(value, 9) from json_each(old.touches) where value like 'request/%'
    union all select request_id from entry where id in (select substr(value, 7) from json_each(old.touches) where value like 'entry/%'))) and not exists (select 1 from stale_request as stale where stale.session_id = request.session_id and stale.id = request.id);
  insert into stale_request select session_id, id from request where (id in (select substr(value, 9) from json_each(new.touches) where value like 'request/%'
    union all select request_id from entry where id in (select substr(value, 7) from json_each(new.touches) where value like 'entry/%'))) and not exists (select 1 from stale_request as stale where stale.session_id = request.session_id and stale.id = request.id);
end;

CREATE INDEX command_pending on command (sequence) where state in ('waiting', 'sending');

CREATE TABLE command_touch (touch text not null, command_id text not null, primary key (touch, command_id)) strict, without rowid;

CREATE TRIGGER command_touch_insert after insert on command begin
  insert into command_touch select distinct value, new.id from json_each(new.touches)
    where not exists (select 1 from command_touch where touch = value and command_id = new.id);
end;

CREATE TRIGGER command_touch_update after update of touches on command when old.touches <> new.touches begin
  delete from command_touch where command_id = old.id and touch in (select value from json_each(old.touches));
  insert into command_touch select distinct value, new.id from json_each(new.touches)
    where not exists (select 1 from command_touch where touch = value and command_id = new.id);
end;

CREATE TABLE credit_note (id text primary key, revision integer not null, receipt_id text not null, payment_id text not null,
  number text not null, series text not null, year integer not null, sequence integer not null, issued_at text not null,
  issued_by text not null, reason text not null, template_version integer not null, original text not null, chain text) strict;

CREATE INDEX credit_note_by_receipt on credit_note (receipt_id);

CREATE INDEX credit_note_by_series on credit_note (series, year, sequence);

CREATE TABLE credit_return (id text primary key, revision integer not null, payment_id text not null, amount integer not null,
  means text not null, returned_on text not null, note text, taken_from text not null, returned_at text not null,
  returned_by text not null) strict;

CREATE INDEX credit_return_by_day on credit_return (means, returned_on);

CREATE INDEX credit_return_by_payment on credit_return (payment_id);

CREATE TRIGGER credit_return_entries_delete after delete on credit_return begin
  delete from payment_entry where payment_id = old.payment_id;
  insert into payment_entry select entry_id, old.payment_id, sum(amount) from (
    select value ->> 'entryId' as entry_id, value ->> 'amount' as amount from payment, json_each(payment.allocations)
      where payment.id = old.payment_id
    union all select value ->> 'entryId', value ->> 'amount' from credit_use, json_each(credit_use.allocations)
      where payment_id = old.payment_id
    union all select value ->> 'entryId', -(value ->> 'amount') from credit_use, json_each(credit_use.taken_from)
      where payment_id = old.payment_id
    union all select value ->> 'entryId', -(value ->> 'amount') from credit_return, json_each(credit_return.taken_from)
      where payment_id = old.payment_id) group by 1;
end;

CREATE TRIGGER credit_return_entries_insert after insert on credit_return begin
  delete from payment_entry where payment_id = new.payment_id;
  insert into payment_entry select entry_id, new.payment_id, sum(amount) from (
    select value ->> 'entryId' as entry_id, value ->> 'amount' as amount from payment, json_each(payment.allocations)
      where payment.id = new.payment_id
    union all select value ->> 'entryId', value ->> 'amount' from credit_use, json_each(credit_use.allocations)
      where payment_id = new.payment_id
    union all select value ->> 'entryId', -(value ->> 'amount') from credit_use, json_each(credit_use.taken_from)
      where payment_id = new.payment_id
    union all select value ->> 'entryId', -(value ->> 'amount') from credit_return, json_each(credit_return.taken_from)
      where payment_id = new.payment_id) group by 1;
end;

CREATE TRIGGER credit_return_entries_update after update on credit_return begin
  delete from payment_entry where payment_id = new.payment_id;
  insert into payment_entry select entry_id, new.payment_id, sum(amount) from (
    select value ->> 'entryId' as entry_id, value ->> 'amount' as amount from payment, json_each(payment.allocations)
      where payment.id = new.payment_id
    union all select value ->> 'entryId', value ->> 'amount' from credit_use, json_each(credit_use.allocations)
      where payment_id = new.payment_id
    union all select value ->> 'entryId', -(value ->> 'amount') from credit_use, json_each(credit_use.taken_from)
      where payment_id = new.payment_id
    union all select value ->> 'entryId', -(value ->> 'amount') from credit_return, json_each(credit_return.taken_from)
      where payment_id = new.payment_id) group by 1;
end;

CREATE TRIGGER credit_return_marks_delete after delete on credit_return when (select marking from line_state) begin
  insert into stale_request select session_id, id from request
    where id in (select request_id from entry where id in (select value ->> 'entryId' from json_each(old.taken_from)))
      and not exists (select 1 from stale_request as stale where stale.session_id = request.session_id and stale.id = request.id);
end;

CREATE TRIGGER credit_return_marks_insert after insert on credit_return when (select marking from line_state) begin
  insert into stale_request select session_id, id from request
    where id in (select request_id from entry where id in (select value ->> 'entryId' from json_each(new.taken_from)))
      and not exists (select 1 from stale_request as stale where stale.session_id = request.session_id and stale.id = request.id);
end;

CREATE TRIGGER credit_return_marks_update after update on credit_return when (select marking from line_state) begin
  insert into stale_request select session_id, id from request
    where id in (select request_id from entry where id in (select value ->> 'entryId' from json_each(old.taken_from)))
      and not exists (select 1 from stale_request as stale where stale.session_id = request.session_id and stale.id = request.id);
  insert into stale_request select session_id, id from request
    where id in (select request_id from entry where id in (select value ->> 'entryId' from json_each(new.taken_from)))
      and not exists (select 1 from stale_request as stale where stale.session_id = request.session_id and stale.id = request.id);
end;

CREATE TABLE credit_use (id text primary key, revision integer not null, payment_id text not null, allocations text not null,
  taken_from text not null, used_at text not null, used_by text not null) strict;

CREATE INDEX credit_use_by_payment on credit_use (payment_id);

CREATE TRIGGER credit_use_entries_delete after delete on credit_use begin
  delete from payment_entry where payment_id = old.payment_id;
  insert into payment_entry select entry_id, old.payment_id, sum(amount) from (
    select value ->> 'entryId' as entry_id, value ->> 'amount' as amount from payment, json_each(payment.allocations)
      where payment.id = old.payment_id
    union all select value ->> 'entryId', value ->> 'amount' from credit_use, json_each(credit_use.allocations)
      where payment_id = old.payment_id
    union all select value ->> 'entryId', -(value ->> 'amount') from credit_use, json_each(credit_use.taken_from)
      where payment_id = old.payment_id
    union all select value ->> 'entryId', -(value ->> 'amount') from credit_return, json_each(credit_return.taken_from)
      where payment_id = old.payment_id) group by 1;
end;

CREATE TRIGGER credit_use_entries_insert after insert on credit_use begin
  delete from payment_entry where payment_id = new.payment_id;
  insert into payment_entry select entry_id, new.payment_id, sum(amount) from (
    select value ->> 'entryId' as entry_id, value ->> 'amount' as amount from payment, json_each(payment.allocations)
      where payment.id = new.payment_id
    union all select value ->> 'entryId', value ->> 'amount' from credit_use, json_each(credit_use.allocations)
      where payment_id = new.payment_id
    union all select value ->> 'entryId', -(value ->> 'amount') from credit_use, json_each(credit_use.taken_from)
      where payment_id = new.payment_id
    union all select value ->> 'entryId', -(value ->> 'amount') from credit_return, json_each(credit_return.taken_from)
      where payment_id = new.payment_id) group by 1;
end;

CREATE TRIGGER credit_use_entries_update after update on credit_use begin
  delete from payment_entry where payment_id = new.payment_id;
  insert into payment_entry select entry_id, new.payment_id, sum(amount) from (
    select value ->> 'entryId' as entry_id, value ->> 'amount' as amount from payment, json_each(payment.allocations)
      where payment.id = new.payment_id
    union all select value ->> 'entryId', value ->> 'amount' from credit_use, json_each(credit_use.allocations)
      where payment_id = new.payment_id
    union all select value ->> 'entryId', -(value ->> 'amount') from credit_use, json_each(credit_use.taken_from)
      where payment_id = new.payment_id
    union all select value ->> 'entryId', -(value ->> 'amount') from credit_return, json_each(credit_return.taken_from)
      where payment_id = new.payment_id) group by 1;
end;

CREATE TRIGGER credit_use_marks_delete after delete on credit_use when (select marking from line_state) begin
  insert into stale_request select session_id, id from request
    where id in (select request_id from entry where id in (select value ->> 'entryId' from json_each(old.allocations) union all select value ->> 'entryId' from json_each(old.taken_from)))
      and not exists (select 1 from stale_request as stale where stale.session_id = request.session_id and stale.id = request.id);
end;

CREATE TRIGGER credit_use_marks_insert after insert on credit_use when (select marking from line_state) begin
  insert into stale_request select session_id, id from request
    where id in (select request_id from entry where id in (select value ->> 'entryId' from json_each(new.allocations) union all select value ->> 'entryId' from json_each(new.taken_from)))
      and not exists (select 1 from stale_request as stale where stale.session_id = request.session_id and stale.id = request.id);
end;

CREATE TRIGGER credit_use_marks_update after update on credit_use when (select marking from line_state) begin
  insert into stale_request select session_id, id from request
    where id in (select request_id from entry where id in (select value ->> 'entryId' from json_each(old.allocations) union all select value ->> 'entryId' from json_each(old.taken_from)))
      and not exists (select 1 from stale_request as stale where stale.session_id = request.session_id and stale.id = request.id);
  insert into stale_request select session_id, id from request
    where id in (select request_id from entry where id in (select value ->> 'entryId' from json_each(new.allocations) union all select value ->> 'entryId' from json_each(new.taken_from)))
      and not exists (select 1 from stale_request as stale where stale.session_id = request.session_id and stale.id = request.id);
end;

CREATE TABLE data_check (id text primary key, revision integer not null, session_id text not null, asked_at text not null,
  asked_by text not null) strict;

CREATE TABLE deposit_payment (payment_id text not null, deposit_id text not null, primary key (payment_id, deposit_id)) strict, without rowid;

CREATE INDEX deposit_payment_by_deposit on deposit_payment (deposit_id);

CREATE TRIGGER deposit_payments_delete after delete on cheque_deposit begin
  delete from deposit_payment where deposit_id = old.id;
end;

CREATE TRIGGER deposit_payments_insert after insert on cheque_deposit begin
  insert into deposit_payment select distinct value, new.id from json_each(new.payment_ids);
end;

CREATE TRIGGER deposit_payments_update after update of payment_ids on cheque_deposit when old.payment_ids <> new.payment_ids begin
  delete from deposit_payment where deposit_id = old.id;
  insert into deposit_payment select distinct value, new.id from json_each(new.payment_ids);
end;

CREATE TABLE deposit_void (id text primary key, revision integer not null, deposit_id text not null, reason text not null,
  voided_at text not null, voided_by text not null) strict;

CREATE INDEX deposit_void_by_deposit on deposit_void (deposit_id);

CREATE TABLE device (id text primary key, revision integer not null, name text not null, series text not null) strict;

CREATE TABLE document (id text primary key, kind text not null, ref_id text not null, session_id text not null, title text not null,
  version integer not null, duplicate integer not null, template_version integer not null, content text not null, file_name text not null,
  sha256 text not null, made_at text not null, made_by text not null) strict;

CREATE INDEX document_by_ref on document (kind, ref_id, version);

CREATE TABLE entry (id text primary key, revision integer not null, request_id text not null, candidate_id text not null,
  session_id text not null, exam_id text not null, offering_id text, status text not null, fee_amount integer not null,
  currency text not null, refusal text, prevalidated_at text, deadline_on text, deadline_at text, confirmed_at text,
  carried_from text, proposed_offering_id text, agreement text, cheque_announced_at text) strict;

CREATE INDEX entry_asked on entry (session_id) where status = 'requested';

CREATE INDEX entry_awaited on entry (session_id, deadline_on) where status = 'prevalidated';

CREATE INDEX entry_by_candidate on entry (candidate_id);

CREATE INDEX entry_by_offering on entry (offering_id, status);

CREATE INDEX entry_by_request on entry (request_id);

CREATE INDEX entry_by_session on entry (session_id);

CREATE TRIGGER entry_marks_delete after delete on "entry" when (select marking from line_state) begin
  insert into stale_request select session_id, id from request where (id = old.request_id) and not exists (select 1 from stale_request as stale where stale.session_id = request.session_id and stale.id = request.id);
end;

CREATE TRIGGER entry_marks_insert after insert on "entry" when (select marking from line_state) begin
  insert into stale_request select session_id, id from request where (id = new.request_id) and not exists (select 1 from stale_request as stale where stale.session_id = request.session_id and stale.id = request.id);
end;

CREATE TRIGGER entry_marks_update after update on "entry" when (select marking from line_state) and (1) begin
  insert into stale_request select session_id, id from request where (id = new.request_id) and not exists (select 1 from stale_request as stale where stale.session_id = request.session_id and stale.id = request.id);
end;

CREATE TABLE exam (id text primary key, revision integer not null, session_id text not null, code text not null, family text not null,
  label text not null, minutes integer not null, needs_software integer not null, registration_opens_at text not null,
  registration_closes_at text not null, allowed_dates text not null, fee text not null) strict;

CREATE TRIGGER exam_marks_delete after delete on "exam" when (select marking from line_state) begin
  insert into stale_request select session_id, id from request where (id in (select request_id from entry where session_id = old.session_id and exam_id = old.id)) and not exists (select 1 from stale_request as stale where stale.session_id = request.session_id and stale.id = request.id);
end;

CREATE TRIGGER exam_marks_insert after insert on "exam" when (select marking from line_state) begin
  insert into stale_request select session_id, id from request where (id in (select request_id from entry where session_id = new.session_id and exam_id = new.id)) and not exists (select 1 from stale_request as stale where stale.session_id = request.session_id and stale.id = request.id);
end;

CREATE TRIGGER exam_marks_update after update on "exam" when (select marking from line_state) and (old.code is not new.code) begin
  insert into stale_request select session_id, id from request where (id in (select request_id from entry where session_id = new.session_id and exam_id = new.id)) and not exists (select 1 from stale_request as stale where stale.session_id = request.session_id and stale.id = request.id);
end;

CREATE TABLE exam_session (id text primary key, revision integer not null, label text not null, starts_on text not null, ends_on text not null) strict;

CREATE TRIGGER first_sync_over after insert on sync_state when new.key = 'snapshotComplete' begin
  update line_state set marking = 1;
end;

CREATE TABLE issued_paper (id text primary key, revision integer not null, kind text not null, session_id text not null,
  candidate_id text not null, request_id text not null, version integer not null, fingerprint text not null, content text not null,
  recipient text not null, means text not null, issued_at text not null, issued_by text not null) strict;

CREATE INDEX issued_paper_by_candidate on issued_paper (candidate_id);

CREATE INDEX issued_paper_by_request on issued_paper (request_id);

CREATE INDEX issued_paper_by_session on issued_paper (session_id, kind);

CREATE TABLE kept (operator_id text not null, key text not null, value text not null, at text not null,
  primary key (operator_id, key)) strict, without rowid;

CREATE TABLE line_state (id integer primary key check (id = 1), marking integer not null, version integer not null) strict;

CREATE TABLE notice (id text primary key, at text not null, kind text not null, detail text not null, seen_at text) strict;

CREATE TABLE offering (id text primary key, revision integer not null, session_id text not null, exam_id text not null,
  software_ids text not null, seats integer not null, open integer not null) strict;

CREATE TRIGGER offering_marks_delete after delete on "offering" when (select marking from line_state) begin
  insert into stale_request select session_id, id from request where (id in (select request_id from entry where offering_id = old.id)) and not exists (select 1 from stale_request as stale where stale.session_id = request.session_id and stale.id = request.id);
end;

CREATE TRIGGER offering_marks_insert after insert on "offering" when (select marking from line_state) begin
  insert into stale_request select session_id, id from request where (id in (select request_id from entry where offering_id = new.id)) and not exists (select 1 from stale_request as stale where stale.session_id = request.session_id and stale.id = request.id);
end;

CREATE TRIGGER offering_marks_update after update on "offering" when (select marking from line_state) and (old.software_ids is not new.software_ids) begin
  insert into stale_request select session_id, id from request where (id in (select request_id from entry where offering_id = new.id)) and not exists (select 1 from stale_request as stale where stale.session_id = request.session_id and stale.id = request.id);
end;

CREATE TABLE operator (id text primary key, revision integer not null, name text not null, role text not null, active integer not null) strict;

CREATE TABLE organisation (id text primary key, revision integer not null, name text not null, address_lines text not null,
  on_account integer not null) strict;

CREATE TRIGGER organisation_marks_delete after delete on "organisation" when (select marking from line_state) begin
  insert into stale_request select session_id, id from request where (organisation_id = old.id) and not exists (select 1 from stale_request as stale where stale.session_id = request.session_id and stale.id = request.id);
  insert into stale_candidate select distinct id from (select candidate_id as id from request where organisation_id = old.id) where id not in (select id from stale_candidate);
end;

CREATE TRIGGER organisation_marks_insert after insert on "organisation" when (select marking from line_state) begin
  insert into stale_request select session_id, id from request where (organisation_id = new.id) and not exists (select 1 from stale_request as stale where stale.session_id = request.session_id and stale.id = request.id);
  insert into stale_candidate select distinct id from (select candidate_id as id from request where organisation_id = new.id) where id not in (select id from stale_candidate);
end;

CREATE TRIGGER organisation_marks_update after update on "organisation" when (select marking from line_state) and (old.name is not new.name) begin
  insert into stale_request select session_id, id from request where (organisation_id = new.id) and not exists (select 1 from stale_request as stale where stale.session_id = request.session_id and stale.id = request.id);
  insert into stale_candidate select distinct id from (select candidate_id as id from request where organisation_id = new.id) where id not in (select id from stale_candidate);
end;

CREATE TABLE other_centres (session_id text primary key, asked_at text not null, centres text not null) strict;

CREATE TABLE outcome (id text primary key, revision integer not null, device_id text not null, name text not null, status text not null,
  code text, detail text, decided_at text not null, operator_name text, done_at text, about text not null default '[]', entry_ids text not null default '[]', told text not null default '{}') strict;

CREATE TABLE outcome_about (about text not null, outcome_id text not null, primary key (about, outcome_id)) strict, without rowid;

CREATE TRIGGER outcome_about_all after update of marking on line_state when new.marking and not old.marking begin
  insert or ignore into outcome_about select value, outcome.id from outcome, json_each(outcome.about) where outcome.about <> '[]';
end;

CREATE TRIGGER outcome_about_delete after delete on outcome when old.about <> '[]' begin
  delete from outcome_about where outcome_id = old.id and about in (select value from json_each(old.about));
end;

CREATE TRIGGER outcome_about_insert after insert on outcome when new.about <> '[]' and (select marking from line_state) begin
  insert into outcome_about select distinct value, new.id from json_each(new.about)
    where not exists (select 1 from outcome_about where about = value and outcome_id = new.id);
end;

CREATE TRIGGER outcome_about_update after update of about on outcome when old.about <> new.about begin
  delete from outcome_about where outcome_id = old.id and about in (select value from json_each(old.about));
  insert into outcome_about select distinct value, new.id from json_each(new.about)
    where not exists (select 1 from outcome_about where about = value and outcome_id = new.id);
end;

CREATE TABLE payment (id text primary key, revision integer not null, session_id text not null, payer text not null, method text not null,
  amount integer not null, currency text not null, received_on text not null, reference text, allocations text not null,
  recorded_at text not null, recorded_by text not null, cheque text) strict;

CREATE INDEX payment_by_method on payment (method, received_on);

CREATE INDEX payment_by_session on payment (session_id);

CREATE TRIGGER payment_entries_delete after delete on payment begin
  delete from payment_entry where payment_id = old.id;
  insert into payment_entry select entry_id, old.id, sum(amount) from (
    select value ->> 'entryId' as entry_id, value ->> 'amount' as amount from payment, json_each(payment.allocations)
      where payment.id = old.id
    union all select value ->> 'entryId', value ->> 'amount' from credit_use, json_each(credit_use.allocations)
      where payment_id = old.id
    union all select value ->> 'entryId', -(value ->> 'amount') from credit_use, json_each(credit_use.taken_from)
      where payment_id = old.id
    union all select value ->> 'entryId', -(value ->> 'amount') from credit_return, json_each(credit_return.taken_from)
      where payment_id = old.id) group by 1;
end;

CREATE TRIGGER payment_entries_insert after insert on payment begin
  delete from payment_entry where payment_id = new.id;
  insert into payment_entry select entry_id, new.id, sum(amount) from (
    select value ->> 'entryId' as entry_id, value ->> 'amount' as amount from payment, json_each(payment.allocations)
      where payment.id = new.id
    union all select value ->> 'entryId', value ->> 'amount' from credit_use, json_each(credit_use.allocations)
      where payment_id = new.id
    union all select value ->> 'entryId', -(value ->> 'amount') from credit_use, json_each(credit_use.taken_from)
      where payment_id = new.id
    union all select value ->> 'entryId', -(value ->> 'amount') from credit_return, json_each(credit_return.taken_from)
      where payment_id = new.id) group by 1;
end;

CREATE TRIGGER payment_entries_update after update of allocations on payment begin
  delete from payment_entry where payment_id = new.id;
  insert into payment_entry select entry_id, new.id, sum(amount) from (
    select value ->> 'entryId' as entry_id, value ->> 'amount' as amount from payment, json_each(payment.allocations)
      where payment.id = new.id
    union all select value ->> 'entryId', value ->> 'amount' from credit_use, json_each(credit_use.allocations)
      where payment_id = new.id
    union all select value ->> 'entryId', -(value ->> 'amount') from credit_use, json_each(credit_use.taken_from)
      where payment_id = new.id
    union all select value ->> 'entryId', -(value ->> 'amount') from credit_return, json_each(credit_return.taken_from)
      where payment_id = new.id) group by 1;
end;

CREATE TABLE payment_entry (entry_id text not null, payment_id text not null, amount integer not null,
  primary key (entry_id, payment_id)) strict, without rowid;

CREATE INDEX payment_entry_by_payment on payment_entry (payment_id);

CREATE TRIGGER payment_marks_delete after delete on "payment" when (select marking from line_state) begin
  insert into stale_request select session_id, id from request where (id in (select request_id from entry where id in (select value ->> 'entryId' from json_each(old.allocations)))) and not exists (select 1 from stale_request as stale where stale.session_id = request.session_id and stale.id = request.id);
end;

CREATE TRIGGER payment_marks_insert after insert on "payment" when (select marking from line_state) begin
  insert into stale_request select session_id, id from request where (id in (select request_id from entry where id in (select value ->> 'entryId' from json_each(new.allocations)))) and not exists (select 1 from stale_request as stale where stale.session_id = request.session_id and stale.id = request.id);
end;

CREATE TRIGGER payment_marks_update after update on "payment" when (select marking from line_state) and (1) begin
  insert into stale_request select session_id, id from request where (id in (select request_id from entry where id in (select value ->> 'entryId' from json_each(old.allocations)))) and not exists (select 1 from stale_request as stale where stale.session_id = request.session_id and stale.id = request.id);
  insert into stale_request select session_id, id from request where (id in (select request_id from entry where id in (select value ->> 'entryId' from json_each(new.allocations)))) and not exists (select 1 from stale_request as stale where stale.session_id = request.session_id and stale.id = request.id);
end;

CREATE TABLE payment_void (id text primary key, revision integer not null, payment_id text not null, reason text not null,
  voided_at text not null, voided_by text not null) strict;

CREATE INDEX payment_void_by_payment on payment_void (payment_id);

CREATE TRIGGER payment_void_marks_delete after delete on "payment_void" when (select marking from line_state) begin
  insert into stale_request select session_id, id from request where (id in (select request_id from entry where id in (select entry_id from payment_entry where payment_id = old.payment_id))) and not exists (select 1 from stale_request as stale where stale.session_id = request.session_id and stale.id = request.id);
end;

CREATE TRIGGER payment_void_marks_insert after insert on "payment_void" when (select marking from line_state) begin
  insert into stale_request select session_id, id from request where (id in (select request_id from entry where id in (select entry_id from payment_entry where payment_id = new.payment_id))) and not exists (select 1 from stale_request as stale where stale.session_id = request.session_id and stale.id = request.id);
end;

CREATE TRIGGER payment_void_marks_update after update on "payment_void" when (select marking from line_state) and (1) begin
  insert into stale_request select session_id, id from request where (id in (select request_id from entry where id in (select entry_id from payment_entry where payment_id = new.payment_id))) and not exists (select 1 from stale_request as stale where stale.session_id = request.session_id and stale.id = request.id);
end;

CREATE TABLE receipt (id text primary key, revision integer not null, payment_id text not null, number text not null, series text not null,
  year integer not null, sequence integer not null, issued_at text not null, template_version integer not null, content text not null, chain text) strict;

CREATE INDEX receipt_by_number on receipt (number, id);

CREATE INDEX receipt_by_payment on receipt (payment_id);

CREATE INDEX receipt_by_series on receipt (series, year, sequence);

CREATE TABLE reminder (id text primary key, revision integer not null, request_id text not null, candidate_id text not null,
  session_id text not null, entry_ids text not null, means text not null, sent_at text not null, sent_by text not null) strict;

CREATE INDEX reminder_by_request on reminder (request_id);

CREATE TABLE request (id text primary key, revision integer not null, session_id text not null, candidate_id text not null,
  version integer not null, received_at text not null, email_confirmed_at text not null, organisation_id text, note text, changes text not null default '[]', data_checked_at text) strict;

CREATE INDEX request_by_candidate on request (candidate_id);

CREATE INDEX request_by_organisation on request (organisation_id) where organisation_id is not null;

CREATE INDEX request_by_session on request (session_id, received_at);

CREATE TABLE request_line (session_id text not null, id text not null, candidate_id text not null, organisation_id text,
  groups integer not null, first_late_at text, last_late_at text, deadline_days text not null, offers text not null,
  unchecked integer not null, received_at text not null, name_key text not null, nuc_key text, exams_key text, state_key integer,
  deadline_at text, due integer, payer_key text, born_on text not null, town_key text, primary key (session_id, id)) strict, without rowid;

CREATE INDEX request_line_by_candidate on request_line (candidate_id);

CREATE INDEX request_line_by_date on request_line (session_id, received_at, id, groups, first_late_at, last_late_at);

CREATE UNIQUE INDEX request_line_by_id on request_line (id);

CREATE INDEX request_line_by_payer on request_line (session_id, organisation_id) where organisation_id is not null;

CREATE INDEX request_line_unchecked on request_line (session_id, unchecked, candidate_id);

CREATE TRIGGER request_marks_delete after delete on "request" when (select marking from line_state) begin
  insert into stale_request select old.session_id, old.id
    where not exists (select 1 from stale_request where session_id = old.session_id and id = old.id);
  insert into stale_candidate select distinct id from (select old.candidate_id as id) where id not in (select id from stale_candidate);
end;

CREATE TRIGGER request_marks_insert after insert on "request" when (select marking from line_state) begin
  insert into stale_request select new.session_id, new.id
    where not exists (select 1 from stale_request where session_id = new.session_id and id = new.id);
  insert into stale_candidate select distinct id from (select new.candidate_id as id) where id not in (select id from stale_candidate);
end;

CREATE TRIGGER request_marks_update after update on "request" when (select marking from line_state) and (1) begin
  insert into stale_request select new.session_id, new.id
    where not exists (select 1 from stale_request where session_id = new.session_id and id = new.id);
  insert into stale_candidate select distinct id from (select new.candidate_id as id) where id not in (select id from stale_candidate);
end;

CREATE TABLE review_item (id text primary key, revision integer not null, command_id text not null, kind text not null, name text not null,
  code text not null, detail text, request_id text, entry_ids text not null, payment_id text, device_name text not null,
  operator_name text not null, done_at text not null, judged_at text not null, dependents text not null) strict;

CREATE INDEX review_item_by_request on review_item (request_id) where request_id is not null;

CREATE TABLE review_settlement (id text primary key, revision integer not null, review_item_id text not null, choice text not null,
  note text, settled_at text not null, settled_by text not null) strict;

CREATE INDEX review_settlement_by_item on review_settlement (review_item_id);

CREATE TABLE shadow (entity text not null, id text not null, value text, revision integer not null, primary key (entity, id)) strict;

CREATE TABLE sitting (id text primary key, revision integer not null, session_id text not null, offering_id text not null,
  held_on text not null, starts_at_local text not null, room text not null, cancelled integer not null default 0) strict;

CREATE TABLE software (id text primary key, revision integer not null, name text not null) strict;

CREATE TRIGGER software_marks_delete after delete on "software" when (select marking from line_state) begin
  insert into stale_request select session_id, id from request where (id in (select request_id from entry where offering_id in (select offering.id from offering, json_each(offering.software_ids) where value = old.id))) and not exists (select 1 from stale_request as stale where stale.session_id = request.session_id and stale.id = request.id);
end;

CREATE TRIGGER software_marks_insert after insert on "software" when (select marking from line_state) begin
  insert into stale_request select session_id, id from request where (id in (select request_id from entry where offering_id in (select offering.id from offering, json_each(offering.software_ids) where value = new.id))) and not exists (select 1 from stale_request as stale where stale.session_id = request.session_id and stale.id = request.id);
end;

CREATE TRIGGER software_marks_update after update on "software" when (select marking from line_state) and (old.name is not new.name) begin
  insert into stale_request select session_id, id from request where (id in (select request_id from entry where offering_id in (select offering.id from offering, json_each(offering.software_ids) where value = new.id))) and not exists (select 1 from stale_request as stale where stale.session_id = request.session_id and stale.id = request.id);
end;

CREATE TABLE spared (entity text not null, id text not null, primary key (entity, id)) strict;

CREATE TABLE stale_candidate (id text primary key) strict, without rowid;

CREATE TABLE stale_request (session_id text not null, id text not null, primary key (session_id, id)) strict, without rowid;

CREATE TABLE statement_match (id text primary key, revision integer not null, payment_id text, deposit_id text, line_key text not null,
  booked_on text not null, amount integer not null, label text not null, matched_at text not null, matched_by text not null) strict;

CREATE INDEX statement_match_by_deposit on statement_match (deposit_id);

CREATE INDEX statement_match_by_line on statement_match (line_key);

CREATE INDEX statement_match_by_payment on statement_match (payment_id);

CREATE TABLE sync_state (key text primary key, value text not null) strict;