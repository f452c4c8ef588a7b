import { IconButton } from './button.tsx'
import { Icon } from './icons.tsx'

type FindFieldProps = {
  label: string
  hint: string
  clear: string
  value: string
  onChange: (text: string) => void
  /** The key that leads here, drawn in it. */
  keys?: string
  /** ↓ and Entrée leave it for what it found. */
  onLeave?: () => void
  /** Characters that it takes; more are left out of a paste, unsaid. */
  maxLength?: number
}

/** A screen's own search: narrows what is below it as one types; Échap empties it. */
export function FindField({ label, hint, clear, value, onChange, keys, onLeave, maxLength = 200 }: FindFieldProps) {
  return (
    <search className="find own">
      <Icon name="search" />
      <input
        type="search"
        aria-label={label}
        aria-keyshortcuts={keys}
        placeholder={hint}
        autoComplete="off"
        spellCheck={false}
        maxLength={maxLength}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onChange('')
          if (!onLeave || (event.key !== 'ArrowDown' && event.key !== 'Enter')) return
          event.preventDefault()
          onLeave()
        }}
      />
      {value ? (
        <IconButton small icon="cross" label={clear} onPress={() => onChange('')} />
      ) : keys ? (
        <span className="key" aria-hidden="true">
          {keys}
        </span>
      ) : null}
    </search>
  )
}
