/**
 * What HQ has to send: kept with the change that is its cause, in one transaction, and sent later by whichever instance claims it.
 * `account_id`: the account that it is erased with, when its address was not confirmed.
 */
export const mail = {
  number: 60,
  name: 'mail',
  statements: [
    `create table mail (
      id key primary key, name text not null, data jsonb not null, recipient text not null,
      centre_id key references centre, candidate_id key references candidate, entry_ids jsonb not null default '[]',
      account_id key references account on delete cascade,
      status text not null default 'waiting' check (status in ('waiting', 'sending', 'sent', 'dropped', 'failed')),
      attempts integer not null default 0, queued_at instant not null, due_at instant not null, claimed_until instant,
      message_id text not null unique, sent_at instant, trouble text)`,
    `create index mail_due on mail (due_at) where status in ('waiting', 'sending')`,
    'create index mail_candidate on mail (candidate_id)',
    'create index mail_account on mail (account_id) where account_id is not null',
    'create index mail_recipient on mail (recipient, queued_at)',
    `create index mail_old on mail (queued_at) where status in ('sent', 'dropped', 'failed')`,
  ],
} as const
