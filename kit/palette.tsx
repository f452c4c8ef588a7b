import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { Icon } from './icons.tsx'

export type PaletteItem = {
  id: string
  content: ReactNode
  /** @param aside whether Ctrl was held: the other thing that can be done with it */
  choose: (aside: boolean) => void
}
export type PaletteGroup = { id: string; title: string; items: readonly PaletteItem[] }

type PaletteProps = {
  label: string
  hint: string
  text: string
  onText: (text: string) => void
  /** What the list is called. */
  listLabel: string
  groups: readonly PaletteGroup[]
  /** Whether the groups answer what is typed; else those of before still stand, and Entrée waits for the new ones. */
  settled: boolean
  /** Read out when it changes: how much was found. */
  status: string
  /** Instead of a list. */
  empty: ReactNode
  footer: ReactNode
  onClose: () => void
}

/** What a person could paste and mean; what follows is cut. */
const LONGEST = 200

/**
 * A field over the window, and below it what it leads to, in groups: ↑ ↓ move while one goes on typing, Entrée takes the one marked, the
 * first to begin with; Échap gives the window back. A combobox whose list box is always open (ARIA 1.2).
 */
export function Palette(props: PaletteProps) {
  const { label, hint, text, onText, listLabel, groups, settled, status, empty, footer, onClose } = props
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  // Of which text the mark is: another one begins at the top again.
  const [mark, setMark] = useState<{ of: string; id: string | null }>({ of: text, id: null })
  const [awaited, setAwaited] = useState<{ aside: boolean } | null>(null)
  const items = groups.flatMap((group) => group.items)
  const marked = items.findIndex((item) => mark.of === text && item.id === mark.id)
  const at = marked < 0 ? 0 : marked
  const active = items[at]
  const optionId = (item: PaletteItem) => `${id}-${item.id}`

  const take = (item: PaletteItem | undefined, aside: boolean) => {
    if (!item) return
    onClose()
    item.choose(aside)
  }
  // Typed faster than the answer came: Entrée means the best of what is typed, not of what still stands there.
  useEffect(() => {
    if (!awaited || !settled) return
    setAwaited(null)
    take(items[0], awaited.aside)
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: to find a place makes the browser lay everything out, so not at every key.
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [at, active?.id])
  const move = (steps: number) => {
    const next = items[(at + steps + items.length) % Math.max(1, items.length)]
    if (next) setMark({ of: text, id: next.id })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const steps = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (steps === undefined && event.key !== 'Enter') return
    event.preventDefault()
    if (steps !== undefined) move(steps)
    else if (settled) take(active, event.ctrlKey || event.metaKey)
    else setAwaited({ aside: event.ctrlKey || event.metaKey })
  }
  return (
    <ModalOverlay className="veil top-veil" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className="modal palette">
        <Dialog className="palette-body" aria-label={label}>
          <div className="palette-field">
            <Icon name="search" />
            <input
              autoFocus
              type="text"
              role="combobox"
              aria-label={label}
              aria-expanded={items.length > 0}
              aria-controls={items.length > 0 ? `${id}-list` : undefined}
              aria-activedescendant={active ? optionId(active) : undefined}
              aria-autocomplete="list"
              autoComplete="off"
              spellCheck={false}
              placeholder={hint}
              value={text}
              onChange={(event) => {
                setAwaited(null)
                onText(event.target.value.slice(0, LONGEST))
              }}
              onKeyDown={onKeyDown}
            />
          </div>
          <p className="visually-hidden" role="status">
            {status}
          </p>
          {items.length > 0 ? (
            <div ref={list} id={`${id}-list`} className="palette-list" role="listbox" aria-label={listLabel}>
              {groups
                .filter((group) => group.items.length > 0)
                .map((group) => (
                  // biome-ignore lint/a11y/useSemanticElements: a group of options in a list box is no fieldset.
                  <div key={group.id} role="group" aria-labelledby={`${id}-${group.id}`}>
                    <div id={`${id}-${group.id}`} className="palette-group" role="presentation">
                      {group.title}
                    </div>
                    {group.items.map((item) => (
                      // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys.
                      // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus, as a combobox does.
                      <div
                        key={item.id}
                        id={optionId(item)}
                        role="option"
                        aria-selected={item === active}
                        onMouseMove={() => item !== active && setMark({ of: text, id: item.id })}
                        onClick={(event) => take(item, event.ctrlKey || event.metaKey)}
                      >
                        {item.content}
                      </div>
                    ))}
                  </div>
                ))}
            </div>
          ) : (
            <div className="palette-empty">{empty}</div>
          )}
          <footer>{footer}</footer>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
