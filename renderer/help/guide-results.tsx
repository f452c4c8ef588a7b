import type { KeyboardEvent } from 'react'
import { HELP } from '../../text/screens/help.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import type { HelpPlace } from './help-context.ts'
import { type Found, placeOf } from './search-guide.ts'

type GuideResultsProps = { query: string; found: readonly Found[]; go: (place: HelpPlace) => void }

/** The pages that speak of what is typed, the best first, each with the words around it. */
export function GuideResults({ query, found, go }: GuideResultsProps) {
  return (
    <div className="results">
      <p className={found.length > 0 ? 'sub' : 'visually-hidden'} role="status">
        {found.length > 0 ? HELP.found(found.length) : HELP.none(query.trim())}
      </p>
      {found.length === 0 ? (
        <EmptyState icon="search" title={HELP.none(query.trim())} text={HELP.noneText} />
      ) : (
        <ul aria-label={HELP.results} onKeyDown={goAlong}>
          {found.map((one) => {
            const place = placeOf(one)
            const { page, section, excerpt } = one
            return place ? (
              <li key={page.slug}>
                <button type="button" onClick={() => go(place)}>
                  <b>{page.title}</b>
                  {section.id ? <span className="sub">{section.title}</span> : null}
                  <span className="excerpt">
                    {excerpt.map((piece, index) =>
                      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one sentence, never moved.
                      piece.found ? <mark key={index}>{piece.text}</mark> : piece.text,
                    )}
                  </span>
                </button>
              </li>
            ) : null
          })}
        </ul>
      )}
    </div>
  )
}

function goAlong(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  event.preventDefault()
  const buttons: (Element | null)[] = [...event.currentTarget.querySelectorAll('button')]
  const at = buttons.indexOf(document.activeElement)
  const next = buttons[at + (event.key === 'ArrowDown' ? 1 : -1)]
  const field = event.currentTarget.closest('.help-sheet')?.querySelector('input')
  if (next instanceof HTMLElement) next.focus()
  else if (event.key === 'ArrowUp') field?.focus()
}
