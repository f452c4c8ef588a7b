import { pages } from 'virtual:guide'
import { type KeyboardEvent, useState } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { IconButton } from '../../kit/button.tsx'
import { HELP, type HelpPage } from '../../text/screens/help.ts'
import { GuideArticle } from './guide-article.tsx'
import { GuideResults } from './guide-results.tsx'
import { GuideSearch } from './guide-search.tsx'
import type { HelpPlace } from './help-context.ts'
import { makeSearchable, searchGuide } from './search-guide.ts'
import { visit, visitAgain, visitNext } from './visited.ts'

const guide = makeSearchable(pages)

/** The guide, at the side of the window: one page at a time, its links, a search over all of it. Échap gives the window back. */
export function HelpSheet({ page: first, onClose }: { page: HelpPage; onClose: () => void }) {
  const [visited, setVisited] = useState(() => visit({ page: first, heading: null }))
  const [query, setQuery] = useState('')
  const place = visited.places[visited.at] ?? { page: first, heading: null }
  const page = pages.find(({ slug }) => slug === place.page)
  const found = query.trim() === '' ? null : searchGuide(guide, query)
  const go = (next: HelpPlace) => {
    setQuery('')
    setVisited((before) => visitNext(before, next))
  }
  const again = (steps: 1 | -1) => {
    setQuery('')
    setVisited((before) => visitAgain(before, steps))
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.altKey && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
      event.preventDefault()
      again(event.key === 'ArrowLeft' ? -1 : 1)
    }
    if (beginsWord(event)) event.currentTarget.querySelector('input')?.focus()
  }
  return (
    <ModalOverlay className="help-veil" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className="help-side">
        <Dialog className="help-sheet">
          {/* biome-ignore lint/a11y/noStaticElementInteractions: keys that hold anywhere in the sheet. */}
          <div className="whole" onKeyDown={onKeyDown}>
            <header>
              <Heading slot="title" level={2}>
                {HELP.title}
              </Heading>
              <IconButton icon="previous" label={HELP.back} idle={visited.at === 0} onPress={() => again(-1)} />
              <IconButton
                icon="next"
                label={HELP.forward}
                idle={visited.at === visited.places.length - 1}
                onPress={() => again(1)}
              />
              <IconButton icon="contents" label={HELP.contents} onPress={() => go({ page: 'index', heading: null })} />
              <IconButton icon="cross" label={HELP.close} onPress={onClose} />
            </header>
            <GuideSearch query={query} setQuery={setQuery} best={found?.[0]} go={go} />
            {found ? (
              <GuideResults query={query} found={found} go={go} />
            ) : page ? (
              <GuideArticle key={visited.at} page={page} heading={place.heading} go={go} />
            ) : null}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

/** A letter typed while reading: it is meant for the search. */
function beginsWord({ key, target, altKey, ctrlKey, metaKey }: KeyboardEvent<HTMLElement>): boolean {
  return /^[\p{L}\p{N}]$/u.test(key) && !altKey && !ctrlKey && !metaKey && !(target instanceof HTMLInputElement)
}
