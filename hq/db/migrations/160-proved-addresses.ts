/**
 * A centre's change of address waits until the old address was told (`told_at`) and the new one proved by its link (`proved_at`). One asked
 * before this has no such link: it is given up in the end, and its centre asks again.
 */
export const provedAddresses = {
  number: 160,
  name: 'proved-addresses',
  statements: [
    'alter table address_change add column told_at instant',
    'alter table address_change add column proved_at instant',
    'alter table address_change drop constraint address_change_status_check',
    `alter table address_change add check (status in ('waiting', 'done', 'stopped', 'replaced', 'taken', 'unproven'))`,
    // Announced, but without an instant as long as one of the two is missing.
    'alter table candidate drop constraint candidate_check',
    'alter table candidate add check (email_changes_at is null or email_next is not null)',
    `create index mail_of_address_change on mail ((data ->> 'changeId')) where name in ('address-changing', 'address-coming')`,
    'create index address_change_settled on address_change (settled_at) where settled_at is not null',
  ],
} as const
