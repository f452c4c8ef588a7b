/** The ledger of papers issued to candidates (`domain/issued-paper.ts`). */
export const issuedPapers = `
create table issued_paper (id text primary key, revision integer not null, kind text not null, session_id text not null,
  candidate_id text not null, request_id text not null, version integer not null, fingerprint text not null, content text not null,
  recipient text not null, means text not null, issued_at text not null, issued_by text not null) strict;
create index issued_paper_by_request on issued_paper (request_id);
create index issued_paper_by_candidate on issued_paper (candidate_id);
create index issued_paper_by_session on issued_paper (session_id, kind);
`
