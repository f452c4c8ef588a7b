import type { Change, Draft } from './draft.ts'

/** What a step of plain fields is given. */
export type FieldsProps = {
  draft: Draft
  change: Change<Draft>
  /** What is wrong with a field, once that is to be said. */
  sayFault: (field: string) => string | undefined
}
