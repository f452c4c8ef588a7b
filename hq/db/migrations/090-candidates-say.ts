import { rehashFeedRows } from './040-sums-anew.ts'

/**
 * What candidates say of themselves after they asked: changed requests, data found right, an address that is about to change; and how a
 * centre is reached (`DIGEST_VERSION` 4).
 */
export const candidatesSay = {
  number: 90,
  name: 'candidates-say',
  statements: [
    'alter table centre add column phone text',
    'alter table centre add column email text',
    'alter table candidate add column email_next text',
    'alter table candidate add column email_changes_at instant',
    'alter table candidate add check ((email_next is null) = (email_changes_at is null))',
    'create index candidate_email_changes on candidate (email_changes_at) where email_changes_at is not null',
    // Which part of the identity did not agree was not kept.
    "update candidate set nir_check = 'none' where nir_check = 'mismatch'",
    "alter table request add column changes jsonb not null default '[]'",
    'alter table request add column data_checked_at instant',
    `create table data_check (
      centre_id key not null references centre, id key not null, session_id key not null references exam_session,
      asked_at instant not null, asked_by text not null, revision revision, primary key (centre_id, id))`,
  ],
  run: rehashFeedRows,
} as const
