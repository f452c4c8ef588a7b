/** Who corrected a candidate's identity, when, from what to what, on what proof. The row itself holds only the last word. */
export const corrections = {
  number: 70,
  name: 'corrections',
  statements: [
    `create table candidate_correction (
      id key primary key, candidate_id key not null references candidate, centre_id key not null references centre,
      corrected_at instant not null, corrected_by text not null, changes jsonb not null, proof text not null, proof_text text)`,
    'create index candidate_correction_candidate on candidate_correction (candidate_id, corrected_at)',
  ],
} as const
