/** The ledger of papers issued to candidates (`domain/issued-paper.ts`). */
export const issuedPapers = {
  number: 200,
  name: 'issued-papers',
  statements: [
    // A fact: it stands even when the session that it names does not exist here. Its candidate does, or it is not kept.
    `create table issued_paper (
      centre_id key not null references centre, id key not null, kind text not null, session_id key not null,
      candidate_id key not null references candidate, request_id key not null, version integer not null, fingerprint text not null,
      content text not null, recipient text not null, means text not null, issued_at instant not null, issued_by text not null,
      revision revision, primary key (centre_id, id))`,
    'create index issued_paper_candidate on issued_paper (candidate_id)',
  ],
} as const
