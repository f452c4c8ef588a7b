/** What the paper of each version of a request says: frozen when the version was made, and given again as it was. */
export const requestVersions = {
  number: 110,
  name: 'request-versions',
  statements: [
    // Kept before the request's own row is written, in one transaction: hence no reference to it.
    `create table request_version (
      request_id key not null, version integer not null check (version >= 1), centre_id key not null references centre,
      candidate_id key not null references candidate, made_at instant not null, content jsonb not null,
      primary key (request_id, version))`,
    'create index request_version_candidate on request_version (candidate_id)',
  ],
} as const
