CREATE TABLE arrival (id text primary key, at text not null, source text not null, counts text not null) strict;

CREATE TABLE audit (id text primary key, at text not null, operator_name text, kind text not null, detail text not null) strict;

CREATE TABLE candidate (id text primary key, revision integer not null, nuc text, birth_name text not null, usage_name text,
  first_names text not null, sex text not null, born_on text not null, birth_place text not null, birth_country text not null,
  email text not null, phone text not null, address_lines text not null, postcode text not null, town text not null,
  nir_check text not null, email_next text, email_changes_at text) strict;

CREATE TABLE centre (id text primary key, revision integer not null, code text not null, name text not null, town text not null,
  department text not null, insee_commune text not null, territory text not null, time_zone text not null, currency text not null,
  accreditation_number text not null, accreditation_ends_on text not null, phone text, email text) strict;

CREATE TABLE centre_settings (id text primary key, revision integer not null, address_lines text not null, legal_lines text not null,
  vat_wording text, payment_terms text not null, deadline_reading text not null, good_friday integer not null, boxing_day integer not null,
  closed_days text not null, worked_holidays text not null) strict;

CREATE TABLE command (id text primary key, sequence integer not null unique, v integer not null, device_id text not null,
  operator text not null, at text not null, name text not null, args text not null, depends_on text not null, send_after text not null,
  state text not null, click_id text not null, touches text not null, doubtful integer not null default 0, code text, detail text,
  settled_at text, sent_at text) strict;

CREATE INDEX command_by_click on command (click_id);

CREATE INDEX command_by_state on command (state, sequence);

CREATE INDEX command_pending on command (sequence) where state in ('waiting', 'sending');

CREATE TABLE credit_note (id text primary key, revision integer not null, receipt_id text not null, payment_id text not null,
  number text not null, series text not null, year integer not null, sequence integer not null, issued_at text not null,
  issued_by text not null, reason text not null, template_version integer not null, original text not null) strict;

CREATE INDEX credit_note_by_receipt on credit_note (receipt_id);

CREATE INDEX credit_note_by_series on credit_note (series, year, sequence);

CREATE TABLE data_check (id text primary key, revision integer not null, session_id text not null, asked_at text not null,
  asked_by text not null) strict;

CREATE TABLE device (id text primary key, revision integer not null, name text not null, series text not null) strict;

CREATE TABLE document (id text primary key, kind text not null, ref_id text not null, session_id text not null, title text not null,
  version integer not null, duplicate integer not null, template_version integer not null, content text not null, file_name text not null,
  sha256 text not null, made_at text not null, made_by text not null) strict;

CREATE INDEX document_by_ref on document (kind, ref_id, version);

CREATE TABLE entry (id text primary key, revision integer not null, request_id text not null, candidate_id text not null,
  session_id text not null, exam_id text not null, offering_id text, status text not null, fee_amount integer not null,
  currency text not null, refusal text, prevalidated_at text, deadline_on text, deadline_at text, confirmed_at text,
  attendance text, carried_from text, proposed_offering_id text) strict;

CREATE INDEX entry_by_offering on entry (offering_id, status);

CREATE INDEX entry_by_request on entry (request_id);

CREATE INDEX entry_by_session on entry (session_id);

CREATE TABLE exam (id text primary key, revision integer not null, session_id text not null, code text not null, family text not null,
  label text not null, minutes integer not null, needs_software integer not null, registration_opens_at text not null,
  registration_closes_at text not null, allowed_dates text not null, fee text not null) strict;

CREATE TABLE exam_session (id text primary key, revision integer not null, label text not null, starts_on text not null, ends_on text not null) strict;

CREATE TABLE notice (id text primary key, at text not null, kind text not null, detail text not null, seen_at text) strict;

CREATE TABLE offering (id text primary key, revision integer not null, session_id text not null, exam_id text not null,
  software_ids text not null, seats integer not null, open integer not null) strict;

CREATE TABLE operator (id text primary key, revision integer not null, name text not null, role text not null, active integer not null) strict;

CREATE TABLE organisation (id text primary key, revision integer not null, name text not null, address_lines text not null,
  on_account integer not null) strict;

CREATE TABLE outcome (id text primary key, revision integer not null, device_id text not null, name text not null, status text not null,
  code text, detail text, decided_at text not null) strict;

CREATE TABLE payment (id text primary key, revision integer not null, session_id text not null, payer text not null, method text not null,
  amount integer not null, currency text not null, received_on text not null, reference text, allocations text not null,
  recorded_at text not null, recorded_by text not null) strict;

CREATE INDEX payment_by_session on payment (session_id);

CREATE TABLE payment_void (id text primary key, revision integer not null, payment_id text not null, reason text not null,
  voided_at text not null, voided_by text not null) strict;

CREATE INDEX payment_void_by_payment on payment_void (payment_id);

CREATE TABLE receipt (id text primary key, revision integer not null, payment_id text not null, number text not null, series text not null,
  year integer not null, sequence integer not null, issued_at text not null, template_version integer not null, content text not null) strict;

CREATE INDEX receipt_by_payment on receipt (payment_id);

CREATE INDEX receipt_by_series on receipt (series, year, sequence);

CREATE TABLE request (id text primary key, revision integer not null, session_id text not null, candidate_id text not null,
  version integer not null, received_at text not null, email_confirmed_at text not null, organisation_id text, note text, changes text not null default '[]', data_checked_at text) strict;

CREATE INDEX request_by_candidate on request (candidate_id);

CREATE INDEX request_by_session on request (session_id, received_at);

CREATE TABLE review_item (id text primary key, revision integer not null, command_id text not null, kind text not null, name text not null,
  code text not null, detail text, request_id text, entry_ids text not null, payment_id text, device_name text not null,
  operator_name text not null, done_at text not null, judged_at text not null, dependents text not null) strict;

CREATE TABLE review_settlement (id text primary key, revision integer not null, review_item_id text not null, choice text not null,
  note text, settled_at text not null, settled_by text not null) strict;

CREATE TABLE shadow (entity text not null, id text not null, value text, revision integer not null, primary key (entity, id)) strict;

CREATE TABLE sitting (id text primary key, revision integer not null, session_id text not null, offering_id text not null,
  held_on text not null, starts_at_local text not null, room text not null) strict;

CREATE TABLE software (id text primary key, revision integer not null, name text not null) strict;

CREATE TABLE spared (entity text not null, id text not null, primary key (entity, id)) strict;

CREATE TABLE sync_state (key text primary key, value text not null) strict;