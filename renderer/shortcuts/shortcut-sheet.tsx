import { useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { SHORTCUTS } from '../../text/screens/shortcuts.ts'
import { charactersAreAllowed, type Shortcut, shortcutsNow } from './board.ts'
import { KeyCaps } from './key-caps.tsx'

/** Everything that can be pressed on the screen it was opened from, by group. */
export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  // Those of the screen as the sheet opened: the sheet's own drawing must not change what it tells.
  const [groups] = useState(() => [...Map.groupBy(toldOnce(shortcutsNow()), ({ group }) => group)])
  return (
    <Dialog
      title={SHORTCUTS.title}
      onClose={onClose}
      footer={
        <Button tone="primary" onPress={onClose}>
          {SHORTCUTS.close}
        </Button>
      }
    >
      {charactersAreAllowed() ? null : <p className="muted">{SHORTCUTS.off}</p>}
      <div className="shortcut-sheet">
        {groups.map(([group, shortcuts]) => (
          <section key={group}>
            <h3>{group}</h3>
            <dl>
              {shortcuts.map((shortcut) => (
                <div key={`${shortcut.words} ${waysOf(shortcut)}`}>
                  <dt>{shortcut.words}</dt>
                  <dd>
                    {waysOf(shortcut).map((way, at) => (
                      <span key={way}>
                        {at > 0 ? ` ${SHORTCUTS.or} ` : null}
                        <KeyCaps keys={way} />
                      </span>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}

function waysOf({ keys }: Shortcut): readonly string[] {
  return typeof keys === 'string' ? [keys] : keys
}

/** A line drawn twice (two lists of one screen) is told once. */
function toldOnce(shortcuts: readonly Shortcut[]): Shortcut[] {
  const seen = new Set<string>()
  return shortcuts.filter((shortcut) => {
    const line = `${shortcut.group} ${shortcut.words} ${waysOf(shortcut)}`
    return !seen.has(line) && seen.add(line)
  })
}
