import { TextField } from '../../kit/fields.tsx'
import { fieldId } from '../form/focus-field.ts'
import type { Draft } from './draft.ts'
import type { FieldsProps } from './fields-props.ts'

type TextName = {
  [N in keyof Draft]: Draft[N] extends string ? (string extends Draft[N] ? N : never) : never
}[keyof Draft]

type DraftFieldProps = FieldsProps & {
  name: TextName
  label: string
  hint?: string
  type?: 'email' | 'tel'
  autoComplete?: string
  lines?: boolean
  optional?: boolean
  /** Said while it is typed, before the step is sent. */
  said?: string | undefined
}

/** A text of the draft, with what is wrong with it. */
export function DraftField({ draft, change, sayFault, name, label, optional, said, ...look }: DraftFieldProps) {
  return (
    <TextField
      id={fieldId(name)}
      label={label}
      required={!optional}
      value={draft[name]}
      onChange={(text) => change({ [name]: text })}
      error={sayFault(name) ?? said}
      {...look}
    />
  )
}
