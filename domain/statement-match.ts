export type { StatementMatch } from './shapes/statement-match.ts'

/** What a match keeps of a label: some banks write a whole page. */
const MOST_CHARACTERS = 200

export function cutLabel(label: string): string {
  return label.length <= MOST_CHARACTERS ? label : `${label.slice(0, MOST_CHARACTERS - 1)}…`
}
