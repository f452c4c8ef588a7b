/** Which lines of bank statements are which payments, or which deposits of cheques (`domain/statement-match.ts`). */
export const statementMatches = `
create table statement_match (id text primary key, revision integer not null, payment_id text, deposit_id text, line_key text not null,
  booked_on text not null, amount integer not null, label text not null, matched_at text not null, matched_by text not null) strict;
create index statement_match_by_line on statement_match (line_key);
create index statement_match_by_payment on statement_match (payment_id);
create index statement_match_by_deposit on statement_match (deposit_id);
`
