import { rehashFeedRows } from './040-sums-anew.ts'
import { addedToChanges } from './added-to-changes.ts'

/** What a cheque bears, those taken to the bank together, and what the bank answered (`DIGEST_VERSION` 6). */
export const cheques = {
  number: 210,
  name: 'cheques',
  statements: [
    'alter table payment add column cheque jsonb',
    addedToChanges('payment', `'{"cheque": null}'`),
    // Facts: they stand even when what they name does not exist here, so no foreign keys.
    `create table cheque_deposit (
      centre_id key not null references centre, id key not null, payment_ids jsonb not null, deposited_on local_date not null,
      reference text, currency text not null, total integer not null, deposited_at instant not null, deposited_by text not null,
      revision revision, primary key (centre_id, id))`,
    'create index cheque_deposit_payments on cheque_deposit using gin (payment_ids)',
    `create table cheque_end (
      centre_id key not null references centre, id key not null, payment_id key not null, outcome text not null,
      ended_on local_date not null, due_on local_date, note text, noted_at instant not null, noted_by text not null,
      revision revision, primary key (centre_id, id))`,
    'create index cheque_end_payment on cheque_end (centre_id, payment_id)',
  ],
  run: rehashFeedRows,
} as const
