import { useEffect, useRef } from 'react'
import { IconButton } from '../../kit/button.tsx'
import { Icon } from '../../kit/icons.tsx'
import { FRAME } from '../../text/screens/frame.ts'

/** Finds a candidate by name, NUC, telephone or paying organisation. Ctrl+K comes here from anywhere, Échap empties it, ↓ goes to what it found. */
export function SearchField({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return
      event.preventDefault()
      field.current?.focus()
      field.current?.select()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  return (
    <search className="find">
      <Icon name="search" />
      <input
        ref={field}
        type="search"
        aria-label={FRAME.search}
        aria-keyshortcuts="Control+K"
        placeholder={FRAME.searchHint}
        autoComplete="off"
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onChange('')
          if (event.key !== 'ArrowDown') return
          event.preventDefault()
          document.querySelector<HTMLElement>('.request-rows tbody tr')?.focus()
        }}
      />
      {value ? (
        <IconButton icon="cross" label={FRAME.clearSearch} onPress={() => onChange('')} />
      ) : (
        <span className="key" aria-hidden="true">
          {FRAME.searchKey}
        </span>
      )}
    </search>
  )
}
