/**
 * Every change of a candidate's address: who asked, when, on what proof, and what became of it. Of the links in mails only hashes are
 * kept: `link_hash` confirms the new address, `stop_hash` is the old one's to stop it.
 */
export const addressChanges = {
  number: 120,
  name: 'address-changes',
  statements: [
    `create table address_change (
      id key primary key, candidate_id key not null references candidate,
      made_by text not null check (made_by in ('candidate', 'centre', 'staff')),
      centre_id key references centre, person text, proof text, proof_text text,
      from_email text not null, to_email text not null, asked_at instant not null, valid_until instant not null,
      link_hash text unique, stop_hash text unique,
      status text not null check (status in ('waiting', 'done', 'stopped', 'replaced', 'taken')), settled_at instant,
      check ((status = 'waiting') = (settled_at is null)), check ((made_by = 'centre') = (centre_id is not null)))`,
    `create unique index address_change_waiting on address_change (candidate_id, made_by) where status = 'waiting'`,
    'create index address_change_candidate on address_change (candidate_id, asked_at)',
    `create index address_change_old on address_change (valid_until) where made_by = 'candidate' and status <> 'done'`,
  ],
} as const
