import { rehashFeedRows } from './040-sums-anew.ts'

/** Another software that a centre proposes for an exam. The rows of entries have one more field (`DIGEST_VERSION` 3). */
export const proposedOfferings = {
  number: 80,
  name: 'proposed-offerings',
  statements: [
    'alter table entry add column proposed_offering_id key',
    'alter table entry add foreign key (centre_id, proposed_offering_id) references offering',
  ],
  run: rehashFeedRows,
} as const
