import { rehashFeedRows } from './040-sums-anew.ts'
import { addedToChanges } from './added-to-changes.ts'

/** Receipts and credit notes are chained (`domain/paper-chain.ts`); those issued before have no link (`DIGEST_VERSION` 6). */
export const paperChain = {
  number: 190,
  name: 'paper-chain',
  statements: [
    'alter table receipt add column chain text',
    'alter table credit_note add column chain text',
    addedToChanges('receipt', `'{"chain": null}'`),
    addedToChanges('creditNote', `'{"chain": null}'`),
  ],
  run: rehashFeedRows,
} as const
