/** « Numéro de sécurité sociale », where the association asks for it: sealed, never in the clear (`hq/nir-key.ts`). */
export const nir = {
  number: 100,
  name: 'nir',
  statements: [
    'alter table submission add column nir_sealed text',
    // It waits with its form, and no longer.
    "alter table submission add check (nir_sealed is null or status = 'waiting')",
    'alter table candidate_file add column nir_sealed text',
    'alter table candidate_file add column nir_mark text',
    'alter table candidate_file add check ((nir_sealed is null) = (nir_mark is null))',
    // Not unique: two records may be one person's, until HQ's staff say so.
    'create index candidate_file_nir on candidate_file (nir_mark) where nir_mark is not null',
  ],
} as const
