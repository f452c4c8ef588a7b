import type { Candidate } from '../../domain/candidate.ts'

type Named = Pick<Candidate, 'birthName' | 'usageName' | 'firstNames'>
const collator = new Intl.Collator('fr')

/** The order of a French list: by the family name shown, then by first names. Joined, « LE » and « LEA » would be told apart by a first name. */
export function compareCandidates(a: Named, b: Named): number {
  const byFamily = collator.compare(a.usageName ?? a.birthName, b.usageName ?? b.birthName)
  return byFamily || collator.compare(a.firstNames, b.firstNames)
}
