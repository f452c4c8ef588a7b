/** How large what is told of a transaction is, so that a page is cut before it is read; and modifications told apart from requests. */
export const weightOfChanges = {
  number: 150,
  name: 'weight-of-changes',
  statements: [
    `alter table change add column byte_count integer not null generated always as (octet_length(rows::text)) stored`,
    'alter table submission drop constraint submission_status_check',
    `alter table submission add check (status in ('waiting', 'sent', 'modified', 'blocked', 'known'))`,
    // A modification was kept as a request that was sent: it is known by the version that it made at that instant.
    `update submission set status = 'modified' where status = 'sent' and exists (
      select 1 from request_version as made
      where made.request_id = submission.request_id and made.version > 1 and made.made_at = submission.received_at)`,
  ],
} as const
