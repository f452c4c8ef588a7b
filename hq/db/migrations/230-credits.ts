import { rehashFeedRows } from './040-sums-anew.ts'
import { addedToChanges } from './added-to-changes.ts'

/** What is left of a payment, used and given back (`domain/credit.ts`); of an entry, the agreement on account and the cheque announced. */
export const credits = {
  number: 230,
  name: 'credits',
  statements: [
    'alter table entry add column agreement text, add column cheque_announced_at instant',
    addedToChanges('entry', `'{"agreement": null, "chequeAnnouncedAt": null}'`),
    // As of facts: they stand even when what they name does not exist here, so no foreign keys.
    `create table credit_use (
      centre_id key not null references centre, id key not null, payment_id key not null, allocations jsonb not null,
      taken_from jsonb not null, used_at instant not null, used_by text not null, revision revision, primary key (centre_id, id))`,
    'create index credit_use_payment on credit_use (centre_id, payment_id)',
    'create index credit_use_allocations on credit_use using gin (allocations jsonb_path_ops)',
    'create index credit_use_taken on credit_use using gin (taken_from jsonb_path_ops)',
    `create table credit_return (
      centre_id key not null references centre, id key not null, payment_id key not null, amount integer not null,
      means text not null, returned_on local_date not null, note text, taken_from jsonb not null, returned_at instant not null,
      returned_by text not null, revision revision, primary key (centre_id, id))`,
    'create index credit_return_payment on credit_return (centre_id, payment_id)',
    'create index credit_return_taken on credit_return using gin (taken_from jsonb_path_ops)',
  ],
  run: rehashFeedRows,
} as const
