/** When each command left; what came from HQ; what a person must be told. */
export const exchanges = `
alter table command add column sent_at text;
create table arrival (id text primary key, at text not null, source text not null, counts text not null) strict;
create table notice (id text primary key, at text not null, kind text not null, detail text not null, seen_at text) strict;
create index command_by_state on command (state, sequence);
`
