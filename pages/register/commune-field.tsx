import { ComboField } from '../../kit/combo-field.tsx'
import { sayDepartment } from '../../text/pages/departments.ts'
import { STEP_IDENTITY } from '../../text/pages/register.ts'
import { fieldId } from '../form/focus-field.ts'
import { useCommunes } from '../queries.ts'

type CommuneFieldProps = {
  code: string
  text: string
  onChange: (commune: { code: string; text: string }) => void
  error: string | undefined
}

/** A commune of France by its name or postcode. Only one chosen in the list counts: its name alone may be that of several. */
export function CommuneField({ code: chosen, text, onChange, error }: CommuneFieldProps) {
  const communes = useCommunes(text)
  const short = text.trim().length < 2
  return (
    <ComboField
      id={fieldId('communeCode')}
      label={STEP_IDENTITY.commune}
      hint={STEP_IDENTITY.communeHint}
      value={chosen || null}
      text={text}
      onText={(typed) => typed !== text && onChange({ code: '', text: typed })}
      options={(short ? [] : (communes.data?.communes ?? [])).map(({ code, name, department }) => ({
        value: code,
        label: name,
        detail: sayDepartment(department),
      }))}
      onChoose={({ value, label }) => onChange({ code: value, text: label })}
      empty={
        short
          ? STEP_IDENTITY.communeShort
          : communes.isError
            ? STEP_IDENTITY.communeUnread
            : communes.isFetching
              ? STEP_IDENTITY.communeSearching
              : STEP_IDENTITY.communeNone
      }
      error={error}
    />
  )
}
