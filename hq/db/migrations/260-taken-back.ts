/** Slips and answers of the bank that were noted by mistake, taken back (`DIGEST_VERSION` 8). */
export const takenBack = {
  number: 260,
  name: 'taken-back',
  statements: [
    // Facts: they stand even when what they name does not exist here, so no foreign keys.
    `create table deposit_void (
      centre_id key not null references centre, id key not null, deposit_id key not null, reason text not null,
      voided_at instant not null, voided_by text not null, revision revision, primary key (centre_id, id))`,
    'create index deposit_void_deposit on deposit_void (centre_id, deposit_id)',
    `create table cheque_end_void (
      centre_id key not null references centre, id key not null, end_id key not null, payment_id key not null, reason text not null,
      voided_at instant not null, voided_by text not null, revision revision, primary key (centre_id, id))`,
    'create index cheque_end_void_end on cheque_end_void (centre_id, end_id)',
    'create index cheque_end_void_payment on cheque_end_void (centre_id, payment_id)',
  ],
} as const
