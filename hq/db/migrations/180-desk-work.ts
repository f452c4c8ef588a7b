import { rehashFeedRows } from './040-sums-anew.ts'
import { addedToChanges } from './added-to-changes.ts'

/** What a line of history says of arguments: `SAID` of `domain/told.ts`, of the commands that there were. */
const TOLD = `(select coalesce(jsonb_object_agg(key, case jsonb_typeof(value) when 'string' then to_jsonb(left(value #>> '{}', 200)) else value end), '{}')
  from jsonb_each(command -> 'args') where key in ('reason', 'deadlineOn', 'proof', 'seats') and jsonb_typeof(value) in ('string', 'number'))`
const FIELDS = `(select jsonb_build_object('fields', left(string_agg(key, ' ' order by key collate "C"), 200))
  from jsonb_object_keys(command -> 'args' -> 'changes') as key)`
const OF_APPLIED = "from command_log where command_log.id = outcome.id and status = 'applied'"

/**
 * What a centre notes, reminds and decides of itself: notes of calls, reminders, sittings called off, its declaration of
 * activity; and who asked for what, told with each outcome (`DIGEST_VERSION` 5). Of decisions judged before, it is read from the commands
 * themselves, which are kept; those outcomes are written anew, at their next revision, so that whoever reads all rows again takes them.
 */
export const deskWork = {
  number: 180,
  name: 'desk-work',
  statements: [
    'alter table centre_settings add column activity jsonb',
    'alter table sitting add column cancelled boolean not null default false',
    `alter table outcome add column operator_name text, add column done_at instant, add column about jsonb not null default '[]',
      add column entry_ids jsonb not null default '[]', add column told jsonb not null default '{}'`,
    `update outcome set operator_name = command -> 'operator' ->> 'name', done_at = command ->> 'at', revision = revision + 1
      from command_log where command_log.id = outcome.id`,
    `update outcome set about = jsonb_build_array('request/' || (command -> 'args' ->> 'requestId')),
        entry_ids = coalesce(command -> 'args' -> 'entryIds', jsonb_build_array(command -> 'args' -> 'entryId')), told = ${TOLD}
      ${OF_APPLIED} and outcome.name like 'entry.%' and command -> 'args' ->> 'requestId' is not null`,
    `update outcome set entry_ids = command -> 'args' -> 'entryIds', about = (
        select coalesce(jsonb_agg(distinct 'request/' || entry.request_id), '[]') from entry
        where entry.centre_id = outcome.centre_id and command -> 'args' -> 'entryIds' ? entry.id)
      ${OF_APPLIED} and outcome.name = 'entry.confirm'`,
    `update outcome set about = jsonb_build_array('candidate/' || (command -> 'args' ->> 'candidateId')),
        told = ${TOLD} || case when command -> 'args' ? 'changes' then ${FIELDS} else '{}' end
      ${OF_APPLIED} and outcome.name like 'candidate.%'`,
    `update outcome set about = jsonb_build_array('offering/' || (command -> 'args' ->> 'offeringId')), told = ${TOLD}
      ${OF_APPLIED} and outcome.name = 'offering.set-seats'`,
    `update outcome set about = jsonb_build_array('examSession/' || (command -> 'args' ->> 'sessionId'))
      ${OF_APPLIED} and outcome.name = 'data-check.ask'`,
    addedToChanges('centreSettings', `'{"activity": null}'`),
    addedToChanges('sitting', `'{"cancelled": false}'`),
    addedToChanges(
      'outcome',
      `coalesce(jsonb_build_object('operatorName', outcome.operator_name, 'doneAt', outcome.done_at, 'about', outcome.about,
          'entryIds', outcome.entry_ids, 'told', outcome.told),
        '{"operatorName": null, "doneAt": null, "about": [], "entryIds": [], "told": {}}')`,
      `left join outcome on one ->> 'entity' = 'outcome' and change.stream = 'centre:' || outcome.centre_id and outcome.id = one ->> 'id'`,
    ),
    `create table call_note (
      centre_id key not null references centre, id key not null, candidate_id key not null references candidate, means text not null,
      text text not null, noted_at instant not null, noted_by text not null, revision revision, primary key (centre_id, id))`,
    'create index call_note_candidate on call_note (candidate_id)',
    `create table reminder (
      centre_id key not null references centre, id key not null, request_id key not null, candidate_id key not null references candidate,
      session_id key not null references exam_session, entry_ids jsonb not null, means text not null, sent_at instant not null,
      sent_by text not null, revision revision, primary key (centre_id, id))`,
    'create index reminder_candidate on reminder (candidate_id)',
    `create table work_aside (
      centre_id key not null references centre, entity text not null, id key not null, candidate_id key not null references candidate,
      value jsonb not null, primary key (centre_id, entity, id))`,
    'create index work_aside_candidate on work_aside (candidate_id)',
  ],
  run: rehashFeedRows,
} as const
