/**
 * Instants and local dates are text in the one format that the domain and the wire use: text order is time order, both
 * drivers give them back untouched, and the two domains keep anything else out. Centre rows are keyed by (centre, id), so
 * that an id chosen by one centre can never reach a row of another.
 */
export const firstTables = {
  number: 10,
  name: 'first-tables',
  statements: [
    `create domain key as text collate "C" check (length(value) between 1 and 64)`,
    `create domain instant as text collate "C" check (value ~ '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$')`,
    `create domain local_date as text collate "C" check (value ~ '^\\d{4}-\\d{2}-\\d{2}$')`,
    `create domain local_time as text collate "C" check (value ~ '^\\d{2}:\\d{2}$')`,
    `create domain revision as integer not null default 1 check (value > 0)`,

    `create table exam_session (
      id key primary key, label text not null, starts_on local_date not null, ends_on local_date not null, revision revision)`,
    `create table exam (
      id key primary key, session_id key not null references exam_session, code text not null, family text not null,
      label text not null, minutes integer not null, needs_software boolean not null, registration_opens_at instant not null,
      registration_closes_at instant not null, allowed_dates jsonb not null, fee jsonb not null, revision revision)`,
    `create table software (id key primary key, name text not null, revision revision)`,
    `create table centre (
      id key primary key, code text not null, name text not null, town text not null, department text not null,
      insee_commune text not null, territory text not null, time_zone text not null, currency text not null,
      accreditation_number text not null, accreditation_ends_on local_date not null, revision revision)`,
    `create table candidate (
      id key primary key, nuc text unique, birth_name text not null, usage_name text, first_names text not null,
      sex text not null, born_on local_date not null, birth_place text not null, birth_country text not null,
      email text not null, phone text not null, address_lines jsonb not null, postcode text not null, town text not null,
      nir_check text not null, revision revision)`,
    'create sequence nuc_number start 40001',

    `create table centre_settings (
      centre_id key not null references centre, id key not null, address_lines jsonb not null, legal_lines jsonb not null,
      vat_wording text, payment_terms text not null, deadline_reading text not null, good_friday boolean not null,
      boxing_day boolean not null, closed_days jsonb not null, worked_holidays jsonb not null, revision revision,
      primary key (centre_id, id))`,
    `create table device (
      centre_id key not null references centre, id key not null, name text not null, series text not null, revision revision,
      primary key (centre_id, id), unique (centre_id, series))`,
    `create table operator (
      centre_id key not null references centre, id key not null, name text not null, role text not null,
      active boolean not null, revision revision, primary key (centre_id, id))`,
    `create table organisation (
      centre_id key not null references centre, id key not null, name text not null, address_lines jsonb not null,
      on_account boolean not null, revision revision, primary key (centre_id, id))`,
    `create table offering (
      centre_id key not null references centre, id key not null, session_id key not null references exam_session,
      exam_id key not null references exam, software_ids jsonb not null, seats integer not null, open boolean not null,
      revision revision, primary key (centre_id, id))`,
    `create table sitting (
      centre_id key not null references centre, id key not null, session_id key not null references exam_session,
      offering_id key not null, held_on local_date not null, starts_at_local local_time not null, room text not null,
      revision revision, primary key (centre_id, id), foreign key (centre_id, offering_id) references offering)`,
    `create table request (
      centre_id key not null references centre, id key not null, session_id key not null references exam_session,
      candidate_id key not null references candidate, version integer not null, received_at instant not null,
      email_confirmed_at instant not null, organisation_id key, note text, revision revision,
      primary key (centre_id, id), foreign key (centre_id, organisation_id) references organisation)`,
    'create index request_candidate on request (candidate_id)',
    `create table entry (
      centre_id key not null references centre, id key not null, request_id key not null,
      candidate_id key not null references candidate, session_id key not null references exam_session,
      exam_id key not null references exam, offering_id key, status text not null, fee_amount integer not null,
      currency text not null, refusal jsonb, prevalidated_at instant, deadline_on local_date, deadline_at instant,
      confirmed_at instant, attendance text, carried_from key, revision revision,
      primary key (centre_id, id), foreign key (centre_id, request_id) references request,
      foreign key (centre_id, offering_id) references offering)`,
    'create index entry_offering on entry (centre_id, offering_id)',
    'create index entry_request on entry (centre_id, request_id)',

    // Facts stand even when what they name does not exist: no foreign keys from here on.
    `create table payment (
      centre_id key not null references centre, id key not null, session_id key not null, payer jsonb not null,
      method text not null, amount integer not null, currency text not null, received_on local_date not null, reference text,
      allocations jsonb not null, recorded_at instant not null, recorded_by text not null, revision revision,
      primary key (centre_id, id))`,
    'create index payment_allocations on payment using gin (allocations jsonb_path_ops)',
    'create index payment_payer on payment using gin (payer jsonb_path_ops)',
    `create table payment_void (
      centre_id key not null references centre, id key not null, payment_id key not null, reason text not null,
      voided_at instant not null, voided_by text not null, revision revision, primary key (centre_id, id))`,
    'create index payment_void_payment on payment_void (centre_id, payment_id)',
    `create table receipt (
      centre_id key not null references centre, id key not null, payment_id key not null, number text not null,
      series text not null, year integer not null, sequence bigint not null, issued_at instant not null,
      template_version integer not null, content jsonb not null, revision revision, primary key (centre_id, id))`,
    'create index receipt_payment on receipt (centre_id, payment_id)',
    'create index receipt_number on receipt (centre_id, number)',
    `create table outcome (
      centre_id key not null references centre, id key not null, device_id key not null, name text not null,
      status text not null, code text, detail jsonb, decided_at instant not null, revision revision,
      primary key (centre_id, id))`,
    `create table review_item (
      centre_id key not null references centre, id key not null, command_id key not null, kind text not null,
      name text not null, code text not null, detail jsonb, request_id key, entry_ids jsonb not null, payment_id key,
      device_name text not null, operator_name text not null, done_at instant not null, judged_at instant not null,
      dependents jsonb not null, revision revision, primary key (centre_id, id))`,
    'create unique index review_item_command on review_item (centre_id, command_id)',
    'create index review_item_dependents on review_item using gin (dependents jsonb_path_ops)',
    `create table review_settlement (
      centre_id key not null references centre, id key not null, review_item_id key not null, choice text not null, note text,
      settled_at instant not null, settled_by text not null, revision revision, primary key (centre_id, id))`,
    'create index review_settlement_item on review_settlement (centre_id, review_item_id)',

    'create table feed (stream text collate "C" primary key, head bigint not null)',
    `create table change (
      stream text collate "C" not null references feed, position bigint not null, command_id key, row_count integer not null,
      rows jsonb not null, at instant not null, primary key (stream, position))`,
    `create table hq_device (
      id key primary key, centre_id key not null references centre, public_key text not null, age_public_key text not null,
      app_version text not null, enrolled_at instant not null, revoked_at instant, last_sequence bigint not null default 0)`,
    `create table command_log (
      id key primary key, centre_id key not null references centre, device_id key not null references hq_device,
      sequence bigint not null, received_at instant not null, command jsonb not null)`,
    `create table enrolment_code (
      hash text primary key, centre_id key not null references centre, expires_at instant not null, used_at instant,
      device_id key references hq_device)`,
    'create table hq_key (name text primary key, value text not null)',
    'create table sample (size text not null, loaded_at instant not null)',
  ],
} as const
