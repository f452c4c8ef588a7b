import { IconButton } from './button.tsx'
import { Icon } from './icons.tsx'

type FindFieldProps = { label: string; hint: string; clear: string; value: string; onChange: (text: string) => void }

/** A screen's own search: narrows what is below it as one types; Échap empties it. */
export function FindField({ label, hint, clear, value, onChange }: FindFieldProps) {
  return (
    <search className="find own">
      <Icon name="search" />
      <input
        type="search"
        aria-label={label}
        placeholder={hint}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && onChange('')}
      />
      {value ? <IconButton icon="cross" label={clear} onPress={() => onChange('')} /> : null}
    </search>
  )
}
