/** Latin letters; whoever has others is looked at by the rule itself. */
const letters = 'A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ'
const unsureName = (column: string) =>
  `${column} glob '*[^${letters}''’ .-]*' or ${column} glob '[^${letters}]*' or length(trim(${column})) not between 1 and 60`

/**
 * Candidates whose identity may well be rejected, whatever the day: more of them than the rule finds (`domain/identity-faults.ts`), and
 * none less. Whoever looks for them writes this very text: it is by it that SQLite knows the index again.
 */
export const UNSURE = `(nir_check not in ('none', 'ok') or trim(birth_place) = '' or born_on < '1900-01-01'
  or ${unsureName('birth_name')} or ${unsureName('first_names')})`

/**
 * What « Aujourd'hui » looks for among all that a centre has: payments awaited until a day, requests without an answer, identities that
 * may be rejected.
 */
export const today = `
create index entry_awaited on entry (session_id, deadline_on) where status = 'prevalidated';
create index entry_asked on entry (session_id) where status = 'requested';
create index candidate_unsure on candidate (id) where ${UNSURE};
create index candidate_by_birth on candidate (born_on);
`
