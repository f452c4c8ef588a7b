import { fillFeedRows } from './020-fill-feed-rows.ts'

/** Forked devices, what readers of a stream hold, feeds that forget their oldest changes, and indexes for a first sync in order. */
export const sync = {
  number: 20,
  name: 'sync',
  statements: [
    `alter table hq_device
      add column contact text not null default '', add column contact_before text not null default '',
      add column replaces key references hq_device, add column replaced_by key references hq_device,
      add column replaced_at instant, add column last_departure integer not null default 0,
      add column last_return integer not null default 0`,
    'create index hq_device_replaces on hq_device (replaces)',
    // What could not be read was seen all the same: sent again once later commands were judged, it is no sign of a copy.
    `create table unread_command (
      device_id key not null references hq_device, id key not null, code text not null, seen_at instant not null,
      primary key (device_id, id))`,
    `alter table feed
      add column digest numeric(20) not null default 0 check (digest >= 0 and digest < 18446744073709551616),
      add column floor bigint not null default 0`,
    `create table feed_row (
      stream text collate "C" not null, entity text collate "C" not null, id key not null, revision integer not null,
      hash bigint not null, bucket smallint not null, primary key (stream, entity, id))`,
    'create index feed_row_bucket on feed_row (stream, bucket) include (hash)',
    'create index request_session on request (centre_id, session_id, candidate_id)',
    'create index request_order on request (centre_id, session_id, id)',
    'create index entry_session on entry (centre_id, session_id, id)',
    'create index payment_session on payment (centre_id, session_id, id)',
    'create index command_log_received on command_log (centre_id, received_at)',
  ],
  run: fillFeedRows,
} as const
