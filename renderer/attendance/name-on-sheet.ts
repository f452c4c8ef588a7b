import type { Candidate } from '../../domain/candidate.ts'

/** Somebody as the sheet that was signed names and sorts them: by the birth name, which is the identity document's. */
export function nameOnSheet({ birthName, firstNames }: Pick<Candidate, 'birthName' | 'firstNames'>): string {
  return `${birthName} ${firstNames}`
}
