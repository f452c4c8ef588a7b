/** What a request asked for that a case stopped: HQ's staff must be able to say which. One stopped before this keeps none of it. */
export const stoppedRequests = {
  number: 170,
  name: 'stopped-requests',
  statements: [
    `alter table duplicate_block add column session_id key references exam_session,
      add column centre_id key references centre, add column exam_codes jsonb`,
    'alter table duplicate_block add check ((session_id is null) = (centre_id is null) and (session_id is null) = (exam_codes is null))',
    'create index duplicate_block_candidate on duplicate_block (candidate_id)',
  ],
} as const
