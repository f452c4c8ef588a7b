/** What each person keeps from one start to the next: columns, filters, the last screen, half-typed forms. Of this PC alone. */
export const kept = `
create table kept (operator_id text not null, key text not null, value text not null, at text not null,
  primary key (operator_id, key)) strict, without rowid;
`
