/** HQ's own staff: who they are, and what they did at their pages. */
export const staff = {
  number: 130,
  name: 'staff',
  statements: [
    // Without password until the link that the command line gave is used. A closed account stays, for what its owner did.
    `create table staff_account (
      id key primary key, email text not null, email_key text not null unique, name text not null, password_hash text,
      created_at instant not null, closed_at instant)`,
    // Of links and sessions only hashes are kept, as for candidates.
    `create table staff_session (
      hash text primary key, staff_id key not null references staff_account on delete cascade, expires_at instant not null)`,
    'create index staff_session_account on staff_session (staff_id)',
    `create table staff_link (
      hash text primary key, staff_id key not null references staff_account on delete cascade, expires_at instant not null,
      used_at instant)`,
    'create index staff_link_account on staff_link (staff_id)',
    // Who, when, what, on which id: nothing that is about anybody else. Without `staff_id`: by the command line.
    `create table staff_act (
      id key primary key, staff_id key references staff_account, at instant not null, act text not null, about key not null)`,
    'create index staff_act_about on staff_act (about)',

    // Whose request a case stopped, the last time: they are told when it no longer does.
    `create table duplicate_block (
      case_id key not null references duplicate_case on delete cascade, candidate_id key not null references candidate,
      blocked_at instant not null, primary key (case_id, candidate_id))`,
    // Until now only that it stopped one of the two: whoever had a request stopped.
    `insert into duplicate_block (case_id, candidate_id, blocked_at)
      select distinct duplicate_case.id, account.candidate_id, duplicate_case.blocked_at from duplicate_case
      join account on account.candidate_id in (duplicate_case.candidate_id, duplicate_case.other_id)
      join submission on submission.account_id = account.id and submission.status = 'blocked'
      where duplicate_case.blocked_at is not null`,
    'create index duplicate_case_settled on duplicate_case (settled_at) where settled_at is not null',

    'alter table no_centre_request add column handled_at instant',
    'alter table no_centre_request add column handled_by key references staff_account',
    'alter table no_centre_request add check ((handled_at is null) = (handled_by is null))',
    'alter table hq_device add column contact_at instant',
    `create index mail_trouble on mail (queued_at) where status in ('failed', 'dropped') or trouble is not null`,
  ],
} as const
