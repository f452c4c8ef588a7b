/** What corrects a receipt that nothing may edit or delete. */
export const creditNotes = {
  number: 30,
  name: 'credit-notes',
  statements: [
    // A fact: it stands even when what it names does not exist here, so no foreign keys.
    `create table credit_note (
      centre_id key not null references centre, id key not null, receipt_id key not null, payment_id key not null,
      number text not null, series text not null, year integer not null, sequence bigint not null, issued_at instant not null,
      issued_by text not null, reason text not null, template_version integer not null, original jsonb not null,
      revision revision, primary key (centre_id, id))`,
    'create index credit_note_receipt on credit_note (centre_id, receipt_id)',
  ],
} as const
