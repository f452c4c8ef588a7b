/** Which lines of bank statements are which payments, or which deposits of cheques (`domain/statement-match.ts`). */
export const statementMatches = {
  number: 220,
  name: 'statement-matches',
  statements: [
    // Facts: they stand even when what they name does not exist here, so no foreign keys.
    `create table statement_match (
      centre_id key not null references centre, id key not null, payment_id key, deposit_id key, line_key text not null,
      booked_on local_date not null, amount integer not null, label text not null, matched_at instant not null,
      matched_by text not null, revision revision, primary key (centre_id, id))`,
    'create index statement_match_line on statement_match (centre_id, line_key)',
    'create index statement_match_payment on statement_match (centre_id, payment_id)',
    'create index statement_match_deposit on statement_match (centre_id, deposit_id)',
  ],
} as const
