/** What HQ keeps of candidates beyond the record that centres see: accounts, what they sent, and what only HQ may read. */
export const accounts = {
  number: 50,
  name: 'accounts',
  statements: [
    // A password is the account's once its address is confirmed: until then each form waits with its own.
    `create table account (
      id key primary key, email text not null, email_key text not null unique, password_hash text,
      confirmed_at instant, candidate_id key unique references candidate, created_at instant not null,
      check ((confirmed_at is null) = (password_hash is null)))`,
    'create index account_unconfirmed on account (created_at) where confirmed_at is null',

    // What a page sent once. `id` is drawn by the page: a form sent twice is one. Its form is forgotten once it is of no more use.
    `create table submission (
      id key primary key, account_id key not null references account on delete cascade, form jsonb, password_hash text,
      received_at instant not null, status text not null check (status in ('waiting', 'sent', 'blocked', 'known')), blocked_for text, request_id key,
      check ((status = 'waiting') = (password_hash is not null)))`,
    'create index submission_account on submission (account_id)',

    // Of links and sessions only hashes are kept: whoever reads the database cannot use them.
    `create table account_link (
      hash text primary key, account_id key not null references account on delete cascade,
      purpose text not null check (purpose in ('confirm', 'new-password')),
      submission_id key references submission on delete cascade, expires_at instant not null, used_at instant)`,
    'create index account_link_account on account_link (account_id)',
    'create index account_link_old on account_link (expires_at)',
    `create table account_session (
      hash text primary key, account_id key not null references account on delete cascade, expires_at instant not null)`,
    'create index account_session_account on account_session (account_id)',
    'create index account_session_old on account_session (expires_at)',

    // Never sent to a centre.
    `create table candidate_file (
      candidate_id key primary key references candidate, birth_place jsonb not null, nationality text not null,
      situation jsonb not null, funding jsonb not null, informed_at instant not null)`,
    // Two records that may be one person: HQ's staff say which. `blocked_at`: the last time that it stopped a request.
    `create table duplicate_case (
      id key primary key, candidate_id key not null references candidate, other_id key not null references candidate,
      noticed_at instant not null, blocked_at instant, settled_at instant, settled_as text check (settled_as in ('same', 'apart')),
      settled_by text, unique (candidate_id, other_id), check (candidate_id < other_id))`,
    'create index duplicate_case_other on duplicate_case (other_id)',
    'create index duplicate_case_open on duplicate_case (noticed_at) where settled_at is null',
    `create table no_centre_request (
      id key primary key, session_id key not null references exam_session, exam_ids jsonb not null, department text not null,
      email text, message text not null, received_at instant not null)`,

    // When an entry ended otherwise than by an exam: the row says how, and no longer when. A seat may lapse, be given again, and lapse.
    `create table entry_end (
      centre_id key not null, entry_id key not null, status text not null, ended_at instant not null,
      primary key (centre_id, entry_id, status, ended_at))`,
    'create index candidate_born on candidate (born_on)',
    'create index entry_candidate on entry (candidate_id)',
  ],
} as const
