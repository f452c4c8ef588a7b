/** What corrects a receipt that nothing may edit or delete. */
export const creditNotes = `
create table credit_note (id text primary key, revision integer not null, receipt_id text not null, payment_id text not null,
  number text not null, series text not null, year integer not null, sequence integer not null, issued_at text not null,
  issued_by text not null, reason text not null, template_version integer not null, original text not null) strict;
create index credit_note_by_receipt on credit_note (receipt_id);
create index credit_note_by_series on credit_note (series, year, sequence);
`
