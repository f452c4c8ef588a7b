import type { KeyboardEvent } from 'react'
import { FindField } from '../../kit/find-field.tsx'
import { HELP } from '../../text/screens/help.ts'
import type { HelpPlace } from './help-context.ts'
import { type Found, placeOf } from './search-guide.ts'

type GuideSearchProps = {
  query: string
  setQuery: (query: string) => void
  best: Found | undefined
  go: (place: HelpPlace) => void
}

/** Where words are typed: Entrée opens the best page, ↓ goes to the list, Échap empties the field before it closes the help. */
export function GuideSearch({ query, setQuery, best, go }: GuideSearchProps) {
  const beforeField = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || query === '') return
    event.stopPropagation()
    setQuery('')
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (!(event.target instanceof HTMLInputElement)) return
    const place = best && placeOf(best)
    if (event.key === 'Enter' && place) go(place)
    if (event.key !== 'ArrowDown') return
    event.preventDefault()
    document.querySelector<HTMLElement>('.help-sheet .results button, .help-sheet article')?.focus()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the field inside takes the keys.
    <div className="seek" onKeyDownCapture={beforeField} onKeyDown={onKeyDown}>
      <FindField
        label={HELP.search}
        hint={HELP.searchHint}
        clear={HELP.clearSearch}
        value={query}
        onChange={setQuery}
      />
    </div>
  )
}
